import type { Context } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isLater, isoOf, type Temporal } from '../../core/time.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../../instruments/actions.ts'
import { asStaff, found, recordUpkeep } from '../actions.ts'
import { type Completion, type NewPlan, planForm } from './model.ts'
import {
  findPlan,
  insertDone,
  insertPlan,
  listDone,
  listEndedPlans,
  listPlans,
  type PlanRow,
  updatePlan,
} from './queries.ts'
import { dueAfter } from './rules.ts'
import { planWords as words } from './words.ts'

/** What the address of a plan names: its instrument and itself. */
type Key = { id: string; plan: string }

/** What is to be done again and again at an instrument, overdue first; for its staff. */
export async function plansOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  await getInstrumentAsStaff(ctx, id)
  return listPlans(ctx.db, { staff: ctx.actor, instrumentId: id, now: ctx.now(), ...paging })
}

/** Those that are followed no more; for its staff. */
export async function endedPlansOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { id: instrumentId } = await getInstrumentAsStaff(ctx, id)
  return listEndedPlans(ctx.db, { instrumentId, now: ctx.now(), ...paging })
}

/** What was done by its plans, followed or not; for its staff. */
export async function workDoneAt(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { id: instrumentId } = await getInstrumentAsStaff(ctx, id)
  return listDone(ctx.db, { instrumentId, ...paging })
}

/** The same of all instruments that whoever asks decides about. */
export async function plansDue(ctx: Context, paging: Paging) {
  allowReading(ctx)
  return listPlans(ctx.db, { staff: ctx.actor, now: ctx.now(), ...paging })
}

export const createPlan = (ctx: Context, input: NewPlan, { id }: { id: string }) =>
  asStaff(ctx, id, (trx, instrument) => createPlanIn(trx, ctx, { instrument, input }))

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function createPlanIn(
  trx: Trx,
  ctx: Context,
  { instrument, input }: { instrument: InstrumentRow; input: NewPlan },
): Promise<PlanRow> {
  const { lastDoneAt, ...plan } = planForm.whole(input)
  refuseAhead(ctx, 'lastDoneAt', lastDoneAt)
  const countedFrom = lastDoneAt ?? ctx.now()
  const { id } = await insertPlan(trx, {
    instrument_id: instrument.id,
    kind: plan.kind,
    name: plan.name,
    instructions: plan.instructions || null,
    every_days: plan.everyDays,
    every_use_hours: plan.everyUseHours,
    counted_from: countedFrom,
    due_at: dueAfter(countedFrom, plan.everyDays),
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const made = await getPlan(trx, ctx, { id: instrument.id, plan: id })
  await recordUpkeep(trx, ctx, { action: 'plan.create', of: made, after: plan })
  return made
}

/** Notes that it was done: days and hours of use are counted from then. */
export const completePlan = (ctx: Context, input: Completion, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const plan = await getFollowedPlan(trx, ctx, key)
    const at = input.doneAt ?? ctx.now()
    const note = input.note || null
    refuseAhead(ctx, 'doneAt', at)
    await insertDone(trx, {
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

/** It is not followed any more; what was done stays, and it can be resumed. */
export const endPlan = (ctx: Context, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const plan = await getFollowedPlan(trx, ctx, key)
    await updatePlan(trx, plan, { ended_at: ctx.now(), ended_by: personIdOf(ctx) })
    const after = { endedAt: isoOf(ctx.now()) }
    await recordUpkeep(trx, ctx, { action: 'plan.end', of: plan, after })
    return getPlan(trx, ctx, key)
  })

/** Follows a plan again that was ended; its days and hours went on counting. */
export const resumePlan = (ctx: Context, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const plan = await getPlan(trx, ctx, key)
    if (!plan.endedAt) throw new Problem('conflict', words.followed)
    await updatePlan(trx, plan, { ended_at: null, ended_by: null })
    const before = { endedAt: isoOf(plan.endedAt) }
    await recordUpkeep(trx, ctx, { action: 'plan.resume', of: plan, before })
    return getPlan(trx, ctx, key)
  })

const getPlan = async (db: Db, ctx: Context, { id: instrumentId, plan: id }: Key) =>
  found(await findPlan(db, { instrumentId, id, now: ctx.now() }), words.noPlan)

async function getFollowedPlan(trx: Trx, ctx: Context, key: Key): Promise<PlanRow> {
  const plan = await getPlan(trx, ctx, key)
  if (plan.endedAt) throw new Problem('conflict', words.ended)
  return plan
}

function refuseAhead(ctx: Context, path: string, moment: Temporal.Instant | null): void {
  if (moment && isLater(moment, ctx.now())) throw invalidField(path, words.doneAhead)
}
