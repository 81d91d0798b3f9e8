import { sql } from 'kysely'
import type { Db, Trx } from '../core/database.ts'
import type { Temporal } from '../core/time.ts'
import type { JobAnswer, JobState } from './model.ts'

/** The tables are the worker's own; only their columns are relied on here. */
const state = sql<JobState>`case
  when job.locked_at is not null then 'running'
  when job.attempts >= job.max_attempts then 'dead'
  else 'waiting' end`

const jobs = sql`select
  job.id::text as id,
  task.identifier as task,
  ${state} as state,
  job.payload,
  job.attempts,
  job.max_attempts as "maxAttempts",
  job.run_at as "runAt",
  job.created_at as "createdAt",
  job.locked_at as "lockedAt",
  job.last_error as "lastError"
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id`

type JobsQuery = { state?: JobState | undefined; limit: number; before?: string | undefined }

/** Jobs in the queue, newest first; one row more than `limit`. */
export async function listJobs(db: Db, query: JobsQuery): Promise<JobAnswer[]> {
  const { rows } = await sql<JobAnswer>`
    ${jobs}
    where (${query.state ?? null}::text is null or ${state} = ${query.state ?? null})
      and (${query.before ?? null}::bigint is null or job.id < ${query.before ?? null}::bigint)
    order by job.id desc
    limit ${query.limit + 1}`.execute(db)
  return rows
}

/** How many jobs there are in each state. */
export async function countJobs(db: Db): Promise<Record<JobState, number>> {
  const { rows } = await sql<{ state: JobState; count: number }>`
    select ${state} as state, count(*)::int as count
    from graphile_worker._private_jobs as job
    group by 1`.execute(db)
  const counts = { dead: 0, waiting: 0, running: 0 }
  for (const row of rows) counts[row.state] = row.count
  return counts
}

/** One job, held against the workers until the transaction ends. */
export async function lockJob(trx: Trx, id: string): Promise<JobAnswer | undefined> {
  const { rows } = await sql<JobAnswer>`
    ${jobs}
    where job.id = ${id}::bigint
    for update of job`.execute(trx)
  return rows[0]
}

/** The same, only to look at. */
export async function findJob(db: Db, id: string): Promise<JobAnswer | undefined> {
  const { rows } = await sql<JobAnswer>`
    ${jobs}
    where job.id = ${id}::bigint`.execute(db)
  return rows[0]
}

/** Gives a job all its tries again, the first of them at once. */
export async function rescheduleJob(trx: Trx, id: string, runAt: Temporal.Instant): Promise<void> {
  await sql`
    select 1 from graphile_worker.reschedule_jobs(
      array[${id}::bigint],
      run_at => ${runAt}::timestamptz,
      attempts => 0
    )`.execute(trx)
}

export async function removeJob(trx: Trx, id: string): Promise<void> {
  await sql`select 1 from graphile_worker.complete_jobs(array[${id}::bigint])`.execute(trx)
}
