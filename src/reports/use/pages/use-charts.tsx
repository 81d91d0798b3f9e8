import { defaultZone } from '../../../core/time.ts'
import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { type UseAsked, type UseOverTime, useOverTime, useScope } from '../actions/use.ts'
import { hoursOf } from '../rules/figures.ts'
import { daysOf, daysWithin, lastMonthsAt } from '../rules/period.ts'
import { figureNames, useWords as words, weekdayNames } from '../words.ts'
import { HeatMap, HeatScale, placed, shortPeriod, TrendChart, usedAt } from './charts.tsx'
import { FigureLink } from './figures.tsx'
import { rowsHref } from './links.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'

type Scoped = { asked: UseAsked; canSeeRows: boolean }
type FrameProps = { title: Text; text: Text; chart: Child; table: Child; legend?: Child }

/** A chart with its title and text, its legend, and its numbers as a table. */
function ChartFrame({ title, text, chart, table, legend }: FrameProps) {
  return (
    <figure class="chart-frame">
      <figcaption>
        <Local as="h2" text={title} />
        <Local as="p" text={text} />
      </figcaption>
      {chart}
      {legend}
      <details>
        <Local as="summary" text={words.asTable} />
        {table}
      </details>
    </figure>
  )
}

type TrendProps = Scoped & { over: UseOverTime }

/** Used and external hours month by month, or week by week. */
export function TrendFigure({ over: { per, points }, asked, canSeeRows }: TrendProps) {
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
          dense
          columns={trendColumns(per, { asked, canSeeRows })}
          rows={flat}
        />
      }
    />
  )
}

function TrendLegend() {
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

function trendColumns(per: 'month' | 'week', { asked, canSeeRows }: Scoped): Column<Point>[] {
  const edges = { from: asked.from ?? '', to: asked.to ?? '' }
  const hrefOf = (key: string, what: 'used' | 'external') =>
    canSeeRows ? rowsHref({ ...asked, ...daysWithin(daysOf(key), edges) }, what) : undefined
  return [
    {
      label: per === 'month' ? words.month : words.week,
      cell: ({ key }) => <PeriodName name={key} />,
    },
    {
      label: figureNames.usedHours,
      align: 'end',
      cell: ({ key, usedMs }) => <FigureLink value={hoursOf(usedMs)} href={hrefOf(key, 'used')} />,
    },
    {
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

type HeatProps = Scoped & { cells: readonly { weekday: number; hour: number; usedMs: number }[] }

/** When in the week the instruments are used. */
export function HeatFigure({ cells, asked, canSeeRows }: HeatProps) {
  return (
    <ChartFrame
      title={words.heat}
      text={words.heatText}
      chart={<HeatMap id="heat" cells={cells} />}
      legend={<HeatScale cells={cells} />}
      table={<HeatTable cells={cells} asked={asked} canSeeRows={canSeeRows} />}
    />
  )
}

function HeatTable({ cells, asked, canSeeRows }: HeatProps) {
  const map = placed(cells)
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    cells.some((cell) => cell.hour === hour && cell.usedMs > 0),
  )
  const columns: Column<number>[] = [
    { label: words.hour, nowrap: true, cell: (hour) => `${hour}:00` },
    ...weekdayNames.map((label, at): Column<number> => ({
      label,
      align: 'end',
      cell: (hour) => (
        <FigureLink
          value={hoursOf(usedAt(map, at + 1, hour))}
          href={canSeeRows ? rowsHref(asked, 'used', { weekday: at + 1, hour }) : undefined}
        />
      ),
    })),
  ]
  return <Table caption={words.heat} dense matrix columns={columns} rows={hours} />
}

/** On an instrument's page: twelve months of its use; nothing where it was not used. */
export const useSection: RecordSection = async (c, { id: instrument }) => {
  const { ctx } = c.var
  const period = lastMonthsAt(ctx.now(), defaultZone)
  const scope = await useScope(ctx, { instrument, ...period })
  const over = await useOverTime(ctx, scope)
  if (over.points.every(({ sums }) => sums.usedMs === 0)) return <></>
  const asked = { ...scope.asked, instrument }
  return <TrendFigure over={over} asked={asked} canSeeRows={scope.reach !== 'public'} />
}
