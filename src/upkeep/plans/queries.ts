import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { MaintenanceDoneTable, MaintenancePlanTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import {
  instrumentRecords,
  instrumentZone,
  staffedBy,
  titledInstrument,
} from '../../instruments/expressions.ts'
import { type PlanKind, planStates, type PlanState } from './model.ts'

type Key = { instrumentId: string; id: string }
type Now = { now: Temporal.Instant }

/** How long before its day, and at what part of its hours, a plan begins to be shown as due soon. */
const soonDays = 14
const soonPart = 0.9

/** The plans that are followed, of one instrument or of all that somebody decides about: overdue first, then by day. */
export async function listPlans(
  db: Db,
  { of, now, ...paging }: Paging & Now & { of: { instrumentId: string } | { staff: Actor } },
) {
  const whose =
    'staff' in of
      ? staffedBy(of.staff)
      : sql<SqlBool>`maintenance_plan.instrument_id = ${of.instrumentId}::uuid`
  const rows = planRows(db, now).where('maintenance_plan.ended_at', 'is', null).where(whose)
  const by = { rank: 'progress.rank', dueSeconds, id: 'maintenance_plan.id' }
  return pageBy(db, { rows, by }, paging)
}

export async function findPlan(db: Db, { instrumentId, id, now }: Key & Now) {
  return planRows(db, now)
    .where('maintenance_plan.instrument_id', '=', instrumentId)
    .where('maintenance_plan.id', '=', id)
    .executeTakeFirst()
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** Plans that are due before a moment or by their hours, and nobody was told of. Locked. */
export async function findToTell(trx: Trx, { before, now }: Now & { before: Temporal.Instant }) {
  return planRows(trx, now)
    .where('maintenance_plan.ended_at', 'is', null)
    .where('maintenance_plan.told_at', 'is', null)
    .where((eb) => eb('maintenance_plan.due_at', '<=', before).or('progress.isUsedUp', '=', true))
    .orderBy('maintenance_plan.due_at')
    .limit(500)
    .forNoKeyUpdate('maintenance_plan')
    .execute()
}

export async function insertPlan(
  trx: Trx,
  row: Insertable<MaintenancePlanTable>,
): Promise<{ id: string }> {
  return trx.insertInto('maintenance_plan').values(row).returning('id').executeTakeFirstOrThrow()
}

export async function updatePlan(
  trx: Trx,
  { instrumentId, id }: Key,
  change: Updateable<MaintenancePlanTable>,
): Promise<void> {
  await trx
    .updateTable('maintenance_plan')
    .set(change)
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export async function insertDone(trx: Trx, row: Insertable<MaintenanceDoneTable>): Promise<void> {
  await trx.insertInto('maintenance_done').values(row).execute()
}

/** A number, which a cursor can hold; plans without a day come last. */
const dueSeconds = sql<number>`coalesce(extract(epoch from due_at)::double precision, 1e12)`

const planRows = (db: Db, now: Temporal.Instant) =>
  instrumentRecords(db)
    .innerJoin('maintenance_plan', 'maintenance_plan.instrument_id', 'record.id')
    .innerJoin(progressAt(now), (join) => join.onTrue())
    .select([
      'maintenance_plan.id',
      'maintenance_plan.instrument_id as instrumentId',
      'record.institution_id as institutionId',
      titledInstrument,
      instrumentZone.as('zone'),
      sql<PlanKind>`maintenance_plan.kind`.as('kind'),
      'maintenance_plan.name',
      'maintenance_plan.instructions',
      'maintenance_plan.every_days as everyDays',
      'maintenance_plan.every_use_hours as everyUseHours',
      'maintenance_plan.counted_from as countedFrom',
      'maintenance_plan.due_at as dueAt',
      dueSeconds.as('dueSeconds'),
      'progress.usedHours',
      'progress.isUsedUp',
      'progress.rank',
      sql<PlanState>`(${[...planStates]}::text[])[progress.rank + 1]`.as('state'),
      sql<Temporal.Instant | null>`(
        select max(done_at) from maintenance_done done
        where done.instrument_id = maintenance_plan.instrument_id
          and done.plan_id = maintenance_plan.id
      )`.as('lastDoneAt'),
      'maintenance_plan.ended_at as endedAt',
    ])

type Progress = { usedHours: number; isUsedUp: boolean; rank: number }

/**
 * Hours of use since a plan was counted from, and what place among {@link planStates} they and its day give it. A use
 * that goes on counts as far as now.
 */
const progressAt = (now: Temporal.Instant) =>
  sql<Progress>`lateral (
  select
    round(hours, 1)::double precision as "usedHours",
    coalesce(hours >= every_use_hours, false) as "isUsedUp",
    case
      when due_at <= ${now}::timestamptz or hours >= every_use_hours then 0
      when due_at <= ${now.add({ hours: soonDays * 24 })}::timestamptz
        or hours >= every_use_hours * ${soonPart}::numeric then 1
      else 2
    end as rank
  from (
    select
      coalesce(sum(extract(epoch from
        coalesce(b.finished_at, ${now}::timestamptz) - greatest(b.started_at, counted_from)
      )) / 3600, 0) as hours
    from booking b
    where b.instrument_id = maintenance_plan.instrument_id
      and b.starts_at > counted_from - interval '92 days'
      and b.started_at is not null
      and coalesce(b.finished_at, ${now}::timestamptz) > counted_from
  ) used
)`.as('progress')
