import type { Identifier, Kind } from '../../../catalog/records/model/record.ts'
import {
  emptyValue,
  type Field,
  type FieldValue,
  type FieldValues,
  isEmpty,
} from '../../../core/fields.ts'
import type { Target, Targets } from '../../mapping/rules.ts'
import type { CellChange, RowProblem } from '../../model.ts'
import type { TableRow } from '../../reading/model.ts'
import { type Cell, isBlank, readCell } from '../../values/rules/cell.ts'
import type { Terms } from '../../values/rules/codes.ts'
import { readRows, taken } from '../../values/rules/rows.ts'
import { coordinateOf, decimalFields, isMcpdDegrees } from '../../values/rules/coordinates.ts'
import { lostZeros } from '../../values/rules/damage.ts'
import { namePartsOf } from '../../values/rules/taxon.ts'
import { valueWords } from '../../values/words.ts'
import { importWords as words } from '../words.ts'
import { type Common, commonIn, languagesOf, pidIn, type Texts, withOthers } from './common.ts'
import { type Before, isNamed, type Title, titleOf } from './title.ts'

/** How the rows of one file are read: what each column is, and the code lists. */
export type RowPlan = {
  kind: Kind
  profile: string | null
  fields: ReadonlyMap<string, Field>
  targets: Targets
  vocabularies: ReadonlyMap<string, Terms>
  /** WIEWS code of the institution that it is imported for. */
  holder: string | null
  /** What a column asks of its cells, by its place. */
  columns: ReadonlyMap<number, ColumnRule>
  /** A program wrote the file: what a field does not take is left out and named. */
  isLenient: boolean
}

export type ColumnRule = {
  /** Most rows have one: a row without has forgotten it. */
  isNeeded?: boolean
  /** Digits of a number that begins with zeros. */
  paddedWidth?: number | undefined
}

/** What a row says: only what the file has columns for; an empty cell is null, or a list of nothing. */
export type ReadRow = { title: Title; values: FieldValues; common: Common }

/** What a row is known again by. */
type Keys = {
  key: string
  /** What it was known by before its institution had a WIEWS code. */
  formerKey?: string
}

export type RowRead =
  | (Keys & { record: ReadRow; changes: readonly CellChange[] })
  | { problems: readonly RowProblem[] }

type Draft = {
  row: number
  values: FieldValues
  /** Values for fields that have none of their own: decimal degrees that stood in LATITUDE. */
  otherwise: FieldValues
  texts: Texts
  problems: RowProblem[]
  changes: CellChange[]
}

/** One row with the key that it is known by again, and what was understood otherwise; or everything that is wrong. */
export function readRow(plan: RowPlan, row: TableRow): RowRead {
  const draft: Draft = {
    row: row.number,
    values: { ...row.beside },
    otherwise: {},
    texts: {},
    problems: [...(row.problems ?? [])],
    changes: [],
  }
  for (const [at, target] of plan.targets.entries()) {
    if (target) readInto(draft, { plan, target, at, raw: row.cells[at] ?? '' })
  }
  for (const [key, value] of Object.entries(draft.otherwise))
    if (isEmpty(draft.values[key])) setValue(draft.values, key, value)
  const { values, texts, changes } = draft
  const record = { title: languagesOf(texts, 'title'), values, common: commonIn(texts) }
  const title = titleOf(record)
  if (!isNamed(title)) note(draft, 'title', 'missing', words.missing)
  const problems = withSwapped(draft.problems, plan, row)
  return problems.length > 0 ? { problems } : { record, ...keysOf(plan, record, title), changes }
}

const note = (
  draft: Draft,
  field: string,
  code: RowProblem['code'],
  detail: RowProblem['detail'],
) => draft.problems.push({ row: draft.row, field, code, detail })

/** A row as what makes a new record, or changes the one that an earlier import made of it. */
export const inputOf = (
  row: ReadRow,
  before?: Before & { row: { identifiers: readonly Identifier[] } },
) => ({
  ...row.common,
  ...(row.common.identifiers && {
    identifiers: withOthers(row.common.identifiers, before?.row.identifiers ?? []),
  }),
  ...row.values,
  title: titleOf(row, before),
})

type Read = { plan: RowPlan; target: Target; at: number; raw: string }

function readInto(draft: Draft, { plan, target, at, raw }: Read): void {
  if (target.type === 'common')
    draft.texts[target.key] = isBlank(raw) ? (draft.texts[target.key] ?? null) : raw.trim()
  if (target.type === 'taxon') readTaxon(draft, plan, raw)
  if (target.type === 'field') readField(draft, plan, { field: target.field, at, raw })
}

/** Genus and species of a name in one piece, as far as they have no columns of their own. */
function readTaxon(draft: Draft, { targets }: RowPlan, raw: string): void {
  const own = new Set(targets.map((one) => (one?.type === 'field' ? one.field.key : undefined)))
  for (const [key, value] of Object.entries(namePartsOf(raw)))
    if (!own.has(key)) setValue(draft.values, key, value)
}

type CellRead = { field: Field; at: number; raw: string }

function readField(draft: Draft, plan: RowPlan, { field, at, raw }: CellRead): void {
  const decimal = decimalFieldFor(field, plan, raw)
  const { isNeeded, paddedWidth } = plan.columns.get(at) ?? {}
  const target = decimal ?? field
  const cell = cellOf(draft, plan, target, raw)
  const zeros = lostZeros(raw.trim(), paddedWidth)
  if ('problem' in cell) note(draft, field.key, cell.problem.code, cell.problem.detail)
  else if (zeros) note(draft, field.key, 'damaged', zeros)
  else if (isNeeded && isEmpty(cell.value)) note(draft, field.key, 'missing', words.needed)
  else {
    const value = isEmpty(cell.value) ? emptyValue(target) : cell.value
    if (decimal) {
      setValue(draft.values, field.key, emptyValue(field))
      draft.otherwise[decimal.key] = value
    } else setValue(draft.values, field.key, joined(field, draft.values, value))
    noteChange(draft, { field: target.key, isMoved: decimal !== undefined, raw, value })
  }
}

