import { allowAdministrator, allowAdministratorToRead } from '../core/permission.ts'
import { recordChange } from '../audit/actions.ts'
import { type Context, transact } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { type Page, pageOf, readCursor } from '../core/paging.ts'
import { Problem } from '../core/problem.ts'
import { type JobAnswer, JobId, type JobState } from './model.ts'
import { countJobs, findJob, listJobs, lockJob, removeJob, rescheduleJob } from './queries.ts'
import { queueWords as words } from './words.ts'

type JobsInput = { state?: JobState | undefined; limit: number; after?: string | undefined }

/** Jobs of the queue, newest first; administrators only. */
export async function jobsInQueue(
  ctx: Context,
  { state, limit, after }: JobsInput,
): Promise<Page<JobAnswer> & { counts: Record<JobState, number> }> {
  allowAdministratorToRead(ctx)
  const [before] = after === undefined ? [] : readCursor(after, [JobId])
  const [rows, counts] = await Promise.all([
    listJobs(ctx.db, { state, limit, before }),
    countJobs(ctx.db),
  ])
  const value = state ? counts[state] : counts.dead + counts.waiting + counts.running
  const { items, next } = pageOf(rows, limit, ({ id }) => [id])
  return { items, next, total: { value, relation: 'eq' }, counts }
}

/** How many jobs wait, run and were given up; administrators only. */
export async function queueCounts(ctx: Context): Promise<Record<JobState, number>> {
  allowAdministratorToRead(ctx)
  return countJobs(ctx.db)
}

export async function getJob(ctx: Context, id: string): Promise<JobAnswer> {
  allowAdministratorToRead(ctx)
  const job = await findJob(ctx.db, idOrRefuse(id))
  if (!job) throw new Problem('not-found', words.noJob)
  return job
}

/** Gives a job all its tries again, from now on. Refused while it runs. */
export async function retryJob(ctx: Context, id: string): Promise<JobAnswer> {
  allowAdministrator(ctx)
  return transact(ctx, async (trx) => {
    const job = await holdJob(trx, id)
    await rescheduleJob(trx, job.id, ctx.now())
    await recordChange(trx, ctx, {
      action: 'job.retry',
      entity: 'job',
      entityId: null,
      before: { attempts: job.attempts },
      after: { job: job.id, task: job.task, attempts: 0 },
    })
    return { ...job, state: 'waiting', attempts: 0, runAt: ctx.now() }
  })
}

/** Takes a job out of the queue for good. Refused while it runs. */
export async function discardJob(ctx: Context, id: string): Promise<JobAnswer> {
  allowAdministrator(ctx)
  return transact(ctx, async (trx) => {
    const job = await holdJob(trx, id)
    await removeJob(trx, job.id)
    await recordChange(trx, ctx, {
      action: 'job.discard',
      entity: 'job',
      entityId: null,
      before: { job: job.id, task: job.task, payload: job.payload, attempts: job.attempts },
    })
    return job
  })
}

async function holdJob(trx: Trx, id: string): Promise<JobAnswer> {
  const job = await lockJob(trx, idOrRefuse(id))
  if (!job) throw new Problem('not-found', words.noJob)
  if (job.state === 'running') throw new Problem('conflict', words.running)
  return job
}

function idOrRefuse(id: string): string {
  if (!JobId.safeParse(id).success) throw new Problem('not-found', words.noJob)
  return id
}
