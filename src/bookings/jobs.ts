import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import type { BookingEvent, BookingHappened } from './bookings/model.ts'
import { releaseExpiredHolds } from './bookings/actions/holds.ts'
import { wasUndone } from './bookings/actions/undo.ts'
import { promoteEverywhere, promoteWaiting } from './waitlist/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** What follows from something that happened to a booking: letters, charges, promotion of who waits. */
    booking_happened: BookingHappened
    release_holds: Record<string, never>
    /** Books for who waits: at one instrument, or wherever somebody does. */
    promote_waiting: { instrumentId?: string }
  }
}

/**
 * What follows from something that happened to a booking. Each of it is done once, however often the job runs, and one
 * failing does not keep the others from being done: the job is tried again as a whole.
 */
export async function bookingHappened(
  ctx: Context,
  happened: Happened,
  followUps: readonly FollowUp[],
): Promise<void> {
  if (await wasUndone(ctx, happened)) return
  const followed = await Promise.allSettled(followUps.map((follow) => follow(ctx, happened)))
  for (const one of followed) if (one.status === 'rejected') throw one.reason
}

type Happened = JobPayloads['booking_happened']
/** What an area does about it. */
export type FollowUp = (ctx: Context, happened: Happened) => Promise<void>

/** Whenever time may have become free. */
export const promoteWhoWaits: FollowUp = async (ctx, { instrumentId, event }) => {
  if (freeing.has(event)) await promoteWaiting(ctx, instrumentId)
}

const freeing: ReadonlySet<BookingEvent> = new Set([
  'changed',
  'cancelled',
  'declined',
  'displaced',
  'finished',
  'missed',
])

/** Of one instrument when it is named, or else wherever somebody waits. */
export const promoteWaitlist = async (
  ctx: Context,
  { instrumentId }: JobPayloads['promote_waiting'],
): Promise<void> => {
  await (instrumentId === undefined ? promoteEverywhere(ctx) : promoteWaiting(ctx, instrumentId))
}

export const releaseHolds = async (ctx: Context): Promise<void> => {
  await releaseExpiredHolds(ctx)
}
