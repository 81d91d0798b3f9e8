import { formatNumber, formatYuan } from '../../../web/format.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day, type Stat, Stats } from '../../../web/components/values.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { ActButton, filledWith, Form } from '../../../web/forms.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { useAnswered } from '../../../web/shown-again.tsx'
import type { Statement } from '../actions.ts'
import type { VoucherRow } from '../../vouchers/actions.ts'
import type { InstrumentPart } from '../rules.ts'
import { paysOf } from '../../vouchers/rules.ts'
import { causeNames } from '../../charges/words.ts'
import { statementWords as words } from '../words.ts'
import { chargeHref } from '../../words/paths.ts'
import { chargedTime, Yuan } from '../../charges/pages/money.tsx'
import { State } from './lists.tsx'
import { LineSum } from '../../charges/pages/lines.tsx'
import type { ChargeRow } from '../../charges/model.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'
import { onlyOne } from '../../../core/only.ts'
import { bothLanguages } from '../../../core/text.ts'

type Props = {
  path: string
  part: Statement
  isRunning: boolean
  canIssue: boolean
  /** Vouchers of the lab that the viewer may use. */
  vouchers: readonly VoucherRow[]
}

/** The statement of one institution: its sums, then the charges by instrument. */
export function StatementSection({ path, part, isRunning, canIssue, vouchers }: Props) {
  const { institutionId, institution, instruments, statementId } = part
  return (
    <Section title={institution} id={partId(institutionId)}>
      <p class="statement-state">
        <State issued={statementId ? 1 : 0} parts={1} isRunning={isRunning} />
        <IssuedOrNot part={part} />
        {canIssue && (
          <ActButton
            action={`${path}/issue`}
            text={words.issue}
            fields={{ institution: institutionId }}
          />
        )}
      </p>
      <Stats stats={sumsOf(part)} />
      <Table
        caption={bothLanguages(institution)}
        dense
        columns={columns}
        rows={instruments.flatMap(rowsOf)}
      />
      <PayForm path={path} part={part} vouchers={vouchers} />
    </Section>
  )
}

export const partId = (institutionId: string) => `of-${institutionId}`

const IssuedOrNot = ({ part: { issuedAt } }: { part: Statement }) =>
  issuedAt ? (
    <span class="quiet">
      <Local text={words.issuedOn} /> <Day when={issuedAt} />
    </span>
  ) : (
    <Local as="span" class="quiet" text={words.openNote} />
  )

/** The amount due, and the payments by vouchers. */
function sumsOf({ totalFen, paidFen, tenders, statementId }: Statement): Stat[] {
  const total: Stat = { label: words.total, value: <Yuan fen={totalFen} /> }
  if (paidFen === null || statementId === null) return [total]
  const due: Stat = { label: words.due, value: <Yuan fen={totalFen - paidFen} /> }
  if (tenders.length === 0) return [due]
  const paid = tenders.map(({ code, amountFen }) => ({
    label: words.paidByCode(code),
    value: <Yuan fen={-amountFen} />,
  }))
  return [total, ...paid, due]
}

type Row = { group: InstrumentPart } | { charge: ChargeRow }

const rowsOf = (group: InstrumentPart): Row[] => [
  { group },
  ...group.rows.map((charge) => ({ charge })),
]

const columns: Column<Row>[] = [
  {
    label: words.what,
    cell: (row) => ('group' in row ? <Instrument {...row.group} /> : <What charge={row.charge} />),
  },
  {
    label: words.trace,
    cell: (row) =>
      'group' in row ? <HowMany count={row.group.rows.length} /> : <How charge={row.charge} />,
  },
  {
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: (row) =>
      'group' in row ? (
        <strong>
          <Yuan fen={row.group.totalFen} />
        </strong>
      ) : (
        <Yuan fen={row.charge.amountFen} />
      ),
  },
]

const Instrument = ({ id, title, zone }: InstrumentPart) => (
  <span class="charge-instrument">
    <Local as="a" href={paths.record(id)} text={title} /> <span class="quiet small">{zone}</span>
  </span>
)

function HowMany({ count }: { count: number }) {
  const lang = useLang()
  return <Local as="span" class="quiet" text={words.count(formatNumber(count, lang))} />
}

/** When, who and what for. */
const What = ({ charge }: { charge: ChargeRow }) => (
  <span class="charge-what">
    <Time row={charge} />
    <span class="quiet">
      {charge.personName}
      {charge.purpose && ` · ${charge.purpose}`}
    </span>
  </span>
)

const How = ({ charge: { id, cause, lines } }: { charge: ChargeRow }) => (
  <a href={chargeHref(id)}>
    {cause === 'use' ? <LineSum lines={lines} /> : <Local text={causeNames[cause]} />}
  </a>
)

function Time({ row }: { row: ChargeRow }) {
  const { bookingId, bookingStart: start, bookingEnd: end, at, zone } = row
  const text = <Local text={chargedTime({ start, end, at }, zone)} />
  return bookingId ? <a href={bookingPaths.booking(bookingId)}>{text}</a> : text
}

const labels = { voucher: words.payChoice }

/** A form to pay by voucher; it pays as much as it covers. */
function PayForm({ path, part, vouchers }: Pick<Props, 'path' | 'part' | 'vouchers'>) {
  const lang = useLang()
  const { statementId, paidFen, totalFen, tenders } = part
  const dueFen = totalFen - (paidFen ?? 0)
  const used = new Set(tenders.map(({ voucherId }) => voucherId))
  const choices = vouchers
    .filter(({ id }) => !used.has(id))
    .map((voucher) => ({ voucher, paysFen: paysOf(voucher, dueFen) }))
    .filter(({ paysFen }) => paysFen > 0)
  const action = `${path}/payments/${statementId}`
  const refused = useAnswered(action)
  const form = refused ?? filledWith({ voucher: onlyOne(choices)?.voucher.id })
  if (statementId === null || choices.length === 0) return <></>
  return (
    <details class="statement-pay" open={refused !== undefined}>
      <Local as="summary" text={words.pay} />
      <Form action={action} form={form} submit={words.pay} look="plain" labels={labels}>
        <FormField
          type="select"
          name="voucher"
          label={words.payChoice}
          choices={choices.map(({ voucher, paysFen }) => ({
            value: voucher.id,
            label: words.left(voucher.code, formatYuan(paysFen, lang)),
          }))}
          form={form}
          required
        />
      </Form>
    </details>
  )
}
