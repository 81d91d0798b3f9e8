import { Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../web/api.ts'
import type { Env } from '../web/env.ts'
import { parsed } from '../web/validate.ts'
import { discardJob, jobsInQueue, retryJob } from './actions.ts'
import { JobAnswer, jobStates } from './model.ts'

const tag = 'jobs'

/** The queue of background jobs, for administrators. */
export const queueRoutes = new Hono<Env>()
  .get(
    '/jobs',
    operation({
      summary: 'Background jobs, newest first',
      tag,
      answers: { 200: listOf(JobAnswer) },
      refuses: [401, 403],
    }),
    parsed('query', z.object({ ...Paging, state: z.enum(jobStates).optional() })),
    async (c) => {
      const { items, next, total } = await jobsInQueue(c.var.ctx, c.req.valid('query'))
      return c.json({ items, next, total })
    },
  )
  .post(
    '/jobs/:id/retry',
    operation({
      summary: 'Try a job again, with all its tries',
      tag,
      answers: { 200: JobAnswer },
      refuses: [409],
    }),
    async (c) => c.json(await retryJob(c.var.ctx, c.req.param('id'))),
  )
  .delete(
    '/jobs/:id',
    operation({
      summary: 'Discard a job',
      tag,
      answers: { 204: null },
      refuses: [409],
    }),
    async (c) => {
      await discardJob(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )
