import type { Context } from '../../../core/context.ts'
import { countQualified } from '../queries/qualified.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { nextFree } from './next-free.ts'
import type { Opening } from './openings.ts'
import { getBookable, type BookableRow } from '../../policies/actions/bookable.ts'

export type AtAGlance = {
  instrument: BookableRow
  /** The next times that are free, the first first. */
  free: Opening[]
  /** People who may run it. */
  qualified: number
  isStaff: boolean
}

const mostFree = 5

/** What somebody wants to know before they book an instrument. */
export async function atAGlance(ctx: Context, instrumentId: string): Promise<AtAGlance> {
  const instrument = await getBookable(ctx, instrumentId)
  const { id, policy } = instrument
  const [free, qualified] = await Promise.all([
    nextFree(ctx, instrument, mostFree),
    countQualified(ctx.db, {
      instrumentId: id,
      kinds: policy.qualifications ?? [],
      now: ctx.now(),
    }),
  ])
  return { instrument, free, qualified, isStaff: isStaffOf(ctx.actor, instrument) }
}
