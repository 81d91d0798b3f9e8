import { Hono } from 'hono'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented, item } from '../../web/item.ts'
import { parsed } from '../../web/validate.ts'
import { getBulkDecision, startBulkDecision } from './actions.ts'
import { BulkDecisionAnswer, NewBulkDecision } from './model.ts'

const tag = 'requests'

const bulkDecision = item({
  path: '/request-decisions/:id',
  tag,
  summary: 'One answer to several requests: how far it is, and what was refused',
  refuses: [401],
  schema: BulkDecisionAnswer,
  read: getBulkDecision,
})

/** One answer to several requests. */
export const bulkDecisionRoutes = new Hono<Env>()
  .post(
    '/request-decisions',
    operation({
      summary: 'Answer all open items of several requests alike; it is done in the background',
      tag,
      answers: { 202: BulkDecisionAnswer },
    }),
    parsed('json', NewBulkDecision),
    async (c) => {
      const { ctx } = c.var
      const { id } = await startBulkDecision(ctx, c.req.valid('json'))
      c.header('location', `/api/v1/request-decisions/${id}`)
      return c.json(documented(BulkDecisionAnswer, await getBulkDecision(ctx, { id })), 202)
    },
  )
  .route('/', bulkDecision.api)
