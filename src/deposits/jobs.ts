import type { Context } from '../core/context.ts'
import { remindCentres, remindDepositors } from './reminders/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Reminds of deposits that are due or late, and of checks whose days run out. */
    remind_deposits: Record<string, never>
  }
}

export async function remindDeposits(ctx: Context): Promise<void> {
  await remindDepositors(ctx)
  await remindCentres(ctx)
}
