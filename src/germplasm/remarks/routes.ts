import { Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { remarksOnRecord } from './actions.ts'

const RemarksAnswer = z
  .object({
    remarks: z.array(
      z.object({
        field: z.string(),
        text: z.object({ zh: z.string(), en: z.string() }),
        taxonId: z.string().optional(),
        recordId: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Remarks' })

export const remarkRoutes = new Hono<Env>().get(
  '/accessions/:id/remarks',
  operation({
    summary: 'What of its names and numbers should be looked at',
    description:
      'A name that is a synonym; a number that is another record’s other number, or the other way round. It keeps nothing from being saved.',
    tag: 'accessions',
    answers: { 200: RemarksAnswer },
  }),
  async (c) => c.json({ remarks: await remarksOnRecord(c.var.ctx, c.req.param('id')) }),
)
