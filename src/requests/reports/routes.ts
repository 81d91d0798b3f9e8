import { Hono } from 'hono'
import { whole } from '../../core/paging.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { anyType, operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { readForm, type SentForm } from '../../web/multipart.ts'
import { answerObject } from '../../web/object-answer.ts'
import { addReportFile, getReportFile, refuseUnlessFiled } from './actions/files.ts'
import { searchReports } from './actions/report.ts'
import { maxFileBytes, ReportFileAnswer, ReportFileUpload, UseReportAnswer } from './model.ts'
import { reportWords as words } from './words.ts'

const tag = 'requests'

/** The file that was sent. */
export function reportFileIn({ files }: SentForm) {
  const file = files['file']
  if (!file) throw invalidField('file', words.fileNeeded)
  return file
}

/** Reports on use, and their files. */
export const useReportRoutes = new Hono<Env>()
  .get(
    '/requests/:id/use-reports',
    operation({
      summary: 'The reports on the use of what a request gave',
      tag,
      answers: { 200: wholeListOf(UseReportAnswer, 'A request has 200 at most.') },
      refuses: [401],
    }),
    async (c) => {
      const found = await searchReports(c.var.ctx, { id: c.req.param('id') })
      return c.json(whole(found.map((report) => documented(UseReportAnswer, report))))
    },
  )
  .post(
    '/requests/:id/use-reports/:report/files',
    operation({
      summary: 'Add a file to a report on use; by requester and members',
      tag,
      takesForm: ReportFileUpload,
      answers: { 201: ReportFileAnswer },
      refuses: [404, 409],
    }),
    async (c) => {
      const key = { id: c.req.param('id'), report: c.req.param('report') }
      await refuseUnlessFiled(c.var.ctx, key)
      const form = await readForm(c, { maxFileBytes })
      const added = await addReportFile(c.var.ctx, key, reportFileIn(form))
      return c.json(documented(ReportFileAnswer, added), 201)
    },
  )
  .get(
    '/requests/:id/use-reports/:report/files/:file',
    operation({
      summary: 'A file of a report on use',
      tag,
      files: [anyType],
      answers: {},
      refuses: [401],
    }),
    async (c) => {
      const { id, report, file } = c.req.param()
      const { key, name } = await getReportFile(c.var.ctx, { id, report, file })
      const wish = { key, downloadAs: name, cacheControl: 'private, no-store' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noFile)
      return answer
    },
  )
