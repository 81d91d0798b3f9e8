import { formatYuan } from '../../../web/format.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { bothLanguages, inLang } from '../../../core/text.ts'
import { leadsLab } from '../../../people/roles/rules.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Refused, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import {
  getMonth,
  issueStatements,
  type MonthOfLab,
  payByVoucher,
  runningMonth,
  type Statement,
} from '../actions.ts'
import { usableVouchers } from '../../vouchers/actions.ts'
import { Month, NewStatements, NewTender } from '../model.ts'
import { monthAfter } from '../rules.ts'
import { statementWords as words } from '../words.ts'
import { monthFile, monthHref, statementsHref } from '../../words/paths.ts'
import { monthText, Yuan } from '../../charges/pages/money.tsx'
import { partId, StatementSection } from './statement.tsx'
import { ReachNote, State } from './lists.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { FileLinks } from '../../../web/components/file-links.tsx'

type C = HonoContext<Env>
const path = '/labs/:id/statements/:month'
const pathOf = (c: C) => monthHref(c.req.param('id') ?? '', c.req.param('month') ?? '')

/** A lab's month line by line; staff issue its statements here, the PI pays by voucher. */
export const monthPages = new Hono<Env>()
  .get(path, (c) => monthPage(c))
  .post(`${path}/issue`, (c) =>
    submitted(
      c,
      async (form) => {
        const asked = { month: c.req.param('month'), institution: form.value('institution') }
        const { month, institution } = parseOrRefuse(NewStatements, asked)
        const labId = c.req.param('id')
        const of = { labId, institutionId: institution, month }
        setFlash(c, words.issuedNow(await issueStatements(c.var.ctx, of)))
        return c.redirect(pathOf(c), 303)
      },
      (form) => monthPage(c, form),
    ),
  )
  .post(`${path}/payments/:statement`, (c) =>
    submitted(
      c,
      async (form) => {
        const { voucher } = parseOrRefuse(NewTender, { voucher: form.value('voucher') })
        const statementId = c.req.param('statement')
        const { amountFen } = await payByVoucher(c.var.ctx, { statementId, voucherId: voucher })
        setFlash(c, words.paidNow(formatYuan(amountFen, 'zh')))
        return c.redirect(pathOf(c), 303)
      },
      (form) => monthPage(c, form),
    ),
  )

async function monthPage(c: C, form: Filled = filledWith()) {
  const { ctx } = c.var
  const month = parseOrRefuse(Month, c.req.param('month'))
  const found = await getMonth(ctx, c.req.param('id') ?? '', month)
  const name = bothLanguages(found.lab.name)
  const text = monthText(month)
  return page(
    c,
    {
      title: `${text[ctx.lang]} · ${words.statements[ctx.lang]} · ${inLang(name, ctx.lang)}`,
      crumbs: [
        { text: name },
        { text: words.statements, href: statementsHref(found.lab.id) },
        { text },
      ],
      status: form.status,
    },
    <>
      <PageHead title={words.monthOf(text, name)}>
        <FileLinks
          formats={['csv', 'xlsx']}
          hrefOf={(format) => monthFile(found.lab.id, month, format)}
        />
      </PageHead>
      <Refused form={form} />
      <ReachNote reach={found.reach} />
      <OtherMonths labId={found.lab.id} month={month} running={runningMonth(ctx)} />
      {await sectionsOf(c, found, month)}
      <Local as="p" class="quiet statement-note" text={words.zoneNote} />
    </>,
  )
}

async function sectionsOf(c: C, found: MonthOfLab, month: string) {
  const { ctx } = c.var
  if (found.statements.length === 0)
    return <Empty title={words.noneInMonth} text={words.noneHint} icon="calendar" />
  const isRunning = month >= runningMonth(ctx)
  const isStaff = ({ institutionId }: Statement) =>
    isStaffOf(ctx.actor, { institutionId, collectionId: null })
  const isPayer = (part: Statement) => leadsLab(ctx.actor, found.lab) || isStaff(part)
  const vouchers = found.statements.some(isPayer) ? await usableVouchers(ctx, found.lab.id) : []
  return (
    <>
      <MonthSums of={found} isRunning={isRunning} />
      {found.statements.map((part) => (
        <StatementSection
          path={pathOf(c)}
          part={part}
          isRunning={isRunning}
          canIssue={isStaff(part) && !isRunning && part.statementId === null}
          vouchers={isPayer(part) ? vouchers : []}
        />
      ))}
    </>
  )
}

function OtherMonths({ labId, month, running }: { labId: string; month: string; running: string }) {
  const t = useText()
  const to = (step: number) => monthHref(labId, monthAfter(month, step))
  return (
    <nav class="statement-months" aria-label={t(words.month)}>
      <a href={to(-1)} rel="prev">
        {t(words.earlier)}
      </a>
      <a href={statementsHref(labId)}>{t(words.all)}</a>
      {month < running && (
        <a href={to(1)} rel="next">
          {t(words.later)}
        </a>
      )}
    </nav>
  )
}

type MonthSumsProps = { of: MonthOfLab; isRunning: boolean }
type Row = { part: Statement | undefined; totalFen: number; dueFen: number | null }

/** The sums by institution, each linked to its lines. */
function MonthSums({ of: { statements, totalFen }, isRunning }: MonthSumsProps) {
  if (statements.length < 2) return <></>
  const rows: Row[] = statements.map((part) => ({
    part,
    totalFen: part.totalFen,
    dueFen:
      part.statementId === null || part.paidFen === null ? null : part.totalFen - part.paidFen,
  }))
  const dueFen = rows.some((row) => row.dueFen !== null)
    ? rows.reduce((sum, row) => sum + (row.dueFen ?? 0), 0)
    : null
  return (
    <Table
      caption={words.sums}
      dense
      columns={[whoColumn, totalColumn, dueColumn, stateColumn(isRunning)]}
      rows={[...rows, { part: undefined, totalFen, dueFen }]}
    />
  )
}

const whoColumn: Column<Row> = {
  label: words.institution,
  cell: ({ part }) =>
    part ? (
      <Local as="a" href={`#${partId(part.institutionId)}`} text={part.institution} />
    ) : (
      <Local as="strong" text={words.totalOnly} />
    ),
}

const money = (part: Statement | undefined, fen: number) =>
  part ? (
    <Yuan fen={fen} />
  ) : (
    <strong>
      <Yuan fen={fen} />
    </strong>
  )

const totalColumn: Column<Row> = {
  label: words.total,
  align: 'end',
  nowrap: true,
  cell: ({ part, totalFen }) => money(part, totalFen),
}

const dueColumn: Column<Row> = {
  label: words.due,
  align: 'end',
  nowrap: true,
  cell: ({ part, dueFen }) => dueFen !== null && money(part, dueFen),
}

const stateColumn = (isRunning: boolean): Column<Row> => ({
  label: words.state,
  nowrap: true,
  cell: ({ part }) =>
    part && <State issued={part.statementId ? 1 : 0} parts={1} isRunning={isRunning} />,
})
