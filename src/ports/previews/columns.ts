import type { ColumnSummary, ColumnType, SheetFacts } from '../../core/preview.ts'

const mostDistinct = 2_000
const mostColumns = 200
const mostFirst = 50
const mostTop = 5
/** Characters of a cell that are shown. */
export const mostOfCell = 300

const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '-', '--', '—'])

type Column = {
  name: string
  filled: number
  missing: number
  /** How many of what is there look like each of these. */
  seen: { integer: number; number: number; date: number; boolean: number; digits: number }
  isIdentifier: boolean
  least: number
  greatest: number
  first: string | null
  last: string | null
  counts: Map<string, number> | null
}

/** Sums up the columns of a table that comes row by row. */
export function columnsOf(names: readonly string[]) {
  const columns = names.slice(0, mostColumns).map(newColumn)
  const first: string[][] = []
  let rows = 0
  const add = (cells: readonly string[]) => {
    rows += 1
    if (first.length < mostFirst)
      first.push(columns.map((_, at) => shortened(cells[at] ?? '', mostOfCell)))
    for (const [at, column] of columns.entries()) addCell(column, cells[at] ?? '')
  }
  const facts = (): Pick<SheetFacts, 'rowsRead' | 'columns' | 'columnsLeftOut' | 'first'> => ({
    rowsRead: rows,
    columns: columns.map(summaryOf),
    columnsLeftOut: Math.max(0, names.length - mostColumns),
    first,
  })
  return { add, facts }
}

export const shortened = (text: string, most: number) =>
  text.length > most
    ? `${text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : text

function newColumn(name: string): Column {
  return {
    name: shortened(name, mostOfCell),
    filled: 0,
    missing: 0,
    seen: { integer: 0, number: 0, date: 0, boolean: 0, digits: 0 },
    isIdentifier: false,
    least: Infinity,
    greatest: -Infinity,
    first: null,
    last: null,
    counts: new Map(),
  }
}

function addCell(column: Column, cell: string): void {
  const value = cell.trim()
  if (missing.has(value.toLowerCase())) {
    column.missing += 1
    return
  }
  column.filled += 1
  look(column, value)
  const { counts } = column
  if (!counts) return
  const shown = shortened(value, mostOfCell)
  counts.set(shown, (counts.get(shown) ?? 0) + 1)
  if (counts.size > mostDistinct) column.counts = null
}

const integer = /^[+-]?\d+$/
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const date =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const boolean = /^(?:true|false)$/i

/** Digits that lead with a zero, or are more than a number keeps, are the name of something. */
const isIdentifying = (digits: string) =>
  (digits.length > 1 && digits.startsWith('0')) || digits.length > 15

function look(column: Column, value: string): void {
  const { seen } = column
  if (integer.test(value)) {
    seen.integer += 1
    if (isIdentifying(value.replace(/^[+-]/, ''))) column.isIdentifier = true
  }
  if (decimal.test(value)) {
    seen.number += 1
    const number = Number(value)
    column.least = Math.min(column.least, number)
    column.greatest = Math.max(column.greatest, number)
  } else if (date.test(value)) {
    seen.date += 1
    if (column.first === null || value < column.first) column.first = value
    if (column.last === null || value > column.last) column.last = value
  } else if (boolean.test(value)) seen.boolean += 1
}

function typeOf({ filled, seen, isIdentifier }: Column): ColumnType {
  if (filled === 0) return 'empty'
  if (seen.integer === filled) return isIdentifier ? 'identifier' : 'integer'
  if (seen.number === filled) return isIdentifier ? 'identifier' : 'number'
  if (seen.date === filled) return 'date'
  return seen.boolean === filled ? 'boolean' : 'text'
}

function summaryOf(column: Column): ColumnSummary {
  const { name, counts } = column
  const type = typeOf(column)
  const isNumber = type === 'integer' || type === 'number'
  const top = counts && column.filled > counts.size ? [...counts] : []
  return {
    name,
    type,
    missing: column.missing,
    min: isNumber ? String(column.least) : type === 'date' ? column.first : null,
    max: isNumber ? String(column.greatest) : type === 'date' ? column.last : null,
    distinct: counts?.size ?? null,
    top: top
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostTop)
      .map(([value, count]) => ({ value, count })),
  }
}

/** Whether a table's first row says what its columns are: all are named, none by a number or a day. */
export const isHeader = (cells: readonly string[]) =>
  cells.some((cell) => cell.trim() !== '') &&
  cells.every((cell) => !decimal.test(cell.trim()) && !date.test(cell.trim()))

export const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))

const latitudes = /^(?:lat|latitude|纬度|decimallatitude|y_lat)$/i
const longitudes = /^(?:lon|lng|long|longitude|经度|decimallongitude|x_lon)$/i

/** The box around points in two columns that are named as such; null without them. */
export function extentIn(columns: readonly ColumnSummary[]) {
  const rangeOf = (named: RegExp, most: number) => {
    const column = columns.find(({ name, type }) => named.test(name.trim()) && isNumeric(type))
    const [least, greatest] = [Number(column?.min ?? Number.NaN), Number(column?.max ?? Number.NaN)]
    return Math.abs(least) <= most && Math.abs(greatest) <= most ? { least, greatest } : null
  }
  const [x, y] = [rangeOf(longitudes, 180), rangeOf(latitudes, 90)]
  return x && y ? { west: x.least, east: x.greatest, south: y.least, north: y.greatest } : null
}

const isNumeric = (type: ColumnType) => type === 'integer' || type === 'number'
