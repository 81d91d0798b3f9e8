import { Hono } from 'hono'
import { bothLanguages, inLang, type Text } from '../../../core/text.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { listStatements, runningMonth, statementsIn } from '../actions.ts'
import { Month, type Reach } from '../model.ts'
import { monthAfter, type MonthSum, monthSums } from '../rules.ts'
import { statementWords as words } from '../words.ts'
import { allStatementsHref, monthHref, statementsPath, vouchersHref } from '../../words/paths.ts'
import { monthText, Yuan } from '../../charges/pages/money.tsx'
import { z } from 'zod'
import { ButtonLink } from '../../../web/components/button.tsx'
import { parsed } from '../../../web/validate.ts'
import { voucherWords } from '../../vouchers/words.ts'
import type { StatementSum } from '../queries.ts'

/** What a lab owes, month by month. */
export const statementListPages = new Hono<Env>().get('/labs/:id/statements', async (c) => {
  const { ctx } = c.var
  const { lab, reach, items } = await listStatements(ctx, c.req.param('id'))
  const name = bothLanguages(lab.name)
  const running = runningMonth(ctx)
  return page(
    c,
    {
      title: `${words.statements[ctx.lang]} · ${inLang(name, ctx.lang)}`,
      crumbs: [{ text: name }, { text: words.statements }],
    },
    <>
      <PageHead title={words.statementsOf(name)} lead={words.lead} />
      <ReachNote reach={reach} />
      {items.length > 0 ? (
        <Table
          caption={words.statements}
          keys
          dense
          columns={columnsFor(reach)}
          rows={monthSums(items).map((sum) => ({
            ...sum,
            labId: lab.id,
            isRunning: sum.month >= running,
          }))}
        />
      ) : (
        <Empty title={words.none} text={words.noneHint} icon="calendar" />
      )}
      <Local as="p" class="quiet statement-note" text={words.zoneNote} />
    </>,
  )
})

/** A note where the viewer does not see all charges. */
export function ReachNote({ reach }: { reach: Reach }) {
  if (reach === 'all') return <></>
  return (
    <Local
      as="p"
      class="quiet statement-note"
      text={reach === 'own' ? words.ownOnly : words.staffOnly}
    />
  )
}

type Row = MonthSum & { labId: string; isRunning: boolean }

const columnsFor = (reach: Reach): Column<Row>[] => [
  {
    label: words.month,
    nowrap: true,
    cell: ({ labId, month }) => (
      <Local as="a" href={monthHref(labId, month)} text={monthText(month)} />
    ),
  },
  { ...money(words.total), cell: ({ totalFen }) => <Yuan fen={totalFen} /> },
  ...(reach === 'own' ? [] : paying),
  { label: words.state, nowrap: true, cell: (row) => <State {...row} /> },
  { label: words.lines, align: 'end', cell: ({ count }) => <Count value={count} /> },
  { label: words.institution, cell: (row) => <Institutions {...row} /> },
]

const money = (label: Text) => ({ label, align: 'end', nowrap: true }) as const

const paying: Column<Row>[] = [
  {
    ...money(words.due),
    cell: ({ dueFen, issued }) => issued > 0 && <Yuan fen={dueFen} />,
  },
  {
    ...money(words.paid),
    cell: ({ paidFen }) => paidFen > 0 && <Yuan fen={paidFen} />,
  },
]

type StateProps = { issued: number; parts: number; isRunning: boolean }

/** Issued, or not yet, or the month still runs. */
export function State({ issued, parts, isRunning }: StateProps) {
  if (issued === parts) return <StateBadge tone="good" text={words.issued} />
  if (issued > 0) return <StateBadge tone="caution" text={words.partly} />
  return isRunning ? (
    <StateBadge tone="note" text={words.running} />
  ) : (
    <StateBadge tone="caution" text={words.open} />
  )
}

function Institutions({ institutions }: Row) {
  const lang = useLang()
  const [first] = institutions
  if (first && institutions.length === 1) return <Local text={first} />
  return <Local text={words.institutions(formatNumber(institutions.length, lang))} />
}

function Count({ value }: { value: number }) {
  const lang = useLang()
  return <>{formatNumber(value, lang)}</>
}

const Query = z.object({ month: Month.optional() })

/** The statements of a month: of the viewer's labs, and of labs that owe the viewer's institution. */
export const allStatementsPages = new Hono<Env>().get(
  statementsPath,
  parsed('query', Query),
  async (c) => {
    const { ctx } = c.var
    const running = runningMonth(ctx)
    const { month = monthAfter(running, -1) } = c.req.valid('query')
    const sums = await statementsIn(ctx, month)
    return page(
      c,
      {
        title: words.statements,
        lead: words.mineLead(monthText(month)),
        actions: <VouchersLink />,
      },
      <>
        <Months month={month} running={running} />
        {sums.length > 0 ? (
          <Table
            caption={words.statements}
            keys
            dense
            columns={columns}
            rows={sums.map((sum) => ({ ...sum, isRunning: month >= running }))}
          />
        ) : (
          <Empty title={words.noneInMonth} icon="calendar" />
        )}
      </>,
    )
  },
)

function VouchersLink() {
  return <ButtonLink href={vouchersHref} text={voucherWords.vouchers} />
}

function Months({ month, running }: { month: string; running: string }) {
  const t = useText()
  return (
    <nav class="statement-months" aria-label={t(words.month)}>
      <a href={allStatementsHref(monthAfter(month, -1))} rel="prev">
        {t(words.earlier)}
      </a>
      {month < running && (
        <a href={allStatementsHref(monthAfter(month))} rel="next">
          {t(words.later)}
        </a>
      )}
    </nav>
  )
}

type ProvinceRow = StatementSum & { isRunning: boolean }

const columns: Column<ProvinceRow>[] = [
  {
    label: words.lab,
    cell: ({ labId, labZh, labEn, month }) => (
      <Local as="a" href={monthHref(labId, month)} text={{ zh: labZh, en: labEn }} />
    ),
  },
  {
    label: words.total,
    align: 'end',
    nowrap: true,
    cell: ({ totalFen }) => <Yuan fen={totalFen} />,
  },
  {
    label: words.state,
    nowrap: true,
    cell: ({ statementId, isRunning }) => (
      <State issued={statementId ? 1 : 0} parts={1} isRunning={isRunning} />
    ),
  },
  { label: words.lines, align: 'end', cell: ({ count }) => <Count value={count} /> },
  {
    label: words.institution,
    cell: ({ institutionZh, institutionEn }) => (
      <Local text={{ zh: institutionZh, en: institutionEn }} />
    ),
  },
]
