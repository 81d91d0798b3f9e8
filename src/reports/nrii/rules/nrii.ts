import type { Text } from '../../../core/text.ts'
import type {
  NriiDecision,
  NriiField,
  NriiState,
  NriiStatus,
  NriiValues,
  ProblemCode,
} from '../model.ts'
import { nriiWords as words } from '../words.ts'

export type Facts = Readonly<Record<string, unknown>>
export type NriiProblem = { field: string; code: ProblemCode; detail: Text }
/** What each code of a list means, list by list. */
export type Codes = ReadonlyMap<string, ReadonlyMap<string, Text>>

/** What is told of a record: each field from our own fact or from what people added, in the network's own form. */
export function nriiValues(fields: readonly NriiField[], facts: Facts, extra: Facts): NriiValues {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = told(field, field.source === null ? extra[field.name] : facts[field.source])
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function told({ type }: NriiField, raw: unknown): string | number | undefined {
  if (Array.isArray(raw)) return raw.length === 0 ? undefined : raw.map(String).join(',')
  if (typeof raw === 'boolean') return (raw ? words.yes : words.no).zh
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined
  const text = String(raw).trim()
  if (text === '') return undefined
  return type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** Every field that is missing or does not fit, in the order of the field list; none: it can be reported. */
export function problemsOf(
  fields: readonly NriiField[],
  values: NriiValues,
  codes: Codes,
): NriiProblem[] {
  return fields.flatMap((field) => {
    const value = values[field.name]
    if (value === undefined) return field.required ? [problem(field, 'missing', words.missing)] : []
    return misfits(field, String(value), codes)
  })
}

const problem = ({ name }: NriiField, code: ProblemCode, detail: Text): NriiProblem => ({
  field: name,
  code,
  detail,
})

function misfits(field: NriiField, value: string, codes: Codes): NriiProblem[] {
  const entries = field.type === 'codes' ? value.split(',') : [value]
  const long = Array.from(value).length
  const list = field.vocabulary === null ? undefined : codes.get(field.vocabulary)
  const unknown = list && entries.find((entry) => !list.has(entry))
  return [
    ...(field.maxLength !== null && long > field.maxLength
      ? [problem(field, 'too_long', words.tooLong(long, field.maxLength))]
      : []),
    ...(field.maxCount !== null && entries.length > field.maxCount
      ? [problem(field, 'too_many', words.tooMany(entries.length, field.maxCount))]
      : []),
    ...(unknown === undefined ? [] : [problem(field, 'not_in_list', words.notInList(unknown))]),
    ...(isReadable(field.type, value)
      ? []
      : [problem(field, 'not_readable', words.notReadable(value))]),
  ]
}

const patterns: Partial<Record<NriiField['type'], RegExp>> = {
  number: /^-?\d+(?:\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  hour: /^\d{4}-\d\d-\d\d \d\d$/,
  yes_no: /^[是否]$/,
}

const isReadable = (type: NriiField['type'], value: string) => patterns[type]?.test(value) ?? true

type Known = {
  status: NriiStatus
  values: NriiValues
  reviewed: NriiValues | null
  problems: readonly NriiProblem[]
}

/** How far a record has come. */
export function nriiStateOf({ status, values, reviewed, problems }: Known): NriiState {
  if (status === 203) return 'failed'
  const isSame = reviewed !== null && isEqual(values, reviewed)
  if (status === 100) return isSame ? 'reported' : 'changed'
  if (problems.length > 0) return 'incomplete'
  return isSame ? 'reviewed' : 'to_review'
}

function isEqual(one: NriiValues, other: NriiValues): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

type Decision = NriiDecision['decision']

/** What may be decided in each state. Only what fits and was looked at is reported. */
export const nriiTransitions = {
  incomplete: [],
  to_review: ['review'],
  reviewed: ['report', 'fail'],
  reported: ['fail', 'reset'],
  changed: ['review', 'fail', 'reset'],
  failed: ['review', 'reset'],
} as const satisfies Record<NriiState, readonly Decision[]>

/** What may be decided about a record; one with problems is not passed. */
export function decisionsFor(state: NriiState, problems: readonly NriiProblem[]): Decision[] {
  const open: readonly Decision[] = nriiTransitions[state]
  return open.filter((decision) => decision !== 'review' || problems.length === 0)
}
