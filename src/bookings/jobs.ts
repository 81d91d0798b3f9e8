import { chargeBooking } from '../charges/charges/actions/charge.ts'
import type { Context } from '../core/context.ts'
import type { BookingEvent, JobPayloads } from '../core/ports.ts'
import { writeBookingLetters } from '../notices/letters/actions/tell.ts'
import { releaseExpiredHolds } from './bookings/actions/hold-time.ts'
import { promoteEverywhere, promoteWaiting } from './waitlist/actions/promote.ts'

/**
 * What follows from something that happened to a booking. Each of it is done once, however often the job runs, and one
 * failing does not keep the others from being done: the job is tried again as a whole.
 */
export async function bookingHappened(ctx: Context, happened: Happened): Promise<void> {
  const followed = await Promise.allSettled(followUps.map((follow) => follow(ctx, happened)))
  for (const one of followed) if (one.status === 'rejected') throw one.reason
}

type Happened = JobPayloads['booking_happened']
type FollowUp = (ctx: Context, happened: Happened) => Promise<void>

const followUps: readonly FollowUp[] = [promoteWhoWaits, chargeBooking, writeBookingLetters]

/** Whenever time may have become free. */
async function promoteWhoWaits(ctx: Context, { instrumentId, event }: Happened): Promise<void> {
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
