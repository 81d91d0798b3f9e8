import type { Context } from '../core/context.ts'
import { checkObjects } from './fixity/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    check_fixity: Record<string, never>
  }
}

/** Six times an hour at most so much is read: 1.4 TB a day. */
const mostBytes = 10_000_000_000
const mostMinutes = 5

/** Reads some of the stored bytes that are due. A store that does not answer fails the job, and says so among the jobs. */
export async function checkFixity(ctx: Context): Promise<void> {
  const { unanswered, failure } = await checkObjects(
    ctx,
    { all: false },
    { mostBytes, mostMinutes },
  )
  if (unanswered > 0)
    throw new Error(`${unanswered} stored files could not be read`, { cause: failure })
}
