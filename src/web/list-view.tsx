import type { Context } from '../core/context.ts'
import type { Declared } from '../core/form.ts'
import type { Page } from '../core/paging.ts'
import { type LocalText, inLang, type Lang, langTag, type Text } from '../core/text.ts'
import { Button } from './components/button.tsx'
import { Empty } from './components/messages.tsx'
import type { Choice } from './components/form-field.tsx'
import { FileLinks } from './components/file-links.tsx'
import { Pager, Toolbar } from './components/navigation.tsx'
import { Table, type Column as TableColumn } from './components/table.tsx'
import { Fields } from './fields.tsx'
import { formatCount, formatDate, formatDateTime, formatNumber, formatYuan } from './format.ts'
import { filledIn } from './forms.tsx'
import { useLang, useText, Local } from './lang.tsx'
import { withQuery } from './paths.ts'
import { partWords } from './words.ts'
import { type Temporal, defaultZone } from '../core/time.ts'
import type { Child } from 'hono/jsx'
import type { Period } from '../core/periods.ts'
import { spanText } from '../core/wall-clock.ts'
import type { WorkbookCell } from '../ports/workbook.ts'
import { StateBadge, type Tone } from './components/badges.tsx'

const fileFormats = ['csv', 'xlsx'] as const

type Props<Row> = {
  declared: {
    title: LocalText
    empty: { title: LocalText; text?: LocalText }
    filters: Declared
    columns: Readonly<Record<string, Column<Row>>>
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
  const lang = useLang()
  const { searchParams, search } = new URL(url, 'http://local')
  const fileHref = (format: string) => withQuery(`${href}${search}`, { format, after: null })
  return (
    <>
      {!unfiltered && <Filters filters={filters} typed={typed} choices={choices} />}
      {found.items.length === 0 ? (
        <Empty {...empty} icon="info" />
      ) : (
        <>
          <Toolbar end={<FileLinks formats={fileFormats} hrefOf={fileHref} />}>
            {found.total && <p class="quiet">{formatCount(found.total, lang)}</p>}
          </Toolbar>
          <Table
            caption={title}
            captionUnseen
            columns={tableColumns(columns, ctx)}
            rows={found.items}
            cards
            keys
          />
        </>
      )}
      <Pager
        first={searchParams.has(cursor) ? withQuery(url, { [cursor]: null }) : undefined}
        next={found.next === null ? undefined : withQuery(url, { [cursor]: found.next })}
      />
    </>
  )
}

function Filters({
  filters,
  typed,
  choices,
}: Pick<Props<never>, 'typed' | 'choices'> & { filters: Declared }) {
  const t = useText()
  if (filters.entries.length === 0) return <></>
  const values = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]]))
  return (
    <form class="filters" method="get">
      <Fields of={filters} form={filledIn(values)} choices={choices} search />
      <Button look="plain">{t(partWords.apply)}</Button>
    </form>
  )
}

/** What a cell may hold: the page, a card and a file each show it in their own way. */
type Values = {
  text: LocalText | string | null
  code: string | null
  number: number | null
  yuan: number | null
  /** A day of the calendar, `2026-11-23`: the same for every reader. */
  day: string | null
  moment: Temporal.Instant | null
  period: Period | null
  yesNo: boolean | null
  state: { tone: Tone; text: LocalText } | null
}
type CellKind = keyof Values
type Value<Row> = { [K in CellKind]: Readonly<Record<K, (row: Row) => Values[K]>> }[CellKind]

/** On the page only: buttons and links. */
type OnPage<Row> = { page: (row: Row, ctx: Context) => Child }

export type Column<Row> = {
  label: LocalText
  href?: (row: Row) => string
  /** Whose clock moments are shown by. */
  zone?: (row: Row) => string
} & (Value<Row> | OnPage<Row>)

type Reader = { lang: Lang; zone: string }
type Drawing<T> = {
  show: (value: NonNullable<T>, reader: Reader) => Child
  /** Numbers stay numbers and days stay ISO, so that a spreadsheet calculates and sorts. */
  file: (value: NonNullable<T>, lang: Lang) => WorkbookCell
  /** Stands right, in tabular figures. */
  isNumber?: boolean
  /** Said in the heading of a column, not in every cell. */
  unit?: Text
}

