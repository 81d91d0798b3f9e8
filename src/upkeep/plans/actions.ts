import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { getInstrumentAsStaff, staffToTell } from '../../instruments/actions.ts'
import type { ActionOn } from '../../audit/model.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { enqueueLetter } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import type { Completion, NewPlan } from './model.ts'
import {
  findToTell,
  insertDone,
  insertPlan,
  listPlans,
  listPlansOfStaff,
  type PlanRow,
  updatePlan,
} from './queries.ts'
import { dueAfter, dueInWords, inOrderOfDue } from './rules.ts'
import { letters } from '../watch/words.ts'
import { planWords as words } from './words.ts'
import { upkeepPaths } from '../words/paths.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'

export type { PlanRow } from './queries.ts'
type Key = { instrumentId: string; id: string }
const reminderDays = 7

/** What is to be done again and again at an instrument, overdue first; for its staff. */
export async function plansOf(ctx: Context, instrumentId: string): Promise<PlanRow[]> {
  const { id } = await getInstrumentAsStaff(ctx, instrumentId)
  const now = ctx.now()
  return inOrderOfDue(await listPlans(ctx.db, { instrumentId: id, now }), now)
}

/** The same of all instruments that whoever asks decides about. */
export async function plansDue(ctx: Context): Promise<PlanRow[]> {
  allowReading(ctx)
  return inOrderOfDue(await listPlansOfStaff(ctx.db, ctx.actor, ctx.now()), ctx.now())
}

export async function createPlan(
  ctx: Context,
  instrumentId: string,
  input: NewPlan,
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
  const { kind, name, everyDays = null, everyUseHours = null, lastDoneAt = ctx.now() } = input
  const id = await insertPlan(trx, {
    instrumentId,
    kind,
    name,
    instructions: input.instructions || null,
    everyDays,
    everyUseHours,
    countedFrom: lastDoneAt,
    dueAt: dueAfter(lastDoneAt, everyDays),
    createdAt: ctx.now(),
    createdBy: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'plan.create',
    entity: 'maintenance_plan',
    entityId: id,
    institutionId,
    after: { name, everyDays, everyUseHours },
  })
  return getPlan(trx, ctx, { instrumentId, id })
}

/** Notes that it was done: days and hours of use are counted from then. */
export async function completePlan(
  ctx: Context,
  key: Key,
  { doneAt = ctx.now(), note }: Completion,
): Promise<PlanRow> {
  refuseAhead(ctx, doneAt, 'doneAt')
  return changePlan(ctx, key, async (trx, plan) => {
    await insertDone(trx, plan, { at: doneAt, by: personIdOf(ctx), note: note || null })
    // What was done long ago and is noted late does not undo what was done since.
    if (Temporal.Instant.compare(doneAt, plan.countedFrom) >= 0)
      await updatePlan(trx, plan, {
        counted_from: doneAt,
        due_at: dueAfter(doneAt, plan.everyDays),
        told_at: null,
      })
    return { action: 'plan.complete', after: { doneAt: isoOf(doneAt), note: note || null } }
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

async function tellOf(trx: Trx, ctx: Context, plan: PlanRow): Promise<void> {
  const letter = letters.due(titleInLetter(plan), {
    plan: oneLine(plan.name),
    state: dueInWords(plan, ctx.now()),
    link: `${ctx.baseUrl}${upkeepPaths.upkeep(plan.instrumentId)}`,
  })
  for (const { id, email, lang } of await staffToTell(trx, plan.instrumentId)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await enqueueLetter(trx, ctx, { to: email, personId: id, lang, ...letter })
  }
}

type Noted = { action: ActionOn<'maintenance_plan'>; after: Record<string, unknown> }
type Work = (trx: Trx, plan: PlanRow) => Promise<Noted>

async function changePlan(ctx: Context, key: Key, work: Work): Promise<PlanRow> {
  allowWriting(ctx)
  const { institutionId } = await getInstrumentAsStaff(ctx, key.instrumentId)
  return transact(ctx, async (trx) => {
    const plan = await getPlan(trx, ctx, key)
    if (plan.endedAt) throw new Problem('conflict', words.ended)
    const noted = await work(trx, plan)
    await recordChange(trx, ctx, {
      ...noted,
      entity: 'maintenance_plan',
      entityId: plan.id,
      institutionId,
    })
    return getPlan(trx, ctx, key)
  })
}

async function getPlan(trx: Trx, ctx: Context, { instrumentId, id }: Key): Promise<PlanRow> {
  const now = ctx.now()
  const [row] = isId(id) ? await listPlans(trx, { instrumentId, id, now }) : []
  if (!row) throw new Problem('not-found', words.noPlan)
  return row
}

function refuseAhead(ctx: Context, moment: Temporal.Instant | undefined, path: string): void {
  if (moment && Temporal.Instant.compare(moment, ctx.now()) > 0)
    throw new Problem('invalid', words.doneAhead, { issues: [{ path, message: words.doneAhead }] })
}
