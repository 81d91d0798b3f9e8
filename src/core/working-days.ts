import type { Period } from './periods.ts'
import { dayAt, endOfDay, isLater, Temporal } from './time.ts'

/** A day that is worked or not against the rule of Monday to Friday. */
export type EnteredDay = { day: string; works: boolean }

/** Which days are worked, in the zone where the work is done. */
export type WorkingCalendar = { zone: string; entered: readonly EnteredDay[] }

/** All days from one to another, both counted; none where the second is before the first. */
export function daysBetween(first: string, last: string): string[] {
  const from = Temporal.PlainDate.from(first)
  const { days } = from.until(Temporal.PlainDate.from(last))
  return Array.from({ length: Math.max(0, days + 1) }, (_, at) => from.add({ days: at }).toString())
}

/** Monday to Friday without holidays, and weekend days on which one works instead. */
const isWorkingDay = (day: Temporal.PlainDate, entered: ReadonlyMap<string, boolean>) =>
  entered.get(day.toString()) ?? day.dayOfWeek <= 5

const byDay = (entered: readonly EnteredDay[]) =>
  new Map(entered.map(({ day, works }) => [day, works]))

/** The last of so many working days after a day, which does not count itself. */
export function lastWorkingDay(
  from: string,
  count: number,
  entered: readonly EnteredDay[],
): Temporal.PlainDate {
  const works = byDay(entered)
  let day = Temporal.PlainDate.from(from)
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, works)) left -= 1
  }
  return day
}

/** The day that is so many working days before a day; weekends and holidays before it do not count. */
export function workingDayBefore(
  day: string,
  count: number,
  entered: readonly EnteredDay[],
): Temporal.PlainDate {
  const works = byDay(entered)
  let before = Temporal.PlainDate.from(day)
  for (let left = count; left > 0;) {
    before = before.subtract({ days: 1 })
    if (isWorkingDay(before, works)) left -= 1
  }
  return before
}

/** The midnight that ends the last of so many working days after the day of a moment. */
export function endOfWorkingDays(
  from: Temporal.Instant,
  count: number,
  { zone, entered }: WorkingCalendar,
): Temporal.Instant {
  const last = lastWorkingDay(dayAt(from, zone), count, entered)
  return endOfDay(last.toZonedDateTime(zone).toInstant(), zone)
}

/**
 * How many working days passed from one moment to another: the days after that of the start, up to and with that of the
 * end. Both on one day, or the end first: none. What is due by {@link endOfWorkingDays} of n is done within n.
 */
export function workingDaysIn({ start, end }: Period, { zone, entered }: WorkingCalendar): number {
  if (!isLater(end, start)) return 0
  const works = byDay(entered)
  return daysBetween(dayAt(start, zone), dayAt(end, zone))
    .slice(1)
    .filter((day) => isWorkingDay(Temporal.PlainDate.from(day), works)).length
}
