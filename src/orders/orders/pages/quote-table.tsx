import { Yuan } from '../../../charges/charges/pages/money.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import type { Line, OrderAnswer } from '../model.ts'
import { lineFen } from '../rules/quote.ts'
import { pageWords as words } from '../words/pages.ts'

/** What it costs, line by line. */
export function QuoteTable({ order: { quote, timezone } }: { order: OrderAnswer }) {
  if (!quote) return <></>
  return (
    <Section title={words.quote}>
      <Table caption={words.quote} captionUnseen dense columns={columns} rows={quote.lines} />
      <p class="order-total">
        <Local text={words.total} />{' '}
        <strong>
          <Yuan fen={quote.totalFen} /> <Local text={words.yuan} />
        </strong>
      </p>
      {quote.validUntil && (
        <p class="quiet">
          <Local text={words.validUntil} /> <Day when={quote.validUntil} zone={timezone} />
        </p>
      )}
    </Section>
  )
}

const columns: Column<Line>[] = [
  { key: 'line', label: words.line, head: true, cell: ({ text }) => text },
  {
    key: 'quantity',
    label: words.quantity,
    align: 'end',
    cell: ({ quantity }) => quantity,
  },
  {
    key: 'price',
    label: words.unitPrice,
    align: 'end',
    cell: ({ priceFen }) =>
      priceFen === 0 ? <Local text={words.free} /> : <Yuan fen={priceFen} />,
  },
  {
    key: 'amount',
    label: words.amount,
    align: 'end',
    cell: (line) => <Yuan fen={lineFen(line)} />,
  },
]
