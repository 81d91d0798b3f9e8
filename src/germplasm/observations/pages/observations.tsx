import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import type { Typed } from '../../../core/form.ts'
import { invalidField } from '../../../core/problem.ts'
import { operation, wholeListOf } from '../../../web/api.ts'
import { Rows } from '../../../web/columns.tsx'
import type { Column } from '../../../web/components/table.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { list } from '../../../web/list.tsx'
import { paths } from '../../../web/paths.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import {
  addObservations,
  observationsOfAccession,
  observationsOfTrial,
  removeObservation,
  summaryOf,
} from '../actions.ts'
import {
  NewObservations,
  ObservationAnswer,
  observationFilter,
  tableForm,
  TraitSummary,
} from '../model.ts'
import { entriesIn } from '../rules.ts'
import { observationWords as words } from '../words.ts'

type C = HonoContext<Env>
type Row = Awaited<ReturnType<typeof observationsOfTrial>>['items'][number]

const tag = 'characterisation'
const listed = {
  tag,
  item: ObservationAnswer,
  filters: observationFilter,
  title: words.observations,
  empty: { title: words.none },
}

const accession: Column<Row> = {
  label: words.number,
  text: ({ accession: { number, title } }) => number ?? title,
  href: ({ accession: { id } }) => paths.record(id),
}
const columns: Record<string, Column<Row>> = {
  trait: {
    label: words.trait,
    text: ({ trait }) => trait.name,
    href: ({ trait }) => germplasmPaths.trait(trait.id),
  },
  value: { label: words.value, text: ({ valueText }) => valueText },
  replicate: { label: words.replicate, number: ({ replicate }) => replicate },
  day: { label: words.day, day: ({ observedOn }) => observedOn },
  observer: { label: words.observer, text: ({ observer }) => observer },
}

const ofTrial = list({
  ...listed,
  path: '/trials/:id/observations',
  summary: 'What was observed in a trial, of accessions that you may see; the latest entered first',
  query: observationsOfTrial,
  columns: {
    accession,
    ...columns,
    action: {
      label: columnWords.action,
      cell: (row) => <Removal row={row} />,
    },
  },
})

const ofAccession = list({
  ...listed,
  path: '/accessions/:id/observations',
  summary: 'What was observed of an accession, in all trials',
  query: observationsOfAccession,
  columns: {
    ...columns,
    trial: {
      label: words.season,
      text: ({ trial }) => `${trial.season} ${trial.code}`,
      href: ({ trial }) => germplasmPaths.trial(trial.id),
    },
  },
})

function Removal({ row: { id, accession: of, trait, trial } }: { row: Row }) {
  const action = `${germplasmPaths.trial(trial.id)}/observations/${id}/removal`
  return (
    <SmallForm
      {...{ action, text: words.remove, about: words.removeAbout }}
      of={[of.number ?? of.title, trait.name]}
      look="danger"
    />
  )
}

/** The API takes entries; people paste a table, which is read as entries. */
const entered = {
  schema: NewObservations,
  read: (typed: Typed) => {
    const observations = entriesIn(typed['table']?.[0] ?? '')
    if (!observations) throw invalidField('table', words.badTable)
    return { observations }
  },
}

/** Of a trial's page: its observations, and a form to enter more; `again` shows the page with what was typed. */
export function observationsPart(again: (c: C, form: Filled) => Response | Promise<Response>) {
  const addition = write({
    path: '/trials/:id/observations',
    tag,
    summary: 'Enter observations of a trial, all or nothing; by curators of its institution',
    description: 'The same accession, trait, replicate and day again corrects the value.',
    refuses: [409],
    form: entered,
    result: z.object({ entered: z.int(), corrected: z.int() }),
    does: addObservations,
    at: `${germplasmPaths.trials}/:id/observations`,
    flash: () => words.entered,
    next: ({ id }) => germplasmPaths.trial(id),
    page: again,
  })
  const removal = write({
    path: '/trials/:id/observations/:observation',
    method: 'delete',
    tag,
    summary: 'Remove a value that should not be there; by curators of the trial’s institution',
    does: (ctx, _, key) => removeObservation(ctx, key),
    at: `${germplasmPaths.trials}/:id/observations/:observation/removal`,
    flash: () => words.removed,
    next: ({ id }) => germplasmPaths.trial(id),
  })
  const parts = [ofTrial, ofAccession, addition, removal, { api: summaryRoute }]
  return { parts, section }
}

/** The observations of a trial on its page. */
async function section(
  c: C,
  { id, isKept, form }: { id: string; isKept: boolean; form?: Filled | undefined },
) {
  return (
    <>
      <Section title={words.observations}>{await ofTrial.view(c, { of: { id } })}</Section>
      {isKept && (
        <Section title={words.add} id="add">
          <EntityForm
            of={tableForm}
            form={form ?? filledIn({})}
            action={`${germplasmPaths.trial(id)}/observations`}
            submit={words.add}
          />
        </Section>
      )}
    </>
  )
}

const summaryRoute = new Hono<Env>().get(
  '/accessions/:id/traits',
  operation({
    tag,
    summary: 'What is known of each trait of an accession',
    answers: { 200: wholeListOf(TraitSummary, 'One entry a trait that was observed.') },
  }),
  async (c) => c.json(await summaryOf(c.var.ctx, c.req.param('id'))),
)

/** On an accession's page: what it was observed to be; nothing where it was not. */
export const characterisationSection: RecordSection = async (c, { id }) => {
  const { ctx } = c.var
  const { items } = await summaryOf(ctx, id)
  if (items.length === 0) return <></>
  return (
    <Section
      title={words.characterisation}
      more={{ text: words.compare, href: germplasmPaths.comparison([id]) }}
    >
      <Rows
        title={words.characterisation}
        none={words.none}
        rows={items}
        columns={{
          trait: {
            label: words.trait,
            text: ({ trait }) => trait.name,
            href: ({ trait }) => germplasmPaths.trait(trait.id),
          },
          value: { label: words.value, text: ({ valueText }) => valueText },
          observations: { label: words.count, number: ({ observations }) => observations },
          seasons: { label: words.season, text: ({ seasons }) => seasons.join(' · ') },
        }}
      />
    </Section>
  )
}
