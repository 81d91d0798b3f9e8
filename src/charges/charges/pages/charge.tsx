import { fenOf } from '../../../core/money.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { Problem } from '../../../core/problem.ts'
import { refusalWords } from '../../../people/words/refusals.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { type FieldItem, FieldList, Moment } from '../../../web/components/values.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { chargesAbout, correctCharge, getCharge } from '../actions.ts'
import { type ChargeRow, NewCorrection } from '../model.ts'
import { causeNames, chargeWords as words } from '../words.ts'
import { rateWords } from '../../rates/words.ts'
import { statementWords } from '../../statements/words.ts'
import { chargeHref, monthHref, ratesHref, statementsHref } from '../../words/paths.ts'
import { chargedTime, monthText, Yuan } from './money.tsx'
import { LineTable } from './lines.tsx'
import type { Child } from 'hono/jsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'
import { bothLanguages } from '../../../core/text.ts'

type C = HonoContext<Env>
const path = '/charges/:id'

/** One charge and its calculation; staff correct it here by a further charge. */
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
  const title = bothLanguages({ zh: row.titleZh, en: row.titleEn })
  return page(
    c,
    {
      title: words.chargeOf(title),
      crumb: words.charge,
      lead: causeNames[row.cause],
      crumbs: [...labCrumbs(row)],
      width: 'reading',
      status: form.status,
    },
    <>
      <FieldList fields={factsOf(row)} />
      <Section title={words.how}>
        <LineTable lines={row.lines} totalFen={row.amountFen} />
      </Section>
      {further.length > 0 && <Corrections row={row} further={further} />}
      {row.aboutId === null && isStaffOf(ctx.actor, row) && <CorrectionForm id={id} form={form} />}
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

const CorrectionForm = ({ id, form }: { id: string; form: Filled }) => (
  <Section title={words.correct}>
    <Local as="p" class="quiet statement-note" text={words.correctLead} />
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
        form={form}
        maxLength={14}
        short
        required
      />
      <FormField name="reason" label={words.reason} form={form} maxLength={500} required />
    </Form>
  </Section>
)

/** The facts of a charge that apply. */
function factsOf(row: ChargeRow): FieldItem[] {
  const { instrumentId, bookingId, aboutId, labId, labZh, labEn } = row
  return [
    {
      label: row.shipmentId === null ? words.instrument : words.material,
      value: (
        <Local
          as="a"
          href={paths.record(instrumentId)}
          text={{ zh: row.titleZh, en: row.titleEn }}
        />
      ),
    },
    ...(bookingId ? [{ label: words.booking, value: <Booking row={row} id={bookingId} /> }] : []),
    { label: words.person, value: row.personName },
    {
      label: words.lab,
      value: <Local text={labId ? { zh: labZh, en: labEn } : words.noLab} />,
    },
    { label: words.at, value: <At row={row} /> },
    ...(labId
      ? [{ label: words.statement, value: <StatementLink row={row} labId={labId} /> }]
      : []),
    ...versionsOf(row),
    ...(aboutId
      ? [
          {
            label: words.about,
            value: <Local as="a" href={chargeHref(aboutId)} text={words.aboutOther} />,
          },
        ]
      : []),
    ...(row.reason ? [{ label: words.reason, value: row.reason }] : []),
  ]
}

const At = ({ row: { at, zone } }: { row: ChargeRow }) => (
  <>
    <Moment when={at} zone={zone} /> <span class="quiet">{zone}</span>
  </>
)

function Booking({ row, id }: { row: ChargeRow; id: string }) {
  const { bookingStart: start, bookingEnd: end, at, zone, purpose } = row
  return (
    <>
      <Local as="a" href={bookingPaths.booking(id)} text={chargedTime({ start, end, at }, zone)} />
      {purpose && <span class="quiet"> · {purpose}</span>}
    </>
  )
}

function StatementLink({
  row: { statementMonth, statementId },
  labId,
}: {
  row: ChargeRow
  labId: string
}) {
  const month = monthText(statementMonth)
  return (
    <Local
      as="a"
      href={monthHref(labId, statementMonth)}
      text={statementId ? month : words.notIssued(month)}
    />
  )
}

function versionsOf({ policyVersion, rateVersion, instrumentId }: ChargeRow): FieldItem[] {
  const parts: Child[] = [
    policyVersion ? <Local text={words.policyVersion(policyVersion)} /> : undefined,
    rateVersion ? (
      <Local as="a" href={ratesHref(instrumentId)} text={words.rateVersion(rateVersion)} />
    ) : undefined,
  ].filter(Boolean)
  if (parts.length === 0) return []
  const [first, second] = parts
  return [
    {
      label: words.versions,
      value: (
        <>
          {first}
          {second && <> · {second}</>}
        </>
      ),
    },
  ]
}

/** Waivers and corrections, and the amount owed after them. */
function Corrections({ row, further }: { row: ChargeRow; further: readonly ChargeRow[] }) {
  const openFen = further.reduce((sum, { amountFen }) => sum + amountFen, row.amountFen)
  return (
    <Section title={words.further}>
      <Table caption={words.further} dense columns={columns} rows={further} />
      <p class="statement-open">
        <Local text={words.open} /> <Yuan fen={openFen} />
      </p>
    </Section>
  )
}

const columns: Column<ChargeRow>[] = [
  {
    label: words.at,
    nowrap: true,
    cell: ({ id, at, zone }) => (
      <a href={chargeHref(id)}>
        <Moment when={at} zone={zone} />
      </a>
    ),
  },
  { label: words.cause, cell: ({ cause }) => <Local text={causeNames[cause]} /> },
  {
    label: words.reason,
    cell: ({ reason, lines: [line] }) => reason ?? (line && <Local text={line.why} />),
  },
  {
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ amountFen }) => <Yuan fen={amountFen} />,
  },
]
