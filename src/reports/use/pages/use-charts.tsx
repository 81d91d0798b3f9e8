import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { UseAsked } from '../actions/scope.ts'
import type { UseOverTime } from '../actions/time.ts'
import { hoursOf } from '../rules/figures.ts'
import { daysOf, daysWithin } from '../rules/presets.ts'
import { figureNames, weekdayNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { HeatMap, HeatScale, placed, usedAt } from './charts/heat.tsx'
import { shortPeriod } from './charts/names.ts'
import { TrendChart } from './charts/trend.tsx'
import { FigureLink } from './figure-link.tsx'
import { rowsHref } from './links.ts'

type Shown = { asked: UseAsked; opens: boolean }
type FrameProps = { title: Text; text: Text; chart: Child; table: Child; legend?: Child }

/** A chart with what it says before it and its numbers as a table behind it. */
function ChartFrame({ title, text, chart, table, legend }: FrameProps) {
  return (
    <figure class="chart-frame">
      <figcaption>
        <h2>
          <Local text={title} />
        </h2>
        <p>
          <Local text={text} />
        </p>
      </figcaption>
      {chart}
      {legend}
      <details>
        <summary>
          <Local text={words.asTable} />
        </summary>
        {table}
      </details>
    </figure>
  )
}

type TrendProps = Shown & { over: UseOverTime }

/** Used and external hours month by month, or week by week. */
export function TrendFigure({ over: { per, points }, asked, opens }: TrendProps) {
  const flat = points.map(({ key, sums }) => ({ key, ...sums }))
  const title = per === 'month' ? words.trendByMonth : words.trendByWeek
  return (
    <ChartFrame
      title={title}
      text={words.trendText}
      chart={<TrendChart id="trend" points={flat} title={title} />}
      legend={<TrendLegend />}
      table={
        <Table
          caption={title}
          captionUnseen
          dense
          columns={trendColumns(per, { asked, opens })}
          rows={flat}
        />
      }
    />
  )
}

export function TrendLegend() {
  return (
    <p class="chart-scale">
      <svg width="14" height="14" aria-hidden="true">
        <rect class="chart-used" width="14" height="14" rx="2" />
      </svg>
      <Local text={figureNames.usedHours} />
      <svg width="14" height="14" aria-hidden="true">
        <rect class="chart-external" width="14" height="14" rx="2" />
      </svg>
      <Local text={words.ofWhichExternal} />
    </p>
  )
}

type Point = { key: string; usedMs: number; externalMs: number }

function trendColumns(per: 'month' | 'week', { asked, opens }: Shown): Column<Point>[] {
  const edges = { from: asked.from ?? '', to: asked.to ?? '' }
  const hrefOf = (key: string, what: 'used' | 'external') =>
    opens ? rowsHref({ ...asked, ...daysWithin(daysOf(key), edges) }, what) : undefined
  return [
    {
      key: 'period',
      label: per === 'month' ? words.month : words.week,
      head: true,
      cell: ({ key }) => <PeriodName name={key} />,
    },
    {
      key: 'used',
      label: figureNames.usedHours,
      align: 'end',
      cell: ({ key, usedMs }) => <FigureLink value={hoursOf(usedMs)} href={hrefOf(key, 'used')} />,
    },
    {
      key: 'external',
      label: figureNames.externalHours,
      align: 'end',
      cell: ({ key, externalMs }) => (
        <FigureLink value={hoursOf(externalMs)} href={hrefOf(key, 'external')} />
      ),
    },
  ]
}

function PeriodName({ name }: { name: string }) {
  const lang = useLang()
  return <>{shortPeriod(name, lang, true)}</>
}

type HeatProps = Shown & { cells: readonly { weekday: number; hour: number; usedMs: number }[] }

/** When in the week the instruments are used. */
export function HeatFigure({ cells, asked, opens }: HeatProps) {
  return (
    <ChartFrame
      title={words.heat}
      text={words.heatText}
      chart={<HeatMap id="heat" cells={cells} />}
      legend={<HeatScale cells={cells} />}
      table={<HeatTable cells={cells} asked={asked} opens={opens} />}
    />
  )
}

function HeatTable({ cells, asked, opens }: HeatProps) {
  const t = useText()
  const map = placed(cells)
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    cells.some((cell) => cell.hour === hour && cell.usedMs > 0),
  )
  const columns: Column<number>[] = [
    {
      key: 'hour',
      label: words.hour,
      head: true,
      nowrap: true,
      cell: (hour) => `${hour}:00`,
    },
    ...weekdayNames.map((label, at): Column<number> => ({
      key: t(label),
      label,
      align: 'end',
      cell: (hour) => (
        <FigureLink
          value={hoursOf(usedAt(map, at + 1, hour))}
          href={opens ? rowsHref(asked, 'used', { weekday: at + 1, hour }) : undefined}
        />
      ),
    })),
  ]
  return <Table caption={words.heat} captionUnseen dense columns={columns} rows={hours} />
}
