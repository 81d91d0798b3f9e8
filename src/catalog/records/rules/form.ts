import {
  type Field,
  type FieldRow,
  type FieldValue,
  type FieldValues,
} from '../../../core/fields.ts'
import type { Typed } from '../../../core/form.ts'
import { numberOf } from '../../../core/numbers.ts'
import type { commonOf } from './record.ts'

const first = (typed: Typed, name: string) => typed[name]?.[0] ?? ''

/** What was typed, as the input of an action; what does not look right stays text, for the schema to refuse. */
export function inputOf(fields: readonly Field[], typed: Typed): Record<string, unknown> {
  return {
    ...commonInput(typed),
    ...Object.fromEntries(fields.map((field) => [field.key, readField(field, typed, field.key)])),
  }
}

function commonInput(typed: Typed): Record<string, unknown> {
  const pair = (name: string) => ({
    zh: first(typed, `${name}.zh`),
    en: first(typed, `${name}.en`),
  })
  const orAbsent = (name: string) => first(typed, name) || undefined
  return {
    title: pair('title'),
    summary: pair('summary'),
    institution: orAbsent('institution'),
    profile: orAbsent('profile'),
    library: first(typed, 'library'),
    audience: orAbsent('audience'),
    access: orAbsent('access'),
    keywords: linesOf(first(typed, 'keywords')),
    subjects: typed['subjects']?.filter(Boolean) ?? [],
    identifiers: rowsTyped(typed, 'identifiers')
      .map((at) => ({
        scheme: first(typed, `identifiers.${at}.scheme`),
        value: first(typed, `identifiers.${at}.value`),
      }))
      .filter(({ value }) => value !== ''),
  }
}

/** One entry a line; `;` and `；` part them too, as people paste them. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function readField(field: Field, typed: Typed, name: string): unknown {
  if (field.type === 'rows') return readRows(field, typed, name)
  if (field.type === 'codes') return typed[name]?.filter(Boolean) ?? []
  const text = first(typed, name).trim()
  const read = readers[field.type]
  return read ? read(text) : text
}

function readNumber(text: string) {
  const number = numberOf(text)
  return text === '' ? null : Number.isNaN(number) ? text : number
}

/** What a line of text means, by the type of its field; other types are the text itself. */
const readers: Partial<Record<Field['type'], (text: string) => unknown>> = {
  number: readNumber,
  integer: readNumber,
  boolean: (text) => (text === '' ? null : text === 'true'),
  list: linesOf,
}

function readRows(field: Field, typed: Typed, name: string): unknown[] {
  return rowsTyped(typed, name)
    .map((at) =>
      Object.fromEntries(
        (field.columns ?? []).map((column) => [
          column.key,
          readField(column, typed, `${name}.${at}.${column.key}`),
        ]),
      ),
    )
    .filter((row) => Object.values(row).some((cell) => !isBlank(cell)))
}

const isBlank = (cell: unknown) =>
  cell === '' || cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0)

/** Numbers of the rows that the form sent for a structured field, in order. */
function rowsTyped(typed: Typed, name: string): number[] {
  const numbers = Object.keys(typed).flatMap((key) => {
    const at = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.')[0] : undefined
    return at !== undefined && /^\d{1,3}$/.test(at) ? [Number(at)] : []
  })
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

const line = (text: string | null | undefined) => [text ?? '']

type Given = Partial<ReturnType<typeof commonOf>> & { profile?: string | null }

/** The common fields of a new record. */
const newRecord = {
  title: { zh: null, en: null },
  summary: { zh: null, en: null },
  institution: '',
  profile: null,
  library: null,
  audience: 'public',
  access: 'on_request',
  keywords: [],
  subjects: [],
  identifiers: [],
} as const

/** A record as its form shows it before anything is typed. */
export function typedOf(fields: readonly Field[], given: Given, values: FieldValues): Typed {
  const common = { ...newRecord, ...given }
  const typed: Record<string, string[]> = {
    'title.zh': line(common.title.zh),
    'title.en': line(common.title.en),
    'summary.zh': line(common.summary.zh),
    'summary.en': line(common.summary.en),
    institution: line(common.institution),
    profile: line(common.profile),
    library: line(common.library),
    audience: line(common.audience),
    access: line(common.access),
    keywords: [common.keywords.join('\n')],
    subjects: [...common.subjects],
  }
  for (const [at, { scheme, value }] of common.identifiers.entries()) {
    typed[`identifiers.${at}.scheme`] = [scheme]
    typed[`identifiers.${at}.value`] = [value]
  }
  for (const field of fields) typeField(typed, field, field.key, values[field.key] ?? null)
  return typed
}

function typeField(
  typed: Record<string, string[]>,
  field: Field,
  name: string,
  value: FieldValue,
): void {
  if (field.type === 'rows') typeRows(typed, field, name, value)
  else if (field.type === 'list') typed[name] = [textsIn(value).join('\n')]
  else if (field.type === 'codes') typed[name] = textsIn(value)
  else typed[name] = [value === null || Array.isArray(value) ? '' : String(value)]
}

const textsIn = (value: FieldValue): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function typeRows(
  typed: Record<string, string[]>,
  field: Field,
  name: string,
  value: FieldValue,
): void {
  if (!Array.isArray(value)) return
  for (const [at, row] of value.entries()) {
    if (typeof row === 'string') continue
    for (const column of field.columns ?? [])
      typeField(typed, column, `${name}.${at}.${column.key}`, cellOf(row, column.key))
  }
}

const cellOf = (row: FieldRow, key: string): FieldValue => row[key] ?? null

/** How many rows of a structured field to show: up to the last with something typed, and one to add. */
export const rowsShown = (typed: Typed, name: string, cell = ''): number =>
  Math.max(
    0,
    ...rowsTyped(typed, name)
      .filter((at) => isTyped(typed, `${name}.${at}.${cell}`))
      .map((at) => at + 1),
  ) + 1

const isTyped = (typed: Typed, beginning: string) =>
  Object.keys(typed).some((key) => key.startsWith(beginning) && typed[key]?.some(Boolean))
