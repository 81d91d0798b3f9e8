/**
 * Search at a tenth and at all of a million records: p95 of the app's answers against the same SQL straight to the
 * database, and against the smaller catalogue. Sides and sizes take turns; printed are medians of rounds.
 *
 * `--records N` measures a smaller catalogue; `--keep` leaves the databases of TEST_DATABASE_URL for the next run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { benchDatabase } from './search/catalogue.ts'
import { type Case, searches } from './search/questions.ts'
import { openSides, type Sides } from './search/sides.ts'
import { median, ms, p95Of, quotient, timesOf } from './search/timing.ts'

const rounds = 7
const limits = { ratio: 1.5, growth: 2 }

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '1000000' }, keep: { type: 'boolean' } },
})
const many = Number(options.records)
const few = Math.round(many / 10)

type Size = 'few' | 'many'
type Side = 'app' | 'bare'
/** p95 in milliseconds, round by round. */
type Figures = Record<Size, Record<Side, number[]>>

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await using smaller = await benchDatabase(server.url, { count: few, keep: options.keep })
    await using larger = await benchDatabase(server.url, { count: many, keep: options.keep })
    const paths = Object.values(searches).flat()
    const sides = {
      few: await openSides(smaller.url, paths),
      many: await openSides(larger.url, paths),
    }
    const rows: Row[] = []
    // oxlint-disable-next-line no-await-in-loop -- one load at a time
    for (const name of cases) rows.push(rowOf(name, await measure(sides, searches[name])))
    await Promise.all([sides.few.close(), sides.many.close()])
    report(rows)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const cases: readonly Case[] = ['two 汉字', 'Latin prefix', 'all, with facets']

async function measure(sides: Record<Size, Sides>, paths: readonly string[]): Promise<Figures> {
  const figures: Figures = { few: { app: [], bare: [] }, many: { app: [], bare: [] } }
  for (let round = 0; round <= rounds; round += 1)
    for (const size of ['few', 'many'] as const)
      for (const side of round % 2 === 0
        ? (['app', 'bare'] as const)
        : (['bare', 'app'] as const)) {
        // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
        const p95 = p95Of(await timesOf(sides[size][side], paths))
        // The first round warms both up.
        if (round > 0) figures[size][side].push(p95)
      }
  return figures
}

type Row = { name: string; p95: Record<Size, Record<Side, number>>; ratio: number; growth: number }

const medians = ({ app, bare }: Record<Side, number[]>) => ({
  app: median(app),
  bare: median(bare),
})

const rowOf = (name: string, { few: small, many: large }: Figures): Row => ({
  name,
  p95: { few: medians(small), many: medians(large) },
  ratio: quotient(large.app, large.bare),
  growth: quotient(large.app, small.app),
})

function report(rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, p95, ratio, growth }) => ({
      'p95 of': name,
      [`app, ${few}`]: ms(p95.few.app),
      [`SQL, ${few}`]: ms(p95.few.bare),
      [`app, ${many}`]: ms(p95.many.app),
      [`SQL, ${many}`]: ms(p95.many.bare),
      [`app ÷ SQL (≤ ${limits.ratio})`]: ratio.toFixed(2),
      [`${many} ÷ ${few} (≤ ${limits.growth})`]: growth.toFixed(2),
    })),
  )
  const over = rows.filter(({ ratio, growth }) => ratio > limits.ratio || growth > limits.growth)
  if (over.length === 0) return
  console.error(`Over the limit: ${over.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}

await bench()
