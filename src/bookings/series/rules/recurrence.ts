import { RRuleTemporal } from 'rrule-temporal'
import type { Text } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { type Period, lastingAlike } from '../../../core/periods.ts'
import { recurrenceWords as words } from '../words.ts'

/** Most dates that one rule books. */
export const mostDates = 200
/** The last of them begins within so many years of the first. */
export const mostYears = 10

/** What a number of a rule may be at most; those that count from the end too may be as much below nought. */
const mostOf = new Map([
  ['COUNT', mostDates],
  ['INTERVAL', 366],
  ['BYMONTH', 12],
  ['BYMONTHDAY', 31],
  ['BYSETPOS', 366],
])
const fromTheEnd = new Set(['BYMONTHDAY', 'BYSETPOS'])

const frequencies = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/
/** Days by their number in the year and weeks by theirs are read in two ways (see its test), and nobody books so. */
const parts = /^(?:FREQ|UNTIL|COUNT|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+$/

/** What is wrong with a rule of recurrence for bookings (RFC 5545 §3.3.10); undefined when it may be. */
export function objectionToRule(text: string): Text | undefined {
  const ruleParts = partsOf(text)
  const names = ruleParts.map((part) => part.split('=')[0])
  if (ruleParts.some((part) => !parts.test(part))) return words.unreadable
  if (!ruleParts.some((part) => frequencies.test(part))) return words.frequency
  if (new Set(names).size < names.length) return words.unreadable
  const beyond = ruleParts.flatMap((part) => beyondRange(part) ?? [])
  if (beyond[0]) return beyond[0]
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
 * Each lasts as many minutes as the first, or as many whole days. `rule` has no objection; one that matches no day for
 * years, like 30 February, has no dates.
 */
export function datesOf(
  { rule, period, zone }: { rule: string; period: Period; zone: string },
  limit: number = mostDates,
): Recurrence {
  const starts = startsOf(dated(rule, period.start, zone), limit)
  return {
    dates: starts.slice(0, limit).map((start) => lastingAlike(start, period, zone)),
    isCut: starts.length > limit,
  }
}

/** One more than the limit, where there are so many. The library gives up a rule that matches nothing by throwing. */
function startsOf(rule: ReturnType<typeof dated>, limit: number): Temporal.Instant[] {
  const starts: Temporal.Instant[] = []
  try {
    rule.all((date, index) => {
      if (index <= limit)
        starts.push(Temporal.Instant.fromEpochMilliseconds(date.epochMilliseconds))
      return index <= limit
    })
  } catch {
    // What it found before is what there is.
  }
  return starts
}

/**
 * Where another date of a series goes when one of its dates moves `from` … `to`: by as many days and hours of the
 * zone's own clock, for as long as `to`. A local time that does not exist goes on by the gap; one that a gap pushed on
 * before counts as the time of the series, so that moving back brings it back.
 */
export function movedAlike(
  other: Period,
  { from, to, zone }: { from: Period; to: Period; zone: string },
): Period {
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime()
  const by = local(from.start).until(local(to.start), { largestUnit: 'hours' })
  const own = local(other.start)
  const meant = own.withPlainTime(local(from.start).toPlainTime())
  const wasPushed = meant.toZonedDateTime(zone).toInstant().equals(other.start)
  const start = (wasPushed ? meant : own).add(by).toZonedDateTime(zone).toInstant()
  return lastingAlike(start, to, zone)
}

function beyondRange(part: string): Text | undefined {
  const [name = '', numbers = ''] = part.split('=')
  const most = mostOf.get(name)
  if (most === undefined) return undefined
  const isIn = (text: string) => {
    const number = Number(fromTheEnd.has(name) ? text.replace(/^[+-]/, '') : text)
    return Number.isInteger(number) && number >= 1 && number <= most
  }
  return numbers.split(',').every(isIn) ? undefined : words.outOfRange(name, most)
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
