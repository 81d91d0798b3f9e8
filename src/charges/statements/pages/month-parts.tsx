import { formatNumber, formatYuan } from '../../../web/format.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { type Stat, Stats } from '../../../web/components/stat.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { filledWith, Form, ActButton } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { ChargeRow } from '../../charges/actions/read.ts'
import type { Statement } from '../actions/statements.ts'
import type { VoucherRow } from '../../vouchers/actions.ts'
import type { InstrumentPart } from '../rules/grouped.ts'
import { paysOf } from '../../vouchers/rules.ts'
import { causeNames } from '../../charges/words.ts'
import { statementWords as words } from '../words.ts'
import { chargeHref } from '../../words/paths.ts'
import { chargedTime, said, Yuan } from '../../charges/pages/money.tsx'
import { State } from './statements.tsx'
import { LineSum } from '../../charges/pages/trace.tsx'
import { bookingPaths } from '../../../bookings/words/paths.ts'

type Props = {
  here: string
  part: Statement
  isRunning: boolean
  mayIssue: boolean
  /** Of the lab, where the viewer may pay by them. */
  vouchers: readonly VoucherRow[]
}

/** What is owed to one institution: its sums, then each instrument's charges. */
export function StatementSection({ here, part, isRunning, mayIssue, vouchers }: Props) {
  const { institutionId, institution, instruments, statementId } = part
  return (
    <Section title={institution} id={partId(institutionId)}>
      <p class="statement-state">
        <State issued={statementId ? 1 : 0} parts={1} isRunning={isRunning} />
        <IssuedOrNot part={part} />
        {mayIssue && (
          <ActButton
            action={`${here}/issue`}
            text={words.issue}
            fields={{ institution: institutionId }}
          />
        )}
      </p>
      <Stats stats={sumsOf(part)} />
      <Table
        caption={said(institution)}
        captionUnseen
        dense
        columns={columns}
        rows={instruments.flatMap(rowsOf)}
      />
      <PayForm here={here} part={part} vouchers={vouchers} />
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
    <span class="quiet">
      <Local text={words.openNote} />
    </span>
  )

/** What is due, and how that came about where a voucher paid of it. */
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

type Row = { group: InstrumentPart<ChargeRow> } | { charge: ChargeRow }

const rowsOf = (group: InstrumentPart<ChargeRow>): Row[] => [
  { group },
  ...group.rows.map((charge) => ({ charge })),
]

const columns: Column<Row>[] = [
  {
    key: 'what',
    label: words.what,
    head: true,
    cell: (row) => ('group' in row ? <Instrument {...row.group} /> : <What charge={row.charge} />),
  },
  {
    key: 'how',
    label: words.trace,
    cell: (row) =>
      'group' in row ? <HowMany count={row.group.rows.length} /> : <How charge={row.charge} />,
  },
  {
    key: 'amount',
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

const Instrument = ({ id, title, zone }: InstrumentPart<ChargeRow>) => (
  <span class="charge-instrument">
    <a href={paths.record(id)}>
      <Local text={title} />
    </a>{' '}
    <span class="quiet small">{zone}</span>
  </span>
)

function HowMany({ count }: { count: number }) {
  const lang = useLang()
  return (
    <span class="quiet">
      <Local text={words.count(formatNumber(count, lang))} />
    </span>
  )
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

/** Lets a voucher pay of what is due; it pays as much as it covers. */
function PayForm({ here, part, vouchers }: Pick<Props, 'here' | 'part' | 'vouchers'>) {
  const lang = useLang()
  const t = useText()
  const { statementId, paidFen, totalFen, tenders } = part
  const dueFen = totalFen - (paidFen ?? 0)
  const used = new Set(tenders.map(({ voucherId }) => voucherId))
  const choices = vouchers
    .filter(({ id }) => !used.has(id))
    .map((voucher) => ({ voucher, paysFen: paysOf(voucher, dueFen) }))
    .filter(({ paysFen }) => paysFen > 0)
  if (statementId === null || choices.length === 0) return <></>
  return (
    <details class="statement-pay">
      <summary>{t(words.pay)}</summary>
      <Form
        action={`${here}/payments/${statementId}`}
        form={filledWith()}
        submit={words.pay}
        look="plain"
      >
        <FormField
          type="select"
          name="voucher"
          label={words.payChoice}
          choices={choices.map(({ voucher, paysFen }) => ({
            value: voucher.id,
            label: words.left(voucher.code, formatYuan(paysFen, lang)),
          }))}
          value={choices[0]?.voucher.id}
          required
        />
      </Form>
    </details>
  )
}
