import { formatYuan } from '../../../web/format.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { inLang } from '../../../core/text.ts'
import { leadsLab } from '../../../people/roles/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { issueStatements, runningMonth } from '../actions/issue.ts'
import { payByVoucher } from '../actions/pay.ts'
import { getMonth, type MonthOfLab, type Statement } from '../actions/statements.ts'
import { usableVouchers } from '../../vouchers/actions.ts'
import { Month, NewStatements } from '../model.ts'
import { NewTender } from '../../vouchers/model.ts'
import { monthAfter } from '../rules/month.ts'
import { statementWords as words } from '../words.ts'
import { monthFile, monthHref, statementsHref } from '../../words/paths.ts'
import { monthText, said } from '../../charges/pages/money.tsx'
import { StatementSection } from './month-parts.tsx'
import { MonthSums } from './month-sums.tsx'
import { ReachNote } from './statements.tsx'

type C = HonoContext<Env>
const path = '/labs/:id/statements/:month'
const here = (c: C) => monthHref(c.req.param('id') ?? '', c.req.param('month') ?? '')

/** What a lab is told in a month, line by line; staff issues it here, the PI pays it by voucher. */
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
        return c.redirect(here(c), 303)
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
        return c.redirect(here(c), 303)
      },
      (form) => monthPage(c, form),
    ),
  )

async function monthPage(c: C, form: Filled = filledWith()) {
  const { ctx } = c.var
  const month = parseOrRefuse(Month, c.req.param('month'))
  const told = await getMonth(ctx, c.req.param('id') ?? '', month)
  const name = said(told.lab.name)
  const text = monthText(month)
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: `${text[ctx.lang]} · ${words.statements[ctx.lang]} · ${inLang(name, ctx.lang)}`,
      crumbs: [
        { text: name },
        { text: words.statements, href: statementsHref(told.lab.id) },
        { text },
      ],
      status: form.status,
    },
    <>
      <PageHead title={words.monthOf(text, name)}>
        <Files labId={told.lab.id} month={month} />
      </PageHead>
      {form.issues.length + (form.refusal ? 1 : 0) > 0 && (
        <Toast text={form.refusal ?? form.issues[0]?.message ?? words.noStatement} tone="danger" />
      )}
      <ReachNote reach={told.reach} />
      <Beside labId={told.lab.id} month={month} running={runningMonth(ctx)} />
      {await sectionsOf(c, told, month)}
      <p class="quiet statement-note">
        <Local text={words.zoneNote} />
      </p>
    </>,
  )
}

async function sectionsOf(c: C, told: MonthOfLab, month: string) {
  const { ctx } = c.var
  if (told.statements.length === 0)
    return <Empty title={words.noneInMonth} text={words.noneHint} icon="calendar" />
  const isRunning = month >= runningMonth(ctx)
  const isStaff = ({ institutionId }: Statement) =>
    isStaffOf(ctx.actor, { institutionId, collectionId: null })
  const isPayer = (part: Statement) => leadsLab(ctx.actor, told.lab) || isStaff(part)
  const vouchers = told.statements.some(isPayer) ? await usableVouchers(ctx, told.lab.id) : []
  return (
    <>
      <MonthSums told={told} isRunning={isRunning} />
      {told.statements.map((part) => (
        <StatementSection
          here={here(c)}
          part={part}
          isRunning={isRunning}
          mayIssue={isStaff(part) && !isRunning && part.statementId === null}
          vouchers={isPayer(part) ? vouchers : []}
        />
      ))}
    </>
  )
}

function Files({ labId, month }: { labId: string; month: string }) {
  const t = useText()
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <ButtonLink
          href={monthFile(labId, month, format)}
          icon="download"
          label={t(words[format])}
          download
        >
          {format === 'csv' ? 'CSV' : 'Excel'}
        </ButtonLink>
      ))}
    </>
  )
}

function Beside({ labId, month, running }: { labId: string; month: string; running: string }) {
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
