import type { Context } from '../core/context.ts'
import { releaseMissed, tellOverruns } from './actions/watch.ts'

/** What happens to uses by themselves: nobody came, somebody stays. */
export async function watchUses(ctx: Context): Promise<void> {
  await releaseMissed(ctx)
  await tellOverruns(ctx)
}
