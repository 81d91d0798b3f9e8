import type { Context } from '../../core/context.ts'
import { liftEmbargoes } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** Lifts the embargoes whose last day is over. */
    lift_embargoes: Record<string, never>
  }
}

export const liftEmbargoesJob = (ctx: Context): Promise<void> => liftEmbargoes(ctx)
