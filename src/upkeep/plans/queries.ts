import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import { policyInForce, staffedBy, instrumentZone } from '../../instruments/expressions.ts'
import type { Temporal } from '../../core/time.ts'
import type { PlanKind } from './model.ts'

type Key = { instrumentId: string; id: string }

export type PlanRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  zone: string
  kind: PlanKind
  name: string
  instructions: string | null
  everyDays: number | null
  everyUseHours: number | null
  countedFrom: Temporal.Instant
  dueAt: Temporal.Instant | null
  usedHours: number
  lastDoneAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
}

/** Plans with the hours of use since they were counted from; a use that goes on counts as far as now. */
const select = (now: Temporal.Instant, where: RawBuilder<unknown>) => sql<PlanRow>`
  select
    p.id,
    p.instrument_id as "instrumentId",
    record.title_zh as "instrumentZh",
    record.title_en as "instrumentEn",
    ${instrumentZone} as zone,
    p.kind,
    p.name,
    p.instructions,
    p.every_days as "everyDays",
    p.every_use_hours as "everyUseHours",
    p.counted_from as "countedFrom",
    p.due_at as "dueAt",
    used.hours as "usedHours",
    (
      select max(d.done_at) from maintenance_done d
      where d.instrument_id = p.instrument_id and d.plan_id = p.id
    ) as "lastDoneAt",
    p.ended_at as "endedAt"
  from maintenance_plan p
  join record on record.id = p.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
  cross join lateral (
    select
      coalesce(sum(extract(epoch from
        coalesce(b.finished_at, ${now}::timestamptz) - greatest(b.started_at, p.counted_from)
      )) / 3600, 0)::double precision as hours
    from booking b
    where b.instrument_id = p.instrument_id
      and b.starts_at > p.counted_from - interval '92 days'
      and b.started_at is not null
      and coalesce(b.finished_at, ${now}::timestamptz) > p.counted_from
  ) used
  where ${where}
`

/** The plans that are followed at an instrument, or one of them by id. */
export async function listPlans(
  db: Db,
  { instrumentId, id, now }: { instrumentId: string; id?: string; now: Temporal.Instant },
): Promise<PlanRow[]> {
  const which = id === undefined ? sql`p.ended_at is null` : sql`p.id = ${id}::uuid`
  const where = sql`p.instrument_id = ${instrumentId}::uuid and ${which}`
  const { rows } = await sql<PlanRow>`${select(now, where)} order by p.id limit 200`.execute(db)
  return rows
}

/** Those of all instruments that somebody decides about. */
export async function listPlansOfStaff(
  db: Db,
  actor: Actor,
  now: Temporal.Instant,
): Promise<PlanRow[]> {
  const where = sql`p.ended_at is null and ${staffedBy(actor)}`
  const { rows } = await sql<PlanRow>`
    ${select(now, where)} order by p.due_at nulls last limit 1000
  `.execute(db)
  return rows
}

/** Plans that are due before a moment or by their hours, and nobody was told of. Locked. */
export async function findToTell(
  trx: Trx,
  { before, now }: { before: Temporal.Instant; now: Temporal.Instant },
): Promise<PlanRow[]> {
  const where = sql`
    p.ended_at is null
    and p.told_at is null
    and (p.due_at <= ${before}::timestamptz or used.hours >= p.every_use_hours)
  `
  const { rows } = await sql<PlanRow>`
    ${select(now, where)} order by p.due_at limit 500 for no key update of p
  `.execute(trx)
  return rows
}

export async function insertPlan(
  trx: Trx,
  plan: {
    instrumentId: string
    kind: PlanKind
    name: string
    instructions: string | null
    everyDays: number | null
    everyUseHours: number | null
    countedFrom: Temporal.Instant
    dueAt: Temporal.Instant | null
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('maintenance_plan')
    .values({
      instrument_id: plan.instrumentId,
      kind: plan.kind,
      name: plan.name,
      instructions: plan.instructions,
      every_days: plan.everyDays,
      every_use_hours: plan.everyUseHours,
      counted_from: plan.countedFrom,
      due_at: plan.dueAt,
      created_at: plan.createdAt,
      created_by: plan.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Change =
  | { counted_from: Temporal.Instant; due_at: Temporal.Instant | null; told_at: null }
  | { told_at: Temporal.Instant }
  | { ended_at: Temporal.Instant; ended_by: string | null }

export async function updatePlan(
  trx: Trx,
  { instrumentId, id }: Key,
  change: Change,
): Promise<void> {
  await trx
    .updateTable('maintenance_plan')
    .set(change)
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export async function insertDone(
  trx: Trx,
  { instrumentId, id }: Key,
  done: { at: Temporal.Instant; by: string | null; note: string | null },
): Promise<void> {
  await trx
    .insertInto('maintenance_done')
    .values({
      instrument_id: instrumentId,
      plan_id: id,
      done_at: done.at,
      done_by: done.by,
      note: done.note,
    })
    .execute()
}
