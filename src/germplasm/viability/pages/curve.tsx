import type { Lang, Text } from '../../../core/text.ts'
import { dayIn, Temporal } from '../../../core/time.ts'
import { LineChart } from '../../../web/components/line-chart.tsx'
import { formatDate, formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import type { Viability } from '../actions/keep.ts'
import type { TestResult } from '../model.ts'
import { viabilityWords as words } from '../words.ts'

export const percentText = (percent: number, lang: Lang) => formatNumber(percent, lang, 1)

/** What a test found, and when. */
export const Found = (test: Pick<TestResult, 'on' | 'percent'>) => (
  <Local text={textOf(test, useLang())} />
)

const percentSteps = [0, 25, 50, 75, 100]

/** Beyond this nobody plans: a prediction of centuries would leave no room for what was found. */
const mostYears = 60

type Props = {
  row: Pick<Viability, 'predicted' | 'thresholdPercent' | 'receivedOn'> & {
    tests: readonly TestResult[]
  }
  today: Temporal.Instant
}

/** What tests found over the years, and what is predicted of the years to come. */
export function Curve({ row, today }: Props) {
  const lang = useLang()
  const { tests, predicted, thresholdPercent } = row
  const first = [row.receivedOn, ...tests.map(({ on }) => on)].toSorted()[0]
  const from = Math.floor(yearOf(first))
  const shown = predicted
    .map(({ on, percent }) => ({ x: yearOf(on), y: percent }))
    .filter(({ x }) => x < from + mostYears)
  const now = yearOf(today.toString().slice(0, 10))
  const last = Math.max(now, ...shown.map(({ x }) => x), ...tests.map(({ on }) => yearOf(on)))
  const to = Math.ceil(last)
  const latest = tests.at(-1)?.percent ?? 0
  const thresholds =
    thresholdPercent === null ? [] : [{ y: thresholdPercent, text: words.thresholdLine }]
  return (
    <figure class="chart-frame">
      <LineChart
        id="viability-curve"
        title={words.curve}
        about={words.curveAbout(tests.length, percentText(latest, lang))}
        {...{ from, to, ticks: ticksIn(from, to), steps: percentSteps, unit: '%' }}
        line={tests
          .filter(({ isConclusive }) => isConclusive)
          .map(({ on, percent }) => ({ x: yearOf(on), y: percent }))}
        predicted={shown}
        dots={tests.map((test) => ({
          x: yearOf(test.on),
          y: test.percent,
          text: textOf(test, lang),
          isHollow: !test.isConclusive,
        }))}
        thresholds={thresholds}
      />
    </figure>
  )
}

const textOf = ({ on, percent }: { on: string; percent: number }, lang: Lang): Text =>
  words.percentOn(percentText(percent, lang), formatDate(on, lang))

/** `2026.5` for the middle of 2026. */
function yearOf(on: string | undefined): number {
  const day = dayIn(on) ?? Temporal.PlainDate.from('2000-01-01')
  return day.year + (day.dayOfYear - 1) / day.daysInYear
}

/** At most seven of whole years. */
function ticksIn(from: number, to: number) {
  const step = Math.max(1, Math.ceil((to - from) / 6))
  const count = Math.floor((to - from) / step) + 1
  return Array.from({ length: count }, (_, at) => from + at * step).map((year) => ({
    x: year,
    text: String(year),
  }))
}
