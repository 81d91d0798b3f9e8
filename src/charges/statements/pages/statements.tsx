import { Hono } from 'hono'
import { inLang, type Text } from '../../../core/text.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { runningMonth } from '../actions/issue.ts'
import { listStatements } from '../actions/statements.ts'
import type { Reach } from '../model.ts'
import { type MonthSum, monthSums } from '../rules/month-sums.ts'
import { statementWords as words } from '../words.ts'
import { monthHref } from '../../words/paths.ts'
import { monthText, said, Yuan } from '../../charges/pages/money.tsx'

/** What a lab owes, month by month. */
export const statementListPages = new Hono<Env>().get('/labs/:id/statements', async (c) => {
  const { ctx } = c.var
  const { lab, reach, items } = await listStatements(ctx, c.req.param('id'))
  const name = said(lab.name)
  const running = runningMonth(ctx)
  c.header('cache-control', 'no-store')
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
          captionUnseen
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
      <p class="quiet statement-note">
        <Local text={words.zoneNote} />
      </p>
    </>,
  )
})

/** Says whose charges these are where they are not all. */
export function ReachNote({ reach }: { reach: Reach }) {
  if (reach === 'all') return <></>
  return (
    <p class="quiet statement-note">
      <Local text={reach === 'own' ? words.ownOnly : words.staffOnly} />
    </p>
  )
}

type Row = MonthSum & { labId: string; isRunning: boolean }

const columnsFor = (reach: Reach): Column<Row>[] => [
  {
    key: 'month',
    label: words.month,
    head: true,
    nowrap: true,
    cell: ({ labId, month }) => (
      <a href={monthHref(labId, month)}>
        <Local text={monthText(month)} />
      </a>
    ),
  },
  { key: 'total', ...money(words.total), cell: ({ totalFen }) => <Yuan fen={totalFen} /> },
  ...(reach === 'own' ? [] : paying),
  { key: 'state', label: words.state, nowrap: true, cell: (row) => <State {...row} /> },
  { key: 'lines', label: words.lines, align: 'end', cell: ({ count }) => <Count value={count} /> },
  { key: 'institution', label: words.institution, cell: (row) => <Institutions {...row} /> },
]

const money = (label: Text) => ({ label, align: 'end', nowrap: true }) as const

const paying: Column<Row>[] = [
  {
    key: 'due',
    ...money(words.due),
    cell: ({ dueFen, issued }) => issued > 0 && <Yuan fen={dueFen} />,
  },
  {
    key: 'paid',
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

export function Count({ value }: { value: number }) {
  const lang = useLang()
  return <>{formatNumber(value, lang)}</>
}
