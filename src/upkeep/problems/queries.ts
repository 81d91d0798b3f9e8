import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { Severity } from './model.ts'

type Key = { instrumentId: string; id: string }

const problemRows = (db: Db, instrumentId: string) =>
  db
    .selectFrom('problem_report')
    .leftJoin('person', 'person.id', 'problem_report.reported_by')
    .where('problem_report.instrument_id', '=', instrumentId)
    .select((eb) => [
      'problem_report.id',
      'problem_report.instrument_id as instrumentId',
      sql<Severity>`problem_report.severity`.as('severity'),
      'problem_report.description',
      'problem_report.reported_at as reportedAt',
      eb
        .case()
        .when('person.id', 'is not', null)
        .then(jsonBuildObject({ id: sql<string>`person.id`, name: sql<string>`person.name` }))
        .end()
        .as('reportedBy'),
      'problem_report.booking_id as bookingId',
      'problem_report.outage_id as outageId',
      'problem_report.resolved_at as resolvedAt',
      'problem_report.resolution',
    ])

export async function findProblem(db: Db, { instrumentId, id }: Key) {
  return problemRows(db, instrumentId).where('problem_report.id', '=', id).executeTakeFirst()
}

export type ProblemRow = NonNullable<Awaited<ReturnType<typeof findProblem>>>

/** Problems of an instrument, newest first; open ones by `problem_report_open`. */
export async function listProblems(
  db: Db,
  { instrumentId, open, ...paging }: Paging & { instrumentId: string; open: boolean },
) {
  const rows = problemRows(db, instrumentId).$if(open, (some) =>
    some.where('problem_report.resolved_at', 'is', null),
  )
  return pageBy(db, { rows, by: { id: 'problem_report.id' }, direction: 'desc' }, paging)
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
