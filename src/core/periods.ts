import { Temporal } from './time.ts'

/** Half-open: the end is not part of it. */
export type Period = { start: Temporal.Instant; end: Temporal.Instant }

export const minuteMs = 60_000

export const msOf = ({ start, end }: Period): [number, number] => [
  start.epochMilliseconds,
  end.epochMilliseconds,
]

export const periodOf = (startMs: number, endMs: number): Period => ({
  start: Temporal.Instant.fromEpochMilliseconds(startMs),
  end: Temporal.Instant.fromEpochMilliseconds(endMs),
})

export const minutesIn = ({ start, end }: Period): number =>
  (end.epochMilliseconds - start.epochMilliseconds) / minuteMs

/**
 * How long a period is for rules that count minutes, in a zone: from one clock to the same clock some days on it is whole days of
 * 1,440 minutes, also where clocks change meanwhile and the day has 23 or 25 hours.
 */
export function minutesByCalendar(period: Period, zone: string): number {
  const days = wholeDaysIn(period, zone)
  return days === undefined ? minutesIn(period) : days * 1440
}

/** How many days a period lasts by the calendar of a zone; undefined where it ends by another clock than it starts. */
export function wholeDaysIn(period: Period, zone: string): number | undefined {
  // No clock was ever moved by as much as would make a shorter time a day.
  if (minutesIn(period) < 1200) return undefined
  const [start, end] = [period.start, period.end].map((at) => at.toZonedDateTimeISO(zone))
  if (!start || !end || !start.toPlainTime().equals(end.toPlainTime())) return undefined
  return start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'days' }).days
}

/** A period of another start that lasts as long: as many days of the calendar where the first is whole days. */
export function lastingAlike(start: Temporal.Instant, model: Period, zone: string): Period {
  const days = wholeDaysIn(model, zone)
  const end =
    days === undefined
      ? start.add({ minutes: minutesIn(model) })
      : start.toZonedDateTimeISO(zone).add({ days }).toInstant()
  return { start, end }
}

export const overlaps = (one: Period, other: Period): boolean =>
  one.start.epochMilliseconds < other.end.epochMilliseconds &&
  other.start.epochMilliseconds < one.end.epochMilliseconds

/** The part of a period inside another; undefined when there is none. */
export function clipped(period: Period, within: Period): Period | undefined {
  const [from, to] = msOf(period)
  const [first, last] = msOf(within)
  const [start, end] = [Math.max(from, first), Math.min(to, last)]
  if (start >= end) return undefined
  // Most lie inside as a whole: making moments anew is what counting costs.
  return start === from && end === to ? period : periodOf(start, end)
}

/** Minutes of a period inside others, which do not overlap one another; `lengthOf` as for {@link minutesByCalendar}. */
export function minutesInside(
  period: Period,
  within: readonly Period[],
  lengthOf: (part: Period) => number = minutesIn,
): number {
  const parts = within.flatMap((other) => clipped(period, other) ?? [])
  return parts.reduce((sum, part) => sum + lengthOf(part), 0)
}

/** In order of start, with those that touch or overlap made one. */
export function merged(periods: readonly Period[]): Period[] {
  const sorted = periods
    .map(msOf)
    .filter(([start, end]) => start < end)
    .toSorted(([one], [other]) => one - other)
  const result: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result.map(([start, end]) => periodOf(start, end))
}

/** What of the first is in none of the second. Both in any order; the answer is merged. */
export function without(periods: readonly Period[], taken: readonly Period[]): Period[] {
  const holes = merged(taken).map(msOf)
  let first = 0
  return merged(periods).flatMap((period) => {
    const [from, to] = msOf(period)
    while ((holes[first]?.[1] ?? to) <= from) first += 1
    const rest: Period[] = []
    let at = from
    for (let hole = first; at < to; hole += 1) {
      const [start, end] = holes[hole] ?? [to, to]
      if (start > at) rest.push(periodOf(at, Math.min(start, to)))
      at = Math.max(at, end)
      if (start >= to) break
    }
    return rest
  })
}

/** A period with so many minutes more on either side. */
export const widened = ({ start, end }: Period, before: number, after: number): Period =>
  periodOf(start.epochMilliseconds - before * minuteMs, end.epochMilliseconds + after * minuteMs)

export const covers = (outer: readonly Period[], inner: Period): boolean =>
  outer.some(
    ({ start, end }) =>
      start.epochMilliseconds <= inner.start.epochMilliseconds &&
      end.epochMilliseconds >= inner.end.epochMilliseconds,
  )
