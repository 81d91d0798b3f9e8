import type { Context } from '../../core/context.ts'
import { type Opening, openingsOf } from './openings.ts'
import type { InstrumentRow } from './read.ts'

/** The next free times of an hour or so, as long as its rules give it, within a month. */
export function nextFree(
  ctx: Context,
  { id, policy }: Pick<InstrumentRow, 'id' | 'policy'>,
  limit: number,
): Promise<Opening[]> {
  const { granularityMinutes: step = 15, minMinutes = step, maxMinutes = 1440 } = policy
  const minutes = Math.min(Math.max(Math.ceil(60 / step) * step, minMinutes), maxMinutes)
  const start = ctx.now()
  return openingsOf(ctx, id, { minutes, window: { start, end: start.add({ hours: 720 }) }, limit })
}
