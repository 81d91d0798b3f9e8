import type { Context } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { isLater, isoOf } from '../../core/time.ts'
import { getInstrumentAsStaff } from '../../instruments/actions.ts'
import { asStaff, recordUpkeep } from '../actions.ts'
import { getFollowedPlan, getPlan, type Key, refuseAhead } from '../plans/actions.ts'
import { updatePlan } from '../plans/queries.ts'
import { dueAfter } from '../plans/rules.ts'
import type { Completion } from './model.ts'
import { insertCompletion, listCompletions } from './queries.ts'

/** What was done by its plans, followed or not; for its staff. */
export async function completionsAt(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { id: instrumentId } = await getInstrumentAsStaff(ctx, id)
  return listCompletions(ctx.db, { instrumentId, ...paging })
}

/** Notes that it was done: days and hours of use are counted from then. */
export const completePlan = (ctx: Context, input: Completion, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const plan = await getFollowedPlan(trx, ctx, key)
    const at = input.doneAt ?? ctx.now()
    const note = input.note || null
    refuseAhead(ctx, 'doneAt', at)
    await insertCompletion(trx, {
      instrument_id: plan.instrumentId,
      plan_id: plan.id,
      done_at: at,
      done_by: personIdOf(ctx),
      note,
    })
    // What was done long ago and is noted late does not undo what was done since.
    if (!isLater(plan.countedFrom, at)) {
      const due = { counted_from: at, due_at: dueAfter(at, plan.everyDays), told_at: null }
      await updatePlan(trx, plan, due)
    }
    const after = { doneAt: isoOf(at), note }
    await recordUpkeep(trx, ctx, { action: 'plan.complete', of: plan, after })
    return getPlan(trx, ctx, key)
  })
