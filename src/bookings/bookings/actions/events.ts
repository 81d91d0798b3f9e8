import { personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { ActionOn } from '../../../audit/model.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { BookingEvent } from '../model.ts'
import { undoing } from '../rules.ts'
import { isoOf } from '../../../core/time.ts'

type What = {
  action: ActionOn<'booking'>
  event: BookingEvent
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/**
 * Records what happened to a booking, in the same transaction: an audit row, and the job `booking_happened`, which
 * sends letters, makes charges and promotes who waits, each of them once however often it runs. What follows from a
 * decision waits until it cannot be taken back any more.
 */
export async function recordBooking(
  trx: Trx,
  ctx: Context,
  { id, instrumentId, institutionId }: { id: string; instrumentId: string; institutionId: string },
  { event, ...change }: What,
): Promise<void> {
  await recordChange(trx, ctx, { ...change, entity: 'booking', entityId: id, institutionId })
  const at = ctx.now()
  const payload = { instrumentId, bookingId: id, event, at: isoOf(at), by: personIdOf(ctx) }
  const told = at.add({ seconds: undoing.toldAfterSeconds })
  await ctx.jobs.add(
    trx,
    'booking_happened',
    payload,
    decisions.has(event) ? { runAt: new Date(told.epochMilliseconds) } : {},
  )
}

const decisions: ReadonlySet<BookingEvent> = new Set(['approved', 'declined'])
