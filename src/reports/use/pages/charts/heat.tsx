import { formatNumber } from '../../../../web/format.ts'
import { useLang, useText } from '../../../../web/lang.tsx'
import { hoursOf } from '../../rules/figures.ts'
import { weekdayNames } from '../../words/names.ts'
import { useWords as words } from '../../words/use.ts'
import { percent } from './scale.ts'

type HeatCell = { weekday: number; hour: number; usedMs: number }
type Props = { id: string; cells: readonly HeatCell[] }

const row = 24
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A week of seven rows and 24 hours, darker where more was used; a table says the same beside it. */
export function HeatMap({ id, cells }: Props) {
  const t = useText()
  return (
    <svg
      class="chart chart-heat"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      height={7 * row + 24}
    >
      <title id={`${id}-title`}>{t(words.heat)}</title>
      <desc id={`${id}-about`}>
        <Busiest cells={cells} />
      </desc>
      <Days cells={cells} />
      {[0, 6, 12, 18, 24].map((hour) => (
        <text
          class="chart-name"
          x={percent(hour / 24)}
          y={7 * row + 18}
          text-anchor={hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}
        >
          {`${hour}:00`}
        </text>
      ))}
    </svg>
  )
}

const largestOf = (cells: readonly HeatCell[]) => Math.max(0, ...cells.map(({ usedMs }) => usedMs))

function Busiest({ cells }: { cells: readonly HeatCell[] }) {
  const t = useText()
  const lang = useLang()
  const largest = largestOf(cells)
  const busiest = cells.find(({ usedMs }) => usedMs === largest && usedMs > 0)
  if (!busiest) return <>{t(words.none)}</>
  const said = words.heatSaid({
    day: weekdayNames[busiest.weekday - 1] ?? words.nothing,
    hour: busiest.hour,
    used: formatNumber(hoursOf(busiest.usedMs), lang, 1),
  })
  return <>{t(said)}</>
}

function Days({ cells }: { cells: readonly HeatCell[] }) {
  const t = useText()
  const map = placed(cells)
  const largest = largestOf(cells)
  return (
    <>
      {weekdayNames.map((name, at) => (
        <g>
          <text class="chart-step" x="-8" y={at * row + row / 2} dy="0.32em" text-anchor="end">
            {t(name)}
          </text>
          {hours.map((hour) => (
            <Cell
              weekday={at + 1}
              hour={hour}
              usedMs={usedAt(map, at + 1, hour)}
              largest={largest}
            />
          ))}
        </g>
      ))}
    </>
  )
}

function Cell({ weekday, hour, usedMs, largest }: HeatCell & { largest: number }) {
  const t = useText()
  const lang = useLang()
  const said = words.cellSaid({
    day: weekdayNames[weekday - 1] ?? words.nothing,
    hour,
    used: formatNumber(hoursOf(usedMs), lang, 1),
  })
  return (
    <rect
      class={`heat-${levelOf(usedMs, largest)}`}
      x={percent(hour / 24)}
      width={percent(0.94 / 24)}
      y={(weekday - 1) * row + 1}
      height={row - 2}
      rx="2"
    >
      <title>{t(said)}</title>
    </rect>
  )
}

/** What the colours mean, from nothing to the most. */
export function HeatScale({ cells }: { cells: readonly HeatCell[] }) {
  const t = useText()
  const lang = useLang()
  const largest = largestOf(cells)
  return (
    <p class="chart-scale">
      <span>0</span>
      <svg width="120" height="14" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <rect class={`heat-${level}`} x={level * 20} width="19" height="14" rx="2" />
        ))}
      </svg>
      <span class="numeric">{t(words.hoursShort(formatNumber(hoursOf(largest), lang, 0)))}</span>
    </p>
  )
}

const levelOf = (usedMs: number, largest: number) =>
  usedMs <= 0 ? 0 : Math.max(1, Math.ceil((usedMs / largest) * 5))

const placeOf = (weekday: number, hour: number) => weekday * 24 + hour

export const placed = (cells: readonly HeatCell[]) =>
  new Map(cells.map(({ weekday, hour, usedMs }) => [placeOf(weekday, hour), usedMs]))

export const usedAt = (map: ReadonlyMap<number, number>, weekday: number, hour: number): number =>
  map.get(placeOf(weekday, hour)) ?? 0
