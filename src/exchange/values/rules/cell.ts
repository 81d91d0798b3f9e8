import type { Field, FieldType, FieldValue } from '../../../core/fields.ts'
import type { Text } from '../../../core/text.ts'
import type { ProblemCode } from '../../model.ts'
import { valueWords as words } from '../words.ts'
import { codeOf, type Terms } from './codes.ts'
import { axisOf, coordinateOf } from './coordinates.ts'
import { damageOf, identifierDamage, isIdentifier } from './damage.ts'
import { dayText, partialDateText } from './dates.ts'
import { quantityOf } from './quantities.ts'

type CellProblem = { code: ProblemCode; detail: Text }
export type Cell = { value: FieldValue } | { problem: CellProblem }
type Reader = (field: Field, text: string, vocabulary: Terms | undefined) => Cell

/** One cell as its field's value, or why it is none. */
export function readCell(field: Field, raw: string, vocabulary: Terms | undefined): Cell {
  const text = raw.trim()
  if (saysNothing(field, text)) return { value: null }
  const damage = damageOf(text) ?? (isIdentifier(field.key) ? identifierDamage(text) : undefined)
  if (damage) return problem('damaged', damage)
  return readers[field.type](field, text, vocabulary)
}

const problem = (code: ProblemCode, detail: Text): Cell => ({ problem: { code, detail } })

/** A cell without anything in it, or a dash. */
export const isBlank = (text: string) => /^\s*(?:-|--|—|——)?\s*$/.test(text)

/** What people write for nothing known. */
const nothing = new Set('/ na n/a nan null none unknown 不详 无 未知 未详'.split(' '))

/**
 * Whether a cell is empty or says that nothing is known. Words for that empty codes, numbers, dates and identifiers only:
 * in free text they may be what somebody meant, and stay.
 */
function saysNothing({ key, type }: Field, text: string): boolean {
  if (isBlank(text) || (type === 'partial_date' && noDate.test(text))) return true
  const isFree = freeText.has(type) && !isIdentifier(key)
  return !isFree && nothing.has(text.toLowerCase())
}

/** MCPD's eight places of a date, all of them unknown. */
const noDate = /^[0-]{8}$/

const freeText: ReadonlySet<FieldType> = new Set(['text', 'longtext', 'list', 'rows'])

const asWritten: Reader = (_field, text) => ({ value: text })

const readers: Record<FieldType, Reader> = {
  text: asWritten,
  longtext: asWritten,
  date: readDay,
  url: asWritten,
  email: asWritten,
  rows: asWritten,
  number: readNumber,
  integer: readNumber,
  boolean: readBoolean,
  partial_date: readPartialDate,
  code: readCode,
  codes: readCodes,
  list: (_field, text) => ({ value: listedIn(text) }),
}

/** Entries parted by semicolons; JSON of texts where these hold some. */
export function listedIn(text: string): string[] {
  if (!text.startsWith('["')) return splitList(text)
  try {
    const entries: unknown = JSON.parse(text)
    return Array.isArray(entries) ? entries.map(String) : splitList(text)
  } catch {
    return splitList(text)
  }
}

const splitList = (text: string, at = /[;；]/) =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readNumber({ key, unit, from, to }: Field, text: string): Cell {
  const axis = axisOf[key]
  const number = axis ? coordinateOf(text, axis) : quantityOf(text, unit)
  if (number === null) return problem('not_a_coordinate', words.notACoordinate(text))
  if (!Number.isFinite(number)) return problem('not_a_number', words.notANumber(text, unit))
  const isOutside = (from !== undefined && number < from) || (to !== undefined && number > to)
  return isOutside ? problem('out_of_range', words.outOfRange(text, from, to)) : { value: number }
}

const yes = new Set(['true', 'yes', 'y', '1', '是', '有'])
const no = new Set(['false', 'no', 'n', '0', '否', '没有'])

function readBoolean(_field: Field, text: string): Cell {
  const said = text.toLowerCase()
  if (yes.has(said)) return { value: true }
  if (no.has(said)) return { value: false }
  return problem('not_yes_or_no', words.notYesOrNo(text))
}

function readPartialDate(_field: Field, text: string): Cell {
  const value = partialDateText(text)
  return value === null ? problem('not_a_date', words.notADate(text)) : { value }
}

function readDay(_field: Field, text: string): Cell {
  const value = dayText(text)
  return value === null ? problem('not_a_date', words.notADay(text)) : { value }
}

function readCode(field: Field, text: string, terms: Terms | undefined): Cell {
  if (!terms) return { value: text }
  const code = codeOf(text, field.vocabulary ?? '', terms)
  return code === undefined
    ? problem('unknown_code', words.unknownCode(text, terms.title))
    : { value: code }
}

/** Codes and their labels hold no commas, so that these part them too, where the whole is not a label itself. */
function readCodes(field: Field, text: string, terms: Terms | undefined): Cell {
  if (!terms) return { value: splitList(text) }
  const codeFor = (part: string) => codeOf(part, field.vocabulary ?? '', terms)
  const parts = splitList(text).flatMap((part) =>
    codeFor(part) === undefined ? splitList(part, /[、,，/]/) : [part],
  )
  const codes = parts.map(codeFor)
  const unknown = parts.find((_, at) => codes[at] === undefined)
  return unknown === undefined
    ? { value: [...new Set(codes.filter((code) => code !== undefined))] }
    : problem('unknown_code', words.unknownCode(unknown, terms.title))
}
