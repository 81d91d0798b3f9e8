import type { Context } from '../../../core/context.ts'
import { lengthGiven } from '../rules.ts'
import { type Opening, openingsOf } from './openings.ts'
import type { BookableRow } from '../../policies/actions/bookable.ts'

/** The next free times of an hour or so, as long as its rules give it, within a month. */
export async function nextFree(
  ctx: Context,
  { id, policy }: Pick<BookableRow, 'id' | 'policy'>,
  limit: number,
): Promise<Opening[]> {
  const minutes = lengthGiven(policy, 60)
  if (minutes === undefined) return []
  const start = ctx.now()
  return openingsOf(ctx, id, { minutes, window: { start, end: start.add({ hours: 720 }) }, limit })
}
