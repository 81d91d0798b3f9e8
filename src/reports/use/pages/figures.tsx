import type { LocalText, Text } from '../../../core/text.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { UseAsked } from '../actions/use.ts'
import type { Grouping, RowKind, UseFigures, UseReport } from '../model.ts'
import { daysOf, daysWithin } from '../rules/period.ts'
import { figureNames, groupingNames, useWords as words } from '../words.ts'
import { shortPeriod } from './charts.tsx'
import { rowsHref, useHref } from './links.ts'
import type { Child } from 'hono/jsx'
import { Figure } from '../../../web/components/figure.tsx'
import { Stats } from '../../../web/components/values.tsx'
import { formatNumber } from '../../../web/format.ts'
import { figureValue } from '../rules/figures.ts'

const maxRows = 100

type Row = UseFigures & { key: string; name: LocalText; isTotal: boolean }
type Props = { report: UseReport; asked: UseAsked; canSeeRows: boolean }

/** The report's groups and their sum; every figure links to its rows. */
export function UseTable({ report, asked, canSeeRows }: Props) {
  const { items, total, by } = report
  const rows: Row[] = [
    ...items.slice(0, maxRows).map((item) => ({ ...item, isTotal: false })),
    { ...total, key: '', name: words.total, isTotal: true },
  ]
  return (
    <>
      {items.length > maxRows && (
        <Local as="p" class="quiet" text={words.shownOf(maxRows, items.length)} />
      )}
      <Table
        caption={words.tableOf(groupingNames[by])}
        dense
        columns={[
          nameColumn(by, asked),
          ...figureColumns
            .filter(({ key }) => canSeeRows || key !== 'incomeFen')
            .map((one) => columnOf(one, { by, asked, canSeeRows })),
        ]}
        rows={rows}
      />
    </>
  )
}

const nameColumn = (by: Grouping, asked: UseAsked): Column<Row> => ({
  label: groupingNames[by],
  cell: (row) =>
    row.isTotal ? (
      <Local as="strong" text={row.name} />
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

/** The next level of detail: the instruments of an institution, lab or month; the months of an instrument. */
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

type ColumnContext = { by: Grouping; asked: UseAsked; canSeeRows: boolean }

function columnOf(
  { key, what, ...look }: FigureColumn,
  { by, asked, canSeeRows }: ColumnContext,
): Column<Row> {
  return {
    label: figureNames[key],
    align: 'end',
    nowrap: true,
    cell: (row) => {
      const narrow = { ...asked, ...narrowed(row, by, asked) }
      const href = what && canSeeRows ? rowsHref(narrow, what) : openHref(row, by)
      return <FigureLink value={figureValue(row, key)} href={href} {...look} />
    },
  }
}

/** Open hours come from the policy, which the instrument's page shows. */
const openHref = (row: Row, by: Grouping) =>
  by === 'instrument' && !row.isTotal ? paths.record(row.key) : undefined

const totalKeys = [
  'openHours',
  'usedHours',
  'effectiveHours',
  'externalHours',
  'utilisation',
  'bookings',
  'missed',
  'incomeFen',
]

type TotalsProps = { report: UseReport; asked: UseAsked; canSeeRows: boolean }

/** The main figures of the report. */
export function UseTotals({ report, asked, canSeeRows }: TotalsProps) {
  const columns = figureColumns.filter(
    ({ key }) => totalKeys.includes(key) && (canSeeRows || key !== 'incomeFen'),
  )
  return (
    <Stats
      stats={[
        { label: words.instruments, value: <Count value={report.instruments} /> },
        ...columns.map((column) => ({
          label: labelOf(column),
          value: <Total column={column} report={report} asked={asked} canSeeRows={canSeeRows} />,
        })),
      ]}
    />
  )
}

const labelOf = ({ key, unit, decimals }: FigureColumn): LocalText =>
  unit === undefined && decimals === undefined ? words.inHours(figureNames[key]) : figureNames[key]

function Count({ value }: { value: number }) {
  const lang = useLang()
  return <>{formatNumber(value, lang)}</>
}

function Total({
  column,
  report,
  asked,
  canSeeRows,
}: TotalsProps & { column: FigureColumn }): Child {
  const { key, what, unit } = column
  const href = what && canSeeRows ? rowsHref(asked, what) : undefined
  return (
    <FigureLink
      value={figureValue(report.total, key)}
      href={href}
      decimals={0}
      {...(unit && { unit })}
    />
  )
}

/** The mean of these instruments and the national mean. */
export function NationalFigure({ report }: { report: UseReport }) {
  const { total, national } = report
  if (national.instruments === 0) return <></>
  const each = (hours: number) => Math.round((hours / national.instruments) * 10) / 10
  const pair = (label: Text, here: number, nation: number) => [
    { label: words.here(label), value: each(here) },
    { label: words.nation(label), value: each(nation) },
  ]
  return (
    <Figure
      title={words.national}
      text={words.nationalText}
      labels={{ row: words.perInstrument, value: words.hours }}
      unit="h"
      rows={[
        ...pair(figureNames.effectiveHours, total.effectiveHours, national.effectiveHours),
        ...pair(figureNames.externalHours, total.externalHours, national.externalHours),
      ]}
    />
  )
}

/** A figure of the table, and the rows that it links to. */
type FigureColumn = {
  key: keyof UseFigures
  what?: RowKind
  unit?: '%'
  decimals?: number
}

/** The figures on pages; files hold all of them. */
const figureColumns: readonly FigureColumn[] = [
  { key: 'openHours' },
  { key: 'outageHours', what: 'outages' },
  { key: 'usedHours', what: 'used' },
  { key: 'effectiveHours', what: 'effective' },
  { key: 'sharedHours', what: 'shared' },
  { key: 'externalHours', what: 'external' },
  { key: 'utilisation', what: 'used', unit: '%' },
  { key: 'sharedRate', what: 'external', unit: '%' },
  { key: 'quotaRate', what: 'effective', unit: '%' },
  { key: 'bookings', what: 'bookings', decimals: 0 },
  { key: 'missed', what: 'missed', decimals: 0 },
  { key: 'lateCancelled', what: 'late', decimals: 0 },
  { key: 'samples', what: 'samples', decimals: 0 },
  { key: 'incomeFen', what: 'income', decimals: 0 },
]

type FigureLinkProps = {
  value: number | null
  href: string | undefined
  unit?: '%'
  decimals?: number
}

/** A number that links to its rows where the viewer may see them; a dash for none. */
export function FigureLink({ value, href, unit, decimals = 1 }: FigureLinkProps) {
  const lang = useLang()
  if (value === null) return <span class="quiet">—</span>
  const text = unit ? `${formatNumber(value * 100, lang, 1)}%` : formatNumber(value, lang, decimals)
  return href === undefined || value === 0 ? <>{text}</> : <a href={href}>{text}</a>
}
