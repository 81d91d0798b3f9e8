import { RRuleTemporal } from 'rrule-temporal'
import type { Text } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { type Period, minutesIn } from '../../../core/periods.ts'
import { recurrenceWords as words } from '../words.ts'

/** Most dates that one rule books. */
export const mostDates = 200

const frequencies = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/
/** Days by their number in the year and weeks by theirs are read in two ways (see its test), and nobody books so. */
const parts = /^(?:FREQ|UNTIL|COUNT|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+$/

/** What is wrong with a rule of recurrence for bookings (RFC 5545 §3.3.10); undefined when it may be. */
export function objectionToRule(text: string): Text | undefined {
  const ruleParts = partsOf(text)
  if (ruleParts.some((part) => !parts.test(part))) return words.unreadable
  if (!ruleParts.some((part) => frequencies.test(part))) return words.frequency
  try {
    dated(text, Temporal.Instant.fromEpochMilliseconds(0), 'UTC')
    return undefined
  } catch {
    return words.unreadable
  }
}

export type Recurrence = {
  dates: Period[]
  /** There would be more: a rule without an end, or with too many dates, is cut. */
  isCut: boolean
}

/**
 * The dates of a rule whose first is `period`, in the zone's own clock: a booking at 9 stays at 9 whatever daylight
 * saving does. A local time that does not exist is left out, of two equal ones the first is meant (RFC 5545 §3.3.5).
 * Each lasts as many minutes as the first. `rule` has no objection.
 */
export function datesOf(
  { rule, period, zone }: { rule: string; period: Period; zone: string },
  limit: number = mostDates,
): Recurrence {
  const minutes = minutesIn(period)
  const starts = dated(rule, period.start, zone)
    .all((_, index) => index <= limit)
    .map((date) => Temporal.Instant.fromEpochMilliseconds(date.epochMilliseconds))
  return {
    dates: starts.slice(0, limit).map((start) => ({ start, end: start.add({ minutes }) })),
    isCut: starts.length > limit,
  }
}

/**
 * Where another date of a series goes when one of its dates moves `from` … `to`: by as many days and hours of the
 * zone's own clock, for as long as `to`. A local time that does not exist goes on by the gap.
 */
export function movedAlike(
  other: Period,
  { from, to, zone }: { from: Period; to: Period; zone: string },
): Period {
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime()
  const by = local(from.start).until(local(to.start), { largestUnit: 'hours' })
  const start = local(other.start).add(by).toZonedDateTime(zone).toInstant()
  return { start, end: start.add({ minutes: minutesIn(to) }) }
}

/** `FREQ=WEEKLY;COUNT=10` by its parts; a leading `RRULE:` and a trailing semicolon are seen in the wild. */
const partsOf = (text: string): string[] =>
  text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .filter((part) => part !== '')

const dated = (rule: string, start: Temporal.Instant, zone: string) =>
  new RRuleTemporal<Temporal.ZonedDateTime>({
    rruleString: `RRULE:${partsOf(rule)
      .map((part) => inUtc(part, zone))
      .join(';')}`,
    dtstart: start.toZonedDateTimeISO(zone),
    temporal: Temporal,
    maxIterations: 10_000,
  })

/**
 * Where a start has a time, UNTIL is a moment in UTC (RFC 5545 §3.3.10). One without its Z is the zone's own clock,
 * as people write it: a day alone means all of it.
 */
function inUtc(part: string, zone: string): string {
  const [, day, time] = /^UNTIL=(\d{8})(?:T(\d{6}))?$/.exec(part) ?? []
  if (day === undefined) return part
  const local = Temporal.PlainDateTime.from(`${day}T${time ?? '235959'}`)
  return `UNTIL=${compact(local.toZonedDateTime(zone).toInstant())}`
}

/** `20261231T155959Z`, as iCalendar writes a moment. */
const compact = (moment: Temporal.Instant): string =>
  moment.round('second').toString().replaceAll(/[-:]/g, '')
