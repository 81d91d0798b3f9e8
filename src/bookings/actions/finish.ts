import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf } from '../../core/time.ts'
import { personIdOf } from '../../people/actions/allow.ts'
import type { Finish } from '../model/use.ts'
import { finishBookingRow, forgetHolds, missBookingRow, takeUntil } from '../queries/use.ts'
import { releaseOccupancy } from '../queries/write.ts'
import { minuteMs } from '../rules/periods.ts'
import { useWords as words } from '../words/use.ts'
import { noteBookingEvent } from './events.ts'
import { holdBooking } from './held.ts'
import { type BookingRow, getBooking } from './read.ts'

type Finished = {
  /** Minutes of the use that lie in somebody else's time. */
  overlapMinutes: number
}

/**
 * Ends a use and says what was done. What is left of its time is free at once; a use that went on too long keeps what
 * it really took, as far as that was nobody else's.
 */
export async function finishBooking(
  ctx: Context,
  id: string,
  done: Finish,
): Promise<Finished & { row: BookingRow }> {
  const finished = await transact(ctx, async (trx) => {
    const { row } = await holdBooking(trx, ctx, { id, command: 'finish' })
    return finishHeld(trx, ctx, { row, done })
  })
  return { ...finished, row: await getBooking(ctx, id) }
}

/** Ends the use of a booking that is held already. */
export async function finishHeld(
  trx: Trx,
  ctx: Context,
  { row, done }: { row: BookingRow; done: Finish },
): Promise<Finished> {
  const at = isoOf(ctx.now())
  await finishBookingRow(trx, row, { at, by: personIdOf(ctx), done })
  await forgetHolds(trx, row.instrumentId, at)
  const { nextMs } = await takeUntil(trx, row, at)
  await recordChange(trx, ctx, {
    action: 'booking.finish',
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: { state: row.state },
    after: { state: 'finished', finishedAt: at, samples: done.samples ?? null },
  })
  await noteBookingEvent(trx, ctx, {
    instrumentId: row.instrumentId,
    bookingId: row.id,
    event: 'finished',
  })
  const over = nextMs === null ? 0 : ctx.now().epochMilliseconds - nextMs
  return { overlapMinutes: Math.max(0, Math.ceil(over / minuteMs)) }
}

/**
 * Gives the rest of a booking's time back: a use that goes on ends; where nobody came since the start, the booking is
 * missed. Before its start it is cancelled instead.
 */
export async function releaseBooking(ctx: Context, id: string): Promise<BookingRow> {
  await transact(ctx, async (trx) => {
    const { row } = await holdBooking(trx, ctx, { id, command: 'release' })
    if (row.state === 'in_use') {
      await finishHeld(trx, ctx, { row, done: {} })
      return
    }
    if (ctx.now().epochMilliseconds < row.start.epochMilliseconds)
      throw new Problem('conflict', words.releaseTooEarly, {
        objections: [{ code: 'not_begun', detail: words.releaseTooEarly }],
      })
    await missHeld(trx, ctx, row)
  })
  return getBooking(ctx, id)
}

/** Notes that nobody came, and gives the time back. The instrument is locked by the caller. */
export async function missHeld(trx: Trx, ctx: Context, row: BookingRow): Promise<void> {
  const at = isoOf(ctx.now())
  await missBookingRow(trx, row, at)
  await releaseOccupancy(trx, row, at)
  await recordChange(trx, ctx, {
    action: 'booking.miss',
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: { state: row.state },
    after: { state: 'missed' },
  })
  await noteBookingEvent(trx, ctx, {
    instrumentId: row.instrumentId,
    bookingId: row.id,
    event: 'missed',
  })
}
