import type { Policy } from '../../../bookings/policies/model.ts'
import { openPeriods } from '../../../bookings/verdict/rules/hours.ts'
import { msOf, periodOf } from '../../../core/periods.ts'

type Hours = Pick<Policy, 'hours' | 'closedDays'>

/** The rules of an instrument one after the other: each holds until the next begins, the first since ever. */
export type Timetables = { zone: string; versions: readonly (Hours & { sinceMs: number })[] }

type Span = readonly [startMs: number, endMs: number]

/** How much of a span is open. */
export type OpenClock = (startMs: number, endMs: number) => number

/**
 * Makes clocks of open time for one window. Instruments with the same rules share one, so that a thousand of them
 * cost as much as there are different rules.
 */
export function openClocks(startMs: number, endMs: number): (tables: Timetables) => OpenClock {
  const clocks = new Map<string, OpenClock>()
  const clockOf = (zone: string, hours: Hours): OpenClock => {
    const key = JSON.stringify([zone, hours.hours ?? null, hours.closedDays ?? null])
    const known = clocks.get(key)
    if (known) return known
    const window = periodOf(startMs, endMs)
    const made = clockOver(openPeriods({ policy: hours, zone }, window).map(msOf))
    clocks.set(key, made)
    return made
  }
  return ({ zone, versions }) => {
    const [first = { sinceMs: 0 }, ...later] = versions
    if (later.length === 0) return clockOf(zone, hoursOf(first))
    return (from, to) =>
      [first, ...later].reduce((sum, version, at) => {
        const begins = at === 0 ? from : Math.max(from, version.sinceMs)
        const ends = Math.min(to, later[at]?.sinceMs ?? to)
        return begins < ends ? sum + clockOf(zone, hoursOf(version))(begins, ends) : sum
      }, 0)
  }
}

const hoursOf = ({ hours, closedDays }: Hours): Hours => ({
  ...(hours && { hours }),
  ...(closedDays && { closedDays }),
})

/** Open time up to any moment is the sum of the spans before it and of a part of one: found by halving. */
function clockOver(spans: readonly Span[]): OpenClock {
  const before: number[] = []
  let sum = 0
  for (const [start, end] of spans) {
    before.push(sum)
    sum += end - start
  }
  const until = (at: number): number => {
    const index = lastBefore(spans, at)
    const span = spans[index]
    return span ? (before[index] ?? 0) + Math.min(at, span[1]) - span[0] : 0
  }
  return (from, to) => (from < to ? until(to) - until(from) : 0)
}

/** The last span that begins before a moment; −1 for none. */
function lastBefore(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.[0] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low - 1
}
