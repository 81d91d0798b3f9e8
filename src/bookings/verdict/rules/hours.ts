import { Temporal } from '../../../core/time.ts'
import { type Period, clipped, merged, periodOf } from '../../../core/periods.ts'
import type { Policy, QuotaPeriod, WeeklyHours } from '../../policies/model.ts'

/** The rules that say when, and the zone whose clock and calendar they mean. */
export type Timetable = { policy: Pick<Policy, 'hours' | 'closedDays' | 'peak'>; zone: string }

/** When the instrument is given at all: its weekly hours without its closed days, inside the window; merged. */
export function openPeriods({ policy, zone }: Timetable, window: Period): Period[] {
  const { hours, closedDays = [] } = policy
  if (!hours && closedDays.length === 0) return [window]
  const open = daysIn(zone, window).filter((day) => !isClosed(day, closedDays))
  return inside(
    open.flatMap((day) => spansOf(day, zone, hours)),
    window,
  )
}

/** The weekly hours alone, whatever days are closed. */
export function weeklyPeriods(
  { zone, hours }: { zone: string; hours: readonly WeeklyHours[] | undefined },
  window: Period,
): Period[] {
  if (!hours) return [window]
  return inside(
    daysIn(zone, window).flatMap((day) => spansOf(day, zone, hours)),
    window,
  )
}

export const peakPeriods = ({ policy, zone }: Timetable, window: Period): Period[] =>
  policy.peak ? weeklyPeriods({ zone, hours: policy.peak.windows }, window) : []

/** The closed days that the window touches, as `2026-10-01`. */
export const closedDaysIn = ({ policy, zone }: Timetable, window: Period): string[] =>
  policy.closedDays
    ? daysIn(zone, window)
        .filter((day) => isClosed(day, policy.closedDays ?? []))
        .map(String)
    : []

/** The days, ISO weeks, months or years of the zone's calendar that a period touches. */
export function calendarPeriods(per: QuotaPeriod, zone: string, period: Period): Period[] {
  const last = period.end.epochMilliseconds - 1
  const result: Period[] = []
  let day = firstDay(per, dayOf(period.start, zone))
  while (instantOf(day, zone) <= last) {
    const next = day.add(lengths[per])
    result.push(periodOf(instantOf(day, zone), instantOf(next, zone)))
    day = next
  }
  return result
}

/** Minutes since the local midnight, with what is beyond the minute as a fraction. */
export function clockMinutes(at: Temporal.Instant, zone: string): number {
  const { hour, minute, second, millisecond } = at.toZonedDateTimeISO(zone)
  return hour * 60 + minute + second / 60 + millisecond / 60_000
}

/** Part of a grid of starts: from `begin` on, its points are so many steps after `origin`. */
export type GridPart = { begin: Temporal.Instant; origin: Temporal.Instant }

/** The grid begins anew at each local midnight; where clocks change, it goes on by the new time of day. */
export function gridParts(zone: string, { start, end }: Period): GridPart[] {
  const parts: GridPart[] = []
  let at = start.toZonedDateTimeISO(zone).startOfDay()
  while (at.epochMilliseconds < end.epochMilliseconds) {
    const begin = at.toInstant()
    parts.push({ begin, origin: begin.subtract({ minutes: at.hour * 60 + at.minute }) })
    const midnight = at.add({ days: 1 }).startOfDay()
    const hasChange = midnight.offsetNanoseconds !== at.offsetNanoseconds
    at = (hasChange && at.getTimeZoneTransition('next')) || midnight
  }
  return parts
}

const lengths = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  year: { years: 1 },
} as const

function firstDay(per: QuotaPeriod, day: Temporal.PlainDate): Temporal.PlainDate {
  if (per === 'week') return day.subtract({ days: day.dayOfWeek - 1 })
  if (per === 'month') return day.with({ day: 1 })
  return per === 'year' ? day.with({ month: 1, day: 1 }) : day
}

const dayOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate()

/** A local time that does not exist moves on by the gap; of two, the first counts (RFC 5545 §3.3.5). */
const instantOf = (day: Temporal.PlainDate, zone: string, clock = '00:00'): number =>
  day.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds

function daysIn(zone: string, { start, end }: Period): Temporal.PlainDate[] {
  const last = dayOf(Temporal.Instant.fromEpochMilliseconds(end.epochMilliseconds - 1), zone)
  const days: Temporal.PlainDate[] = []
  for (
    let day = dayOf(start, zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    days.push(day)
  return days
}

const isClosed = (day: Temporal.PlainDate, closures: NonNullable<Policy['closedDays']>) => {
  const text = day.toString()
  return closures.some(({ from, to = from }) => from <= text && text <= to)
}

const wholeDay = { from: '00:00', to: '24:00' }

function spansOf(
  day: Temporal.PlainDate,
  zone: string,
  hours: readonly WeeklyHours[] | undefined,
): Period[] {
  const spans = hours ? hours.filter(({ days }) => days.includes(day.dayOfWeek)) : [wholeDay]
  return spans.map(({ from, to }) =>
    periodOf(
      instantOf(day, zone, from),
      to === '24:00' ? instantOf(day.add({ days: 1 }), zone) : instantOf(day, zone, to),
    ),
  )
}

const inside = (periods: readonly Period[], window: Period): Period[] =>
  merged(periods).flatMap((period) => clipped(period, window) ?? [])
