import { Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../web/api.ts'
import type { Env } from '../web/env.ts'
import { parsed } from '../web/validate.ts'
import { searchAudit } from './actions.ts'
import { AuditAnswer, AuditFilter } from './model.ts'

/** What was done. */
export const auditRoutes = new Hono<Env>().get(
  '/audit',
  operation({
    summary: 'What was done, newest first',
    description:
      'Administrators see everything, curators what concerns their institutions. Nothing is ever changed or removed here.',
    tag: 'people',
    answers: { 200: listOf(AuditAnswer) },
    refuses: [401, 403],
  }),
  parsed('query', z.object({ ...Paging, ...AuditFilter.shape })),
  async (c) => {
    c.header('cache-control', 'private, no-store')
    return c.json(await searchAudit(c.var.ctx, c.req.valid('query')))
  },
)
