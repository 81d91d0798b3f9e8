import { calendarPeriods } from '../../../bookings/verdict/rules/hours.ts'
import { clipped, periodOf, type Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { type AskedPeriod, type Bucket, isDay } from '../model.ts'
import { useWords as words } from '../words.ts'

const longestDays = 3660

/** The period asked for in one zone; days begin and end at its own midnights. Undefined where nothing is between. */
function periodIn(zone: string, { from, to }: AskedPeriod): Period | undefined {
  const start = startOf(from, zone)
  const end = isDay(to) ? dayStart(Temporal.PlainDate.from(to).add({ days: 1 }), zone) : msOf(to)
  return start < end ? periodOf(start, end) : undefined
}

/** `from` and `to`, or 1 January and today where unset; refused when the period is empty or too long. */
export function askedPeriod(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: Temporal.Instant,
  zone: string,
): AskedPeriod {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const until = to ?? today.toString()
  const asked = { from: from ?? `${until.slice(0, 4)}-01-01`, to: until }
  const period = periodIn(zone, asked)
  const days = period
    ? (period.end.epochMilliseconds - period.start.epochMilliseconds) / 86_400_000
    : 0
  if (days <= 0) throw refused(words.nothingBetween)
  if (days > longestDays) throw refused(words.tooLong)
  return asked
}

const refused = (message: typeof words.tooLong) =>
  new Problem('invalid', message, { issues: [{ path: 'to', message }] })

/** The period cut by the calendar of each zone, or whole under the key `all`. */
export function bucketsIn(
  zones: readonly string[],
  asked: AskedPeriod,
  per: 'all' | 'month' | 'week',
): Bucket[] {
  return zones.flatMap((zone) => {
    const period = periodIn(zone, asked)
    if (!period) return []
    if (per === 'all') return [bucketOf(zone, 'all', period)]
    return calendarPeriods(per, zone, period).flatMap((whole) => {
      const part = clipped(whole, period)
      const day = whole.start.toZonedDateTimeISO(zone).toPlainDate().toString()
      return part ? [bucketOf(zone, per === 'month' ? day.slice(0, 7) : day, part)] : []
    })
  })
}

const bucketOf = (zone: string, key: string, { start, end }: Period): Bucket => ({
  zone,
  key,
  startMs: start.epochMilliseconds,
  endMs: end.epochMilliseconds,
})

/** How many years the asked period is, of 365 days: what yearly norms are multiplied with. */
export function yearsIn(asked: AskedPeriod, zone: string): number {
  const period = periodIn(zone, asked)
  if (!period) return 0
  const ms = period.end.epochMilliseconds - period.start.epochMilliseconds
  const days = ms / 86_400_000
  return days >= 365 && days <= 366.5 ? 1 : days / 365
}

const msOf = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const startOf = (edge: string, zone: string) =>
  isDay(edge) ? dayStart(Temporal.PlainDate.from(edge), zone) : msOf(edge)
const dayStart = (day: Temporal.PlainDate, zone: string) =>
  day.toZonedDateTime({ timeZone: zone }).epochMilliseconds

const presetNames = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'lastMonths',
] as const
export type PresetName = (typeof presetNames)[number]

type Preset = { name: PresetName; period: AskedPeriod }

/** The usual periods at a moment in a zone, up to today. */
export function presetsAt(now: Temporal.Instant, zone: string): Preset[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const month = today.with({ day: 1 })
  const quarter = month.with({ month: today.month - ((today.month - 1) % 3) })
  const year = month.with({ month: 1 })
  const spans: Record<PresetName, [start: Temporal.PlainDate, months: number]> = {
    thisMonth: [month, 1],
    lastMonth: [month.subtract({ months: 1 }), 1],
    thisQuarter: [quarter, 3],
    lastQuarter: [quarter.subtract({ months: 3 }), 3],
    thisYear: [year, 12],
    lastYear: [year.subtract({ years: 1 }), 12],
    lastMonths: [month.subtract({ months: 11 }), 12],
  }
  return presetNames.map((name) => {
    const { from, to } = spanOf(...spans[name])
    return { name, period: { from, to: to > today.toString() ? today.toString() : to } }
  })
}

/** The last twelve months, the present one included. */
export function lastMonthsAt(now: Temporal.Instant, zone: string): AskedPeriod {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const { from } = spanOf(today.with({ day: 1 }).subtract({ months: 11 }), 12)
  return { from, to: today.toString() }
}

const spanOf = (start: Temporal.PlainDate, months: number): AskedPeriod => ({
  from: start.toString(),
  to: start.add({ months }).subtract({ days: 1 }).toString(),
})

/** First and last day of a month (`2026-03`) or of the week that a day begins. */
export function daysOf(key: string): AskedPeriod {
  const isMonth = key.length === 7
  const start = Temporal.PlainDate.from(isMonth ? `${key}-01` : key)
  return isMonth ? spanOf(start, 1) : { from: key, to: start.add({ days: 6 }).toString() }
}

/** What of some days is inside a period asked for; a period of moments keeps its own edges. */
export const daysWithin = (days: AskedPeriod, asked: AskedPeriod): AskedPeriod => ({
  from: asked.from.slice(0, 10) > days.from ? asked.from : days.from,
  to: asked.to.slice(0, 10) < days.to || isSameDay(asked.to, days.to) ? asked.to : days.to,
})

const isSameDay = (edge: string, day: string) => edge.slice(0, 10) === day
