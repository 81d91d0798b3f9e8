import { personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { isoOf } from '../../../core/time.ts'
import type { Finish } from '../model.ts'
import { finishBookingRow, forgetHolds, missBookingRow, takeUntil } from '../queries.ts'
import { releaseOccupancy } from '../../bookings/queries/write.ts'
import { minuteMs } from '../../../core/periods.ts'
import { noteBookingEvent } from '../../bookings/actions/events.ts'
import type { BookingRow } from '../../bookings/actions/read.ts'

export type Finished = {
  /** Minutes of the use that lie in somebody else's time. */
  overlapMinutes: number
}

/** Ends the use of a booking that is held already. */
export async function finishHeld(
  trx: Trx,
  ctx: Context,
  { row, done }: { row: BookingRow; done: Omit<Finish, 'problem'> },
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
