import type { LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { institutionKinds } from '../../model/named.ts'
import type { InstitutionRow } from '../queries/institutions.ts'
import { institutionWords as words } from '../words.ts'
import { institutionKindNames } from '../../words/names.ts'

/** The form's fields as the API takes them. */
export const inputOf = (form: Filled) => ({
  name: { zh: form.value('name.zh'), en: form.value('name.en') },
  kind: form.value('kind'),
  region: form.value('region'),
  timezone: form.value('timezone'),
  creditCode: form.value('creditCode'),
  ror: form.value('ror'),
  wiews: form.value('wiews'),
  website: form.value('website'),
  address: form.value('address'),
  about: { zh: form.value('about.zh'), en: form.value('about.en') },
  approvesMembers: form.value('approvesMembers') === 'true',
})

/** What the form shows of an institution that is there. */
export const valuesOf = (row: InstitutionRow) => ({
  'name.zh': row.nameZh,
  'name.en': row.nameEn,
  kind: row.kind,
  region: row.region,
  timezone: row.timezone,
  creditCode: row.creditCode,
  ror: row.ror,
  wiews: row.wiews,
  website: row.website,
  address: row.address,
  'about.zh': row.aboutZh,
  'about.en': row.aboutEn,
  approvesMembers: row.approvesMembers ? 'true' : null,
  closed: row.closedAt ? 'true' : null,
})

/** All of its fields; an institution that is there can also be closed. */
export const InstitutionFields = ({ form, isOld }: { form: Filled; isOld: boolean }) => (
  <>
    <Naming form={form} />
    <Codes form={form} />
    <Settings form={form} isOld={isOld} />
  </>
)

const pairOf = (form: Filled, name: 'name' | 'about') => ({
  name,
  label: words[name],
  value: { zh: form.value(`${name}.zh`), en: form.value(`${name}.en`) },
  errors: {
    zh: form.error(`${name}.zh`),
    en: form.error(`${name}.en`),
    both: form.error(name),
  },
})

const Naming = ({ form }: { form: Filled }) => (
  <>
    <FormPair {...pairOf(form, 'name')} maxLength={200} required />
    <FormField
      type="select"
      name="kind"
      label={words.kind}
      value={form.value('kind')}
      error={form.error('kind')}
      choices={institutionKinds.map((kind) => ({ value: kind, label: institutionKindNames[kind] }))}
      required
    />
    <FormPair {...pairOf(form, 'about')} maxLength={5000} long />
  </>
)

const codes = ['creditCode', 'ror', 'wiews', 'website', 'address', 'timezone'] as const

const Codes = ({ form }: { form: Filled }) => (
  <>
    <FormField
      name="region"
      label={words.region}
      hint={words.regionHint}
      value={form.value('region')}
      error={form.error('region')}
      maxLength={6}
      short
    />
    {codes.map((name) => (
      <FormField
        name={name}
        label={words[name]}
        value={form.value(name)}
        error={form.error(name)}
        maxLength={500}
      />
    ))}
  </>
)

const Settings = ({ form, isOld }: { form: Filled; isOld: boolean }) => (
  <>
    <FormField
      type="checkbox"
      name="approvesMembers"
      label={words.approvesMembers}
      hint={words.approvesMembersHint}
      checked={form.value('approvesMembers') === 'true'}
    />
    {isOld && (
      <FormField
        type="checkbox"
        name="closed"
        label={words.closed}
        hint={words.closedHint}
        checked={form.value('closed') === 'true'}
      />
    )}
  </>
)

/** Names fields in the summary of what is wrong. */
export const institutionLabels: Record<string, LocalText> = {
  name: words.name,
  'name.zh': words.name,
  'name.en': words.name,
  kind: words.kind,
  region: words.region,
  about: words.about,
  ...Object.fromEntries(codes.map((name) => [name, words[name]])),
}
