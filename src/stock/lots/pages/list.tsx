import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { keepsRecord } from '../../../catalog/records/rules/record.ts'
import { onlyOne } from '../../../core/only.ts'
import { bothLanguages } from '../../../core/text.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { duplicateWords } from '../../duplicates/words.ts'
import { pickOf } from '../../entries/actions.ts'
import { PickAnswer, pickForm } from '../../entries/model.ts'
import { entryWords } from '../../entries/words.ts'
import { stockCrumb } from '../../pages/crumbs.ts'
import { ScanField } from '../../pages/scan.tsx'
import { codeIn } from '../../rules.ts'
import { pickWords } from '../../picks/words.ts'
import { placeWords } from '../../places/words.ts'
import { stockWords } from '../../words/common.ts'
import { stockPaths } from '../../words/paths.ts'
import { createLot, lotsOf, searchLots } from '../actions/keep.ts'
import { LotAnswer, lotFilter, lotForm } from '../model.ts'
import { lotWords as words } from '../words.ts'
import { lotColumns } from './columns.tsx'
import { lot } from './item.ts'

type C = HonoContext<Env>
const tag = 'stock'
const pagePath = '/records/:id/lots'
const listed = { tag, item: LotAnswer, title: words.lots, columns: lotColumns }

const all = list({
  ...listed,
  path: stockPaths.lots,
  summary: 'Lots of records that you manage or are a steward of; `code` is what stands on a label',
  refuses: [401],
  empty: { title: words.none, text: words.noneHint },
  filters: lotFilter,
  query: searchLots,
})

export const lotsOfAccession = list({
  ...listed,
  path: '/accessions/:id/lots',
  summary: 'Lots of an accession; for its curators and stewards',
  refuses: [401, 403],
  empty: { title: words.noneYet },
  filters: noFilters,
  query: lotsOf,
})

const creation = write({
  path: '/accessions/:id/lots',
  tag,
  summary: 'Add a lot to an accession, with what there is of it as its first entry',
  refuses: [409],
  form: lotForm,
  creates: '/api/v1/lots',
  answer: lot,
  does: createLot,
  at: pagePath,
  flash: ({ code }) => words.added(code),
  next: ({ id }) => stockPaths.lot(id),
  page: (c, made) => recordLotsPage(c, { made }),
})

const pick = write({
  path: '/accessions/:id/reservations',
  tag,
  summary: 'Hold so much of an accession back, from whichever lots have it beside their reserves',
  refuses: [409],
  form: pickForm,
  creates: true,
  result: PickAnswer,
  does: pickOf,
  at: `${pagePath}/picks`,
  flash: () => entryWords.picked,
  next: ({ id }) => stockPaths.lotsOf(id),
  page: (c, picked) => recordLotsPage(c, { picked }),
})

const own = new Hono<Env>()
  .get(stockPaths.lots, (c) => lotsPage(c))
  .get(pagePath, (c) => recordLotsPage(c))

/** All lots that one keeps, and those of one accession. */
export const { api: lotListRoutes, pages: lotListPages } = surfaces(
  all,
  lotsOfAccession,
  creation,
  pick,
  { pages: own },
)

/** What was scanned leads straight to its lot. */
async function lotsPage(c: C) {
  const { ctx } = c.var
  const code = c.req.query('code')
  if (code) {
    const { items } = await searchLots(ctx, { code: codeIn(code), limit: 2 })
    const scanned = onlyOne(items)
    if (scanned) return c.redirect(stockPaths.lot(scanned.id), 303)
  }
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    {
      title: stockWords.stock,
      lead: words.lead,
      actions: (
        <>
          <ButtonLink href={stockPaths.picks} text={pickWords.picks} />
          <ButtonLink href={stockPaths.coverage} text={duplicateWords.duplicates} />
          <ButtonLink href={stockPaths.places} text={placeWords.places} />
        </>
      ),
    },
    <>
      <ScanField />
      {await all.view(c, { choices })}
    </>,
  )
}

type Typed = { made?: Filled; picked?: Filled }

async function recordLotsPage(c: C, typed: Typed = {}) {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, c.req.param('id') ?? '', 'accession')
  // First, for it refuses whoever may not read them.
  const lots = await lotsOfAccession.view(c, { of: { id: row.id } })
  const title = bothLanguages({ zh: row.titleZh, en: row.titleEn })
  return page(
    c,
    {
      title: words.lotsOf(title),
      crumb: words.lots,
      lead: words.ofRecordLead,
      crumbs: [stockCrumb, { text: title, href: paths.record(row.id) }],
      status: (typed.made ?? typed.picked)?.status ?? 200,
    },
    <>
      {lots}
      {!row.withdrawnAt && keepsRecord(ctx.actor, row) && (
        <Adding action={stockPaths.lotsOf(row.id)} {...typed} />
      )}
    </>,
  )
}

const opening = { unit: 'seed', origin: 'received', criticalReserve: 0, isOffered: true }

/** A further lot, and holding something back from whichever lots have it. */
function Adding({ action, made, picked }: Typed & { action: string }) {
  return (
    <>
      <Section title={words.add}>
        <EntityForm
          {...{ of: lotForm, form: made ?? filledIn(lotForm.open(opening)), action }}
          submit={words.add}
        />
      </Section>
      <Section title={entryWords.pick}>
        <Local as="p" class="quiet" text={entryWords.pickAbout} />
        <EntityForm
          {...{
            of: pickForm,
            scope: 'pick',
            form: picked ?? filledIn({}),
            action: `${action}/picks`,
          }}
          submit={entryWords.pick}
          look="plain"
        />
      </Section>
    </>
  )
}
