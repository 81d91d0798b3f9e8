import { type Context as HonoContext, Hono } from 'hono'
import { operation, tableTypes } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { type TableFile, tableFile } from '../../web/table-file.ts'
import { parsed } from '../../web/validate.ts'
import { useReport, useScope } from './actions/use.ts'
import { type reportFormats, UseQuery, UseReport } from './model.ts'
import { useTable } from './rules/figures.ts'

/** Use of instruments. */
export const useRoutes = new Hono<Env>().get(
  '/reports/instrument-use',
  operation({
    summary: 'Use of instruments in a period, by instrument, lab, institution or month',
    description:
      'A session that crosses an edge of the period counts with its part only. Everybody sees totals of the instruments that they may see; labs and income are for the staff of all instruments asked for, and for members of the lab asked for; its income for its PI.',
    tag: 'reports',
    answers: { 200: UseReport },
    files: tableTypes,
    refuses: [401, 403, 404],
  }),
  parsed('query', UseQuery),
  async (c) => {
    const { ctx } = c.var
    const { by, format, ...asked } = c.req.valid('query')
    const scope = await useScope(ctx, asked)
    const { norms: _, ...report } = await useReport(ctx, scope, by)
    return reportAnswer(c, format, { report, table: useTable(report, ctx.lang) })
  },
)

type Answer<Report> = { report: Report; table: TableFile }

/** A report as JSON or as a file, never cached. */
export function reportAnswer<Report extends object>(
  c: HonoContext<Env>,
  format: (typeof reportFormats)[number],
  { report, table }: Answer<Report>,
) {
  if (format !== 'json') return tableFile(c, format, table)
  c.header('cache-control', 'private, no-store')
  return c.json(report)
}
