/**
 * Clusters over a million records: p95 of the app's answers against the same SQL straight to the database, in turns,
 * and the largest answer. `--records N` measures a smaller catalogue; `--keep` leaves the database of TEST_DATABASE_URL.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { benchDatabase } from './search/catalogue.ts'
import { openSides, type Sides } from './search/sides.ts'
import { median, ms, p95Of, quotient, timesOf } from './search/timing.ts'

const rounds = 7
const limits = { ratio: 1.5, bytes: 200_000 }

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '1000000' }, keep: { type: 'boolean' } },
})
const count = Number(options.records)

const path = (query: string) => `/map/clusters?${query}`

/** Boxes of a size in degrees, spread over the province. */
const boxes = (size: number, zoom: number, also = '') =>
  Array.from({ length: 12 }, (_, at) => {
    const [west, south] = [93 + ((at * 5.37) % (15 - size)), 33 + ((at * 3.71) % (9 - size))]
    const box = [west, south, west + size, south + size * 0.6]
    return path(`bbox=${box.map((side) => side.toFixed(4)).join(',')}&zoom=${zoom}${also}`)
  })
const same = (query: string) => Array.from({ length: 12 }, () => path(query))

const province = 'bbox=92.3,32.5,108.7,42.8&zoom=5'
const cases: Record<string, readonly string[]> = {
  everywhere: same('zoom=2'),
  province: same(province),
  'province, germplasm': same(`${province}&kind=accession`),
  'province, a common word': same(`${province}&q=${encodeURIComponent('小麦')}`),
  'four degrees': boxes(4, 7),
  'half a degree': boxes(0.5, 10),
  'half a degree, a common word': boxes(0.5, 10, `&q=${encodeURIComponent('小麦')}`),
  street: boxes(0.02, 15),
}

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await using database = await benchDatabase(server.url, { count, keep: options.keep })
    const sides = await openSides(database.url, Object.values(cases).flat())
    const rows: Row[] = []
    for (const [name, paths] of Object.entries(cases))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time
      rows.push(await measure(sides, name, paths))
    await sides.close()
    report(rows)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Row = { name: string; app: number[]; bare: number[]; bytes: number }

async function measure(sides: Sides, name: string, paths: readonly string[]): Promise<Row> {
  const row: Row = { name, app: [], bare: [], bytes: 0 }
  const app = async (one: string) => {
    row.bytes = Math.max(row.bytes, await sides.app(one))
  }
  for (let round = 0; round <= rounds; round += 1)
    for (const side of round % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const)) {
      // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
      const p95 = p95Of(await timesOf(side === 'app' ? app : sides.bare, paths))
      // The first round warms both up.
      if (round > 0) row[side].push(p95)
    }
  return row
}

function report(rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, app, bare, bytes }) => ({
      [`p95 over ${count} of`]: name,
      app: ms(median(app)),
      SQL: ms(median(bare)),
      [`app ÷ SQL (≤ ${limits.ratio})`]: quotient(app, bare).toFixed(2),
      [`most bytes (≤ ${limits.bytes})`]: bytes,
    })),
  )
  const over = rows.filter(
    ({ app, bare, bytes }) => quotient(app, bare) > limits.ratio || bytes > limits.bytes,
  )
  if (over.length === 0) return
  console.error(`Over the limit: ${over.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}

await bench()
