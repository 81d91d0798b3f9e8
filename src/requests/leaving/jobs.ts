import type { Context } from '../../core/context.ts'
import { releaseClaimsLeft, tellNewStewards } from '../stewards/actions/changes.ts'
import { handOverRequests } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    hand_over_requests: Record<string, never>
  }
}

/**
 * Hands over the requests of people whose accounts were closed; frees what those who no longer decide had claimed, and
 * tells those who begin to what waits.
 */
export async function handOverRequestsJob(ctx: Context): Promise<void> {
  await handOverRequests(ctx)
  await releaseClaimsLeft(ctx)
  await tellNewStewards(ctx)
}
