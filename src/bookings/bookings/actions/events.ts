import { personIdOf } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { BookingEvent } from '../model/events.ts'
import { isoOf } from '../../../core/time.ts'

/**
 * Notes what happened to a booking in the transaction of the fact: the job `booking_happened` writes letters, makes
 * charges and promotes who waits, each of them once however often it runs.
 */
export async function noteBookingEvent(
  trx: Trx,
  ctx: Context,
  {
    instrumentId,
    bookingId,
    event,
  }: { instrumentId: string; bookingId: string; event: BookingEvent },
): Promise<void> {
  await ctx.jobs.add(trx, 'booking_happened', {
    instrumentId,
    bookingId,
    event,
    at: isoOf(ctx.now()),
    by: personIdOf(ctx),
  })
}
