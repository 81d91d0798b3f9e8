import { type Context as HonoContext, Hono } from 'hono'
import { isAdministrator } from '../../core/permission.ts'
import { bothLanguages, type LocalText } from '../../core/text.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { peoplePaths } from '../../people/words/paths.ts'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { bytesText } from '../../web/format.ts'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local, useText } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { datasetPaths } from '../words/paths.ts'
import {
  limitInstitution,
  limitLab,
  storageOfInstitution,
  storageOfLab,
  storageOfLabs,
} from './actions.ts'
import { LabStorageAnswer, StorageAnswer, storageForm, type Use } from './model.ts'
import { gbOf, useInWords } from './rules.ts'
import { storageWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'institutions'
const ofInstitution = '/institutions/:id/storage'
const ofLab = '/labs/:id/storage'

const institution = item({
  path: ofInstitution,
  tag,
  summary: 'How much the files of an institution’s datasets take up, and may; for who keeps it',
  refuses: [401, 403],
  schema: StorageAnswer,
  read: storageOfInstitution,
})

const lab = item({
  path: ofLab,
  tag: 'labs',
  summary: 'How much the files take up that were deposited for a lab, and may; for its members',
  refuses: [401, 403],
  schema: StorageAnswer,
  read: storageOfLab,
})

const labs = list({
  path: '/institutions/:id/lab-storage',
  tag,
  summary: 'How much each lab of an institution uses, and may; for who keeps the institution',
  refuses: [401, 403],
  title: words.labs,
  empty: { title: words.noLabs },
  item: LabStorageAnswer,
  filters: noFilters,
  query: storageOfLabs,
  columns: {
    lab: {
      label: words.lab,
      text: (row) => row.lab.name,
      href: ({ id }) => datasetPaths.labStorage(id),
    },
    used: { label: words.used, text: ({ usedBytes }) => bytesText(usedBytes) },
    limit: { label: words.limit, text: ({ limitBytes }) => limitText(limitBytes) },
  },
})

const limitText = (limitBytes: number | null) =>
  limitBytes === null ? words.noLimit : bytesText(limitBytes)

const institutionLimit = write({
  path: ofInstitution,
  method: 'put',
  tag,
  summary: 'Set how much an institution may store; by administrators',
  form: storageForm,
  answer: institution,
  does: limitInstitution,
  flash: () => words.saved,
  next: ({ id }) => datasetPaths.institutionStorage(id),
  page: (c, form) => institutionPage(c, form),
})

const labLimit = write({
  path: ofLab,
  method: 'put',
  tag: 'labs',
  summary: 'Set how much may be stored for a lab; by curators of its institution',
  form: storageForm,
  answer: lab,
  does: limitLab,
  flash: () => words.saved,
  next: ({ id }) => datasetPaths.labStorage(id),
  page: (c, form) => labPage(c, form),
})

const own = new Hono<Env>()
  .get(ofInstitution, (c) => institutionPage(c))
  .get(ofLab, (c) => labPage(c))

/** How much institutions and labs store, and may. */
export const { api: storageRoutes, pages: storagePages } = surfaces(
  institution,
  lab,
  labs,
  institutionLimit,
  labLimit,
  { pages: own },
)

/** On an institution's page, for who keeps it. */
export async function institutionStorage(c: C, id: string) {
  if (!managesInstitution(c.var.ctx.actor, id)) return null
  const use = await storageOfInstitution(c.var.ctx, { id })
  const more = { text: words.manage, href: datasetPaths.institutionStorage(id) }
  return (
    <Section title={words.storage} more={more}>
      <StorageUse {...use} />
    </Section>
  )
}

/** What is used of what there may be, in words and as a bar. */
export function StorageUse(use: Use) {
  const t = useText()
  const text = useInWords(use)
  return (
    <p class="storage-use">
      <Local text={text} />
      {use.limitBytes !== null && (
        <meter
          min={0}
          max={Math.max(use.limitBytes, 1)}
          value={Math.min(use.usedBytes, use.limitBytes)}
          high={use.limitBytes * 0.9}
          aria-label={t(text)}
        />
      )}
    </p>
  )
}

async function institutionPage(c: C, sent?: Filled) {
  const { ctx } = c.var
  const row = await storageOfInstitution(ctx, { id: c.req.param('id') ?? '' })
  const name = bothLanguages(row.name)
  return page(
    c,
    {
      title: words.storageOf(name),
      crumb: words.storage,
      lead: words.lead,
      crumbs: [{ text: name, href: peoplePaths.institution(row.id) }],
      status: sent?.status ?? 200,
    },
    <>
      <StorageUse {...row} />
      {isAdministrator(ctx.actor) && (
        <LimitForm row={row} form={sent} action={datasetPaths.institutionStorage(row.id)} />
      )}
      <Section title={words.labs}>
        <Local as="p" class="prose" text={words.labsLead} />
        {await labs.view(c, { of: { id: row.id } })}
      </Section>
    </>,
  )
}

async function labPage(c: C, sent?: Filled) {
  const { ctx } = c.var
  const row = await storageOfLab(ctx, { id: c.req.param('id') ?? '' })
  const name = bothLanguages(row.name)
  const { institution: owner } = row
  return page(
    c,
    {
      title: words.storageOf(name),
      crumb: words.storage,
      lead: words.labsLead,
      crumbs: [{ text: owner.name, href: peoplePaths.institution(owner.id) }],
      status: sent?.status ?? 200,
    },
    <>
      <StorageUse {...row} />
      {managesInstitution(ctx.actor, owner.id) && (
        <LimitForm row={row} form={sent} action={datasetPaths.labStorage(row.id)} />
      )}
    </>,
  )
}

type LimitProps = {
  row: Use & { name: LocalText }
  form: Filled | undefined
  action: string
}

function LimitForm({ row: { limitBytes }, form, action }: LimitProps) {
  const opened = storageForm.open({ limitGb: limitBytes === null ? null : gbOf(limitBytes) })
  return (
    <Section title={words.setLimit}>
      <EntityForm
        {...{ of: storageForm, form: form ?? filledIn(opened), submit: words.setLimit, action }}
        look="plain"
      />
    </Section>
  )
}
