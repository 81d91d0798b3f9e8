import { signed } from '../../../core/numbers.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { LineChart } from '../../../web/components/line-chart.tsx'
import { FieldList, Moment } from '../../../web/components/values.tsx'
import { formatDate, formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { stockPaths } from '../../words/paths.ts'
import type { PlaceClimate, temperatureOf } from '../actions.ts'
import { classNames, climateWords as words } from '../words.ts'

/** What the place is kept at, and how it was when it was last read. */
export function Standing({ row }: { row: PlaceClimate }) {
  const { of, latest } = row
  const fields = [
    { label: words.class, value: <Kept row={row} /> },
    {
      label: words.latest,
      value: latest && (
        <>
          {valuesOf(latest)} <Moment when={latest.at} />{' '}
          {of && (
            <StateBadge
              tone={latest.isOutside ? 'danger' : 'good'}
              text={latest.isOutside ? words.outside : words.within}
            />
          )}
        </>
      ),
    },
  ]
  return <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
}

const valuesOf = ({ celsius, humidity }: NonNullable<PlaceClimate['latest']>) =>
  [celsius !== null && `${signed(celsius)} °C`, humidity !== null && `${humidity}% RH`]
    .filter(Boolean)
    .join(' · ')

function Kept({ row }: { row: PlaceClimate }) {
  const { celsiusFrom, celsiusTo, humidityFrom, humidityTo, of } = row
  if (!of || row.class === null) return <Local text={words.notSet} />
  return (
    <>
      <Local text={classNames[row.class]} />{' '}
      <Local text={words.spread(signed(celsiusFrom ?? '—'), signed(celsiusTo ?? '—'), ' °C')} />
      {humidityFrom !== null && (
        <>
          {' · '}
          <Local text={words.spread(String(humidityFrom), String(humidityTo), '% RH')} />
        </>
      )}{' '}
      {of.id !== row.id && (
        <a class="quiet" href={stockPaths.climate(of.id)}>
          <Local text={words.setAt(of.path)} />
        </a>
      )}
    </>
  )
}

type Days = Awaited<ReturnType<typeof temperatureOf>>

/** Day by day, with what it should be. */
export function Temperature({ row, days }: { row: PlaceClimate; days: Days }) {
  const lang = useLang()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return <></>
  const { celsiusFrom, celsiusTo } = row
  const bounds = [celsiusFrom, celsiusTo].filter((bound) => bound !== null)
  const values = [...days.flatMap(({ lowest, highest }) => [lowest, highest]), ...bounds]
  const every = Math.max(1, Math.ceil(days.length / 5))
  return (
    <figure class="chart-frame">
      <LineChart
        id="temperature"
        title={words.chart}
        about={words.chartAbout(days.length)}
        from={numberOf(first.day)}
        to={numberOf(last.day)}
        ticks={days
          .filter((_, at) => at % every === 0)
          .map(({ day }) => ({ x: numberOf(day), text: day.slice(5) }))}
        steps={stepsAround(Math.min(...values), Math.max(...values))}
        unit="°"
        line={days.map(({ day, mean }) => ({ x: numberOf(day), y: mean }))}
        band={days.map(({ day, lowest, highest }) => ({
          x: numberOf(day),
          low: lowest,
          high: highest,
        }))}
        dots={days.map(({ day, mean }) => ({
          x: numberOf(day),
          y: mean,
          text: words.pointText(formatDate(day, lang), formatNumber(mean, lang, 1)),
        }))}
        thresholds={bounds.map((bound) => ({
          y: bound,
          text: { zh: `${bound} °C`, en: `${bound} °C` },
        }))}
      />
    </figure>
  )
}

const dayMs = 86_400_000
const numberOf = (day: string) => Date.parse(day) / dayMs

/** Whole degrees, five at most, around all that is drawn. */
function stepsAround(low: number, high: number): number[] {
  const step = Math.max(1, Math.ceil((high - low) / 4))
  const first = Math.floor(low / step) * step
  const count = Math.ceil((high - first) / step) + 1
  return Array.from({ length: Math.max(2, count) }, (_, at) => first + at * step)
}
