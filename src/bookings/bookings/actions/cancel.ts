import type { Cancellation, BookingRow } from '../model.ts'
import { personIdOf } from '../../../core/permission.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { datesInScope } from '../../series/actions.ts'
import { cancelBookingRow, releaseOccupancy } from '../queries/write.ts'
import { bookingWords as words } from '../words/booking.ts'
import { recordBooking } from './events.ts'
import { isOwn, lockBooking } from './lock-booking.ts'
import { getBooking } from './read.ts'

/**
 * Cancels a booking that has not begun and gives its time back; with `scope`, other dates of its series too, in one
 * transaction. Another's needs a reason and the right.
 */
export async function cancelBooking(
  ctx: Context,
  id: string,
  { reason, scope = 'one' }: Cancellation,
): Promise<BookingRow> {
  await transact(ctx, async (trx) => {
    const { row: asked } = await lockBooking(trx, ctx, { id, command: 'cancel' })
    for (const row of await datesInScope(trx, ctx, { row: asked, scope })) {
      const own = isOwn(ctx, row)
      if (!own && !reason)
        throw new Problem('invalid', words.reasonNeeded, {
          issues: [{ path: 'reason', message: words.reasonNeeded }],
        })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await endBooking(trx, ctx, { row, as: own ? 'own' : 'staff', reason: reason || null })
    }
  })
  return getBooking(ctx, id)
}

const endings = {
  own: { action: 'booking.cancel', event: 'cancelled' },
  staff: { action: 'booking.cancel', event: 'cancelled' },
  declined: { action: 'booking.decline', event: 'declined' },
  outage: { action: 'booking.displace', event: 'displaced' },
} as const

/** Ends a booking that will not take place, and gives its time back. The instrument is locked by the caller. */
export async function endBooking(
  trx: Trx,
  ctx: Context,
  { row, as, reason }: { row: BookingRow; as: keyof typeof endings; reason: string | null },
): Promise<void> {
  const at = isoOf(ctx.now())
  await cancelBookingRow(trx, row, { at, by: personIdOf(ctx), reason, as })
  await releaseOccupancy(trx, row, at)
  await recordBooking(trx, ctx, row, {
    ...endings[as],
    before: { state: row.state },
    after: { state: 'cancelled', reason },
  })
}
