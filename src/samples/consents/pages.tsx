import type { Context as HonoContext } from 'hono'
import { SmallForm } from '../../web/components/small-form.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import type { DonorRow } from '../donors/actions.ts'
import { furtherUseNames, purposeNames } from '../words/common.ts'
import { samplePaths } from '../words/paths.ts'
import { addConsent, type ConsentRow, endConsent, searchConsents } from './actions.ts'
import { ConsentAnswer, consentForm } from './model.ts'
import { consentStateNames, consentWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/donors/:donor/consents'
const { labels } = consentForm
const useNames = { ...purposeNames, ...furtherUseNames }

const usesText = ({ uses }: ConsentRow) => ({
  zh: uses.map((use) => useNames[use].zh).join('、'),
  en: uses.map((use) => useNames[use].en).join(', '),
})

const consents = list({
  path,
  tag,
  summary: 'What a donor agreed to, the newest first; for the staff of the collection',
  refuses: [401],
  title: words.consents,
  empty: { title: words.none },
  item: ConsentAnswer,
  filters: noFilters,
  query: searchConsents,
  columns: {
    form: { label: labels.form, text: ({ form }) => form },
    uses: { label: labels.uses, text: usesText },
    diseases: { label: labels.diseases, code: ({ diseases }) => diseases.join(', ') || null },
    givenOn: { label: labels.givenOn, day: ({ givenOn }) => givenOn },
    until: { label: labels.until, day: ({ until }) => until },
    state: { label: words.state, state: ({ state }) => consentStateNames[state] },
    action: {
      label: columnWords.action,
      cell: ({ id, form, endedAt }) =>
        endedAt === null && (
          <SmallForm
            action={`/consents/${id}/ending`}
            text={words.end}
            label={words.endOf(form)}
            look="danger"
            about={words.endAbout}
          />
        ),
    },
  },
})

const ending = write({
  path: '/consents/:id/ending',
  tag,
  summary: 'End a consent of a donor: it allows nothing any more',
  refuses: [409],
  does: (ctx, _, key) => endConsent(ctx, key),
  flash: () => words.ended,
  next: (_, { id }) => samplePaths.donor(id),
})

/** Consents as a part of a donor's page, which `show` draws again with what was typed. */
export function donorConsents(show: (c: C, form: Filled) => Promise<Response>) {
  const addition = write({
    path,
    tag,
    summary: 'Add a consent of a donor: the form that was signed and what it allows',
    refuses: [409],
    form: consentForm,
    creates: true,
    does: addConsent,
    flash: () => words.added,
    next: ({ donor }) => samplePaths.donor(donor),
    page: (c, form) => show(c, form),
  })
  const section = async (c: C, donor: DonorRow, form?: Filled) => (
    <>
      <Section title={words.consents}>
        {await consents.view(c, { of: { donor: donor.id }, cursor: 'consents' })}
      </Section>
      {!donor.withdrawnAt && !donor.collectionWithdrawnAt && (
        <Section title={words.add}>
          <EntityForm
            of={consentForm}
            form={form ?? filledIn({})}
            action={`${samplePaths.donor(donor.id)}/consents`}
            submit={words.add}
          />
        </Section>
      )}
    </>
  )
  return { parts: [consents, addition, ending], section }
}
