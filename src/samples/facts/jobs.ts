import type { Context } from '../../core/context.ts'
import { keepFacts } from './actions/kept.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    keep_facts: Record<string, never>
  }
}

/** Makes the public counts of collections anew whose samples have changed. */
export async function keepFactsJob(ctx: Context): Promise<void> {
  await keepFacts(ctx)
}
