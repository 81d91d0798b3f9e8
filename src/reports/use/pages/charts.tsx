import { formatNumber, formatPartialDate } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { hourMs, hoursOf } from '../rules/figures.ts'
import { useWords as words, weekdayNames } from '../words.ts'
import { type Lang, langTag } from '../../../core/text.ts'

type TrendPoint = { key: string; usedMs: number; externalMs: number }

type TrendProps = { id: string; points: readonly TrendPoint[]; title: { zh: string; en: string } }

const height = 168
const foot = 28

/** Bars of used hours by month or week, the external part darker; the table beside it has the numbers. */
export function TrendChart({ id, points, title }: TrendProps) {
  const t = useText()
  const lang = useLang()
  const largest = Math.max(0, ...points.map(({ usedMs }) => usedMs / hourMs))
  const { top, steps } = axisFor(largest)
  const sum = points.reduce((all, { usedMs }) => all + usedMs, 0)
  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      height={height + foot}
    >
      <title id={`${id}-title`}>{t(title)}</title>
      <desc id={`${id}-about`}>
        {t(words.trendSummary(formatNumber(hoursOf(sum), lang, 0), points.length))}
      </desc>
      {steps.map((step) => (
        <Step value={step} top={top} />
      ))}
      {points.map((point, at) => (
        <Bar point={point} at={at} count={points.length} top={top} />
      ))}
    </svg>
  )
}

const yOf = (hours: number, top: number) => 8 + (height - 8) * (1 - hours / top)

function Step({ value, top }: { value: number; top: number }) {
  const lang = useLang()
  const y = yOf(value, top).toFixed(1)
  return (
    <>
      <line class={value === 0 ? 'chart-base' : 'chart-line'} x1="0" x2="100%" y1={y} y2={y} />
      <text class="chart-step" x="-8" y={y} dy="0.32em" text-anchor="end">
        {formatNumber(value, lang, 1)}
      </text>
    </>
  )
}

type BarProps = { point: TrendPoint; at: number; count: number; top: number }

function Bar({ point, at, count, top }: BarProps) {
  const t = useText()
  const lang = useLang()
  const used = yOf(point.usedMs / hourMs, top)
  const external = yOf(point.externalMs / hourMs, top)
  const barTo = (y: number) => ({
    x: percent((at + 0.18) / count),
    width: percent(0.64 / count),
    y: y.toFixed(1),
    height: (height - y).toFixed(1),
  })
  const hours = (ms: number) => formatNumber(hoursOf(ms), lang, 1)
  const name = words.pointText({
    period: shortPeriod(point.key, lang, true),
    used: hours(point.usedMs),
    external: hours(point.externalMs),
  })
  return (
    <g>
      <title>{t(name)}</title>
      <rect
        class="chart-ground"
        x={percent(at / count)}
        width={percent(1 / count)}
        y="0"
        height={height}
      />
      <rect class="chart-used" {...barTo(used)} />
      {point.externalMs > 0 && <rect class="chart-external" {...barTo(external)} />}
      {isNamed(at, count) && <Name text={shortPeriod(point.key, lang)} at={at} count={count} />}
    </g>
  )
}

function Name({ text, at, count }: { text: string; at: number; count: number }) {
  return (
    <text
      class={count > 8 ? 'chart-name chart-name-dense' : 'chart-name'}
      x={percent((at + 0.5) / count)}
      y={height + 18}
      text-anchor="middle"
    >
      {text}
    </text>
  )
}

/** At most twelve names, for which a phone has room. */
const isNamed = (at: number, count: number) => at % Math.ceil(count / 12) === 0

type HeatCell = { weekday: number; hour: number; usedMs: number }
type HeatProps = { id: string; cells: readonly HeatCell[] }

const row = 24
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A week of seven rows and 24 hours, darker where more was used; the table beside it has the numbers. */
export function HeatMap({ id, cells }: HeatProps) {
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
  const summary = words.heatSummary({
    day: weekdayNames[busiest.weekday - 1] ?? words.nothing,
    hour: busiest.hour,
    used: formatNumber(hoursOf(busiest.usedMs), lang, 1),
  })
  return <>{t(summary)}</>
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
  const name = words.cellText({
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
      <title>{t(name)}</title>
    </rect>
  )
}

/** The colour scale, from none to the most. */
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

/** The top of an axis above the largest value, and few round steps below it. */
function axisFor(largest: number): { top: number; steps: readonly number[] } {
  if (largest <= 0) return { top: 1, steps: [0, 1] }
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10)
  const count = Math.ceil(largest / step - 1e-9)
  return {
    top: step * count,
    steps: Array.from({ length: count + 1 }, (_, at) => Math.round(at * step * 1e6) / 1e6),
  }
}

/** A share as a percentage with at most two decimals. */
const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

/** `3月`, `Mar` for a month, `3/16`, `16/3` for a week; in full `2026年3月`, `2026年3月16日`. */
export function shortPeriod(key: string, lang: Lang, inFull = false): string {
  if (inFull) return formatPartialDate(key, lang)
  const [year = '', month = '', day] = key.split('-')
  if (day !== undefined) {
    const parts = [Number(month), Number(day)]
    return (lang === 'zh' ? parts : parts.toReversed()).join('/')
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, 1))
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-US' : langTag(lang), {
    month: 'short',
    timeZone: 'UTC',
  }).format(date)
}
