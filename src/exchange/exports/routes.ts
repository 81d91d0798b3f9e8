import { Hono } from 'hono'
import { attachmentNamed } from '../../ports/disposition.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { exportRecords, exportTypes } from './actions.ts'
import { ExportQuery } from './model.ts'

/** The hits of a search as a file. */
export const exportRoutes = new Hono<Env>().get(
  '/records/export',
  operation({
    summary: 'Every hit of a search as a file',
    description:
      'Newest first, as long as there are any, made while it is read. MCPD and Genesys files are CSV as the standard has it: nothing is marked or rounded. In `csv`, free text that a spreadsheet would take for a formula begins with an apostrophe.',
    tag: 'records',
    answers: {},
    files: exportTypes,
  }),
  parsed('query', ExportQuery),
  async (c) => {
    const { name, type, bytes } = await exportRecords(c.var.ctx, c.req.valid('query'))
    c.header('content-type', type)
    c.header('content-disposition', attachmentNamed(name))
    c.header('cache-control', 'private, no-store')
    return c.body(bytes)
  },
)
