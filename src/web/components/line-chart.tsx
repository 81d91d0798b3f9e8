import type { Text } from '../../core/text.ts'
import { useText } from '../lang.tsx'

type Point = { x: number; y: number }

type Props = {
  id: string
  title: Text
  about: Text
  /** From where to where it goes across. */
  from: number
  to: number
  ticks: readonly { x: number; text: string }[]
  /** Lines across, from the lowest value up to the highest. */
  steps: readonly number[]
  unit: string
  line: readonly Point[]
  /** Goes on where the line ends, dashed. */
  predicted?: readonly Point[]
  /** Between extremes. */
  band?: readonly { x: number; low: number; high: number }[]
  dots?: readonly (Point & { text: Text; isHollow?: boolean })[]
  thresholds?: readonly { y: number; text: Text }[]
}

const height = 176
const head = 8
const foot = 28

/** What something was over time: a drawing that needs no scripts; the table beside it has the numbers. */
export function LineChart(props: Props) {
  const { id, title, about, ticks, steps, unit, thresholds = [], dots = [] } = props
  const t = useText()
  const acrossOf = (x: number) => `${acrossShare(x, props).toFixed(2)}%`
  const yOf = (y: number) => (head + (height - head) * (1 - upShare(y, props) / 100)).toFixed(1)
  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      height={height + foot}
    >
      <title id={`${id}-title`}>{t(title)}</title>
      <desc id={`${id}-about`}>{t(about)}</desc>
      {steps.map((step, at) => (
        <Step y={yOf(step)} text={`${step}${unit}`} look={at === 0 ? 'base' : 'line'} />
      ))}
      <Lines {...props} />
      {thresholds.map(({ y, text }) => (
        <>
          <Step y={yOf(y)} look="threshold" />
          <text class="chart-name" x="0" y={yOf(y)} dy="-4">
            {t(text)}
          </text>
        </>
      ))}
      {dots.map((dot) => (
        <Spot cx={acrossOf(dot.x)} cy={yOf(dot.y)} {...dot} />
      ))}
      {ticks.map(({ x, text }) => (
        <Tick x={acrossOf(x)} text={text} isLast={x === props.to} />
      ))}
    </svg>
  )
}

/** What stands below the drawing; the last stays inside. */
const Tick = ({ x, text, isLast }: { x: string; text: string; isLast: boolean }) => (
  <text class="chart-name" x={x} y={height + 18} text-anchor={isLast ? 'end' : 'middle'}>
    {text}
  </text>
)

type SpotProps = { cx: string; cy: string; text: Text; isHollow?: boolean }

function Spot({ cx, cy, text, isHollow }: SpotProps) {
  const t = useText()
  return (
    <circle class={isHollow ? 'chart-dot chart-dot-hollow' : 'chart-dot'} {...{ cx, cy }} r="4">
      <title>{t(text)}</title>
    </circle>
  )
}

/** How far across, and how far up, in percent. */
const acrossShare = (x: number, { from, to }: Pick<Props, 'from' | 'to'>) =>
  to > from ? ((x - from) / (to - from)) * 100 : 50

function upShare(y: number, { steps }: Pick<Props, 'steps'>): number {
  const [low, high] = [Math.min(...steps), Math.max(...steps)]
  return high > low ? ((y - low) / (high - low)) * 100 : 50
}

type StepProps = { y: string; text?: string; look: 'base' | 'line' | 'threshold' }

function Step({ y, text, look }: StepProps) {
  return (
    <>
      <line class={`chart-${look}`} x1="0" x2="100%" y1={y} y2={y} />
      {text && (
        <text class="chart-step" x="-8" y={y} dy="0.32em" text-anchor="end">
          {text}
        </text>
      )}
    </>
  )
}

/** Stretched to whatever width there is; the strokes are not. */
function Lines(props: Props) {
  const { line, predicted = [], band = [] } = props
  const at = (x: number, y: number) =>
    `${acrossShare(x, props).toFixed(2)},${(100 - upShare(y, props)).toFixed(2)}`
  const pathOf = (points: readonly Point[]) => points.map(({ x, y }) => at(x, y)).join(' ')
  const edge = [
    ...band.map(({ x, high }) => at(x, high)),
    ...band.toReversed().map(({ x, low }) => at(x, low)),
  ]
  return (
    <svg
      x="0"
      y={head}
      width="100%"
      height={height - head}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      overflow="visible"
    >
      {edge.length > 0 && <polygon class="chart-band" points={edge.join(' ')} />}
      <polyline class="chart-path" points={pathOf(line)} />
      {predicted.length > 0 && (
        <polyline class="chart-path chart-path-predicted" points={pathOf(predicted)} />
      )}
    </svg>
  )
}
