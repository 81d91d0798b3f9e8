import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang, LocalText } from '../../core/text.ts'
import { Local, useLang, useText } from '../lang.tsx'
import { cellsOf, drawingOf, headingOf, type ValueOf } from './cells.tsx'
import { Icon } from './icon.tsx'
import { escaped, markupOf } from './markup.ts'

export type Column<Row> = {
  label: LocalText
  /** Numbers stand right, in tabular figures. */
  align?: 'end'
  /** Where the heading leads to sort by it, and how the list is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
  nowrap?: boolean
  /** A value by its kind, or what the cell draws itself: then it is on the page only. */
} & (ValueOf<Row> | { cell: (row: Row) => Child })

type Props<Row> = {
  /** What the table is: read to screen readers, and seen with `captionShown`. */
  caption: LocalText
  captionShown?: boolean
  /** The first names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** j and k move from row to row, Enter opens the row's first link. */
  keys?: boolean
  dense?: boolean
  /** Read across and down: it stays a table on a phone, and scrolls sideways. */
  matrix?: boolean
}

/** Dense rows for work. On a phone each row is a card, unless two columns fit or it is a matrix. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionShown, rows, keys, dense, matrix } = props
  const columns = props.columns.filter((column) => hasSomething(column, rows))
  const t = useText()
  const cells = useCells(columns)
  const onPhone = columns.length > 2 ? 'table-cards' : 'table-few'
  const table = (
    <div class="table-scroll" role="region" aria-label={t(caption)} tabindex={0}>
      <table
        class={['table', dense && 'table-dense', !matrix && onPhone].filter(Boolean).join(' ')}
      >
        <Local as="caption" class={captionShown ? undefined : 'unseen'} text={caption} />
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody>{raw(rows.map((row) => rowText(row, cells)).join(''))}</tbody>
      </table>
    </div>
  )
  return keys ? <hexi-rows>{table}</hexi-rows> : table
}

/** As text: an element for each cell of a long table costs more than all else on its page. */
function rowText<Row>(row: Row, cells: ReturnType<typeof useCells<Row>>): string {
  const drawn = cells.map(({ start, end, draw }) => start + markupOf(draw(row)) + end)
  return `<tr>${drawn.join('')}</tr>`
}

/** A column of buttons that this reader has none of is left out. */
const hasSomething = <Row,>(column: Column<Row>, rows: readonly Row[]) =>
  !('cell' in column) || rows.some((row) => Boolean(column.cell(row)))

function classOf<Row>(column: Column<Row>) {
  const standsRight = column.align ?? drawingOf(column)?.isNumber
  return (
    [standsRight && 'cell-end', column.nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined
  )
}

function HeadCell<Row>(column: Column<Row>) {
  const { sort } = column
  const label = headingOf(column)
  return (
    <th scope="col" class={classOf(column)} aria-sort={sort?.now}>
      {sort ? (
        <a href={sort.href}>
          <Local text={label} />
          {sort.now && (
            <Icon name={sort.now === 'ascending' ? 'chevron-up' : 'chevron-down'} small />
          )}
        </a>
      ) : (
        <Local text={label} />
      )}
    </th>
  )
}

/** The cells of each column: what is one for all rows is found out once, for a page draws thousands. */
function useCells<Row>(columns: readonly Column<Row>[]) {
  const [lang, t] = [useLang(), useText()]
  return columns.map((column, at) => {
    const name = classOf(column)
    const attributes = [
      at === 0 && ' scope="row"',
      name && ` class="${name}"`,
      at > 0 && ` data-label="${escaped(t(headingOf(column)))}"`,
    ]
    const tag = at === 0 ? 'th' : 'td'
    return {
      start: `<${tag}${attributes.filter(Boolean).join('')}>`,
      end: `</${tag}>`,
      draw: 'cell' in column ? column.cell : drawIn(lang, cellsOf(column)),
    }
  })
}

const drawIn =
  <Row,>(lang: Lang, cell: (row: Row, lang: Lang) => Child) =>
  (row: Row) =>
    cell(row, lang)
