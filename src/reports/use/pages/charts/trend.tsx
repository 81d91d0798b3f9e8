import { formatNumber } from '../../../../web/format.ts'
import { useLang, useText } from '../../../../web/lang.tsx'
import { hourMs, hoursOf } from '../../rules/figures.ts'
import { useWords as words } from '../../words/use.ts'
import { axisFor, percent } from './scale.ts'
import { shortPeriod } from './names.ts'

export type TrendPoint = { key: string; usedMs: number; externalMs: number }

type Props = { id: string; points: readonly TrendPoint[]; title: { zh: string; en: string } }

const height = 168
const foot = 28

/** Bars of used hours by month or week, their external part in the darker colour; a table says the same beside it. */
export function TrendChart({ id, points, title }: Props) {
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
        {t(words.trendSaid(formatNumber(hoursOf(sum), lang, 0), points.length))}
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
  const shown = (y: number) => ({
    x: percent((at + 0.18) / count),
    width: percent(0.64 / count),
    y: y.toFixed(1),
    height: (height - y).toFixed(1),
  })
  const hours = (ms: number) => formatNumber(hoursOf(ms), lang, 1)
  const said = words.pointSaid({
    period: shortPeriod(point.key, lang, true),
    used: hours(point.usedMs),
    external: hours(point.externalMs),
  })
  return (
    <g>
      <title>{t(said)}</title>
      <rect
        class="chart-ground"
        x={percent(at / count)}
        width={percent(1 / count)}
        y="0"
        height={height}
      />
      <rect class="chart-used" {...shown(used)} />
      {point.externalMs > 0 && <rect class="chart-external" {...shown(external)} />}
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

/** So many names that a phone has room for them. */
const isNamed = (at: number, count: number) => at % Math.ceil(count / 12) === 0
