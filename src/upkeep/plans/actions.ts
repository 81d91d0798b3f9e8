import { recordChange } from '../../audit/actions.ts'
import type { ActionOn } from '../../audit/model.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { getInstrumentAsStaff } from '../../instruments/actions.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import { type Completion, type NewPlan, planForm } from './model.ts'
import {
  findPlan,
  findToTell,
  insertDone,
  insertPlan,
  listPlans,
  type PlanRow,
  updatePlan,
} from './queries.ts'
import { dueAfter, dueInWords } from './rules.ts'
import { planWords as words } from './words.ts'

/** What the address of a plan names: its instrument and itself. */
type Key = { id: string; plan: string }
const reminderDays = 7

/** What is to be done again and again at an instrument, overdue first; for its staff. */
export async function plansOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  await getInstrumentAsStaff(ctx, id)
  return listPlans(ctx.db, { of: { instrumentId: id }, now: ctx.now(), ...paging })
}

/** The same of all instruments that whoever asks decides about. */
export async function plansDue(ctx: Context, paging: Paging) {
  allowReading(ctx)
  return listPlans(ctx.db, { of: { staff: ctx.actor }, now: ctx.now(), ...paging })
}

export async function createPlan(
  ctx: Context,
  input: NewPlan,
  { id: instrumentId }: { id: string },
): Promise<PlanRow> {
  allowWriting(ctx)
  const { institutionId } = await getInstrumentAsStaff(ctx, instrumentId)
  refuseAhead(ctx, input.lastDoneAt, 'lastDoneAt')
  return transact(ctx, (trx) => createPlanIn(trx, ctx, { instrumentId, institutionId, input }))
}

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function createPlanIn(
  trx: Trx,
  ctx: Context,
  asked: { instrumentId: string; institutionId: string; input: NewPlan },
): Promise<PlanRow> {
  const { instrumentId, institutionId, input } = asked
  const { lastDoneAt, ...plan } = planForm.whole(input)
  const countedFrom = lastDoneAt ?? ctx.now()
  const { id } = await insertPlan(trx, {
    instrument_id: instrumentId,
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
  await recordChange(trx, ctx, {
    action: 'plan.create',
    entity: 'maintenance_plan',
    entityId: id,
    institutionId,
    after: plan,
  })
  return getPlan(trx, ctx, { id: instrumentId, plan: id })
}

/** Notes that it was done: days and hours of use are counted from then. */
export async function completePlan(ctx: Context, input: Completion, key: Key): Promise<PlanRow> {
  const { doneAt = ctx.now() } = input
  const note = input.note || null
  refuseAhead(ctx, doneAt, 'doneAt')
  return changePlan(ctx, key, async (trx, plan) => {
    await insertDone(trx, {
      instrument_id: plan.instrumentId,
      plan_id: plan.id,
      done_at: doneAt,
      done_by: personIdOf(ctx),
      note,
    })
    // What was done long ago and is noted late does not undo what was done since.
    if (Temporal.Instant.compare(doneAt, plan.countedFrom) >= 0)
      await updatePlan(trx, plan, {
        counted_from: doneAt,
        due_at: dueAfter(doneAt, plan.everyDays),
        told_at: null,
      })
    return { action: 'plan.complete', after: { doneAt: isoOf(doneAt), note } }
  })
}

/** It is not followed any more; what was done stays. */
export const endPlan = (ctx: Context, key: Key): Promise<PlanRow> =>
  changePlan(ctx, key, async (trx, plan) => {
    await updatePlan(trx, plan, { ended_at: ctx.now(), ended_by: personIdOf(ctx) })
    return { action: 'plan.end', after: { endedAt: isoOf(ctx.now()) } }
  })

/** Tells staff of what is due within a week or by its hours; once until it is done. */
export async function remindOfPlans(ctx: Context): Promise<void> {
  const now = ctx.now()
  const before = now.add({ hours: reminderDays * 24 })
  await transact(ctx, async (trx) => {
    for (const plan of await findToTell(trx, { before, now })) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await updatePlan(trx, plan, { told_at: now })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellOf(trx, ctx, plan)
    }
  })
}

const tellOf = (trx: Trx, ctx: Context, plan: PlanRow): Promise<void> =>
  tellPeople(trx, ctx, {
    letter: 'plan_due',
    to: { staffOf: plan.instrumentId },
    instrumentId: plan.instrumentId,
    facts: {
      instrumentId: plan.instrumentId,
      instrument: titleInLetter(plan),
      plan: oneLine(plan.name),
      due: dueInWords(plan, ctx.now()),
    },
  })

type Change = { action: ActionOn<'maintenance_plan'>; after: Record<string, unknown> }

async function changePlan(
  ctx: Context,
  key: Key,
  change: (trx: Trx, plan: PlanRow) => Promise<Change>,
): Promise<PlanRow> {
  allowWriting(ctx)
  const { institutionId } = await getInstrumentAsStaff(ctx, key.id)
  return transact(ctx, async (trx) => {
    const plan = await getPlan(trx, ctx, key)
    if (plan.endedAt) throw new Problem('conflict', words.ended)
    const changed = await change(trx, plan)
    const entity = { entity: 'maintenance_plan', entityId: plan.id, institutionId } as const
    await recordChange(trx, ctx, { ...entity, ...changed })
    return getPlan(trx, ctx, key)
  })
}

async function getPlan(db: Db, ctx: Context, { id: instrumentId, plan: id }: Key) {
  const row = isId(id) ? await findPlan(db, { instrumentId, id, now: ctx.now() }) : undefined
  if (!row) throw new Problem('not-found', words.noPlan)
  return row
}

function refuseAhead(ctx: Context, moment: Temporal.Instant | undefined, path: string): void {
  if (moment && Temporal.Instant.compare(moment, ctx.now()) > 0)
    throw new Problem('invalid', words.doneAhead, { issues: [{ path, message: words.doneAhead }] })
}
