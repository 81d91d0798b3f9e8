import { Hono } from 'hono'
import { benchPart } from '../../catalog/bench/pages.tsx'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { whole } from '../../core/paging.ts'
import { Section } from '../../web/components/navigation.tsx'
import { Stats } from '../../web/components/values.tsx'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { lastDayWords } from '../requests/pages/days.ts'
import { requestPage } from '../requests/pages/request.tsx'
import { requestItem } from '../requests/routes.ts'
import { commandNames, doneWords } from '../requests/words/names.ts'
import { requestPaths } from '../words/paths.ts'
import { searchReportsDue } from './actions/duties.ts'
import { impactOf, reportUse, searchReports } from './actions/report.ts'
import { type Publication, reportForm, UseReportAnswer } from './model.ts'
import { reportWords as words } from './words.ts'

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
  }),
})

export const reportPages = pages
export const reportRoutes = new Hono<Env>().route('/', api).get(
  '/requests/:id/use-reports',
  operation({
    summary: 'The reports on the use of what a request gave',
    tag: 'requests',
    answers: { 200: wholeListOf(UseReportAnswer, 'A request has 200 at most.') },
    refuses: [401],
  }),
  async (c) => {
    const found = await searchReports(c.var.ctx, { id: c.req.param('id') })
    return c.json(whole(found.map((report) => documented(UseReportAnswer, report))))
  },
)

/** On the page of a record: what came of its use, once somebody reported. */
export const impactSection: RecordSection = async (c, row) => {
  const { reports, publications, patents, varieties } = await impactOf(c.var.ctx, row.id)
  if (reports === 0) return null
  return (
    <Section title={words.impact} id="impact">
      <Stats
        stats={[
          { label: words.reports, value: reports },
          { label: words.publications, value: publications.length },
          { label: words.patents, value: patents.length },
          { label: words.varieties, value: varieties.length },
        ]}
      />
      {publications.length > 0 && (
        <ul>
          {publications.map((one) => (
            <li>
              <Cited publication={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Cited = ({ publication: { text, doi } }: { publication: Publication }) => (
  <>
    {text} {doi !== null && <a href={`https://doi.org/${encodeURI(doi)}`}>{`doi:${doi}`}</a>}
  </>
)
