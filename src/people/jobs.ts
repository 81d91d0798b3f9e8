import type { Context } from '../core/context.ts'
import { sweepExpired } from './accounts/actions/sweep.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    sweep_people: Record<string, never>
  }
}

export const sweepPeople = (ctx: Context): Promise<void> => sweepExpired(ctx)
