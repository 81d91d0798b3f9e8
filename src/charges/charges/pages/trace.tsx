import { formatNumber, formatYuan } from '../../../web/format.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { Line } from '../model/lines.ts'
import { unitNames } from '../../rates/rules/table.ts'
import { chargeWords as words, lineNames } from '../words.ts'
import { Yuan } from './money.tsx'

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

/** How an amount came about, line by line, and their sum. */
export const Trace = ({ lines, totalFen }: { lines: readonly Line[]; totalFen: number }) => (
  <Table
    caption={words.how}
    captionUnseen
    dense
    columns={columns}
    rows={[...lines.map((line) => ({ line, totalFen: 0 })), { line: undefined, totalFen }]}
  />
)

const columns: Column<Row>[] = [
  {
    key: 'item',
    label: words.item,
    head: true,
    cell: ({ line }) => <Item line={line} />,
  },
  {
    key: 'counted',
    label: words.counted,
    align: 'end',
    cell: ({ line }) => line && line.unit !== 'once' && <LineSum lines={[line]} />,
  },
  {
    key: 'amount',
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
    {line && (
      <span class="charge-why">
        <Local text={line.why} />
      </span>
    )}
  </>
)
