import type { Context } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isLater, isoOf, type Temporal } from '../../core/time.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../../instruments/actions.ts'
import { asStaff, found, recordUpkeep } from '../actions.ts'
import { type NewPlan, planForm } from './model.ts'
import {
  findPlan,
  insertPlan,
  listEndedPlans,
  listPlans,
  type PlanRow,
  updatePlan,
} from './queries.ts'
import { dueAfter } from './rules.ts'
import { planWords as words } from './words.ts'

/** What the address of a plan names: its instrument and itself. */
export type Key = { id: string; plan: string }

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

export const getPlan = async (db: Db, ctx: Context, { id: instrumentId, plan: id }: Key) =>
  found(await findPlan(db, { instrumentId, id, now: ctx.now() }), words.noPlan)

export async function getFollowedPlan(trx: Trx, ctx: Context, key: Key): Promise<PlanRow> {
  const plan = await getPlan(trx, ctx, key)
  if (plan.endedAt) throw new Problem('conflict', words.ended)
  return plan
}

export function refuseAhead(ctx: Context, path: string, moment: Temporal.Instant | null): void {
  if (moment && isLater(moment, ctx.now())) throw invalidField(path, words.doneAhead)
}
