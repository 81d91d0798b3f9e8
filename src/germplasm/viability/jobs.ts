import type { Context } from '../../core/context.ts'
import { planAllLots } from './actions/plan.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    plan_tests: Record<string, never>
  }
}

/** Works out for every lot of seed when it is tested next: every night, and when rules or constants have changed. */
export async function planTests(ctx: Context): Promise<void> {
  await planAllLots(ctx)
}
