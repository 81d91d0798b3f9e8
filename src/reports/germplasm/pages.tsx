import { Hono } from 'hono'
import type { LocalText } from '../../core/text.ts'
import { fieldsText } from '../../germplasm/quality/pages/lists.tsx'
import { institutionChoices } from '../../people/pages/choices.ts'
import { operation, tableTypes } from '../../web/api.ts'
import { type Columns, fileOf, tableColumns } from '../../web/columns.tsx'
import { Button } from '../../web/components/button.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { FileLinks } from '../../web/components/file-links.tsx'
import { type Choice, FormField } from '../../web/components/form-field.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Toolbar } from '../../web/components/navigation.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { withQuery } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { ChooseInstitution, ReportTabs } from '../use/pages/frame.tsx'
import { everyInstitution, usePath } from '../use/pages/links.ts'
import { reportAnswer } from '../use/routes.ts'
import { reportLinks, reportPaths } from '../words/paths.ts'
import { germplasmReport } from './actions.ts'
import {
  type GermplasmAsked,
  type GermplasmFigures,
  GermplasmPageQuery,
  GermplasmQuery,
  GermplasmReport,
} from './model.ts'
import { germplasmGroups as groups, germplasmWords as words } from './words.ts'
import { useWords } from '../use/words.ts'

type Row = GermplasmFigures & { name: LocalText }

const sumOf = (bins: readonly number[]) => bins.reduce((sum, count) => sum + count, 0)

const columnsBy = (by: GermplasmAsked['by']): Columns<Row> => ({
  name: { label: groups[by], text: ({ name }) => name },
  passports: { label: words.passports, number: ({ passports }) => passports },
  mean: { label: words.mean, number: ({ mean }) => mean },
  lowest: { label: words.lowest, number: ({ lowest }) => lowest },
  highest: { label: words.highest, number: ({ highest }) => highest },
  below5: { label: words.below5, number: ({ bins }) => sumOf(bins.slice(0, 5)) },
  from7: { label: words.from7, number: ({ bins }) => sumOf(bins.slice(7)) },
})

const rowsOf = ({ items, total }: GermplasmReport): Row[] => [
  ...items,
  { ...total, name: words.total },
]

/** Completeness of plant passports, for programs. */
export const germplasmReportRoutes = new Hono<Env>().get(
  '/reports/germplasm',
  operation({
    summary: 'Completeness of plant passports (PDCI) by institution, library or collection',
    tag: 'reports',
    answers: { 200: GermplasmReport },
    files: tableTypes,
  }),
  parsed('query', GermplasmQuery),
  async (c) => {
    const { format, ...asked } = c.req.valid('query')
    const report = await germplasmReport(c.var.ctx, asked)
    const file = fileOf(columnsBy(asked.by), rowsOf(report), c.var.ctx.lang)
    return reportAnswer(c, format, { report, table: { name: `germplasm-${asked.by}`, ...file } })
  },
)

/** The same for people. */
export const germplasmReportPages = new Hono<Env>().get(
  reportPaths.germplasm,
  parsed('query', GermplasmPageQuery),
  async (c) => {
    const { ctx } = c.var
    const { institution, ...rest } = c.req.valid('query')
    const asked = {
      ...rest,
      institution: institution === everyInstitution ? undefined : institution,
    }
    const [report, institutions] = await Promise.all([
      germplasmReport(ctx, asked),
      institutionChoices(ctx),
    ])
    const { search } = new URL(c.req.url)
    const fileHref = (format: string) =>
      withQuery(`/api/v1/reports/germplasm${search}`, {
        format,
        institution: asked.institution ?? null,
      })
    return page(
      c,
      {
        title: words.germplasm,
        lead: words.lead,
        crumbs: [{ text: reportLinks.use.text, href: usePath }],
        main: 'use-report',
      },
      <>
        <ReportTabs current="germplasm" actor={ctx.actor} />
        <Filters asked={asked} institutions={institutions} />
        <Toolbar end={<FileLinks formats={['csv', 'xlsx']} hrefOf={fileHref} />} />
        <Passports report={report} table={tableColumns(columnsBy(asked.by))} />
      </>,
    )
  },
)

type FiltersProps = { asked: GermplasmAsked; institutions: readonly Choice[] }

const Filters = ({ asked, institutions }: FiltersProps) => (
  <form class="use-form" action={reportPaths.germplasm}>
    <FormField name="from" type="date" label={useWords.from} value={asked.from} />
    <FormField name="to" type="date" label={useWords.to} value={asked.to} />
    <ChooseInstitution
      institutions={institutions}
      value={asked.institution}
      every={everyInstitution}
    />
    <FormField
      type="select"
      none={null}
      name="by"
      label={words.by}
      value={asked.by}
      choices={Object.entries(groups).map(([value, label]) => ({ value, label }))}
    />
    <Button look="primary" text={useWords.show} />
  </form>
)

type PassportsProps = { report: GermplasmReport; table: ReturnType<typeof tableColumns<Row>> }

function Passports({ report, table }: PassportsProps) {
  const { total, next } = report
  if (total.passports === 0) return <Empty title={words.none} icon="accession" />
  return (
    <>
      <Table caption={words.germplasm} columns={table} rows={rowsOf(report)} />
      {next.length > 0 && <Local as="p" text={words.next(fieldsText(next))} />}
      <Figure
        title={words.distribution}
        labels={{ row: words.index, value: words.passports }}
        rows={total.bins.map((value, at) => ({ label: words.bin(at), value }))}
      />
    </>
  )
}
