import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Severity } from './model.ts'

type Key = { instrumentId: string; id: string }

export type ProblemRow = {
  id: string
  instrumentId: string
  severity: Severity
  description: string
  reportedAt: Temporal.Instant
  reportedBy: string | null
  reporterName: string | null
  bookingId: string | null
  outageId: string | null
  resolvedAt: Temporal.Instant | null
  resolution: string | null
}

/** Problems of an instrument, newest first; open ones by `problem_report_open`. */
export async function listProblems(
  db: Db,
  { instrumentId, id, open }: { instrumentId: string; id?: string; open?: boolean },
): Promise<ProblemRow[]> {
  const { rows } = await sql<ProblemRow>`
    select
      p.id,
      p.instrument_id as "instrumentId",
      p.severity,
      p.description,
      p.reported_at as "reportedAt",
      p.reported_by as "reportedBy",
      person.name as "reporterName",
      p.booking_id as "bookingId",
      p.outage_id as "outageId",
      p.resolved_at as "resolvedAt",
      p.resolution
    from problem_report p
    left join person on person.id = p.reported_by
    where p.instrument_id = ${instrumentId}::uuid
      and ${id === undefined ? sql`true` : sql`p.id = ${id}::uuid`}
      and ${open ? sql`p.resolved_at is null` : sql`true`}
    order by p.id desc
    limit 200
  `.execute(db)
  return rows
}

export async function insertProblem(
  trx: Trx,
  problem: {
    instrumentId: string
    severity: Severity
    description: string
    at: Temporal.Instant
    by: string | null
    bookingId: string | null
    outageId: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('problem_report')
    .values({
      instrument_id: problem.instrumentId,
      severity: problem.severity,
      description: problem.description,
      reported_at: problem.at,
      reported_by: problem.by,
      booking_id: problem.bookingId,
      outage_id: problem.outageId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function resolveRow(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, by, resolution }: { at: Temporal.Instant; by: string | null; resolution: string },
): Promise<void> {
  await trx
    .updateTable('problem_report')
    .set({ resolved_at: at, resolved_by: by, resolution })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

/** Whether a person has or had the instrument to use about now: since a day ago, or within the hour. */
export async function usesAboutNow(
  trx: Trx,
  {
    instrumentId,
    personId,
    now,
  }: { instrumentId: string; personId: string; now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    select 1
    from booking
    where instrument_id = ${instrumentId}::uuid
      and person_id = ${personId}::uuid
      and confirmed_at is not null
      and cancelled_at is null
      and missed_at is null
      and starts_at <= ${now}::timestamptz + interval '1 hour'
      and coalesce(finished_at, ends_at) >= ${now}::timestamptz - interval '1 day'
    limit 1
  `.execute(trx)
  return rows.length > 0
}
