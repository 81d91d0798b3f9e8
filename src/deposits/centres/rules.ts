import { Temporal } from '../../core/time.ts'

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
