import { type LocalText, inLang, type Lang } from '../core/text.ts'
import { Cell, cellOfFile, hasValue, headingOf, type ValueOf } from './components/cells.tsx'
import { type Column, Table } from './components/table.tsx'
import { Local } from './lang.tsx'

export type ValueColumn<Row> = { label: LocalText } & ValueOf<Row>
/** The first names the row; one with `cell` stands on the page only: buttons and links. */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>

/** The columns as a table draws them: texts may wrap. */
export const tableColumns = <Row,>(columns: Columns<Row>): Column<Row>[] =>
  Object.values(columns).map((column) => ({ nowrap: !('text' in column), ...column }))

/** One row by itself: its columns as a list of fields, without what is blank. */
export const fieldsOf = <Row,>(columns: Readonly<Record<string, ValueColumn<Row>>>, row: Row) =>
  Object.values(columns)
    .filter((column) => hasValue(column, row))
    .map((column) => ({ label: column.label, value: <Cell column={column} row={row} /> }))

type RowsProps<Row> = {
  title: LocalText
  /** Instead of an empty table. */
  none: LocalText
  columns: Columns<Row>
  rows: readonly Row[]
}

/** What something has few of, whole: the table of a section, with the columns of a list. */
export function Rows<Row>({ title, none, columns, rows }: RowsProps<Row>) {
  if (rows.length === 0) return <Local as="p" class="quiet" text={none} />
  return <Table caption={title} columns={tableColumns(columns)} rows={rows} />
}

/** Heading and cells of a file; columns of the page only are left out. */
export function fileOf<Row>(columns: Columns<Row>, rows: readonly Row[], lang: Lang) {
  const kept = Object.values(columns).filter((column) => !('cell' in column))
  return {
    header: kept.map((column) => inLang(headingOf(column), lang)),
    rows: rows.map((row) => kept.map((column) => cellOfFile(column, row, lang))),
  }
}
