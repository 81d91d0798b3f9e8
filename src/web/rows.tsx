import type { Context } from '../core/context.ts'
import type { LocalText } from '../core/text.ts'
import { type Column, tableColumns } from './list-view.tsx'
import { Table } from './components/table.tsx'
import { Local } from './lang.tsx'

type Props<Row> = {
  title: LocalText
  /** Said in place of an empty table. */
  none: LocalText
  columns: Readonly<Record<string, Column<Row>>>
  rows: readonly Row[]
  ctx: Context
}

/** What something has few of, whole: the table of a section, with the columns of a list. */
export function Rows<Row>({ title, none, columns, rows, ctx }: Props<Row>) {
  if (rows.length > 0)
    return <Table caption={title} captionUnseen columns={tableColumns(columns, ctx)} rows={rows} />
  return (
    <p class="quiet">
      <Local text={none} />
    </p>
  )
}
