import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { fileTypes, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { exportMiabis, exportSamples } from './actions/export.ts'
import { MiabisAnswer } from './model.ts'

const tag = 'samples'

const types = {
  csv: `${fileTypes.csv}; charset=utf-8`,
  xlsx: fileTypes.xlsx,
  json: 'application/json; charset=utf-8',
} as const

function fileNamed(c: HonoContext<Env>, format: keyof typeof types, name: string) {
  c.header('content-type', types[format])
  c.header('content-disposition', `attachment; filename="${name}.${format}"`)
  c.header('cache-control', 'private, no-store')
}

/** Whole collections as files. */
export const exportRoutes = new Hono<Env>()
  .get(
    '/collections/:id/samples-export',
    operation({
      summary: 'Every sample of a collection as a table, made while it is read; for its staff',
      description: 'Samples of donors who withdrew are not in it. An import takes it again.',
      tag,
      files: [fileTypes.csv, fileTypes.xlsx],
      answers: {},
      refuses: [401, 403],
    }),
    parsed('query', z.object({ format: z.enum(['csv', 'xlsx']).default('csv') })),
    async (c) => {
      const { format } = c.req.valid('query')
      const bytes = await exportSamples(c.var.ctx, { id: c.req.param('id'), format })
      fileNamed(c, format, 'samples')
      return c.body(bytes)
    },
  )
  .get(
    '/collections/:id/miabis',
    operation({
      summary: 'A collection as MIABIS JSON (Core 3.0, Sample 1.1)',
      description:
        'Biobank and collection for everybody; donors, samples and events for staff alone, as they come, without those who withdrew.',
      tag,
      answers: { 200: MiabisAnswer },
    }),
    async (c) => {
      const bytes = await exportMiabis(c.var.ctx, c.req.param('id'))
      fileNamed(c, 'json', 'miabis')
      return c.body(bytes)
    },
  )
