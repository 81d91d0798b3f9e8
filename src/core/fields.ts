import { z } from 'zod'
import { line } from './shapes.ts'
import type { Text } from './text.ts'
import { Day } from './time.ts'

/**
 * A kind's fields are a list, and everything else follows from it: the zod shape, the form, the labelled
 * fields of the page, the differences in the history, the OpenAPI document and the columns an import understands.
 */
export type Field = {
  /** Name in the API, spelled as its standard spells it; the column is the same in snake_case. */
  key: string
  label: Text
  group: string
  type: FieldType
  /** Name in the standard where it differs from `key` (`ACCENUMB`, `全国统一编号`): imports understand it. */
  standardNames?: readonly string[]
  hint?: Text
  /** Longest text in characters, or most entries of a list. */
  max?: number
  /** Longest entry of a list, in characters. */
  maxEntry?: number
  /** Bounds of a number, inclusive. */
  from?: number
  to?: number
  decimals?: number
  /** UCUM-like unit shown after the value: `h`, `m`, `°C`. */
  unit?: string
  /** Vocabulary that a `code` or `codes` is taken from. */
  vocabulary?: string
  /** Entries of `rows`. */
  columns?: readonly Field[]
  /** Asked for before a record may be published: always, or where the other fields say so. */
  neededToPublish?: boolean | ((values: FieldValues) => boolean)
  /** A number of this one thing: a copy of the record begins without it. */
  ofOneThing?: true
  /** Shown to the record's curators only: personal contacts, customs papers, internal remarks. */
  internal?: boolean
  /** How much a hit in this field counts; unset fields are not searched. */
  search?: SearchWeight
  /** What of it others than the record's curators see, where that follows from other fields. */
  publicly?: (value: FieldValue, values: FieldValues) => FieldValue
  /** What a raw text says; null when it cannot be read. Partial dates are read without. */
  parse?: (raw: string) => Parsed | null
}

/** What a raw text says and how exactly, for who calculates with it and in words; the raw text is what is kept. */
export type Parsed = {
  /** A partial date as far as it is known, `1981` or `1999-07`; a coordinate in degrees. */
  value: string | number
  /** The last part that is known: `year`, `month`, `day`; `degree`, `minute`, `second`. */
  precision: string
  /** On the ground, in metres. */
  precisionM?: number
  words?: Text
}

/** A: titles and numbers, B: names and taxa, C: summary and place, D: the rest. */
export type SearchWeight = 'A' | 'B' | 'C' | 'D'

/**
 * `text` one line · `longtext` paragraphs · `date` YYYY-MM-DD · `partial_date` as its standard writes it, kept raw ·
 * `code`/`codes` of a vocabulary · `list` several short texts · `rows` structured entries.
 */
export type FieldType =
  | 'text'
  | 'longtext'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'partial_date'
  | 'url'
  | 'email'
  | 'code'
  | 'codes'
  | 'list'
  | 'rows'

export type FieldValue = string | number | boolean | null | string[] | FieldRow[]
export type FieldRow = { [key: string]: string | number | boolean | null | string[] }
export type FieldValues = { [key: string]: FieldValue }

export type FieldGroup = { key: string; label: Text }

/** The column that keeps a field: `innerId` is in `inner_id`. */
export const columnOf = (key: string) =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const longestText = { text: 500, longtext: 20_000 } as const

const emptyIsNull = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? null : value

const text = (shape: z.ZodString) => z.preprocess(emptyIsNull, shape.nullable())

function numberOf(field: Field, whole: boolean) {
  let shape = whole ? z.int() : z.number()
  if (field.from !== undefined) shape = shape.gte(field.from)
  if (field.to !== undefined) shape = shape.lte(field.to)
  if (field.decimals !== undefined) shape = shape.multipleOf(10 ** -field.decimals)
  return shape.nullable()
}

const listOf = (field: Field) =>
  z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(field.maxEntry ?? 500),
    )
    .max(field.max ?? 200)

const rowsOf = (field: Field) => z.array(shapeOf(field.columns ?? [])).max(field.max ?? 500)

const shapes: Record<FieldType, (field: Field) => z.ZodType> = {
  text: ({ max }) => text(line().max(max ?? longestText.text)),
  longtext: ({ max }) =>
    text(
      z
        .string()
        .trim()
        .max(max ?? longestText.longtext),
    ),
  number: (field) => numberOf(field, false),
  integer: (field) => numberOf(field, true),
  boolean: () => z.boolean().nullable(),
  date: () => z.preprocess(emptyIsNull, Day.nullable()),
  partial_date: () => text(line().max(20)),
  url: () =>
    z.preprocess(
      emptyIsNull,
      z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .nullable(),
    ),
  email: () => z.preprocess(emptyIsNull, z.email().max(320).nullable()),
  code: () => text(line().max(40)),
  codes: (field) => listOf({ ...field, maxEntry: 40 }),
  list: listOf,
  rows: rowsOf,
}

const made = new Map<string, z.ZodType>()

/** One schema for all fields that take the same: a kind has hundreds. */
function schemaOf(field: Field): z.ZodType {
  const { type, from, to, decimals, max, maxEntry } = field
  if (type === 'rows') return rowsOf(field)
  const key = [type, from, to, decimals, max, maxEntry].join(' ')
  const schema = made.get(key) ?? shapes[type](field)
  made.set(key, schema)
  return schema
}

/** The strict shape of these fields: every one may be absent (unchanged) or null (emptied). */
export function shapeOf(fields: readonly Field[]) {
  return z.strictObject(
    Object.fromEntries(
      fields.map((field) => [field.key, schemaOf(field).optional().describe(aboutOf(field))]),
    ),
  )
}

/** What the API's documentation says of a field. */
const aboutOf = ({ label, unit, vocabulary }: Field) =>
  [
    `${label.en} · ${label.zh}`,
    ...(unit ? [`in ${unit}`] : []),
    ...(vocabulary ? [`code of vocabulary \`${vocabulary}\``] : []),
  ].join('; ')

/** A missing list is an empty one; everything else that is missing is null. */
export const emptyValue = ({ type }: Field): FieldValue =>
  type === 'list' || type === 'codes' || type === 'rows' ? [] : null

export const isEmpty = (value: FieldValue | undefined) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)