/** A cell as its field’s value; what a program’s file has that the field does not take is noted and left out. */
function cellOf(draft: Draft, plan: RowPlan, field: Field, raw: string): Cell {
  const { vocabularies, isLenient } = plan
  const leave = (key: string, typed: string) =>
    draft.changes.push({ row: draft.row, field: key, typed, value: '' })
  if (field.type === 'rows' && !isBlank(raw)) {
    const { cell, dropped } = readRows(field, raw, { vocabularies, isLenient })
    for (const { key, typed } of dropped) leave(key, typed)
    return cell
  }
  const read = readCell(field, raw, vocabularies.get(field.vocabulary ?? ''))
  if (!isLenient) return read
  const cell = 'problem' in read ? read : taken(field, read.value ?? emptyValue(field))
  if (!('problem' in cell)) return cell
  leave(field.key, raw)
  return { value: emptyValue(field) }
}

/**
 * The field of decimal degrees, for a coordinate in LATITUDE or LONGITUDE that is not written as MCPD writes it. What is
 * no coordinate at all stays there as text.
 */
function decimalFieldFor({ key }: Field, { fields }: RowPlan, raw: string): Field | undefined {
  const decimal = decimalFields[key]
  const isMoved = decimal && !isMcpdDegrees(raw) && coordinateOf(raw, decimal.axis) !== null
  return isMoved ? fields.get(decimal.key) : undefined
}

type Understood = { field: string; isMoved: boolean; raw: string; value: FieldValue }

/** What was understood otherwise than it was typed, or as another field than its column's, is said. */
function noteChange(draft: Draft, { field, isMoved, raw, value }: Understood): void {
  const understood = textOfValue(value)
  // What was left out of a program’s file is noted by its own name.
  const isNoted = draft.changes.some(
    (one) =>
      one.field.startsWith(`${field}.`) ||
      (understood === '' && one.field === field && one.typed === raw),
  )
  if (isNoted) return
  if (isMoved || understood !== raw)
    draft.changes.push({ row: draft.row, field, typed: raw, value: understood })
}

/** A value as a file would write it. */
function textOfValue(value: FieldValue): string {
  if (value === null) return ''
  if (!Array.isArray(value)) return String(value)
  return value.some((one) => typeof one === 'object')
    ? JSON.stringify(value)
    : value.map(String).join(';')
}

/** Of several columns for one field an empty one says nothing. */
function setValue(values: FieldValues, key: string, value: FieldValue): void {
  if (isEmpty(value)) values[key] ??= value
  else values[key] = value
}

/** Two columns for one list (`OtherID1`, `OtherID2`) are one list. */
function joined(field: Field, values: FieldValues, value: FieldValue) {
  const before = values[field.key]
  if (!Array.isArray(before) || !Array.isArray(value)) return value
  if (field.type === 'rows') return [...before, ...value].filter((one) => typeof one === 'object')
  return [...new Set([...before, ...value].map(String))]
}

/** A latitude beyond 90° beside a longitude within is called what it likely is. */
function withSwapped(problems: RowProblem[], plan: RowPlan, row: TableRow): RowProblem[] {
  if (!problems.some(({ field, code }) => field === 'declatitude' && code === 'out_of_range'))
    return problems
  const rawOf = (key: string) =>
    row.cells[plan.targets.findIndex((one) => one?.type === 'field' && one.field.key === key)] ?? ''
  const latitude = coordinateOf(rawOf('declatitude'), 'latitude')
  const longitude = coordinateOf(rawOf('declongitude'), 'longitude')
  const isSwapped =
    latitude !== null &&
    longitude !== null &&
    Math.abs(latitude) <= 180 &&
    Math.abs(longitude) <= 90
  return problems.map((one): RowProblem =>
    isSwapped && one.field === 'declatitude' && one.code === 'out_of_range'
      ? { ...one, code: 'swapped_coordinates', detail: valueWords.swapped }
      : one,
  )
}

const numberKeys: Record<Kind, string> = {
  accession: 'accenumb',
  instrument: 'innerId',
  dataset: 'title',
  collection: 'title',
}

/**
 * What a row is known again by: its number, with the institute that holds it where that is another than the one that it
 * is imported for; without a number its title. A dataset by its DOI or CSTR, which stay when it gets another title.
 */
function keysOf(plan: RowPlan, record: ReadRow, title: Title): Keys {
  const named = title.zh ?? title.en ?? ''
  const pid = plan.kind === 'dataset' ? pidIn(record.common) : undefined
  if (pid !== undefined) return { key: pid, formerKey: named }
  return numberKeysOf(plan, record.values) ?? { key: named }
}

function numberKeysOf({ kind, holder }: RowPlan, values: FieldValues): Keys | undefined {
  const [number, instcode] = [values[numberKeys[kind]], values['instcode']]
  if (typeof number !== 'string' || number === '') return undefined
  const isElsewhere = typeof instcode === 'string' && instcode !== '' && instcode !== holder
  if (isElsewhere) return { key: `${instcode}:${number}` }
  return { key: number, ...(holder !== null && { formerKey: `${holder}:${number}` }) }
}