const yesNo = (value: boolean): Text => (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })
const localOf = (text: LocalText | string) =>
  typeof text === 'string' ? { zh: text, en: text } : text

const drawings: { readonly [K in CellKind]: Drawing<Values[K]> } = {
  text: {
    show: (text) => <Local text={localOf(text)} />,
    file: (text, lang) => inLang(localOf(text), lang) || null,
  },
  code: { show: (code) => <code>{code}</code>, file: (code) => code },
  number: {
    show: (value, { lang }) => formatNumber(value, lang),
    file: (value) => value,
    isNumber: true,
  },
  yuan: {
    show: (fen, { lang }) => formatYuan(fen, lang),
    file: (fen) => fen / 100,
    isNumber: true,
    unit: { zh: '（元）', en: ' (CNY)' },
  },
  day: { show: (day, { lang }) => formatDate(day, lang), file: (day) => day },
  moment: {
    show: (moment, { lang, zone }) => formatDateTime(moment, lang, zone),
    file: (moment) => moment.toString(),
  },
  period: {
    show: ({ start, end }, { lang, zone }) =>
      spanText(
        { start: start.epochMilliseconds, end: end.epochMilliseconds },
        { zone, locale: langTag(lang) },
      ),
    /** An interval of ISO 8601. */
    file: ({ start, end }) => `${start.toString()}/${end.toString()}`,
  },
  yesNo: {
    show: (value) => <Local text={yesNo(value)} />,
    file: (value, lang) => yesNo(value)[lang],
  },
  state: {
    show: (state) => <StateBadge {...state} />,
    file: ({ text }, lang) => inLang(text, lang),
  },
}

/** A column's drawing and how to read its value; undefined for what is on the page only. */
function drawingOf<Row>(column: Column<Row>) {
  const kind = Object.keys(drawings).find((name) => name in column)
  if (kind === undefined) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a kind's drawing takes what its column reads
  return { ...Reflect.get(drawings, kind), read: Reflect.get(column, kind) } as Readable<Row>
}
type Readable<Row> = Drawing<Values[CellKind]> & { read: (row: Row) => Values[CellKind] }

/** A value on the page. */
function Cell<Row>({ column, row, ctx }: { column: Column<Row>; row: Row; ctx: Context }) {
  const lang = useLang()
  if ('page' in column) return <>{column.page(row, ctx)}</>
  const drawing = drawingOf(column)
  const value = drawing?.read(row) ?? null
  if (!drawing || value === null) return <></>
  const shown = drawing.show(value, { lang, zone: column.zone?.(row) ?? defaultZone })
  return column.href ? <a href={column.href(row)}>{shown}</a> : <>{shown}</>
}

/** Heading and cells of a file; columns of the page only are left out. */
export function fileOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  lang: Lang,
): { header: string[]; rows: WorkbookCell[][] } {
  const kept = columns.flatMap((column) => {
    const drawing = drawingOf(column)
    return drawing ? [{ column, drawing }] : []
  })
  const cell = ({ read, file }: Readable<Row>, row: Row) => {
    const value = read(row)
    return value === null ? null : file(value, lang)
  }
  return {
    header: kept.map(({ column }) => inLang(headingOf(column), lang)),
    rows: rows.map((row) => kept.map(({ drawing }) => cell(drawing, row))),
  }
}

/** The columns as a table draws them; the first names the row. */
export const tableColumns = <Row,>(
  columns: Readonly<Record<string, Column<Row>>>,
  ctx: Context,
): TableColumn<Row>[] =>
  Object.entries(columns).map(([key, column], at) => ({
    key,
    label: headingOf(column),
    head: at === 0,
    ...(drawingOf(column)?.isNumber && { align: 'end' as const }),
    nowrap: !('text' in column),
    cell: (row: Row) => <Cell column={column} row={row} ctx={ctx} />,
  }))

function headingOf<Row>(column: Column<Row>): LocalText {
  const { label } = column
  const unit = drawingOf(column)?.unit
  return unit ? { zh: `${label.zh}${unit.zh}`, en: `${label.en}${unit.en}` } : label
}
