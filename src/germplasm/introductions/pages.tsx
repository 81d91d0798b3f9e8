import { type Context as HonoContext, Hono } from 'hono'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import { type Columns, Rows } from '../../web/columns.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { germplasmPaths } from '../words/paths.ts'
import { addStep, removeStep, stepsOf } from './actions.ts'
import { StepAnswer, stepForm } from './model.ts'
import type { StepRow } from './queries.ts'
import { introductionWords as words, stageNames } from './words.ts'

type C = HonoContext<Env>
const tag = 'accessions'
const path = '/accessions/:id/introduction-steps'
const at = '/records/:id/introduction'
const { labels } = stepForm

const columns: Columns<StepRow> = {
  stage: { label: labels.stage, text: ({ stage }) => stageNames[stage] },
  day: { label: labels.day, day: ({ day }) => day },
  place: { label: labels.place, text: ({ place }) => place },
  organisation: { label: labels.organisation, text: ({ organisation }) => organisation },
  area: { label: { zh: '面积（公顷）', en: 'Area (ha)' }, number: ({ areaHa }) => areaHa },
  document: { label: labels.documentNumber, code: ({ documentNumber }) => documentNumber },
  note: { label: labels.note, text: ({ note }) => note },
}

const steps = list({
  path,
  tag,
  summary: 'How it was introduced, by date',
  refuses: [404],
  title: words.introduction,
  empty: { title: words.none },
  item: StepAnswer,
  filters: noFilters,
  query: stepsOf,
  columns,
})

const addition = write({
  path,
  tag,
  summary: 'Add a step of its introduction; by its curators',
  refuses: [404, 409],
  form: stepForm,
  creates: true,
  does: addStep,
  at,
  flash: () => words.added,
  next: (_, { recordId }) => germplasmPaths.introduction(recordId),
  page: editPage,
})

const removal = write({
  path: '/introduction-steps/:id',
  method: 'delete',
  tag,
  summary: 'Take a step back',
  refuses: [409],
  does: (ctx, _, { id }) => removeStep(ctx, id),
  at: '/introduction-steps/:id/removal',
  flash: () => words.removed,
  next: (_, { recordId }) => germplasmPaths.introduction(recordId),
})

const own = new Hono<Env>().get(at, (c) => editPage(c, filledIn(stepForm.open({}))))

export const { api: introductionRoutes, pages: introductionPages } = surfaces(
  steps,
  addition,
  removal,
  { pages: own },
)

const most = { limit: 200 }

/** On an accession's page: how it came, where it is tried and shown, and how large. */
export const introductionSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const { items } = await stepsOf(ctx, { id: row.id, ...most })
  const isKept = keepsRecord(ctx.actor, row)
  if (items.length === 0 && !isKept) return null
  const title = words.introduction
  return (
    <Section
      title={title}
      {...(isKept && { more: { text: words.edit, href: germplasmPaths.introduction(row.id) } })}
    >
      <Rows {...{ title, none: words.none, columns, rows: items }} />
    </Section>
  )
}

async function editPage(c: C, form: Filled) {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, c.req.param('id') ?? '', 'accession')
  refuseUnlessKept(ctx.actor, row)
  const { items } = await stepsOf(ctx, { id: row.id, ...most })
  const title = { zh: row.titleZh, en: row.titleEn }
  const removing: Columns<StepRow> = {
    ...columns,
    action: {
      label: columnWords.action,
      cell: ({ id }) => (
        <ActButton action={`/introduction-steps/${id}/removal`} text={words.remove} />
      ),
    },
  }
  return page(
    c,
    {
      title: words.introduction,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(row.id) }],
      status: form.status,
    },
    <>
      <Rows {...{ title: words.introduction, none: words.none, columns: removing, rows: items }} />
      <Section title={words.add}>
        <EntityForm
          of={stepForm}
          form={form}
          action={germplasmPaths.introduction(row.id)}
          submit={words.add}
        />
      </Section>
    </>,
  )
}
