import type { Context } from '../core/context.ts'
import { remindOfExpiry, remindOfPlans } from './reminders/actions.ts'
import { releaseMissed, tellOverruns } from './watch/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Gives back the time of who did not come, and tells who stays too long. */
    watch_uses: Record<string, never>
    /** Tells of qualifications that expire and of plans that are due. */
    remind_upkeep: Record<string, never>
  }
}

/** What happens to uses by themselves: nobody came, somebody stays. */
export async function watchUses(ctx: Context): Promise<void> {
  await releaseMissed(ctx)
  await tellOverruns(ctx)
}

/** What is due soon: told once to who has to do with it. */
export async function remindUpkeep(ctx: Context): Promise<void> {
  await remindOfExpiry(ctx)
  await remindOfPlans(ctx)
}
