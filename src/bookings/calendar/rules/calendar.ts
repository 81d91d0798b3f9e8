import {
  clipped,
  merged,
  minutesIn,
  minutesInside,
  type Period,
  periodOf,
} from '../../../core/periods.ts'
import { Temporal } from '../../../core/time.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'

/** How much of a calendar is looked at in one go. */
export const calendarViews = ['day', 'week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarSpan = {
  view: CalendarView
  zone: string
  /** The day that was asked for. */
  date: Temporal.PlainDate
  days: CalendarDay[]
  period: Period
}

/** `isOther`: of the month before or after, shown to fill the week. */
export type CalendarDay = { date: Temporal.PlainDate; period: Period; isOther: boolean }

type Asked = {
  view: CalendarView
  date: Temporal.PlainDate
  zone: string
  /** A month with the days that fill its first and last week. */
  wholeWeeks?: boolean
}

type Edges = { first: Temporal.PlainDate; last: Temporal.PlainDate }

/** The days that a view shows around a date, Monday first, as the zone's calendar has them. */
export function spanOf({ view, date, zone, wholeWeeks = false }: Asked): CalendarSpan {
  return daysBetween(edgesOf(view, date, wholeWeeks), { view, date, zone })
}

/** Seven days from a date on, whatever day of the week it is. */
export const sevenDays = (date: Temporal.PlainDate, zone: string): CalendarSpan =>
  daysBetween({ first: date, last: date.add({ days: 6 }) }, { view: 'week', date, zone })

function daysBetween({ first, last }: Edges, { view, date, zone }: Asked): CalendarSpan {
  const count = first.until(last).days + 1
  const days = Array.from({ length: count }, (_, index) => first.add({ days: index })).map(
    (day) => ({
      date: day,
      period: dayPeriod(day, zone),
      isOther: view === 'month' && day.month !== date.month,
    }),
  )
  const start = first.toZonedDateTime(zone).toInstant()
  const end = last.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return { view, zone, date, days, period: { start, end } }
}

/** A date in the view before (-1) or after (1) this one. */
export function dateBeside({ view, date }: CalendarSpan, steps: 1 | -1): Temporal.PlainDate {
  const length = { day: { days: steps }, week: { weeks: steps }, month: { months: steps } }[view]
  return (view === 'month' ? date.with({ day: 1 }) : date).add(length)
}

/** A period as the API writes it. */
export const between = (start: string, end: string): Period => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
})

/** Minutes of a day on which it is open, and of these taken. */
export function loadOf(
  day: Period,
  { open, taken }: { open: readonly Period[]; taken: readonly Period[] },
): { openMinutes: number; takenMinutes: number } {
  const openParts = open.flatMap((one) => clipped(one, day) ?? [])
  const gone = merged(taken)
  return {
    openMinutes: openParts.reduce((sum, one) => sum + minutesIn(one), 0),
    takenMinutes: openParts.reduce((sum, one) => sum + minutesInside(one, gone), 0),
  }
}

/** What lies on a day, clipped to it, in order of start. */
export const onDay = <Entry extends { period: Period }>(
  day: Period,
  entries: readonly Entry[],
): Entry[] =>
  entries
    .flatMap((entry) => {
      const period = clipped(entry.period, day)
      return period ? [{ ...entry, period }] : []
    })
    .toSorted((a, b) => a.period.start.epochMilliseconds - b.period.start.epochMilliseconds)

function edgesOf(view: CalendarView, date: Temporal.PlainDate, wholeWeeks: boolean) {
  if (view === 'day') return { first: date, last: date }
  if (view === 'week') return weekOf(date)
  const first = date.with({ day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return wholeWeeks ? { first: weekOf(first).first, last: weekOf(last).last } : { first, last }
}

function weekOf(date: Temporal.PlainDate) {
  const first = date.subtract({ days: date.dayOfWeek - 1 })
  return { first, last: first.add({ days: 6 }) }
}

const dayPeriod = (day: Temporal.PlainDate, zone: string): Period =>
  periodOf(
    day.toZonedDateTime(zone).epochMilliseconds,
    day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  )

/** From an hour before the earliest opening to one after the latest closing; the whole day where nothing is open. */
export function hoursShown(
  { days, zone }: Pick<CalendarSpan, 'days' | 'zone'>,
  open: readonly Period[],
): { fromHour: string; toHour: string } {
  const clock = (at: Period['start']) => wallClockOf(at.epochMilliseconds, zone).slice(11)
  const opened = days.flatMap((day) =>
    onDay(
      day.period,
      open.map((period) => ({ period })),
    ).map(({ period }) => ({
      from: Number(clock(period.start).slice(0, 2)),
      to: lastHour(clock(period.end)),
    })),
  )
  if (opened.length === 0) return { fromHour: '00:00', toHour: '24:00' }
  const from = Math.max(Math.min(...opened.map((one) => one.from)) - 1, 0)
  const to = Math.min(Math.max(...opened.map((one) => one.to)) + 1, 24)
  return { fromHour: `${two(from)}:00`, toHour: `${two(to)}:00` }
}

const two = (hour: number) => String(hour).padStart(2, '0')

/** The hour at whose end a clock stands; midnight ends the day. */
function lastHour(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  if (hour === 0 && minute === 0) return 24
  return minute > 0 ? hour + 1 : hour
}
