import { Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../web/api.ts'
import type { Env } from '../web/env.ts'
import { parsed } from '../web/validate.ts'
import { searchAudit } from './actions.ts'
import { AuditAnswer, AuditFilter } from './model.ts'
import type { AuditRow } from './queries.ts'

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
    const { limit, after, ...filter } = c.req.valid('query')
    const list = await searchAudit(c.var.ctx, filter, { limit, after })
    c.header('cache-control', 'private, no-store')
    return c.json({ ...list, items: list.items.map(shown) })
  },
)

const shown = ({ at, actorType, actorId, actorName, ...row }: AuditRow): AuditAnswer => ({
  ...row,
  at: at.toString(),
  actor: { type: actorType, id: actorId, name: actorName },
})
