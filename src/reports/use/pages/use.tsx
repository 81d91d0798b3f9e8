import { type Context as HonoContext, Hono } from 'hono'
import type { z } from 'zod'
import { Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import { institutionChoices } from '../../../people/pages/choices.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { Section, Toolbar } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import {
  ownLabs,
  type UseAsked,
  useByHour,
  type UseOverTime,
  useOverTime,
  useReport,
  type UseScope,
  useScope,
} from '../actions/use.ts'
import { type Grouping, UsePageQuery, type UseReport } from '../model.ts'
import { staffedInstitutions } from '../rules/reach.ts'
import { groupingNames, useWords as words } from '../words.ts'
import { apiHref, useHref, usePath } from './links.ts'
import { ReportTabs, UseFilters } from './frame.tsx'
import { Chips } from '../../../web/components/facets.tsx'
import { Local } from '../../../web/lang.tsx'
import { HeatFigure, TrendFigure } from './use-charts.tsx'
import { NationalFigure, UseTable, UseTotals } from './figures.tsx'
import { FileLinks } from '../../../web/components/file-links.tsx'

type C = HonoContext<Env>

/** Use of instruments: totals for everybody, down to each booking for staff. */
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
    institutionChoices(ctx),
    ownLabs(ctx),
  ])
  const view = {
    asked: { ...asked, ...scope.asked },
    by,
    canSeeRows: scope.reach !== 'public',
  }
  return page(
    c,
    {
      title: words.report,
      lead: view.canSeeRows ? words.lead : words.publicLead,
      main: 'use-report',
    },
    <>
      <ReportTabs current="use" actor={ctx.actor} />
      <UseFilters {...view} now={ctx.now()} institutions={institutions} labs={labs} />
      {scope.instruments.length === 0 ? (
        <Empty title={words.noInstruments} text={words.noneHint} icon="instrument" />
      ) : (
        <UseBody {...view} report={report} over={over} cells={cells} />
      )}
    </>,
  )
})

/** Unset, staff see their own institution. */
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

/** The filters again with what was typed and the error. */
async function refusedPage(c: C, { asked, by, scope }: Refused) {
  const { ctx } = c.var
  const error: LocalText = scope.facts.issues?.[0]?.message ?? scope.detail
  const institutions = await institutionChoices(ctx)
  return page(
    c,
    { title: words.report, status: 422 },
    <UseFilters
      asked={asked}
      by={by}
      now={ctx.now()}
      institutions={institutions}
      canSeeRows={false}
      error={error}
    />,
  )
}

type Props = {
  report: UseReport
  over: UseOverTime
  cells: readonly { weekday: number; hour: number; usedMs: number }[]
  asked: UseAsked
  by: Grouping
  canSeeRows: boolean
}

/** Figures first, charts second, the table third. */
function UseBody({ report, over, cells, asked, by, canSeeRows }: Props) {
  const isUsed = report.total.usedHours > 0
  return (
    <>
      <Narrowed asked={asked} by={by} />
      <UseTotals report={report} asked={asked} canSeeRows={canSeeRows} />
      {isUsed ? (
        <div class="charts">
          <TrendFigure over={over} asked={asked} canSeeRows={canSeeRows} />
          <HeatFigure cells={cells} asked={asked} canSeeRows={canSeeRows} />
          {asked.lab === undefined && <NationalFigure report={report} />}
        </div>
      ) : (
        <Empty title={words.none} text={words.noneHint} icon="calendar" />
      )}
      <Section title={words.table}>
        <Toolbar
          end={
            <FileLinks
              formats={['csv', 'xlsx']}
              hrefOf={(format) => apiHref('instrument-use', asked, { by, format })}
            />
          }
        >
          <p class="quiet">
            <Local text={words.by} />
            {' · '}
            <Local text={groupingNames[by]} />
          </p>
        </Toolbar>
        <UseTable report={report} asked={asked} canSeeRows={canSeeRows} />
      </Section>
    </>
  )
}

/** Chips for the lab or instrument that is filtered by. */
function Narrowed({ asked, by }: { asked: UseAsked; by: Grouping }) {
  const { lab: _lab, ...withoutLab } = asked
  const { instrument: _instrument, ...withoutInstrument } = asked
  return (
    <Chips
      clear={useHref({ from: asked.from, to: asked.to, institution: asked.institution }, { by })}
      filters={[
        ...(asked.lab === undefined
          ? []
          : [{ name: words.lab, value: words.oneOnly, href: useHref(withoutLab, { by }) }]),
        ...(asked.instrument === undefined
          ? []
          : [
              {
                name: words.instrument,
                value: words.oneOnly,
                href: useHref(withoutInstrument, { by: 'instrument' }),
              },
            ]),
      ]}
    />
  )
}
