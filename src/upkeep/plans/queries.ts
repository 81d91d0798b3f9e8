import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentRecords, staffedBy } from '../../instruments/expressions.ts'
import { entriesIn, type EntryKey, ownInstrument } from '../queries.ts'
import { type PlanKind, planStates, type PlanState } from './model.ts'

const entries = entriesIn('maintenance_plan')
export const { insert: insertPlan, update: updatePlan } = entries

type Now = { now: Temporal.Instant }

/** How long before its day, and at what part of its hours, a plan begins to be shown as due soon. */
const soonDays = 14
const soonPart = 0.9

/** The plans that are followed, overdue first, then by day: those that `staff` decide about, or of one instrument of theirs. */
export async function listPlans(
  db: Db,
  { staff, instrumentId, now, ...paging }: Paging & Now & { staff: Actor; instrumentId?: string },
) {
  const rows = planRows(db, now)
    .where('maintenance_plan.ended_at', 'is', null)
    .where(staffedBy(staff))
    .where(entries.of(instrumentId))
  const by = { rank: 'progress.rank', dueSeconds, id: 'maintenance_plan.id' }
  return pageBy(db, { rows, by }, paging)
}

/** The plans of an instrument that are followed no more, the newest first. */
export async function listEndedPlans(
  db: Db,
  { instrumentId, now, ...paging }: Paging & Now & { instrumentId: string },
) {
  const rows = planRows(db, now)
    .where('maintenance_plan.ended_at', 'is not', null)
    .where(entries.of(instrumentId))
  return pageBy(db, { rows, by: { id: 'maintenance_plan.id' }, direction: 'desc' }, paging)
}

export const findPlan = async (db: Db, { now, ...key }: EntryKey & Now) =>
  planRows(db, now).where(entries.at(key)).executeTakeFirst()

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** A number, which a cursor can hold; plans without a day come last. */
const dueSeconds = sql<number>`coalesce(extract(epoch from due_at)::double precision, 1e12)`

/** Plans, followed or not, as they are at a moment. */
export const planRows = (db: Db, now: Temporal.Instant) =>
  instrumentRecords(db)
    .innerJoin('maintenance_plan', 'maintenance_plan.instrument_id', 'record.id')
    .innerJoin(progressAt(now), (join) => join.onTrue())
    .select([
      'maintenance_plan.id',
      ...ownInstrument,
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
