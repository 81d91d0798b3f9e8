import { inLang, type Lang, type Text } from '../../core/text.ts'
import type {
  NriiDecision,
  NriiField,
  NriiItem,
  NriiPart,
  NriiProblem,
  NriiReport,
  NriiState,
  NriiStatus,
  NriiValues,
  ProblemCode,
} from './model.ts'
import { nriiPartNames, nriiStateNames, nriiWords as words } from './words.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
import { orderPaths } from '../../orders/words/paths.ts'

type Facts = Readonly<Record<string, unknown>>
/** The label of each code, list by list. */
export type Codes = ReadonlyMap<string, ReadonlyMap<string, Text>>

/** The values reported for a record: each from our own facts or from what staff typed, in the network's format. */
export function nriiValues(fields: readonly NriiField[], facts: Facts, extra: Facts): NriiValues {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = formatted(
        field,
        field.source === null ? extra[field.name] : facts[field.source],
      )
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function formatted({ type }: NriiField, raw: unknown): string | number | undefined {
  if (Array.isArray(raw)) return raw.length === 0 ? undefined : raw.map(String).join(',')
  if (typeof raw === 'boolean') return (raw ? words.yes : words.no).zh
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined
  const text = String(raw).trim()
  if (text === '') return undefined
  return type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** Every field that is missing or invalid, in the order of the field list; none: it can be reported. */
export function problemsOf(
  fields: readonly NriiField[],
  values: NriiValues,
  codes: Codes,
): NriiProblem[] {
  return fields.flatMap((field) => {
    const value = values[field.name]
    if (value === undefined) return field.required ? [problem(field, 'missing', words.missing)] : []
    return problemsOfValue(field, String(value), codes)
  })
}

const problem = ({ name }: NriiField, code: ProblemCode, detail: Text): NriiProblem => ({
  field: name,
  code,
  detail,
})

function problemsOfValue(field: NriiField, value: string, codes: Codes): NriiProblem[] {
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

type Progress = {
  status: NriiStatus
  values: NriiValues
  reviewed: NriiValues | null
  problems: readonly NriiProblem[]
}

export function nriiStateOf({ status, values, reviewed, problems }: Progress): NriiState {
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

/** The decisions allowed in each state: only reviewed records are reported. */
const nriiTransitions = {
  incomplete: [],
  to_review: ['review'],
  reviewed: ['report', 'fail'],
  reported: ['fail', 'reset'],
  changed: ['review', 'fail', 'reset'],
  failed: ['review', 'reset'],
} as const satisfies Record<NriiState, readonly Decision[]>

/** The decisions allowed now; a record with problems cannot pass review. */
export function decisionsFor(state: NriiState, problems: readonly NriiProblem[]): Decision[] {
  const open: readonly Decision[] = nriiTransitions[state]
  return open.filter((decision) => decision !== 'review' || problems.length === 0)
}

type List = { fields: readonly NriiField[]; items: readonly NriiItem[] }

export const nriiAnswer = (part: NriiPart, { fields, items }: List): NriiReport => ({
  part,
  fields: fields.map(({ name, labelZh, labelEn, type, maxLength, maxCount, required }) => ({
    name,
    label: { zh: labelZh, en: labelEn },
    type,
    maxLength,
    maxCount,
    required,
  })),
  items: items.map(({ id, instrumentId, values, problems, state, status, reason }) => ({
    id,
    instrumentId,
    values,
    problems,
    state,
    status,
    reason,
  })),
})

/** Where a field is corrected: in the form of the instrument or institution, on the booking or order, or on the report's own page. */
export function fieldPath(
  part: NriiPart,
  { id, instrumentId, origin }: Pick<NriiItem, 'id' | 'instrumentId' | 'origin'>,
  { name, source }: Pick<NriiField, 'name' | 'source'>,
): string {
  if (source === null) return `/reports/nrii/${part}/${id}#field-${name}`
  const field = formFields[source] ?? source
  if (part === 'organisation')
    return `/admin/institutions/${id}#field-${regions.includes(source) ? 'region' : field}`
  if (part === 'service-records' && source !== 'innerId')
    return origin === 'order' ? orderPaths.one(id) : bookingPaths.booking(id)
  return `/records/${instrumentId}/edit#field-${field}`
}

/** Three fields of the network, one region code of the institution. */
const regions: readonly string[] = ['province', 'city', 'county']

/** Names of form fields that differ from the fact's. */
const formFields: Record<string, string> = {
  titleZh: 'title.zh',
  titleEn: 'title.en',
  nameZh: 'name.zh',
  nameEn: 'name.en',
}

/** The sheet to upload, under the network's field names, and a second one with the problems of the records left out. */
export function nriiSheets(
  part: NriiPart,
  { fields, items }: List,
  { lang, baseUrl }: { lang: Lang; baseUrl: string },
) {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const fit = items.filter(({ problems }) => problems.length === 0)
  return [
    {
      name: nriiPartNames[part][lang],
      header: fields.map(({ name }) => name),
      rows: fit.map(({ values }) => fields.map(({ name }) => values[name] ?? null)),
    },
    {
      name: words.sheetProblems[lang],
      header: [words.id, words.record, words.field, words.problem, words.state, words.link].map(
        (text) => text[lang],
      ),
      rows: items.flatMap((item) =>
        item.problems.map(({ field, detail }) => [
          item.id,
          inLang(item.title, lang),
          field,
          detail[lang],
          nriiStateNames[item.state][lang],
          baseUrl + fieldPath(part, item, byName.get(field) ?? { name: field, source: null }),
        ]),
      ),
    },
  ]
}
