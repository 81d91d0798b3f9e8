import type { LocalText } from '../../../core/text.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { UseAsked } from '../actions/scope.ts'
import type { Grouping } from '../model/kinds.ts'
import type { UseFigures, UseReport } from '../model/use.ts'
import { daysOf, daysWithin } from '../rules/presets.ts'
import { figureNames, groupingNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { shortPeriod } from './charts/names.ts'
import { type FigureColumn, figureColumns } from './figure-columns.ts'
import { FigureLink } from './figure-link.tsx'
import { rowsHref, useHref } from './links.ts'

const most = 100

type Row = UseFigures & { key: string; name: LocalText; isTotal: boolean }
type Props = { report: UseReport; asked: UseAsked; opens: boolean }

/** The report's groups and their sum; every figure opens its rows. */
export function UseTable({ report, asked, opens }: Props) {
  const { items, total, by } = report
  const rows: Row[] = [
    ...items.slice(0, most).map((item) => ({ ...item, isTotal: false })),
    { ...total, key: '', name: words.total, isTotal: true },
  ]
  return (
    <>
      {items.length > most && (
        <p class="quiet">
          <Local text={words.shownOf(most, items.length)} />
        </p>
      )}
      <Table
        caption={words.tableOf(groupingNames[by])}
        captionUnseen
        dense
        columns={[
          nameColumn(by, asked),
          ...figureColumns
            .filter(({ key }) => opens || key !== 'incomeFen')
            .map((one) => columnOf(one, { by, asked, opens })),
        ]}
        rows={rows}
      />
    </>
  )
}

const nameColumn = (by: Grouping, asked: UseAsked): Column<Row> => ({
  key: 'name',
  label: groupingNames[by],
  head: true,
  cell: (row) =>
    row.isTotal ? (
      <strong>
        <Local text={row.name} />
      </strong>
    ) : (
      <a class="use-name" href={nextHref(row, by, asked)}>
        {by === 'month' ? <MonthName month={row.key} /> : <Local text={row.name} />}
      </a>
    ),
})

function MonthName({ month }: { month: string }) {
  const lang = useLang()
  return <>{shortPeriod(month, lang, true)}</>
}

/** One step nearer: an institution's instruments, a lab's, a month's; an instrument's own months. */
function nextHref(row: Row, by: Grouping, asked: UseAsked): string {
  return useHref(
    { ...asked, ...narrowed(row, by, asked) },
    {
      by: by === 'instrument' ? 'month' : 'instrument',
    },
  )
}

function narrowed({ key, isTotal }: Row, by: Grouping, asked: UseAsked): UseAsked {
  if (isTotal) return {}
  if (by === 'month') {
    const edges = { from: asked.from ?? '', to: asked.to ?? '' }
    return daysWithin(daysOf(key), edges)
  }
  return { [by]: key }
}

type Shown = { by: Grouping; asked: UseAsked; opens: boolean }

function columnOf({ key, what, ...look }: FigureColumn, { by, asked, opens }: Shown): Column<Row> {
  return {
    key,
    label: figureNames[key],
    align: 'end',
    nowrap: true,
    cell: (row) => {
      const narrow = { ...asked, ...narrowed(row, by, asked) }
      const href = what && opens ? rowsHref(narrow, what) : openHref(row, by)
      return <FigureLink value={shownValue(row, key)} href={href} {...look} />
    },
  }
}

/** Money is kept in 分 and shown in yuan. */
export function shownValue(figures: UseFigures, key: keyof UseFigures): number | null {
  const value = figures[key]
  return key === 'incomeFen' && value !== null ? value / 100 : value
}

/** Open hours come from an instrument's rules, which its own page tells. */
const openHref = (row: Row, by: Grouping) =>
  by === 'instrument' && !row.isTotal ? paths.record(row.key) : undefined
