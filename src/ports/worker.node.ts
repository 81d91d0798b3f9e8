import { EventEmitter } from 'node:events'
import {
  Logger,
  parseCronItems,
  run,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { Client, Pool } from 'pg'
import type { JobHandlers, Schedule } from '../core/ports.ts'

type Log = {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

type WorkerOptions = {
  connectionString: string
  handlers: JobHandlers
  schedules: readonly Schedule[]
  log: Log
  concurrency?: number
}

/** Names this program's advisory locks apart from anybody else's in the same database. */
const lockSpace = 0x48455849

/**
 * Takes jobs from the queue until stopped; stopping waits for running ones and returns the rest.
 * A worker that was killed keeps its jobs locked for hours, so each live worker holds an advisory lock,
 * which its death lets go: whoever starts next, or looks around later, frees the dead one's jobs.
 */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { connectionString, handlers, schedules, log, concurrency = 2 } = options
  const watch = new Client({ connectionString, application_name: 'hexi-jobs' })
  watch.on('error', (error) => log.error({ err: error }, 'the job watch lost its connection'))
  await watch.connect()

  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void holdLock(watch, worker.workerId, log))
  await freeDeadWorkers(watch, log)
  const timer = setInterval(() => void freeDeadWorkers(watch, log), 15_000)

  const pool = poolOf({ connectionString, max: concurrency + 2 }, log)
  const runner = await run({
    pgPool: pool,
    taskList: taskListOf(handlers),
    parsedCronItems: parseCronItems(
      schedules.map(({ job, pattern }) => ({
        task: job,
        match: pattern,
        options: { backfillPeriod: 0 },
      })),
    ),
    concurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: loggerTo(log),
    events,
  })
  const stop = async () => {
    clearInterval(timer)
    await runner.stop()
    await pool.end()
    await watch.end()
  }
  return { stop }
}

/**
 * The queue's own pool stops listening for errors before its connections have ended: one that the database ends
 * meanwhile would take the process along.
 */
function poolOf(options: { connectionString: string; max: number }, log: Log): Pool {
  const pool = new Pool(options)
  const lost = (error: Error) => log.error({ err: error }, 'the queue lost a connection')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

const taskListOf = (handlers: JobHandlers): TaskList =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, Task] => [
      name,
      // The queue gives back what `Jobs.add` was typed to put in.
      // oxlint-disable-next-line no-unsafe-type-assertion -- a name and its payload are one row; no type can follow them through it
      (payload) => (handler as (payload: unknown) => Promise<void>)(payload),
    ]),
  )

const levels = { error: 'error', warning: 'info', info: 'info', debug: undefined } as const

const loggerTo = (log: Log) =>
  new Logger(() => (level, message) => {
    const name = levels[level]
    if (name) log[name]({ source: 'jobs' }, message)
  })

async function holdLock(watch: Client, workerId: string, log: Log): Promise<void> {
  try {
    await watch.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockSpace, workerId])
  } catch (error) {
    log.error({ err: error }, 'a job worker could not say that it lives')
  }
}

/** Returns the jobs of workers whose lock nobody holds any more. */
async function freeDeadWorkers(watch: Client, log: Log): Promise<void> {
  try {
    const { rows } = await watch.query<{ worker: string }>(
      `select worker from (
         select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null
           and locked_at < now() - interval '10 seconds'
       ) busy
       where not exists (
         select from pg_locks
         where locktype = 'advisory' and classid = $1::oid and granted
           and objid = hashtext(worker)::bit(32)::bigint::oid
           and database = (select oid from pg_database where datname = current_database())
       )`,
      [lockSpace],
    )
    if (rows.length === 0) return
    const dead = rows.map(({ worker }) => worker)
    await watch.query('select graphile_worker.force_unlock_workers($1)', [dead])
    log.info({ workers: dead }, 'returned the jobs of workers that are gone')
  } catch (error) {
    log.error({ err: error }, 'could not look for dead workers')
  }
}
