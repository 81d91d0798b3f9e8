import { Temporal } from '../../core/time.ts'

/** All holidays of a year are announced at once: they are entered once this one is. */
export const nationalDay = (year: number): string => `${year}-10-01`

/** All days from one to another, both counted; none where the second is before the first. */
export function daysBetween(first: string, last: string): string[] {
  const from = Temporal.PlainDate.from(first)
  const { days } = from.until(Temporal.PlainDate.from(last))
  return Array.from({ length: Math.max(0, days + 1) }, (_, at) => from.add({ days: at }).toString())
}

export type Entered = { day: string; works: boolean }

/** Monday to Friday without holidays, and weekend days on which one works instead. */
export function isWorkingDay(day: Temporal.PlainDate, entered: ReadonlyMap<string, boolean>) {
  return entered.get(day.toString()) ?? day.dayOfWeek <= 5
}

/** The last of so many working days after a day, which does not count itself. */
export function lastWorkingDay(
  from: string,
  count: number,
  entered: readonly Entered[],
): Temporal.PlainDate {
  const works = new Map(entered.map((one) => [one.day, one.works]))
  let day = Temporal.PlainDate.from(from)
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, works)) left -= 1
  }
  return day
}
