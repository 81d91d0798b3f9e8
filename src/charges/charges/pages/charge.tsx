import { fenOf } from '../../../core/money.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { Problem } from '../../../core/problem.ts'
import { refusalWords } from '../../../people/words/refusals.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FieldList } from '../../../web/components/field-list.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { correctCharge } from '../actions/correct.ts'
import { type ChargeRow, chargesAbout, getCharge } from '../actions/read.ts'
import { NewCorrection } from '../model/answers.ts'
import { causeNames, chargeWords as words } from '../words.ts'
import { rateWords } from '../../rates/words/rates.ts'
import { statementWords } from '../../statements/words.ts'
import { factsOf, Further } from './charge-facts.tsx'
import { chargeHref, statementsHref } from '../../words/paths.ts'
import { said } from './money.tsx'
import { Trace } from './trace.tsx'

type C = HonoContext<Env>
const path = '/charges/:id'

/** One charge and how it came about; staff corrects it here, by a further one. */
export const chargePages = new Hono<Env>()
  .get(path, (c) => chargePage(c, c.req.param('id')))
  .post(`${path}/corrections`, (c) =>
    submitted(
      c,
      async (form) => {
        const id = c.req.param('id')
        await correctCharge(c.var.ctx, id, correctionIn(form))
        setFlash(c, words.corrected)
        return c.redirect(chargeHref(id), 303)
      },
      (form) => chargePage(c, c.req.param('id'), form),
    ),
  )

function correctionIn(form: Filled): NewCorrection {
  const amountFen = fenOf(form.value('amountFen'))
  if (Number.isNaN(amountFen))
    throw new Problem('invalid', refusalWords.invalid, {
      issues: [{ path: 'amountFen', message: rateWords.badAmount }],
    })
  return parseOrRefuse(NewCorrection, { amountFen, reason: form.value('reason') })
}

async function chargePage(c: C, id: string, form: Filled = filledWith()) {
  const { ctx } = c.var
  const row = await getCharge(ctx, id)
  const further = row.aboutId === null ? await chargesAbout(ctx, row) : []
  const title = said({ zh: row.titleZh, en: row.titleEn })
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: words.chargeOf(title)[ctx.lang],
      crumbs: [...labCrumbs(row), { text: words.charge }],
      width: 'reading',
      status: form.status,
    },
    <>
      <PageHead title={words.chargeOf(title)} lead={causeNames[row.cause]} />
      <FieldList fields={factsOf(row)} />
      <Section title={words.how}>
        <Trace lines={row.lines} totalFen={row.amountFen} />
      </Section>
      {further.length > 0 && <Further row={row} further={further} />}
      {row.aboutId === null && isStaffOf(ctx.actor, row) && <Correcting id={id} form={form} />}
    </>,
  )
}

const labCrumbs = ({ labId, labZh, labEn }: ChargeRow) =>
  labId === null
    ? []
    : [
        { text: { zh: labZh, en: labEn } },
        { text: statementWords.statements, href: statementsHref(labId) },
      ]

const Correcting = ({ id, form }: { id: string; form: Filled }) => (
  <Section title={words.correct}>
    <p class="quiet statement-note">
      <Local text={words.correctLead} />
    </p>
    <Form
      action={`${chargeHref(id)}/corrections`}
      form={form}
      submit={words.correct}
      look="plain"
      labels={{ amountFen: words.difference, reason: words.reason }}
    >
      <FormField
        name="amountFen"
        label={words.difference}
        hint={words.differenceHint}
        value={form.value('amountFen')}
        error={form.error('amountFen')}
        maxLength={14}
        short
        required
      />
      <FormField
        name="reason"
        label={words.reason}
        value={form.value('reason')}
        error={form.error('reason')}
        maxLength={500}
        required
      />
    </Form>
  </Section>
)
