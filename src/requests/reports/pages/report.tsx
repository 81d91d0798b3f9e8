import { Hono } from 'hono'
import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { uploaded } from '../../../web/forms.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { lastDayWords } from '../../requests/pages/days.ts'
import { requestPage } from '../../requests/pages/request.tsx'
import { requestItem } from '../../requests/routes.ts'
import { commandNames, doneWords } from '../../requests/words/names.ts'
import { requestPaths } from '../../words/paths.ts'
import { addReportFile, refuseUnlessFiled } from '../actions/files.ts'
import { searchReportsDue } from '../actions/duties.ts'
import { reportUse } from '../actions/report.ts'
import { maxFileBytes, reportForm } from '../model.ts'
import { reportFileIn, useReportRoutes } from '../routes.ts'
import { reportWords as words } from '../words.ts'

const { api, pages } = surfaces(
  write({
    path: '/requests/:id/use-report',
    summary: 'Report on the use of what a request gave',
    tag: 'requests',
    refuses: [404, 409],
    form: reportForm,
    does: (ctx, input, { id }) => reportUse(ctx, input, { id }),
    answer: requestItem,
    flash: () => doneWords(commandNames.use_report),
    next: ({ id }) => requestPaths.one(id),
    page: (c, form) => requestPage(c, { id: c.req.param('id') ?? '', form }),
  }),
)

/** Reports that are due, for the page of one’s work. */
export const reportsWaiting = benchPart({
  title: words.toReport,
  none: words.noneDue,
  query: searchReportsDue,
  item: ({ id, number, nameZh, nameEn, dueAt, isLate }) => ({
    href: `${requestPaths.one(id)}#steps`,
    text: { zh: `${number} ${nameZh}`, en: `${number} ${nameEn}` },
    about: words[isLate ? 'lateShort' : 'dueShort'](lastDayWords(dueAt)),
    isLate,
  }),
})

/** Where a request's page sends reports and their files to. */
export const reportPages = new Hono<Env>()
  .route('/', pages)
  .post('/requests/:id/use-reports/:report/files', async (c) => {
    const key = { id: c.req.param('id'), report: c.req.param('report') }
    await refuseUnlessFiled(c.var.ctx, key)
    return uploaded(c, {
      maxFileBytes,
      work: async (sent) => {
        const { name } = await addReportFile(c.var.ctx, key, reportFileIn(sent))
        setFlash(c, words.fileAdded(name))
        return c.redirect(`${requestPaths.one(key.id)}#use-reports`, 303)
      },
      showAgain: (reportFileForm) => requestPage(c, { id: key.id, reportFileForm }),
    })
  })

export const reportRoutes = new Hono<Env>().route('/', api).route('/', useReportRoutes)
