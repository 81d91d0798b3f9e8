import type { Sides } from './sides.ts'
import { median, ms, p95Of, quotient, timesOf } from './timing.ts'

const rounds = 7
/** A process that runs has its code compiled and its statements planned: this many rounds come before on both sides. */
const roundsBefore = 5
const limit = 1.5

export type Row = { name: string; app: number[]; bare: number[] }

/** The p95 of each round, on both sides in turns. */
export async function measure(sides: Sides, name: string, paths: readonly string[]): Promise<Row> {
  const row: Row = { name, app: [], bare: [] }
  for (let round = 0; round < roundsBefore + rounds; round += 1)
    for (const side of round % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const)) {
      // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
      const p95 = p95Of(await timesOf(sides[side], paths))
      if (round >= roundsBefore) row[side].push(p95)
    }
  return row
}

/** Prints medians of rounds; what is over the limit fails the bench. */
export function report(title: string, rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, app, bare }) => ({
      [title]: name,
      app: ms(median(app)),
      SQL: ms(median(bare)),
      [`app ÷ SQL (≤ ${limit})`]: quotient(app, bare).toFixed(2),
    })),
  )
  const over = rows.filter(({ app, bare }) => quotient(app, bare) > limit)
  if (over.length === 0) return
  console.error(`Over the limit: ${over.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}
