import type { BookingRow } from '../../bookings/model.ts'
import { personIdOf } from '../../../core/permission.ts'
import { recordBooking } from '../../bookings/actions/events.ts'
import { releaseOccupancy } from '../../bookings/queries/write.ts'
import type { Finish } from '../model.ts'
import { finishBookingRow, forgetHolds, missBookingRow, takeUntil } from '../queries.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { minuteMs } from '../../../core/periods.ts'
import { isoOf } from '../../../core/time.ts'

export type Finished = {
  /** Minutes of the use that lie in somebody else's time. */
  overlapMinutes: number
}

/** Ends the use of a booking. The instrument is locked by the caller. */
export async function finishLocked(
  trx: Trx,
  ctx: Context,
  { row, done }: { row: BookingRow; done: Omit<Finish, 'problem'> },
): Promise<Finished> {
  const at = isoOf(ctx.now())
  await finishBookingRow(trx, row, { at, by: personIdOf(ctx), done })
  await forgetHolds(trx, row.instrumentId, at)
  const { nextMs } = await takeUntil(trx, row, at)
  await recordBooking(trx, ctx, row, {
    action: 'booking.finish',
    event: 'finished',
    before: { state: row.state },
    after: { state: 'finished', finishedAt: at, samples: done.samples ?? null },
  })
  const over = nextMs === null ? 0 : ctx.now().epochMilliseconds - nextMs
  return { overlapMinutes: Math.max(0, Math.ceil(over / minuteMs)) }
}

/** Notes that nobody came, and gives the time back. The instrument is locked by the caller. */
export async function missLocked(trx: Trx, ctx: Context, row: BookingRow): Promise<void> {
  const at = isoOf(ctx.now())
  await missBookingRow(trx, row, at)
  await releaseOccupancy(trx, row, at)
  await recordBooking(trx, ctx, row, {
    action: 'booking.miss',
    event: 'missed',
    before: { state: row.state },
    after: { state: 'missed' },
  })
}
