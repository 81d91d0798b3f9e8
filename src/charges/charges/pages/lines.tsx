import { formatNumber, formatYuan } from '../../../web/format.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { ChargeRow, Line } from '../model.ts'
import { unitNames } from '../../statements/rules.ts'
import { causeNames, chargeWords as words, lineNames } from '../words.ts'
import { Yuan } from './money.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { chargeHref } from '../../words/paths.ts'
import { chargesOfBooking } from '../actions.ts'
import { estimateOfBooking } from '../../rates/actions.ts'
import type { Text } from '../../../core/text.ts'
import type { BookingSection } from '../../../bookings/bookings/pages/booking.tsx'

/** `2 小时 × 120.00 + 3 个 × 15.00`: an amount in one line. */
export function LineSum({ lines }: { lines: readonly Line[] }) {
  const lang = useLang()
  const t = useText()
  const parts = lines.map(({ code, quantity, unit, unitPriceFen }) =>
    unit === 'once'
      ? t(lineNames[code])
      : `${formatNumber(quantity, lang, 2)}\u00a0${t(unitNames[unit])}\u00a0× ${formatYuan(unitPriceFen, lang)}`,
  )
  return <>{parts.join(' + ') || t(words.nothing)}</>
}

type Row = { line: Line | undefined; totalFen: number }

/** The lines of a calculation and their sum. */
export const LineTable = ({ lines, totalFen }: { lines: readonly Line[]; totalFen: number }) => (
  <Table
    caption={words.how}
    dense
    columns={columns}
    rows={[...lines.map((line) => ({ line, totalFen: 0 })), { line: undefined, totalFen }]}
  />
)

const columns: Column<Row>[] = [
  { label: words.item, cell: ({ line }) => <Item line={line} /> },
  {
    label: words.counted,
    align: 'end',
    cell: ({ line }) => line && line.unit !== 'once' && <LineSum lines={[line]} />,
  },
  {
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ line, totalFen }) =>
      line ? (
        <Yuan fen={line.amountFen} />
      ) : (
        <strong>
          <Yuan fen={totalFen} />
        </strong>
      ),
  },
]

const Item = ({ line }: { line: Line | undefined }) => (
  <>
    <Local text={line ? lineNames[line.code] : words.total} />
    {line && <Local as="span" class="charge-why" text={line.why} />}
  </>
)

/** On a booking's page: its charges, or what it will cost; nothing where nothing is charged. */
export const bookingCharges: BookingSection = async (c, bookingId) => {
  const charges = await chargesOfBooking(c.var.ctx, bookingId)
  if (charges.length === 0)
    return <Estimate lines={await estimateOfBooking(c.var.ctx, bookingId)} />
  return (
    <Section title={words.charge}>
      <Table caption={words.charge} dense columns={chargeColumns} rows={charges} />
    </Section>
  )
}

const Estimate = ({ lines: [total, ...lines] }: { lines: readonly Text[] }) =>
  total ? (
    <Section title={words.charge}>
      <Local as="p" text={total} />
      {lines.map((line) => (
        <Local as="p" class="quiet" text={line} />
      ))}
    </Section>
  ) : (
    <></>
  )

const chargeColumns: Column<ChargeRow>[] = [
  {
    label: words.cause,
    cell: ({ id, cause }) => <Local as="a" href={chargeHref(id)} text={causeNames[cause]} />,
  },
  { label: words.how, cell: ({ lines }) => <LineSum lines={lines} /> },
  {
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ amountFen }) => <Yuan fen={amountFen} />,
  },
]
