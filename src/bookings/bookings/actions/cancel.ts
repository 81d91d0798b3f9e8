import { personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { cancelBookingRow } from '../queries/change.ts'
import { releaseOccupancy } from '../queries/write.ts'
import { bookingWords as words } from '../words/booking.ts'
import { noteBookingEvent } from './events.ts'
import { holdBooking, isOwn } from './hold-row.ts'
import type { BookingRow } from './read.ts'

/** Cancels a booking that has not begun and gives its time back. Another's needs a reason and the right. */
export async function cancelIn(
  trx: Trx,
  ctx: Context,
  { id, reason }: { id: string; reason: string | undefined },
): Promise<void> {
  const { row } = await holdBooking(trx, ctx, { id, command: 'cancel' })
  const own = isOwn(ctx, row)
  if (!own && !reason)
    throw new Problem('invalid', words.reasonNeeded, {
      issues: [{ path: 'reason', message: words.reasonNeeded }],
    })
  await endBooking(trx, ctx, { row, as: own ? 'own' : 'staff', reason: reason || null })
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
  const { action, event } = endings[as]
  await cancelBookingRow(trx, row, { at, by: personIdOf(ctx), reason, as })
  await releaseOccupancy(trx, row, at)
  await recordChange(trx, ctx, {
    action,
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: { state: row.state },
    after: { state: 'cancelled', reason },
  })
  await noteBookingEvent(trx, ctx, { instrumentId: row.instrumentId, bookingId: row.id, event })
}
