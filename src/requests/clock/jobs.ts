import type { Context } from '../../core/context.ts'
import { runClock } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** Reminds of requests, escalates them, and ends what nobody goes on with. */
    remind_requests: Record<string, never>
  }
}

export const remindRequests = (ctx: Context): Promise<void> => runClock(ctx)
