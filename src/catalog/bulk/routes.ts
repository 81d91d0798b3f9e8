import { Hono } from 'hono'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { makeBulkEdit, previewBulkEdit, undoBulkEdit } from './actions.ts'
import { BulkDone, BulkEdit, BulkPreview, BulkReversed } from './model.ts'
import { bulkEdits } from './pages.tsx'

const tag = 'records'

/** One change to several records. */
export const bulkRoutes = new Hono<Env>()
  .post(
    '/bulk-edits/checks',
    operation({
      summary: 'What a change would make of several records; nothing is changed',
      tag,
      answers: { 200: BulkPreview },
      refuses: [404],
    }),
    parsed('json', BulkEdit),
    async (c) => c.json(await previewBulkEdit(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/bulk-edits',
    operation({
      summary: 'Change several records at once; those that cannot be changed so are named',
      tag,
      answers: { 201: BulkDone },
    }),
    parsed('json', BulkEdit),
    async (c) => c.json(await makeBulkEdit(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/bulk-edits/:id/reversal',
    operation({
      summary: 'Give the records of an edit back what they had, unless they were changed since',
      tag,
      answers: { 200: BulkReversed },
      refuses: [409],
    }),
    async (c) => c.json(await undoBulkEdit(c.var.ctx, c.req.param('id'))),
  )
  .route('/', bulkEdits.api)
