import type { Scope, BookingRow } from '../bookings/model.ts'
import { needRole } from '../bookings/actions/lock-booking.ts'
import { listBookings } from '../bookings/queries/read.ts'
import { bookingWords as words } from '../bookings/words/booking.ts'
import { datesOf, mostDates, mostYears, objectionToRule } from './rules/recurrence.ts'
import type { Context } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { Temporal } from '../../core/time.ts'
import { getInstrument } from '../../instruments/actions.ts'

type Asked = { start: Period['start']; end: Period['end']; recurrence?: string | undefined }

/**
 * The times that are asked for: one, or the dates of a rule of recurrence in the instrument's zone. Refused when that is
 * no rule, has no dates or has no end.
 */
export async function periodsAsked(
  ctx: Context,
  instrumentId: string,
  { start, end, recurrence: rule }: Asked,
): Promise<readonly [Period, ...Period[]]> {
  const period = { start, end }
  if (rule === undefined || rule === '') return [period]
  const wrong = objectionToRule(rule)
  if (wrong) throw badRule(wrong)
  const { zone } = await getInstrument(ctx, instrumentId)
  const { dates, isCut } = datesOf({ rule, period, zone })
  const [first, ...others] = dates
  if (!first) throw badRule(words.noDates)
  if (isCut) throw badRule(words.tooManyDates(mostDates))
  const latest = first.start.toZonedDateTimeISO(zone).add({ years: mostYears }).toInstant()
  if (dates.some((date) => Temporal.Instant.compare(date.start, latest) > 0))
    throw badRule(words.tooFar(mostYears))
  return [first, ...others]
}

const badRule = (message: Text) =>
  new Problem('invalid', message, { issues: [{ path: 'recurrence', message }] })

/**
 * The dates that a command on one of them is about: itself, those after it, or all of its series that have not begun.
 * The instrument is locked by the caller; forbidden where one of them is not the actor's to change.
 */
export async function datesInScope(
  trx: Trx,
  ctx: Context,
  { row, scope }: { row: BookingRow; scope: Scope },
): Promise<[BookingRow, ...BookingRow[]]> {
  if (row.seriesId === null || scope === 'one') return [row]
  const rows = await listBookings(trx, ctx.actor, {
    instrument: row.instrumentId,
    series: row.seriesId,
    states: ['pending', 'confirmed'],
    limit: mostDates,
  })
  const from = (scope === 'following' ? row.start : ctx.now()).epochMilliseconds
  const others = rows.filter(({ start, id }) => id !== row.id && start.epochMilliseconds >= from)
  for (const other of others) needRole(ctx, other)
  return [row, ...others]
}
