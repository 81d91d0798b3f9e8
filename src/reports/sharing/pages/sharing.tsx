import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import { chooseInstitution } from '../../../people/institutions/actions/institutions.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Toolbar } from '../../../web/components/toolbar.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import { assessmentReport } from '../actions/assessment.ts'
import { type UseAsked, useScope, type UseScope } from '../../use/actions/scope.ts'
import { sharingReport } from '../actions/sharing.ts'
import { SharingPageQuery } from '../model.ts'
import { staffedInstitutions } from '../rules/reach.ts'
import { sharingWords as words } from '../words.ts'
import { useWords } from '../../use/words/use.ts'
import { apiHref, assessmentPath, sharingPath, usePath } from '../../use/pages/links.ts'
import { ReportTabs } from '../../use/pages/report-tabs.tsx'
import { AssessmentTable, SharingTable } from './tables.tsx'
import { UseFilters } from '../../use/pages/use-filters.tsx'
import { reportLinks } from '../../words/paths.ts'

type C = HonoContext<Env>

/** What institutions share, and the facts that their assessment asks for. */
export const sharingPages = new Hono<Env>()
  .get(sharingPath, parsed('query', SharingPageQuery), async (c) => {
    const scope = await scopeFor(c, c.req.valid('query'), { all: true })
    const report = await sharingReport(c.var.ctx, scope.scope)
    const { opens, asked } = scope
    return reportPage(c, {
      ...scope,
      current: 'sharing',
      title: words.sharing,
      lead: words.sharingLead,
      body: <SharingTable report={report} asked={asked} opens={opens} />,
    })
  })
  .get(assessmentPath, parsed('query', SharingPageQuery), async (c) => {
    const scope = await scopeFor(c, c.req.valid('query'), { all: false })
    const report = await assessmentReport(c.var.ctx, scope.scope)
    return reportPage(c, {
      ...scope,
      current: 'assessment',
      title: words.assessment,
      lead: words.assessmentLead,
      body: <AssessmentTable report={report} />,
    })
  })

type Scoped = { scope: UseScope; asked: UseAsked; opens: boolean }

/** What was asked for; unasked, staff see their own institution where one is looked at, else all. */
async function scopeFor(
  c: C,
  { institution, ...period }: UseAsked,
  { all }: { all: boolean },
): Promise<Scoped> {
  const { ctx } = c.var
  const own = all ? undefined : staffedInstitutions(ctx.actor)?.[0]
  const asked = { ...period, institution: institution === 'all' ? undefined : (institution ?? own) }
  const scope = await useScope(ctx, asked)
  return { scope, asked: { ...asked, ...scope.asked }, opens: scope.reach !== 'public' }
}

type Shown = Scoped & {
  current: 'sharing' | 'assessment'
  title: Text
  lead: Text
  body: Child
}

async function reportPage(c: C, { asked, current, title, lead, body }: Shown) {
  const { ctx } = c.var
  const path = current === 'sharing' ? sharingPath : assessmentPath
  return page(
    c,
    {
      title: title[ctx.lang],
      crumbs: [{ text: reportLinks.use.text, href: usePath }, { text: title }],
      main: 'use-report',
    },
    <>
      <PageHead title={title} lead={lead} />
      <ReportTabs current={current} actor={ctx.actor} />
      <UseFilters
        asked={asked}
        now={ctx.now()}
        institutions={await chooseInstitution(ctx)}
        path={path}
      />
      <Toolbar
        end={(['csv', 'xlsx'] as const).map((format) => (
          <ButtonLink
            href={apiHref(current, asked, { format })}
            icon="download"
            label={useWords[format][ctx.lang]}
            download
            dense
          >
            {format === 'csv' ? 'CSV' : 'Excel'}
          </ButtonLink>
        ))}
      />
      {body}
    </>,
  )
}
