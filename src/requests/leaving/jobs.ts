import type { Context } from '../../core/context.ts'
import { handOverRequests } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    hand_over_requests: Record<string, never>
  }
}

/** Hands over the requests of people whose accounts were closed. */
export const handOverRequestsJob = (ctx: Context): Promise<void> => handOverRequests(ctx)
