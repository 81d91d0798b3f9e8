import type { Sides } from './sides.ts'
import { median, ms, p95Of, quotient, timesOf } from './timing.ts'

/**
 * A process that runs has its code compiled and its statements planned: some rounds come before on both sides, for some
 * seconds at least.
 */
const usual = { rounds: 7, before: 5 }
const warmMs = 10_000
const limit = 1.5

type Times = { app: number[]; bare: number[] }
export type Row = { name: string; one: Times; two: Times }

/** How long each round took on both sides: the median for one reader at a time, in pairs, and the p95 for two, in turns. */
export async function measure(
  sides: Sides,
  name: string,
  paths: readonly string[],
  { rounds, before } = usual,
): Promise<Row> {
  const warm = performance.now() + warmMs
  for (let round = 0; round < before || performance.now() < warm; round += 1)
    // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
    await roundOf(sides, paths, round)
  const row: Row = { name, one: { app: [], bare: [] }, two: { app: [], bare: [] } }
  for (let at = 0; at < rounds; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const { one, two } = await roundOf(sides, paths, at)
    for (const side of inTurn(at)) {
      row.one[side].push(median(one[side]))
      row.two[side].push(p95Of(two[side]))
    }
  }
  return row
}

async function roundOf(sides: Sides, paths: readonly string[], at: number) {
  const one = await inPairs(sides, paths)
  const two: Times = { app: [], bare: [] }
  for (const side of inTurn(at))
    // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
    two[side] = await timesOf(sides[side], paths, 2)
  return { one, two }
}

const inTurn = (at: number) =>
  at % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const)

/**
 * One reader asks every question of both sides, one right after the other, so that either finds machine and database as
 * the other left them. Statements in a row never let the database go to sleep, as it does while an answer is drawn.
 */
async function inPairs(sides: Sides, paths: readonly string[]): Promise<Times> {
  const times: Times = { app: [], bare: [] }
  for (const [at, path] of paths.entries())
    for (const side of inTurn(at))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
      times[side].push(...(await timesOf(sides[side], [path], 1)))
  return times
}

const ratio = ({ app, bare }: Times) => quotient(app, bare)

/**
 * Prints medians of rounds. What is over the limit for one reader fails the bench: two on a machine of two processors
 * also measure how they, the program and the database share them.
 */
export function report(title: string, rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, one, two }) => ({
      [title]: name,
      app: ms(median(one.app)),
      SQL: ms(median(one.bare)),
      [`app ÷ SQL (≤ ${limit})`]: ratio(one).toFixed(2),
      'app, p95 of two': ms(median(two.app)),
      'SQL, p95 of two': ms(median(two.bare)),
      ratio: ratio(two).toFixed(2),
    })),
  )
  const over = rows.filter(({ one }) => ratio(one) > limit)
  if (over.length === 0) return
  console.error(`Over the limit: ${over.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}
