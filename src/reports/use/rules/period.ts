import { calendarPeriods } from '../../../bookings/verdict/rules/hours.ts'
import { clipped, periodOf, type Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { type AskedPeriod, type Bucket, isDay } from '../model/period.ts'
import { useWords as words } from '../words/use.ts'

const longestDays = 3660

/** The period asked for in one zone; days begin and end at its own midnights. Undefined where nothing is between. */
function periodIn(zone: string, { from, to }: AskedPeriod): Period | undefined {
  const start = startOf(from, zone)
  const end = isDay(to) ? dayStart(Temporal.PlainDate.from(to).add({ days: 1 }), zone) : msOf(to)
  return start < end ? periodOf(start, end) : undefined
}

/** As `from` and `to` were given, or from 1 January until today; refused when nothing is between them. */
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
