import type { LocalText } from '../../core/text.ts'
import { axisOf, type Span } from '../../core/time-axis.ts'
import { Local } from '../lang.tsx'
import { partWords } from '../words.ts'

export type TimeRow = {
  label: LocalText
  href?: string
  /** When it was, in words. */
  text: LocalText
  span: Span
}

type Props = { title: LocalText; labels: { row: LocalText }; rows: readonly TimeRow[] }

/** What lasted from when to when, on one axis of years: a table whose last column draws what the others say. */
export function TimeLine({ title, labels, rows }: Props) {
  const axis = axisOf(rows.map(({ span }) => span))
  return (
    <figure class="figure time-line">
      <figcaption>
        <Local text={title} />
      </figcaption>
      <table>
        <thead>
          <tr>
            <Local as="th" scope="col" text={labels.row} />
            <Local as="th" scope="col" text={partWords.when} />
            <td>
              <Years axis={axis} />
            </td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} axis={axis} />
          ))}
        </tbody>
      </table>
    </figure>
  )
}

type Axis = ReturnType<typeof axisOf>

const Years = ({ axis }: { axis: Axis }) => (
  <svg aria-hidden="true" class="time-line-years">
    {axis.ticks.map((year) => (
      <text x={across(axis, year)} y="11" text-anchor={anchorOf(year, axis)}>
        {year}
      </text>
    ))}
  </svg>
)

function Row({ row: { label, href, text, span }, axis }: { row: TimeRow; axis: Axis }) {
  return (
    <tr>
      <th scope="row">
        {href ? <Local as="a" href={href} text={label} /> : <Local text={label} />}
      </th>
      <Local as="td" class="quiet" text={text} />
      <td>
        <svg aria-hidden="true">
          <rect class="bar-ground" width="100%" height="100%" />
          {axis.ticks.map((year) => (
            <line x1={across(axis, year)} x2={across(axis, year)} y2="100%" />
          ))}
          <Bar from={percentOf(axis, span.from)} until={percentOf(axis, span.until)} />
        </svg>
      </td>
    </tr>
  )
}

/** A day of a century would be too thin to see. */
const leastPercent = 0.8

function Bar({ from, until }: { from: number; until: number }) {
  const width = Math.max(leastPercent, until - from)
  return <rect x={percent(Math.min(from, 100 - width))} width={percent(width)} height="100%" />
}

const percentOf = ({ from, until }: Span, year: number) => (100 * (year - from)) / (until - from)
const across = (axis: Axis, year: number) => percent(percentOf(axis, year))
const percent = (share: number) => `${share.toFixed(2)}%`

function anchorOf(year: number, { from, until }: Span): 'start' | 'middle' | 'end' {
  if (year === from) return 'start'
  return year === until ? 'end' : 'middle'
}
