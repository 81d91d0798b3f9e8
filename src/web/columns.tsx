import type { Child } from 'hono/jsx'
import type { Context } from '../core/context.ts'
import { type LocalText, inLang, type Lang } from '../core/text.ts'
import { Cell, drawingOf, headingOf, type ValueOf } from './components/cells.tsx'
import { Table, type Column as TableColumn } from './components/table.tsx'
import { Local } from './lang.tsx'

/** On the page only: buttons and links. */
type OnPage<Row> = { page: (row: Row, ctx: Context) => Child }

export type ValueColumn<Row> = { label: LocalText } & ValueOf<Row>
export type Column<Row> = ValueColumn<Row> | ({ label: LocalText } & OnPage<Row>)
export type Columns<Row> = Readonly<Record<string, Column<Row>>>

/** The columns as a table draws them; the first names the row. */
export const tableColumns = <Row,>(columns: Columns<Row>, ctx: Context): TableColumn<Row>[] =>
  Object.values(columns).map((column) => ({
    nowrap: !('text' in column),
    ...('page' in column
      ? { label: column.label, cell: (row: Row) => column.page(row, ctx) }
      : column),
  }))

/** One row by itself: its columns as a list of fields. */
export const fieldsOf = <Row,>(columns: Readonly<Record<string, ValueColumn<Row>>>, row: Row) =>
  Object.values(columns).map((column) => ({
    label: column.label,
    value:
      (drawingOf<Row>(column)?.read(row) ?? null) === null ? null : (
        <Cell column={column} row={row} />
      ),
  }))

type RowsProps<Row> = {
  title: LocalText
  /** Instead of an empty table. */
  none: LocalText
  columns: Columns<Row>
  rows: readonly Row[]
  ctx: Context
}

/** What something has few of, whole: the table of a section, with the columns of a list. */
export function Rows<Row>({ title, none, columns, rows, ctx }: RowsProps<Row>) {
  if (rows.length > 0)
    return <Table caption={title} columns={tableColumns(columns, ctx)} rows={rows} cards />
  return (
    <p class="quiet">
      <Local text={none} />
    </p>
  )
}

/** Heading and cells of a file; columns of the page only are left out. */
export function fileOf<Row>(columns: Columns<Row>, rows: readonly Row[], lang: Lang) {
  const kept = Object.values(columns).flatMap((column) => {
    const drawing = drawingOf<Row>(column)
    return drawing ? [{ heading: inLang(headingOf(column), lang), ...drawing }] : []
  })
  return {
    header: kept.map(({ heading }) => heading),
    rows: rows.map((row) =>
      kept.map(({ read, file }) => {
        const value = read(row)
        return value === null ? null : file(value, lang)
      }),
    ),
  }
}
