import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { Cell, drawingOf, headingOf, type ValueOf } from './cells.tsx'
import { Icon } from './icon.tsx'

export type Column<Row> = {
  key: string
  label: LocalText
  /** Numbers stand right, in tabular figures. */
  align?: 'end'
  /** Names the row for screen readers. */
  head?: boolean
  /** Where the heading leads to sort by it, and how the list is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
  nowrap?: boolean
  /** A value by its kind, or what the cell draws itself. */
} & (ValueOf<Row> | { cell: (row: Row) => Child })

type Props<Row> = {
  /** What the table is: shown unless `captionUnseen`. */
  caption: LocalText
  captionUnseen?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** j and k move from row to row, Enter opens the row's first link. */
  keys?: boolean
  dense?: boolean
  /** On a phone each row is a card. */
  cards?: boolean
}

/** Dense rows for work; scrolls sideways by itself on a narrow screen. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionUnseen, columns, rows, keys, dense, cards } = props
  const t = useText()
  const table = (
    <div class="table-scroll" role="region" aria-label={t(caption)} tabindex={0}>
      <table
        class={['table', dense && 'table-dense', cards && 'table-cards'].filter(Boolean).join(' ')}
      >
        <caption class={captionUnseen ? 'unseen' : undefined}>
          <Local text={caption} />
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <BodyCell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  return keys ? <hexi-rows>{table}</hexi-rows> : table
}

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

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const name = classOf(column)
  const label = useText()(headingOf(column))
  const content = 'cell' in column ? column.cell(row) : <Cell column={column} row={row} />
  return column.head ? (
    <th scope="row" class={name}>
      {content}
    </th>
  ) : (
    <td class={name} data-label={label}>
      {content}
    </td>
  )
}
