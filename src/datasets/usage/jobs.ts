import type { Context } from '../../core/context.ts'
import { countUsage } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** Counts the uses of datasets of the days that are over. */
    count_usage: Record<string, never>
  }
}

export const countUsageJob = (ctx: Context): Promise<void> => countUsage(ctx)
