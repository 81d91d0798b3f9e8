import type { Sides } from './sides.ts'
import { median, ms, p95Of, quotient, timesOf } from './timing.ts'

/**
 * A process that runs has its code compiled and its statements planned: some rounds come before on both sides, for some
 * seconds at least.
 */
export type Rounds = { rounds: number; before: number }
const usual: Rounds = { rounds: 7, before: 5 }
const warmMs = 10_000
const limit = 1.5

type Times = { app: number[]; bare: number[] }
export type Row = { name: string; one: Times; inARow: Times; two: Times }

/**
 * How long each round took on both sides: the median for one reader, in pairs and with one side asked all at once, and
 * the p95 for two readers.
 */
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
  const row: Row = { name, one: none(), inARow: none(), two: none() }
  for (let at = 0; at < rounds; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const { one, inARow, two } = await roundOf(sides, paths, at)
    for (const side of inTurn(at)) {
      row.one[side].push(median(one[side]))
      row.inARow[side].push(median(inARow[side]))
      row.two[side].push(p95Of(two[side]))
    }
  }
  return row
}

async function roundOf(sides: Sides, paths: readonly string[], at: number) {
  const one = await inPairs(sides, paths)
  const [inARow, two] = [none(), none()]
  for (const side of inTurn(at)) {
    // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
    inARow[side] = await timesOf(sides[side], paths, 1)
    // oxlint-disable-next-line no-await-in-loop -- the same
    two[side] = await timesOf(sides[side], paths, 2)
  }
  return { one, inARow, two }
}

const inTurn = (at: number) =>
  at % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const)

/**
 * One reader asks every question of both sides, one right after the other, so that either finds machine and database as
 * the other left them. Statements in a row never let the database go to sleep, as it does while an answer is drawn.
 */
async function inPairs(sides: Sides, paths: readonly string[]): Promise<Times> {
  const times = none()
  for (const [at, path] of paths.entries())
    for (const side of inTurn(at))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
      times[side].push(...(await timesOf(sides[side], [path], 1)))
  return times
}

const none = (): Times => ({ app: [], bare: [] })

const ratio = ({ app, bare }: Times) => quotient(app, bare)

/**
 * Prints medians of rounds. What is over the limit for one reader fails the bench: two on a machine of two processors
 * also measure how they, the program and the database share them. What no issue asks for has no limit.
 */
export function report(title: string, rows: readonly Row[], most = limit): void {
  const said = most === Infinity ? '' : ` (≤ ${most})`
  console.table(
    rows.map(({ name, one, inARow, two }) => ({
      [title]: name,
      app: ms(median(one.app)),
      SQL: ms(median(one.bare)),
      [`app ÷ SQL, in pairs${said}`]: ratio(one).toFixed(2),
      [`in a row${said}`]: ratio(inARow).toFixed(2),
      'app, p95 of two': ms(median(two.app)),
      'SQL, p95 of two': ms(median(two.bare)),
      ratio: ratio(two).toFixed(2),
    })),
  )
  const over = rows.filter(({ one, inARow }) => Math.max(ratio(one), ratio(inARow)) > most)
  if (over.length === 0) return
  console.error(`Over the limit: ${over.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}
