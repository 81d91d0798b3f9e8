import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf } from '../../core/time.ts'
import { personIdOf } from '../../people/actions/allow.ts'
import { findSituation } from '../queries/situation.ts'
import { isUsedByOther, startBookingRow, takeFrom } from '../queries/use.ts'
import { bookingFacts } from '../rules/facts.ts'
import { widened } from '../rules/periods.ts'
import { earlyMinutes, objectionsToStart, type StartObjection } from '../rules/starting.ts'
import { bookingWords as words } from '../words/booking.ts'
import { noteBookingEvent } from './events.ts'
import { holdInAnyState } from './held.ts'
import { type BookingRow, getBooking } from './read.ts'
import { refusal } from './refuse.ts'

/**
 * Begins the use of a booking: now, and up to 15 minutes early where the time before it is free. Refused with every
 * reason at once: not confirmed, in use, in an outage, not qualified any more, too early, too late.
 */
export async function startBooking(ctx: Context, id: string): Promise<BookingRow> {
  await transact(ctx, (trx) => startIn(trx, ctx, id))
  return getBooking(ctx, id)
}

/** The same inside a transaction of the caller. */
export async function startIn(trx: Trx, ctx: Context, id: string): Promise<void> {
  const { row } = await holdInAnyState(trx, ctx, id)
  const objections = await objectionsNow(trx, ctx, row)
  if (objections.length > 0) throw refusal(objections)
  const at = isoOf(ctx.now())
  await startBookingRow(trx, row, { at, by: personIdOf(ctx) })
  if (ctx.now().epochMilliseconds < row.start.epochMilliseconds) await takeFrom(trx, row, at)
  await recordChange(trx, ctx, {
    action: 'booking.start',
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: { state: row.state },
    after: { state: 'in_use', startedAt: at },
  })
  await noteBookingEvent(trx, ctx, {
    instrumentId: row.instrumentId,
    bookingId: row.id,
    event: 'started',
  })
}

async function objectionsNow(trx: Trx, ctx: Context, row: BookingRow): Promise<StartObjection[]> {
  const now = ctx.now()
  const period = { start: row.start, end: row.end }
  const situation = await findSituation(trx, {
    instrumentId: row.instrumentId,
    personId: row.personId,
    labId: null,
    now: isoOf(now),
    window: widened(period, earlyMinutes, 0),
    viewer: ctx.actor,
    changing: [row.id],
  })
  if (!situation) throw new Problem('not-found', words.noInstrument)
  const facts = bookingFacts(situation, { now, audience: row.audience, hasProject: true })
  return objectionsToStart({
    ...facts,
    state: row.state,
    period,
    isInUse: await isUsedByOther(trx, row),
  })
}
