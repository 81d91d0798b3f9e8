import { type Context as HonoContext, Hono } from 'hono'
import { onlyOne } from '../../../core/only.ts'
import { lotWords } from '../../../stock/lots/words.ts'
import { ScanForm } from '../../../web/components/scan-form.tsx'
import type { Columns } from '../../../web/columns.tsx'
import type { Env } from '../../../web/env.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { viabilityTabs } from '../../viability/pages/tabs.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import { type ListedRow, searchTests, testsOf } from '../actions.ts'
import { ListedTest, testFilter } from '../model.ts'
import { dishIn } from '../rules.ts'
import { germinationWords as words, testStateNames } from '../words.ts'

type C = HonoContext<Env>
const here = germplasmPaths.tests
const listed = { tag: 'viability', refuses: [401], title: words.tests, item: ListedTest }

const code = {
  label: words.test,
  code: (row: ListedRow) => row.code,
  href: ({ id }: ListedRow) => germplasmPaths.test(id),
}
const columns: Columns<ListedRow> = {
  started: { label: words.startedOn, day: ({ startedOn }) => startedOn },
  state: { label: words.state, state: ({ state }) => testStateNames[state] },
  percent: { label: words.percent, number: ({ percent }) => percent },
  conclusive: { label: words.conclusive, yesNo: ({ isConclusive }) => isConclusive },
  seeds: {
    label: words.seeds,
    text: ({ seeds, plannedSeeds }) => (seeds === null ? null : words.seedsOf(seeds, plannedSeeds)),
  },
  protocol: {
    label: words.protocol,
    text: ({ protocol }) => protocol?.name ?? null,
    href: ({ protocol }) => germplasmPaths.protocol(protocol?.id ?? ''),
  },
  note: { label: words.note, text: ({ note, abandonedReason }) => note ?? abandonedReason },
}

const all = list({
  ...listed,
  path: here,
  summary:
    'Viability tests of lots that you manage, the newest first; `code` is what stands on a label',
  empty: { title: words.none, text: words.noneHint },
  filters: testFilter,
  query: searchTests,
  columns: {
    code,
    record: {
      label: lotWords.record,
      text: ({ record }) => record.title,
      href: ({ record }) => paths.record(record.id),
    },
    ...columns,
  },
})

/** The tests of one lot, on its page too. */
export const testsOfLot = list({
  ...listed,
  path: '/lots/:id/viability-tests',
  summary: 'The viability tests of a lot, the newest first; for who keeps it',
  empty: { title: words.noneYet },
  filters: noFilters,
  query: testsOf,
  columns: { code, ...columns },
})

const own = new Hono<Env>().get(here, (c) => testsPage(c))

/** Tests by state and by label. */
export const { api: testListRoutes, pages: testListPages } = surfaces(all, testsOfLot, {
  pages: own,
})

/** What was scanned leads straight to its dish. */
async function testsPage(c: C) {
  const { ctx } = c.var
  const scanned = c.req.query('code')
  if (scanned) {
    const { items } = await searchTests(ctx, { code: scanned, limit: 2 })
    const test = onlyOne(items)
    const replicate = dishIn(scanned)?.replicate
    if (test)
      return c.redirect(
        replicate === undefined
          ? germplasmPaths.test(test.id)
          : germplasmPaths.dish(test.id, replicate),
        303,
      )
  }
  return page(
    c,
    { title: words.tests, lead: words.lead },
    <>
      {viabilityTabs(c)}
      {await all.view(c, {})}
    </>,
  )
}

/** Leads to the dish whose label is scanned. */
export const ScanDish = () => <ScanForm action={here} label={words.scan} submit={words.open} />
