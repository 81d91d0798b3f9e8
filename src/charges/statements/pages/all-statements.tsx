import { Hono } from 'hono'
import { z } from 'zod'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import { runningMonth } from '../actions/issue.ts'
import { statementsIn, type StatementSum } from '../actions/statements.ts'
import { Month } from '../model.ts'
import { monthAfter } from '../rules/month.ts'
import { statementWords as words } from '../words.ts'
import { voucherWords } from '../../vouchers/words.ts'
import { allStatementsHref, monthHref, vouchersHref, statementsPath } from '../../words/paths.ts'
import { monthText, Yuan } from '../../charges/pages/money.tsx'
import { Count, State } from './statements.tsx'

const Query = z.object({ month: Month.optional() })

/** The statements of a month with which one has to do: of one's labs, and of labs that owe one's institution. */
export const allStatementsPages = new Hono<Env>().get(
  statementsPath,
  parsed('query', Query),
  async (c) => {
    const { ctx } = c.var
    const running = runningMonth(ctx)
    const { month = monthAfter(running, -1) } = c.req.valid('query')
    const sums = await statementsIn(ctx, month)
    c.header('cache-control', 'no-store')
    return page(
      c,
      { title: words.statements[ctx.lang], crumbs: [{ text: words.statements }] },
      <>
        <PageHead title={words.statements} lead={words.mineLead(monthText(month))}>
          <VouchersLink />
        </PageHead>
        <Months month={month} running={running} />
        {sums.length > 0 ? (
          <Table
            caption={words.statements}
            captionUnseen
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
  const t = useText()
  return <ButtonLink href={vouchersHref}>{t(voucherWords.vouchers)}</ButtonLink>
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

type Row = StatementSum & { isRunning: boolean }

const columns: Column<Row>[] = [
  {
    key: 'lab',
    label: words.lab,
    head: true,
    cell: ({ labId, labZh, labEn, month }) => (
      <a href={monthHref(labId, month)}>
        <Local text={{ zh: labZh, en: labEn }} />
      </a>
    ),
  },
  {
    key: 'total',
    label: words.total,
    align: 'end',
    nowrap: true,
    cell: ({ totalFen }) => <Yuan fen={totalFen} />,
  },
  {
    key: 'state',
    label: words.state,
    nowrap: true,
    cell: ({ statementId, isRunning }) => (
      <State issued={statementId ? 1 : 0} parts={1} isRunning={isRunning} />
    ),
  },
  { key: 'lines', label: words.lines, align: 'end', cell: ({ count }) => <Count value={count} /> },
  {
    key: 'institution',
    label: words.institution,
    cell: ({ institutionZh, institutionEn }) => (
      <Local text={{ zh: institutionZh, en: institutionEn }} />
    ),
  },
]
