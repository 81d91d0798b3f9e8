import { Hono } from 'hono'
import { operation, tableTypes } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { assessmentReport, sharingReport } from './actions.ts'
import { useScope } from '../use/actions/use.ts'
import { AssessmentReport, SharingQuery, SharingReport } from './model.ts'
import { assessmentTable, sharingTable } from './rules.ts'
import { reportAnswer } from '../use/routes.ts'

/** What institutions share, and the facts that their assessment asks for. */
export const sharingRoutes = new Hono<Env>()
  .get(
    '/reports/sharing',
    operation({
      summary: 'What institutions open to others, and who used it',
      description: 'Everybody sees totals; income is for staff of all instruments asked for.',
      tag: 'reports',
      answers: { 200: SharingReport },
      files: tableTypes,
    }),
    parsed('query', SharingQuery),
    async (c) => {
      const { ctx } = c.var
      const { format, ...asked } = c.req.valid('query')
      const report = await sharingReport(ctx, await useScope(ctx, asked))
      return reportAnswer(c, format, { report, table: sharingTable(report, ctx.lang) })
    },
  )
  .get(
    '/reports/assessment',
    operation({
      summary: 'Measured facts for the nine indicators of the national assessment',
      tag: 'reports',
      answers: { 200: AssessmentReport },
      files: tableTypes,
    }),
    parsed('query', SharingQuery),
    async (c) => {
      const { ctx } = c.var
      const { format, ...asked } = c.req.valid('query')
      const report = await assessmentReport(ctx, await useScope(ctx, asked))
      return reportAnswer(c, format, { report, table: assessmentTable(report, ctx.lang) })
    },
  )
