import type { Child } from 'hono/jsx'
import { isoPartialDate, partialDateOf } from '../../core/partial-date.ts'
import type { Period } from '../../core/periods.ts'
import { inLang, type Lang, langTag, type LocalText, type Text } from '../../core/text.ts'
import { defaultZone, type Temporal } from '../../core/time.ts'
import { spanText } from '../../core/wall-clock.ts'
import type { WorkbookCell } from '../../ports/workbook.ts'
import { formatDateTime, formatNumber, formatPartialDate, formatYuan } from '../format.ts'
import { Local, useLang } from '../lang.tsx'
import { StateBadge, type Tone } from './badges.tsx'

/** What a cell may hold: a page and a file each show it in their own way. */
type Values = {
  text: LocalText | string | null
  code: string | null
  number: number | null
  yuan: number | null
  /** A day of the calendar, or what is known of one: `2026-11-23`, `2026-11`, `2026`. */
  day: string | null
  moment: Temporal.Instant | null
  period: Period | null
  yesNo: boolean | null
  state: { tone: Tone; text: LocalText } | null
}
type Kind = keyof Values
type Value<Row> = { [K in Kind]: Readonly<Record<K, (row: Row) => Values[K]>> }[Kind]

/** A column's value, and what it links to. */
export type ValueOf<Row> = Value<Row> & {
  href?: (row: Row) => string
  /** Whose clock moments are shown by. */
  zone?: (row: Row) => string
}

type Reader = { lang: Lang; zone: string }
type Drawing<T> = {
  show: (value: NonNullable<T>, reader: Reader) => Child
  /** Numbers stay numbers and days stay ISO, so that a spreadsheet calculates and sorts. */
  file: (value: NonNullable<T>, lang: Lang) => WorkbookCell
  /** Stands right, in tabular figures. */
  isNumber?: boolean
  /** In the heading of a column, not in every cell. */
  unit?: Text
}

const yesNo = (value: boolean): Text => (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })
const localOf = (text: LocalText | string) =>
  typeof text === 'string' ? { zh: text, en: text } : text

const drawings: { readonly [K in Kind]: Drawing<Values[K]> } = {
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
  day: {
    show: (day, { lang }) => formatPartialDate(day, lang),
    file: (day) => {
      const known = partialDateOf(day)
      return known ? isoPartialDate(known) : day
    },
  },
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

type Readable<Row> = Drawing<Values[Kind]> & { read: (row: Row) => Values[Kind] }

/** A column's drawing and how to read its value; undefined for one that draws itself. */
export function drawingOf<Row>(column: object): Readable<Row> | undefined {
  const kind = Object.keys(drawings).find((name) => name in column)
  if (kind === undefined) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a kind's drawing takes what its column reads
  return { ...Reflect.get(drawings, kind), read: Reflect.get(column, kind) } as Readable<Row>
}

/** A value on the page, as its kind is shown. */
export function Cell<Row>({ column, row }: { column: ValueOf<Row>; row: Row }) {
  return <>{cellsOf(column)(row, useLang())}</>
}

/** The same of row after row: what is one for all of them is found out once. */
export function cellsOf<Row>(column: ValueOf<Row>): (row: Row, lang: Lang) => Child {
  const drawing = drawingOf<Row>(column)
  return (row, lang) => {
    const value = drawing?.read(row) ?? null
    if (!drawing || value === null) return null
    const shown = drawing.show(value, { lang, zone: column.zone?.(row) ?? defaultZone })
    return column.href ? <a href={column.href(row)}>{shown}</a> : shown
  }
}

/** The same in a file. */
export function cellOfFile(column: object, row: unknown, lang: Lang): WorkbookCell {
  const drawing = drawingOf(column)
  const value = drawing?.read(row) ?? null
  return drawing && value !== null ? drawing.file(value, lang) : null
}

export const hasValue = <Row,>(column: ValueOf<Row>, row: Row) =>
  (drawingOf<Row>(column)?.read(row) ?? null) !== null

/** A heading with the unit of what stands below it. */
export function headingOf(column: { label: LocalText }): LocalText {
  const { label } = column
  const unit = drawingOf(column)?.unit
  return unit ? { zh: `${label.zh}${unit.zh}`, en: `${label.en}${unit.en}` } : label
}
