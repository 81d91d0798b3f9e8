import { personIdOf } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { Start } from '../model.ts'
import { findSituation } from '../../verdict/queries.ts'
import { findOtherUse, startBookingRow, takeFrom } from '../queries.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { widened } from '../../../core/periods.ts'
import { earlyMinutes, objectionsToStart, type StartObjection } from '../rules.ts'
import { noteBookingEvent } from '../../bookings/actions/events.ts'
import { holdInAnyState } from '../../bookings/actions/hold-row.ts'
import { finishHeld } from './hold-use.ts'
import { type BookingRow, getBooking } from '../../bookings/actions/read.ts'
import { refusal } from '../../verdict/actions/refuse.ts'

/**
 * Begins the use of a booking: now, and up to 15 minutes early where the time before it is free. Refused with every
 * reason at once: not confirmed, in use, in an outage, not qualified any more, too early, too late. With `endPrevious`,
 * a use before it whose time is over is ended first: its person went and forgot to say so.
 */
export async function startBooking(
  ctx: Context,
  id: string,
  { endPrevious }: Start = { endPrevious: false },
): Promise<BookingRow> {
  await transact(ctx, (trx) => startIn(trx, ctx, { id, endPrevious }))
  return getBooking(ctx, id)
}

async function startIn(
  trx: Trx,
  ctx: Context,
  { id, endPrevious }: Start & { id: string },
): Promise<void> {
  const { row } = await holdInAnyState(trx, ctx, id)
  const at = isoOf(ctx.now())
  const other = await findOtherUse(trx, row, at)
  const ends = endPrevious && other?.isOver === true && hasBegun(ctx, row)
  const objections = await objectionsNow(trx, ctx, { row, isInUse: other !== undefined && !ends })
  if (objections.length > 0) throw refusal(objections)
  if (ends) await endOther(trx, ctx, other.id)
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

const hasBegun = (ctx: Context, { start }: BookingRow) =>
  start.epochMilliseconds <= ctx.now().epochMilliseconds

/** Whoever comes next need not be allowed to see whose use that is. */
async function endOther(trx: Trx, ctx: Context, id: string): Promise<void> {
  const asHouse: Context = { ...ctx, actor: { type: 'system', job: 'start' } }
  await finishHeld(trx, ctx, { row: await getBooking(asHouse, id, trx), done: {} })
}

type Question = { row: BookingRow; isInUse: boolean }

async function objectionsNow(
  trx: Trx,
  ctx: Context,
  { row, isInUse }: Question,
): Promise<StartObjection[]> {
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
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  const facts = bookingFacts(situation, { now, audience: row.audience, hasProject: true })
  return objectionsToStart({
    ...facts,
    state: row.state,
    period,
    isInUse,
  })
}
