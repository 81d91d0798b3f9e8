import { Hono } from 'hono'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { tableFile } from '../../web/table-file.ts'
import { parsed } from '../../web/validate.ts'
import { assessmentReport } from './actions/assessment.ts'
import { useScope } from '../use/actions/scope.ts'
import { sharingReport } from './actions/sharing.ts'
import { AssessmentReport, SharingQuery, SharingReport } from './model.ts'
import { assessmentTable, sharingTable } from './rules/table.ts'

/** What institutions share, and the facts that their assessment asks for. */
export const sharingRoutes = new Hono<Env>()
  .get(
    '/reports/sharing',
    operation({
      summary: 'What institutions open to others, and who used it',
      description: 'Everybody sees totals; income is for staff of all instruments asked for.',
      tag: 'reports',
      answers: { 200: SharingReport },
    }),
    parsed('query', SharingQuery),
    async (c) => {
      const { ctx } = c.var
      const { format, ...asked } = c.req.valid('query')
      const report = await sharingReport(ctx, await useScope(ctx, asked))
      if (format !== 'json') return tableFile(c, format, sharingTable(report, ctx.lang))
      c.header('cache-control', 'private, no-store')
      return c.json(report)
    },
  )
  .get(
    '/reports/assessment',
    operation({
      summary: 'Measured facts for the nine indicators of the national assessment',
      tag: 'reports',
      answers: { 200: AssessmentReport },
    }),
    parsed('query', SharingQuery),
    async (c) => {
      const { ctx } = c.var
      const { format, ...asked } = c.req.valid('query')
      const report = await assessmentReport(ctx, await useScope(ctx, asked))
      if (format !== 'json') return tableFile(c, format, assessmentTable(report, ctx.lang))
      c.header('cache-control', 'private, no-store')
      return c.json(report)
    },
  )
