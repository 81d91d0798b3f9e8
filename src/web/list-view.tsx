import type { Context } from '../core/context.ts'
import type { Declared } from '../core/form.ts'
import type { Page } from '../core/paging.ts'
import { type LocalText, inLang, type Lang } from '../core/text.ts'
import { Button } from './components/button.tsx'
import { Empty } from './components/messages.tsx'
import type { Choice } from './components/form-field.tsx'
import { FileLinks } from './components/file-links.tsx'
import { Pager, Toolbar } from './components/navigation.tsx'
import { Table, type Column as TableColumn } from './components/table.tsx'
import { Fields } from './fields.tsx'
import { formatCount } from './format.ts'
import { filledWith } from './forms.tsx'
import { useLang, useText, Local } from './lang.tsx'
import { withQuery } from './paths.ts'
import { partWords } from './words.ts'
import type { Child } from 'hono/jsx'
import { Cell, drawingOf, headingOf, type ValueOf } from './components/cells.tsx'

const fileFormats = ['csv', 'xlsx'] as const

type Props<Row> = {
  declared: {
    title: LocalText
    empty: { title: LocalText; text?: LocalText }
    filters: Declared
    columns: Columns<Row>
  }
  found: Page<Row>
  /** What the filters hold. */
  typed: Readonly<Record<string, string>>
  choices: Readonly<Record<string, readonly Choice[]>>
  /** Where the same list is JSON and files. */
  href: string
  /** Name of the cursor in the page's address. */
  cursor: string
  unfiltered: boolean
  url: string
  ctx: Context
}

export function ListView<Row>(props: Props<Row>) {
  const { declared, found, typed, choices, href, cursor, unfiltered, url, ctx } = props
  const { title, empty, filters, columns } = declared
  const [lang, t] = [useLang(), useText()]
  const { search } = new URL(url, 'http://local')
  const fileHref = (format: string) => withQuery(`${href}${search}`, { format, after: null })
  return (
    <>
      {!unfiltered && filters.entries.length > 0 && (
        <form class="filters" method="get">
          <Fields of={filters} form={filledWith(typed)} choices={choices} search />
          <Button look="plain">{t(partWords.apply)}</Button>
        </form>
      )}
      {found.items.length === 0 ? (
        <Empty {...empty} icon="info" />
      ) : (
        <>
          <Toolbar end={<FileLinks formats={fileFormats} hrefOf={fileHref} />}>
            {found.total && <p class="quiet">{formatCount(found.total, lang)}</p>}
          </Toolbar>
          <Table
            caption={title}
            columns={tableColumns(columns, ctx)}
            rows={found.items}
            cards
            keys
          />
        </>
      )}
      <Pager url={url} cursor={cursor} next={found.next} />
    </>
  )
}

/** On the page only: buttons and links. */
type OnPage<Row> = { page: (row: Row, ctx: Context) => Child }

export type ValueColumn<Row> = { label: LocalText } & ValueOf<Row>
export type Column<Row> = ValueColumn<Row> | ({ label: LocalText } & OnPage<Row>)
export type Columns<Row> = Readonly<Record<string, Column<Row>>>

/** The columns as a table draws them; the first names the row. */
const tableColumns = <Row,>(columns: Columns<Row>, ctx: Context): TableColumn<Row>[] =>
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
