import { type Context as HonoContext, Hono } from 'hono'
import type { z } from 'zod'
import { Problem } from '../../../core/problem.ts'
import { type LocalText } from '../../../core/text.ts'
import { chooseInstitution } from '../../../people/institutions/actions/institutions.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import { ownLabs, type UseAsked, useScope, type UseScope } from '../actions/scope.ts'
import { useByHour, useOverTime } from '../actions/time.ts'
import { useReport } from '../actions/use.ts'
import type { Grouping } from '../model/kinds.ts'
import { UsePageQuery } from '../model/use.ts'
import { staffedInstitutions } from '../../sharing/rules/reach.ts'
import { useWords as words } from '../words/use.ts'
import { usePath } from './links.ts'
import { ReportTabs } from './report-tabs.tsx'
import { UseBody } from './use-body.tsx'
import { UseFilters } from './use-filters.tsx'

type C = HonoContext<Env>

/** Use of instruments, for everybody in totals, for staff down to each booking. */
export const usePages = new Hono<Env>().get(usePath, parsed('query', UsePageQuery), async (c) => {
  const { ctx } = c.var
  const { by, ...query } = c.req.valid('query')
  const asked = { ...query, institution: institutionFor(c, query.institution) }
  const scope = await scopeOrRefusal(c, asked)
  if (scope instanceof Problem) return refusedPage(c, { asked, by, scope })
  const [report, over, cells, institutions, labs] = await Promise.all([
    useReport(ctx, scope, by),
    useOverTime(ctx, scope),
    useByHour(ctx, scope),
    chooseInstitution(ctx),
    ownLabs(ctx),
  ])
  const opens = scope.reach !== 'public'
  const shown = { ...asked, ...scope.asked }
  return page(
    c,
    { title: words.report[ctx.lang], crumbs: [{ text: words.report }], main: 'use-report' },
    <>
      <PageHead title={words.report} lead={opens ? words.lead : words.publicLead} />
      <ReportTabs current="use" actor={ctx.actor} />
      <UseFilters
        asked={shown}
        by={by}
        now={ctx.now()}
        institutions={institutions}
        labs={labs}
        opens={opens}
      />
      {scope.instruments.length === 0 ? (
        <Empty title={words.noInstruments} text={words.noneHint} icon="instrument" />
      ) : (
        <UseBody report={report} over={over} cells={cells} asked={shown} by={by} opens={opens} />
      )}
    </>,
  )
})

/** What was asked for; staff who said nothing see their own institution. */
function institutionFor(c: C, asked: z.output<typeof UsePageQuery>['institution']) {
  if (asked === 'all') return undefined
  return asked ?? staffedInstitutions(c.var.ctx.actor)?.[0]
}

async function scopeOrRefusal(c: C, asked: UseAsked): Promise<UseScope | Problem> {
  try {
    return await useScope(c.var.ctx, asked)
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') return error
    throw error
  }
}

type Refused = { asked: UseAsked; by: Grouping; scope: Problem }

/** The form again with what was typed, and what is wrong with it. */
async function refusedPage(c: C, { asked, by, scope }: Refused) {
  const { ctx } = c.var
  const error: LocalText = scope.facts.issues?.[0]?.message ?? scope.detail
  const institutions = await chooseInstitution(ctx)
  return page(
    c,
    { title: words.report[ctx.lang], crumbs: [{ text: words.report }], status: 422 },
    <>
      <PageHead title={words.report} />
      <UseFilters
        asked={asked}
        by={by}
        now={ctx.now()}
        institutions={institutions}
        opens={false}
        error={error}
      />
    </>,
  )
}
