import {
  type Field,
  type FieldRow,
  type FieldValue,
  isEmpty,
  shapeOf,
} from '../../../core/fields.ts'
import { valueWords as words } from '../words.ts'
import { type Cell, readCell } from './cell.ts'
import { codeOf, type Terms } from './codes.ts'

type Vocabularies = ReadonlyMap<string, Terms>

/** A value that a field does not take, and so left out: its column, and as it came. */
export type Dropped = { key: string; typed: string }

type Read = { cell: Cell; dropped: readonly Dropped[] }

/** The column that says it all where a cell has names only, and what is meant with it. */
const nameColumns: Readonly<Record<string, { key: string; with?: FieldRow }>> = {
  creators: { key: 'name' },
  contributors: { key: 'name', with: { contributorType: 'Other' } },
  fundingReferences: { key: 'funderName' },
  alternativeTitles: { key: 'title', with: { titleType: 'AlternativeTitle' } },
  otherSubjects: { key: 'subject' },
  geoLocations: { key: 'place' },
  rightsList: { key: 'rights' },
  alternateIdentifiers: {
    key: 'alternateIdentifier',
    with: { alternateIdentifierType: 'Other' },
  },
}

/**
 * A field that is a table itself, in one cell: JSON of its rows, or names parted by semicolons (`张三；李四`). What a
 * column of it does not take makes the cell wrong; of a program’s file it is dropped and named.
 */
export function readRows(
  field: Field,
  raw: string,
  { vocabularies, isLenient }: { vocabularies: Vocabularies; isLenient: boolean },
): Read {
  const rows = rowsIn(field, raw.trim(), vocabularies)
  if (!rows) return { cell: invalid(field), dropped: [] }
  const dropped: Dropped[] = []
  const value: FieldRow[] = []
  for (const [at, row] of rows.entries()) {
    const read = readRow(field, row, vocabularies)
    const [first] = read.problems
    if (first && !isLenient) return { cell: first.cell, dropped: [] }
    dropped.push(
      ...read.problems.map(({ key, typed }) => ({ key: `${field.key}.${at}.${key}`, typed })),
    )
    if (Object.keys(read.row).length > 0) value.push(read.row)
  }
  return { cell: { value }, dropped }
}

const invalid = ({ key }: Field): Cell => ({
  problem: {
    code: 'invalid',
    detail: key in nameColumns ? words.notRows : words.notRowsOfJson,
  },
})

type Entry = Readonly<Record<string, unknown>>

/** The rows that a cell holds; undefined where it is neither JSON of rows nor names that may stand for them. */
function rowsIn(field: Field, text: string, vocabularies: Vocabularies): Entry[] | undefined {
  if (/^\[\s*(?:\{|\])/.test(text)) return parsedRows(text)
  const named = nameColumns[field.key]
  if (!named) return text === '' ? [] : undefined
  const licences = field.key === 'rightsList' ? vocabularies.get('licence') : undefined
  return namesIn(text).map((name) => {
    const code = licences && codeOf(name, 'licence', licences)
    return code ? { rightsIdentifier: code } : { [named.key]: name, ...named.with }
  })
}

/** Parted by semicolons, or by commas where nobody’s name has one: `张三、李四`, `张三,李四`. */
const namesIn = (text: string) =>
  text
    .split(/^[\p{Script=Han}·\s、,，;；]+$/u.test(text) ? /[、,，;；]/ : /[;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function parsedRows(text: string): Entry[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isEntry) ? value : undefined
  } catch {
    return undefined
  }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Wrong = { key: string; typed: string; cell: Cell }

function readRow({ columns = [] }: Field, entry: Entry, vocabularies: Vocabularies) {
  const row: FieldRow = {}
  const problems: Wrong[] = []
  for (const [key, given] of Object.entries(entry)) {
    if (given === null || given === '') continue
    const column = columns.find((one) => one.key === key)
    const typed = typeof given === 'string' ? given : JSON.stringify(given)
    const cell: Cell = column
      ? columnOf(column, given, vocabularies)
      : { problem: { code: 'unknown_column', detail: words.noColumnOfRows(key) } }
    if ('problem' in cell) problems.push({ key, typed, cell })
    else if (!isEmpty(cell.value)) Object.assign(row, { [key]: cell.value })
  }
  return { row, problems }
}

function columnOf(column: Field, given: unknown, vocabularies: Vocabularies): Cell {
  const cell: Cell =
    column.type === 'list' && Array.isArray(given)
      ? { value: given.map(String) }
      : readCell(column, String(given), vocabularies.get(column.vocabulary ?? ''))
  return 'problem' in cell ? cell : taken(column, cell.value)
}

/** A value as its field takes it, or why it does not: too long, no address, beyond its bounds. */
export function taken(field: Field, value: FieldValue): Cell {
  const { success } = shapeIn(field).safeParse({ [field.key]: value }, { jitless: true })
  return success
    ? { value }
    : { problem: { code: 'invalid', detail: words.notTaken(JSON.stringify(value).slice(0, 100)) } }
}

const shapes = new WeakMap<Field, ReturnType<typeof shapeOf>>()

function shapeIn(field: Field) {
  const shape = shapes.get(field) ?? shapeOf([field])
  shapes.set(field, shape)
  return shape
}
