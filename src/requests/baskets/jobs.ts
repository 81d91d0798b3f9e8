import type { Context } from '../../core/context.ts'
import { forgetGuestBaskets } from './actions/holder.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    sweep_baskets: Record<string, never>
  }
}

/** Forgets what guests gathered and left. Nobody's doing, so no audit row. */
export const sweepBaskets = async (ctx: Context): Promise<void> => forgetGuestBaskets(ctx)
