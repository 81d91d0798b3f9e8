import { type PartialDate, partialDateOf } from './partial-date.ts'

/** From the beginning of one partial date to the end of another, in years: `2019-06` to `2020` is 2019.4 to 2021. */
export type Span = { from: number; until: number }

/** What two raw partial dates span; one alone spans itself. Null where neither is a date, or they are the wrong way round. */
export function spanOf(from: string | null, until: string | null): Span | null {
  const [first, last] = [from ?? until, until ?? from].map((raw) => partialDateOf(raw ?? ''))
  if (!first || !last) return null
  const span = { from: beginningOf(first), until: endOf(last) }
  return span.from < span.until ? span : null
}

const dayOf = ({ year, month, day }: PartialDate) =>
  year + ((month ?? 1) - 1) / 12 + ((day ?? 1) - 1) / 372

const beginningOf = dayOf

function endOf(date: PartialDate): number {
  if (date.precision === 'year') return date.year + 1
  return dayOf(date) + (date.precision === 'month' ? 1 / 12 : 1 / 372)
}

const mostTicks = 6
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const

/** Whole years around all spans, and years to write below them. */
export function axisOf(spans: readonly Span[]): Span & { ticks: number[] } {
  const from = Math.floor(Math.min(...spans.map((span) => span.from)))
  const until = Math.max(from + 1, Math.ceil(Math.max(...spans.map((span) => span.until))))
  const step = steps.find((years) => (until - from) / years <= mostTicks) ?? 10_000
  const first = Math.ceil(from / step) * step
  const count = Math.floor((until - first) / step) + 1
  return { from, until, ticks: Array.from({ length: count }, (_, at) => first + at * step) }
}
