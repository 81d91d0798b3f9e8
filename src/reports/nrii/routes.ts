import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { workbookOf } from '../../ports/workbook.ts'
import { fileTypes, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { workbookFile } from '../../web/table-file.ts'
import { parsed } from '../../web/validate.ts'
import { decideNrii, nriiList } from './actions.ts'
import { NriiDecision, type NriiPart, nriiParts, NriiQuery, NriiReport } from './model.ts'
import { nriiAnswer, nriiSheets } from './rules.ts'

const Part = z.object({ part: z.enum(nriiParts) })

/** The report to the national instrument network. */
export const nriiRoutes = new Hono<Env>()
  .get(
    '/reports/nrii/:part',
    operation({
      summary: 'Records for the national instrument network, checked against its field lists',
      description:
        'For staff of the institutions. JSON tells every record with every field that is missing or does not fit; the first sheet of the XLSX file holds the records that fit, its second what the others lack.',
      tag: 'reports',
      answers: { 200: NriiReport },
      files: [fileTypes.xlsx],
      refuses: [401, 403],
    }),
    parsed('param', Part),
    parsed('query', NriiQuery),
    async (c) => {
      const { part } = c.req.valid('param')
      const { format, ...asked } = c.req.valid('query')
      const list = await nriiList(c.var.ctx, part, asked)
      c.header('cache-control', 'private, no-store')
      if (format === 'xlsx') return sheets(c, part, list)
      return c.json(nriiAnswer(part, list))
    },
  )
  .post(
    '/reports/nrii/decisions',
    operation({
      summary: 'Review records for the national network, or say what came of reporting them',
      description:
        '`review` passes records without problems as they are now; `report` (100) and `fail` (203, with a reason) follow a review; `reset` takes either back. All of the named records, or none.',
      tag: 'reports',
      answers: { 200: z.object({ decided: z.int() }) },
      refuses: [404, 409],
    }),
    parsed('json', NriiDecision),
    async (c) => c.json({ decided: await decideNrii(c.var.ctx, c.req.valid('json')) }),
  )

async function sheets(
  c: HonoContext<Env>,
  part: NriiPart,
  list: Awaited<ReturnType<typeof nriiList>>,
) {
  const { lang, baseUrl } = c.var.ctx
  const bytes = await workbookOf(nriiSheets(part, list, { lang, baseUrl }))
  return workbookFile(c, `nrii-${part}`, bytes)
}
