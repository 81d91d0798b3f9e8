import { type Context as HonoContext, Hono } from 'hono'
import { institutionChoices, managedInstitutionChoices } from '../../people/pages/choices.ts'
import { z } from 'zod'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Columns } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn, Refused } from '../../web/forms.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { getLot } from '../lots/actions/hold.ts'
import type { LotSection } from '../lots/pages/lot.tsx'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { stockPaths } from '../words/paths.ts'
import {
  confirmDuplicate,
  declareDuplicate,
  type DuplicateRow,
  duplicatesOf,
  endDuplicate,
  searchCoverage,
  searchKept,
} from './actions.ts'
import {
  confirmationForm,
  CoverageAnswer,
  coverageFilter,
  DuplicateAnswer,
  duplicateFilter,
  duplicateForm,
  endingForm,
} from './model.ts'
import { duplicateStateNames, duplicateWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'stock'
const ofLot = '/lots/:id/safety-duplicates'
const here = stockPaths.coverage
const listed = { tag, refuses: [401], item: DuplicateAnswer }

const keeper = {
  label: words.keeper,
  text: ({ keeper: named, holder }: DuplicateRow) => named?.name ?? holder,
}
const columns: Columns<DuplicateRow> = {
  state: { label: columnWords.state, state: ({ state }) => duplicateStateNames[state] },
  deposited: { label: duplicateForm.labels.depositedOn, day: ({ depositedOn }) => depositedOn },
  there: { label: words.lotThere, code: ({ duplicate }) => duplicate?.code ?? null },
  document: { label: duplicateForm.labels.document, text: ({ document }) => document },
}

const own = list({
  ...listed,
  path: ofLot,
  summary: 'What of a lot is kept elsewhere for safety; for who keeps it',
  title: words.duplicates,
  empty: { title: words.none },
  filters: noFilters,
  query: duplicatesOf,
  columns: {
    keeper,
    ...columns,
    action: {
      label: columnWords.action,
      cell: (row) => row.state !== 'ended' && <Ending row={row} />,
    },
  },
})

const kept = list({
  ...listed,
  path: '/safety-duplicates',
  summary: 'What institutions that you curate keep for others, the newest first',
  title: words.keptHere,
  empty: { title: words.noneKept },
  filters: duplicateFilter,
  query: searchKept,
  columns: {
    record: {
      label: lotWords.record,
      text: ({ record }) => record.title,
      href: ({ record }) => paths.record(record.id),
    },
    owner: { label: words.owner, text: ({ owner }) => owner.name },
    lot: { label: lotWords.lots, code: ({ lot }) => lot.code },
    ...columns,
    action: {
      label: columnWords.action,
      cell: (row) =>
        row.state !== 'ended' && (
          <div class="kept-actions">
            {row.state === 'declared' && <Confirming row={row} />}
            <Ending row={row} />
          </div>
        ),
    },
  },
})

const coverage = list({
  path: here,
  tag,
  summary: 'How many accessions that you manage have a safety duplicate elsewhere',
  refuses: [401],
  title: words.coverage,
  empty: { title: words.noCoverage },
  item: CoverageAnswer,
  filters: coverageFilter,
  query: searchCoverage,
  columns: {
    institution: { label: words.institution, text: ({ institution }) => institution.name },
    collection: { label: words.collection, text: ({ collection }) => collection?.name ?? null },
    accessions: { label: words.accessions, number: ({ accessions }) => accessions },
    confirmed: {
      label: duplicateStateNames.confirmed.text,
      number: ({ confirmed }) => confirmed,
    },
    declared: { label: duplicateStateNames.declared.text, number: ({ declared }) => declared },
    none: { label: words.nowhere, number: ({ none }) => none },
    percent: { label: words.percent, number: ({ percent }) => percent },
  },
})

const declaration = write({
  path: ofLot,
  tag,
  summary: 'Say that part of a lot is kept elsewhere for safety',
  refuses: [409],
  form: duplicateForm,
  creates: true,
  result: z.object({ id: z.string() }),
  does: declareDuplicate,
  at: `${ofLot}/new`,
  flash: () => words.declared,
  next: ({ id }) => `${stockPaths.lot(id)}#duplicates`,
  page: declarationPage,
})

const decided = { tag, refuses: [409], result: z.object({ id: z.string() }) }

const confirmation = write({
  ...decided,
  path: '/safety-duplicates/:id/confirmation',
  summary: 'Confirm a safety duplicate by naming the lot there; by curators of its keeper',
  form: confirmationForm,
  does: confirmDuplicate,
  flash: () => words.confirmed,
  next: () => here,
  page: coveragePage,
})

const ending = write({
  ...decided,
  path: '/safety-duplicates/:id/ending',
  summary: 'End a safety duplicate: it is not there any more',
  form: endingForm,
  does: endDuplicate,
  flash: () => words.ended,
  next: () => here,
  page: coveragePage,
})

const pages = new Hono<Env>()
  .get(here, (c) => coveragePage(c))
  .get(`${ofLot}/new`, (c) => declarationPage(c))

/** What is kept elsewhere for safety. */
const parts = [own, kept, coverage, declaration, confirmation, ending, { pages }]
export const { api: duplicateRoutes, pages: duplicatePages } = surfaces(...parts)

/** On the page of a lot: what of it is kept elsewhere. */
export const duplicateSection: LotSection = async (c, { id, isKept, frozenAt }) => (
  <Section title={words.duplicates} id="duplicates">
    {await own.view(c, { of: { id }, cursor: 'duplicates' })}
    {isKept && !frozenAt && (
      <p>
        <ButtonLink href={`${stockPaths.duplicatesOf(id)}/new`} text={words.declare} />
      </p>
    )}
  </Section>
)

function Confirming({ row: { id } }: { row: DuplicateRow }) {
  const action = `/safety-duplicates/${id}/confirmation`
  return (
    <SmallForm {...{ action, text: words.confirm, about: words.confirmAbout }}>
      <SmallField id={`lot-${id}`} name="lot" label={confirmationForm.labels.lot} required />
    </SmallForm>
  )
}

function Ending({ row: { id, record, lot } }: { row: DuplicateRow }) {
  const action = `/safety-duplicates/${id}/ending`
  return (
    <SmallForm
      {...{ action, text: words.end, about: words.endAbout }}
      of={[record.title, lot.code]}
      look="danger"
    >
      <SmallField id={`reason-${id}`} name="reason" label={endingForm.labels.reason} required />
    </SmallForm>
  )
}

async function coveragePage(c: C, refused?: Filled) {
  const institution = await managedInstitutionChoices(c.var.ctx)
  return page(
    c,
    {
      title: words.coverage,
      lead: words.coverageLead,
      crumbs: [stockCrumb],
      status: refused?.status ?? 200,
    },
    <>
      <Refused form={refused} />
      {await coverage.view(c, { choices: { institution } })}
      <Section title={words.keptHere}>{await kept.view(c, { cursor: 'kept' })}</Section>
    </>,
  )
}

async function declarationPage(c: C, typed?: Filled) {
  const { ctx } = c.var
  const { id, code, institution } = await getLot(ctx, c.req.param('id') ?? '')
  const others = (await institutionChoices(ctx)).filter(({ value }) => value !== institution.id)
  const form = typed ?? filledIn({})
  const action = `${stockPaths.duplicatesOf(id)}/new`
  return page(
    c,
    {
      title: words.declare,
      lead: words.declareLead,
      crumbs: [stockCrumb, { text: lotWords.lotOf(code), href: stockPaths.lot(id) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      {...{ of: duplicateForm, form, action, submit: words.declare }}
      choices={{ institution: others }}
    />,
  )
}
