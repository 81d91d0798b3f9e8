import type { Child } from 'hono/jsx'
import type { LocalText, Text } from '../../../core/text.ts'
import { Figure } from '../../../web/components/figure.tsx'
import { Stats } from '../../../web/components/stat.tsx'
import { formatNumber } from '../../../web/format.ts'
import { useLang } from '../../../web/lang.tsx'
import type { UseAsked } from '../actions/scope.ts'
import type { UseReport } from '../model/use.ts'
import { figureNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { type FigureColumn, figureColumns } from './figure-columns.ts'
import { FigureLink } from './figure-link.tsx'
import { rowsHref } from './links.ts'
import { shownValue } from './use-table.tsx'

const shown = [
  'openHours',
  'usedHours',
  'effectiveHours',
  'externalHours',
  'utilisation',
  'bookings',
  'missed',
  'incomeFen',
]

type Props = { report: UseReport; asked: UseAsked; opens: boolean }

/** A few figures that stand for the whole. */
export function UseTotals({ report, asked, opens }: Props) {
  const columns = figureColumns.filter(
    ({ key }) => shown.includes(key) && (opens || key !== 'incomeFen'),
  )
  return (
    <Stats
      stats={[
        { label: words.instruments, value: <Count value={report.instruments} /> },
        ...columns.map((column) => ({
          label: labelOf(column),
          value: <Total column={column} report={report} asked={asked} opens={opens} />,
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

function Total({ column, report, asked, opens }: Props & { column: FigureColumn }): Child {
  const { key, what, unit } = column
  const href = what && opens ? rowsHref(asked, what) : undefined
  return (
    <FigureLink
      value={shownValue(report.total, key)}
      href={href}
      decimals={0}
      {...(unit && { unit })}
    />
  )
}

/** The mean of these instruments beside the nation's. */
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
