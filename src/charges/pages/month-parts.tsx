import { FormField } from '../../web/components/form-field.tsx'
import { Day } from '../../web/components/moment.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { type Stat, Stats } from '../../web/components/stat.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { filledWith, Form, ActButton } from '../../web/forms.tsx'
import { Local, useLang, useText } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import type { ChargeRow } from '../actions/read.ts'
import type { Statement } from '../actions/statements.ts'
import type { VoucherRow } from '../actions/vouchers.ts'
import { paysOf } from '../rules/voucher.ts'
import { causeNames } from '../words/charges.ts'
import { statementWords as words } from '../words/statements.ts'
import { chargeHref } from './links.ts'
import { chargedTime, formatYuan, said, Yuan } from './money.tsx'
import { State } from './statements.tsx'
import { LineSum } from './trace.tsx'

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
    <Section title={institution}>
      <p class="statement-state">
        <State statementId={statementId} isRunning={isRunning} />
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
      {instruments.map(({ id, title, zone, rows, totalFen }) => (
        <div class="statement-instrument">
          <h3>
            <a href={paths.record(id)}>
              <Local text={title} />
            </a>
            <span class="quiet small">{zone}</span>
          </h3>
          <Table
            caption={said(title)}
            captionUnseen
            dense
            columns={columns}
            rows={[...rows.map((row) => ({ row, totalFen: 0 })), { row: undefined, totalFen }]}
          />
        </div>
      ))}
      <PayForm here={here} part={part} vouchers={vouchers} />
    </Section>
  )
}

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

function sumsOf({ totalFen, paidFen, tenders, statementId }: Statement): Stat[] {
  const total: Stat = { label: words.total, value: <Yuan fen={totalFen} /> }
  if (paidFen === null || statementId === null) return [total]
  return [
    total,
    ...tenders.map(({ code, amountFen }) => ({
      label: words.paidByCode(code),
      value: <Yuan fen={-amountFen} />,
    })),
    { label: words.due, value: <Yuan fen={totalFen - paidFen} /> },
  ]
}

type Row = { row: ChargeRow | undefined; totalFen: number }

const columns: Column<Row>[] = [
  {
    key: 'time',
    label: words.time,
    head: true,
    nowrap: true,
    cell: ({ row }) => (row ? <Time row={row} /> : <Local text={words.subtotal} />),
  },
  { key: 'person', label: words.person, nowrap: true, cell: ({ row }) => row?.personName },
  { key: 'purpose', label: words.purpose, cell: ({ row }) => row?.purpose },
  {
    key: 'how',
    label: words.trace,
    cell: ({ row }) =>
      row && (
        <a href={chargeHref(row.id)}>
          {row.cause !== 'use' && (
            <>
              <Local text={causeNames[row.cause]} />{' '}
            </>
          )}
          <LineSum lines={row.lines} />
        </a>
      ),
  },
  {
    key: 'amount',
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ row, totalFen }) =>
      row ? (
        <Yuan fen={row.amountFen} />
      ) : (
        <strong>
          <Yuan fen={totalFen} />
        </strong>
      ),
  },
]

function Time({ row }: { row: ChargeRow }) {
  const { bookingId, bookingStart: start, bookingEnd: end, at, zone } = row
  const text = <Local text={chargedTime({ start, end, at }, zone)} />
  return bookingId ? <a href={paths.booking(bookingId)}>{text}</a> : text
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
    <div class="statement-pay">
      <h3>{t(words.pay)}</h3>
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
    </div>
  )
}
