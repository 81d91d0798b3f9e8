import { type BookableRow, getBookable } from '../../policies/actions.ts'
import { bookingFacts } from '../rules/facts.ts'
import { type Standing, standingIn } from '../rules/standing.ts'
import { findFacts } from './judge.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { instrumentWords } from '../../../instruments/words.ts'

export type InstrumentStanding = Standing & { instrument: BookableRow; isStaff: boolean }

/** What the rules of an instrument say of who looks; not-found where they may not know of it. */
export async function standingAt(ctx: Context, instrumentId: string): Promise<InstrumentStanding> {
  const { actor } = ctx
  const now = ctx.now()
  if (actor.type !== 'person') {
    const instrument = await getBookable(ctx, instrumentId)
    const nothing = { taken: [], mine: [], ofLab: [], qualifications: [] }
    // A guest is judged as the widest audience is.
    const asked = { now, audience: 'external', hasProject: false } as const
    const facts = bookingFacts({ ...instrument, ...nothing }, asked)
    const isStaff = isStaffOf(actor, instrument)
    return { instrument, isStaff, ...standingIn(facts, { isSignedIn: false, isStaff }) }
  }
  const of = { person: actor, labId: null }
  const window = { start: now, end: now.add({ minutes: 1 }) }
  const known = await findFacts(ctx, { instrumentId, of, window })
  if (!known) throw new Problem('not-found', instrumentWords.noInstrument)
  const { situation, facts, isStaff } = known
  return { instrument: situation, isStaff, ...standingIn(facts, { isSignedIn: true, isStaff }) }
}
