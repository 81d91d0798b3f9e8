import { signedIn } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import { type Page, pageOf } from '../../../core/paging.ts'
import { countBookings, listBookings } from '../queries/read.ts'
import { type BookingRow, cursorIn } from './read.ts'

const countedTo = 1000

/** Bookings that wait for a yes which the person who asks may give, the one that begins first at the top. */
export async function bookingsToDecide(
  ctx: Context,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<BookingRow>> {
  const filter = {
    states: ['pending'] as const,
    decidedBy: signedIn(ctx),
    limit,
    after: cursorIn(after),
  }
  const rows = await listBookings(ctx.db, ctx.actor, filter)
  const count = await countBookings(ctx.db, ctx.actor, filter, countedTo + 1)
  return {
    ...pageOf(rows, limit, ({ start, id }) => [start.epochMilliseconds, id]),
    total: { value: Math.min(count, countedTo), relation: count > countedTo ? 'gte' : 'eq' },
  }
}
