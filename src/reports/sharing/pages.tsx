import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { LocalText, Text } from '../../core/text.ts'
import { institutionChoices } from '../../people/pages/choices.ts'
import { Section, Toolbar } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { parsed } from '../../web/validate.ts'
import { reportLinks } from '../words/paths.ts'
import { assessmentReport, sharingReport } from './actions.ts'
import { type UseAsked, type UseScope, useScope } from '../use/actions/use.ts'
import {
  type AssessmentReport,
  type SharingFigures,
  SharingPageQuery,
  type SharingReport,
} from './model.ts'
import { staffedInstitutions } from '../use/rules/reach.ts'
import { sharingNames, sharingWords as words } from './words.ts'
import {
  apiHref,
  assessmentPath,
  rowsHref,
  sharingPath,
  useHref,
  usePath,
} from '../use/pages/links.ts'
import { ReportTabs, UseFilters } from '../use/pages/frame.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { formatNumber } from '../../web/format.ts'
import { Local, useLang } from '../../web/lang.tsx'
import type { RowKind } from '../use/model.ts'
import { sharingKeys } from './rules.ts'
import { FigureLink } from '../use/pages/figures.tsx'
import { figureValue } from '../use/rules/figures.ts'
import { FileLinks } from '../../web/components/file-links.tsx'

type C = HonoContext<Env>

/** The sharing report and the facts for the national assessment. */
export const sharingPages = new Hono<Env>()
  .get(sharingPath, parsed('query', SharingPageQuery), async (c) => {
    const scope = await scopeFor(c, c.req.valid('query'), { all: true })
    const report = await sharingReport(c.var.ctx, scope.scope)
    const { canSeeRows, asked } = scope
    return reportPage(c, {
      ...scope,
      current: 'sharing',
      title: words.sharing,
      lead: words.sharingLead,
      body: <SharingTable report={report} asked={asked} canSeeRows={canSeeRows} />,
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

type Scoped = { scope: UseScope; asked: UseAsked; canSeeRows: boolean }

/** Unset, staff see their own institution in the report of one, and all in the other. */
async function scopeFor(
  c: C,
  { institution, ...period }: UseAsked,
  { all }: { all: boolean },
): Promise<Scoped> {
  const { ctx } = c.var
  const own = all ? undefined : staffedInstitutions(ctx.actor)?.[0]
  const asked = { ...period, institution: institution === 'all' ? undefined : (institution ?? own) }
  const scope = await useScope(ctx, asked)
  return { scope, asked: { ...asked, ...scope.asked }, canSeeRows: scope.reach !== 'public' }
}

type ReportPage = Scoped & {
  current: 'sharing' | 'assessment'
  title: Text
  lead: Text
  body: Child
}

async function reportPage(c: C, { asked, current, title, lead, body }: ReportPage) {
  const { ctx } = c.var
  const path = current === 'sharing' ? sharingPath : assessmentPath
  return page(
    c,
    {
      title: title,
      lead,
      crumbs: [{ text: reportLinks.use.text, href: usePath }],
      main: 'use-report',
    },
    <>
      <ReportTabs current={current} actor={ctx.actor} />
      <UseFilters
        asked={asked}
        now={ctx.now()}
        institutions={await institutionChoices(ctx)}
        path={path}
      />
      <Toolbar
        end={
          <FileLinks
            formats={['csv', 'xlsx']}
            hrefOf={(format) => apiHref(current, asked, { format })}
          />
        }
      />
      {body}
    </>,
  )
}

type Row = SharingFigures & { key: string; name: LocalText }
type Props = { report: SharingReport; asked: UseAsked; canSeeRows: boolean }

/** Institutions with their figures; names link to their instruments. */
function SharingTable({ report, asked, canSeeRows }: Props) {
  const rows: Row[] = [...report.items, { ...report.total, key: '', name: words.total }]
  const name: Column<Row> = {
    label: words.institution,
    cell: (row) =>
      row.key === '' ? (
        <Local as="strong" text={row.name} />
      ) : (
        <Local
          as="a"
          class="use-name"
          href={useHref({ ...asked, institution: row.key })}
          text={row.name}
        />
      ),
  }
  const keys = sharingKeys.filter((key) => canSeeRows || key !== 'incomeFen')
  return (
    <Table
      caption={words.sharing}
      dense
      columns={[name, ...keys.map((key) => columnOf(key, { asked, canSeeRows }))]}
      rows={rows}
    />
  )
}

const behind: Partial<Record<keyof SharingFigures, RowKind>> = {
  usedHours: 'used',
  sharedHours: 'shared',
  externalHours: 'external',
  outsideBookings: 'external',
  sharedRate: 'external',
  samples: 'samples',
  incomeFen: 'income',
}

function columnOf(
  key: keyof SharingFigures,
  { asked, canSeeRows }: { asked: UseAsked; canSeeRows: boolean },
): Column<Row> {
  const what = behind[key]
  return {
    label: sharingNames[key],
    align: 'end',
    nowrap: true,
    cell: (row) => {
      const own = row.key === '' ? asked : { ...asked, institution: row.key }
      return (
        <FigureLink
          value={figureValue(row, key)}
          href={what && canSeeRows ? rowsHref(own, what) : undefined}
          {...(key.endsWith('Rate') && { unit: '%' as const })}
        />
      )
    },
  }
}

type Measure = AssessmentReport['indicators'][number]['measures'][number]

/** The nine indicators with their measures. */
function AssessmentTable({ report }: { report: AssessmentReport }) {
  return (
    <ol class="indicators">
      {report.indicators.map(({ name, measures }, at) => (
        <li>
          <Section title={{ zh: `${at + 1}. ${name.zh}`, en: `${at + 1}. ${name.en}` }}>
            <dl class="fields">
              {measures.map((measure) => (
                <div>
                  <Local as="dt" text={measure.name} />
                  <dd>
                    <MeasureValue measure={measure} />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        </li>
      ))}
    </ol>
  )
}

function MeasureValue({ measure: { value, unit } }: { measure: Measure }) {
  const lang = useLang()
  if (value === null) return <span class="quiet">—</span>
  if (unit === '%') return <>{formatNumber(value * 100, lang, 1)}%</>
  const number = formatNumber(value, lang, 1)
  const hours = lang === 'zh' ? `${number} 小时` : `${number} h`
  const yuan = lang === 'zh' ? `${number} 元` : `CNY ${number}`
  return <>{unit === 'h' ? hours : unit === 'CNY' ? yuan : number}</>
}
