import type { BookingRow } from '../../bookings/model.ts'
import { personIdOf } from '../../../core/permission.ts'
import { recordBooking } from '../../bookings/actions/events.ts'
import { lockInAnyState } from '../../bookings/actions/lock-booking.ts'
import { getBooking } from '../../bookings/actions/read.ts'
import { finishLocked } from './end.ts'
import type { Start } from '../model.ts'
import { findOtherUse, startBookingRow, takeFrom } from '../queries.ts'
import { earlyMinutes, objectionsToStart } from '../rules.ts'
import { judge, type Verdict } from '../../verdict/actions/judge.ts'
import { acceptDates } from '../../verdict/actions/refuse.ts'
import { asSystem, type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { widened } from '../../../core/periods.ts'
import { isoOf } from '../../../core/time.ts'

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
  const { row } = await lockInAnyState(trx, ctx, id)
  const at = isoOf(ctx.now())
  const other = await findOtherUse(trx, row, at)
  const ends = endPrevious && other?.isOver === true && hasBegun(ctx, row)
  acceptDates(await judgeStart(trx, ctx, { row, isInUse: other !== undefined && !ends }))
  if (ends) await endOther(trx, ctx, other.id)
  await startBookingRow(trx, row, { at, by: personIdOf(ctx) })
  if (ctx.now().epochMilliseconds < row.start.epochMilliseconds) await takeFrom(trx, row, at)
  await recordBooking(trx, ctx, row, {
    action: 'booking.start',
    event: 'started',
    before: { state: row.state },
    after: { state: 'in_use', startedAt: at },
  })
}

const hasBegun = (ctx: Context, { start }: BookingRow) =>
  start.epochMilliseconds <= ctx.now().epochMilliseconds

/** Whoever comes next need not be allowed to see whose use that is. */
async function endOther(trx: Trx, ctx: Context, id: string): Promise<void> {
  const row = await getBooking(asSystem(ctx, 'start'), id, trx)
  await finishLocked(trx, ctx, { row, done: {} })
}

const judgeStart = (
  trx: Trx,
  ctx: Context,
  { row, isInUse }: { row: BookingRow; isInUse: boolean },
): Promise<Verdict> =>
  judge(
    ctx,
    {
      instrumentId: row.instrumentId,
      of: row,
      dates: [{ period: row, booking: row }],
      rules: (period, facts) => objectionsToStart({ ...facts, period, state: row.state, isInUse }),
      window: widened(row, earlyMinutes, 0),
    },
    trx,
  )
