import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import { releaseExpiredHolds } from './actions/hold.ts'

/**
 * What follows from something that happened to a booking. Each of it is done once, however often the job runs, and one
 * failing does not keep the others from being done: the job is tried again as a whole.
 */
export async function bookingHappened(
  ctx: Context,
  happened: JobPayloads['booking_happened'],
): Promise<void> {
  const followed = await Promise.allSettled(followUps.map((follow) => follow(ctx, happened)))
  for (const one of followed) if (one.status === 'rejected') throw one.reason
}

type FollowUp = (ctx: Context, happened: JobPayloads['booking_happened']) => Promise<void>

const followUps: readonly FollowUp[] = []

export const releaseHolds = async (ctx: Context): Promise<void> => {
  await releaseExpiredHolds(ctx)
}
