import { sql } from 'kysely'
import type { Jobs } from '../core/ports.ts'

/** Enqueues by the worker's SQL function, so that the job is in the caller's transaction, also from a Worker. */
export const sqlJobs: Jobs = {
  async add(trx, name, payload, options = {}) {
    const { runAt, key, once = false, maxTries = 10, priority = 0 } = options
    await sql`
      select 1 from graphile_worker.add_job(
        ${name}::text,
        payload => ${JSON.stringify(payload)}::json,
        run_at => ${runAt?.toISOString() ?? null}::timestamptz,
        max_attempts => ${maxTries}::int,
        job_key => ${key ?? null}::text,
        job_key_mode => ${once ? 'unsafe_dedupe' : 'replace'}::text,
        priority => ${priority}::int
      )`.execute(trx)
  },
}
