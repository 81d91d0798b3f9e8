import type { LocalText } from '../../core/text.ts'
import { formatNumber, formatQuantity } from '../format.ts'
import { Local, useLang, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

export type FigureRow = {
  label: LocalText
  /** Null where the count is too small to be told. */
  value: number | null
}

type Props = {
  title: LocalText
  /** What the figures say, in one sentence. */
  text?: LocalText
  /** Headings of the two columns. */
  labels: { row: LocalText; value: LocalText }
  rows: readonly FigureRow[]
  unit?: string
}

/** A bar chart that is its own table: every bar stands beside its label and number. */
export function Figure({ title, text, labels, rows, unit }: Props) {
  const largest = Math.max(1, ...rows.map(({ value }) => value ?? 0))
  return (
    <figure class="figure">
      <figcaption>
        <Local text={title} />
        {text && <Local as="p" text={text} />}
      </figcaption>
      <table>
        <thead>
          <tr>
            <Local as="th" scope="col" text={labels.row} />
            <td></td>
            <Local as="th" scope="col" class="figure-value" text={labels.value} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Bar row={row} largest={largest} unit={unit} />
          ))}
        </tbody>
      </table>
    </figure>
  )
}

type BarProps = { row: FigureRow; largest: number; unit: string | undefined }

function Bar({ row: { label, value }, largest, unit }: BarProps) {
  const t = useText()
  const lang = useLang()
  const said = unit ? formatQuantity(value ?? 0, unit, lang) : formatNumber(value ?? 0, lang)
  const share = value ? Math.max(0.5, (value / largest) * 100).toFixed(1) : 0
  return (
    <tr>
      <Local as="th" scope="row" text={label} />
      <td>
        <svg aria-hidden="true">
          <rect class="bar-ground" width="100%" height="100%" />
          {value === null ? (
            <rect class="bar-hidden" x="0.5" y="0.5" width="6%" height="13" />
          ) : (
            <rect width={`${share}%`} height="100%" />
          )}
        </svg>
      </td>
      <td class="figure-value">{value === null ? t(partWords.suppressed) : said}</td>
    </tr>
  )
}
