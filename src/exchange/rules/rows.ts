import type { RecordChange } from '../../catalog/records/model/shapes.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import {
  emptyValue,
  type Field,
  type FieldValue,
  type FieldValues,
  isEmpty,
} from '../../core/fields.ts'
import type { LocalText } from '../../core/text.ts'
import type { RowProblem, Table } from '../model.ts'
import { importWords } from '../words.ts'
import { type CommonColumn, isNothing, readCell, type Terms, type Target } from './cells.ts'
import { parse } from 'csv-parse/sync'
import { Problem } from '../../core/problem.ts'
import { seenText } from '../../core/typed-text.ts'

/** How the rows of one file are read: what each column is, and the code lists. */
export type RowPlan = {
  kind: Kind
  profile: string | null
  targets: readonly (Target | undefined)[]
  vocabularies: ReadonlyMap<string, Terms>
}

/** The languages of a title that a file has columns for; null is an empty cell. */
type Title = { zh?: string | null; en?: string | null }

/** What a row says: only what the file has columns for; an empty cell is null, or a list of nothing. */
export type ReadRow = { title: Title; values: FieldValues; common: Common }

type Common = Pick<RecordChange, 'summary' | 'keywords' | 'library'>
type Problems = { problems: RowProblem[] }

type Draft = {
  values: FieldValues
  texts: { [Key in CommonColumn]?: string | null }
  problems: RowProblem[]
}

/** One row, with the number that it is known by again; or everything that is wrong with it. */
export function readRow(
  plan: RowPlan,
  row: Table['rows'][number],
): { read: ReadRow; number: string } | Problems {
  const draft: Draft = { values: {}, texts: {}, problems: [] }
  for (const [at, target] of plan.targets.entries()) {
    if (target) readInto(draft, { plan, target, raw: row.cells[at] ?? '', row: row.number })
  }
  const { values, texts } = draft
  const read = { title: languagesOf(texts, 'title'), values, common: commonIn(texts) }
  const title = titleOf(read)
  const problems = [...draft.problems, ...(isNamed(title) ? [] : [untitled(row.number)])]
  return problems.length > 0 ? { problems } : { read, number: numberOf(plan.kind, values, title) }
}

const isNamed = ({ zh, en }: Title) => Boolean(zh ?? en)

const untitled = (row: number): RowProblem => ({
  row,
  field: 'title',
  code: 'missing',
  detail: importWords.missing,
})

type Before = { title: LocalText; values: FieldValues }

/** A row as what makes a new record, or changes the one that an earlier import made of it. */
export const inputOf = (read: ReadRow, before?: Before) => ({
  ...read.common,
  ...read.values,
  title: titleOf(read, before),
})

function languagesOf(texts: Draft['texts'], what: 'title' | 'summary'): Title {
  const [zh, en] = [texts[`${what}.zh`], texts[`${what}.en`]]
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) }
}

function commonIn(texts: Draft['texts']): Common {
  const { keywords, library } = texts
  const summary = languagesOf(texts, 'summary')
  return {
    ...(Object.keys(summary).length > 0 && { summary }),
    ...(keywords !== undefined && { keywords: splitKeywords(keywords ?? '') }),
    ...(library !== undefined && { library }),
  }
}

const splitKeywords = (text: string) => text.split(/[;；,，]\s*/).filter(Boolean)

type Read = { plan: RowPlan; target: Target; raw: string; row: number }

function readInto(draft: Draft, { plan, target, raw, row }: Read): void {
  if (target.type === 'common') {
    draft.texts[target.key] = isNothing(raw) ? (draft.texts[target.key] ?? null) : raw.trim()
    return
  }
  if (target.type === 'taxon') {
    for (const [key, value] of Object.entries(taxonOf(raw))) setValue(draft.values, key, value)
    return
  }
  const { field } = target
  const cell = readCell(
    field,
    raw,
    field.vocabulary ? plan.vocabularies.get(field.vocabulary) : undefined,
  )
  if ('problem' in cell) draft.problems.push({ row, field: field.key, ...cell.problem })
  else if (isEmpty(cell.value)) setValue(draft.values, field.key, emptyValue(field))
  else setValue(draft.values, field.key, joined(field, draft.values, cell.value))
}

/** Of several columns for one field an empty one says nothing. */
function setValue(values: FieldValues, key: string, value: FieldValue): void {
  if (isEmpty(value)) values[key] ??= value
  else values[key] = value
}

/** Two columns for one list (`OtherID1`, `OtherID2`) are one list. */
function joined(field: Field, values: FieldValues, value: FieldValue) {
  const before = values[field.key]
  if (field.type !== 'list' || !Array.isArray(before) || !Array.isArray(value)) return value
  return [...new Set([...before, ...value].map(String))]
}

/** `Arachis hypogaea var. fastigiata`: genus, species, and what is below the species. */
export function taxonOf(raw: string): FieldValues {
  const [genus, species, ...rest] = raw.trim().split(/\s+/)
  return { genus: genus || null, species: species ?? null, subtaxa: rest.join(' ') || null }
}

/**
 * The title of a row. Without any in the file, the record is called by its name; such a title follows the name when
 * that changes, and one that somebody wrote stays.
 */
function titleOf({ title, values }: ReadRow, before?: Before): Title {
  const own = before && isOwnTitle(before) ? before.title : {}
  const whole = { ...own, ...title }
  return isNamed(whole) ? title : namedAfter({ ...before?.values, ...values })
}

function isOwnTitle({ title, values }: Before): boolean {
  const named = namedAfter(values)
  return title.zh !== named.zh || title.en !== named.en
}

function namedAfter(values: FieldValues): LocalText {
  const name = nameOf(values)
  return /\p{Script=Han}/u.test(name) ? { zh: name, en: null } : { zh: null, en: name || null }
}

/** A passport without a title is called by its first name, or by crop or taxon with its number. */
function nameOf(values: FieldValues): string {
  const names = values['accename']
  const first = Array.isArray(names) ? names[0] : undefined
  if (typeof first === 'string') return first
  const said = (key: string) => textOf(values[key])
  const what = said('cropname') || [said('genus'), said('species')].filter(Boolean).join(' ')
  return [what, said('accenumb') || said('innerId')].filter(Boolean).join(' ')
}

const textOf = (value: FieldValues[string] | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const numberKeys: Record<Kind, string> = {
  accession: 'accenumb',
  instrument: 'innerId',
  dataset: 'title',
  collection: 'title',
}

function numberOf(kind: Kind, values: FieldValues, title: Title): string {
  const number = values[numberKeys[kind]]
  return typeof number === 'string' && number !== '' ? number : (title.zh ?? title.en ?? '')
}

/** Text of a file whose encoding nobody wrote down: a byte order mark tells, else UTF-8, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const delimiters = [',', '\t', ';'] as const

/** The delimiter that the header line has most of. */
export function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const counts = delimiters.map((one) => ({ one, count: line.split(one).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.one ?? ','
}

/** Reads a CSV or TSV with a header row. Blank lines are skipped, and counted. */
export function readTable(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  const [first, ...rest] = parsedLines(text)
  if (!first || first.cells.every((cell) => cell.trim() === ''))
    throw new Problem('invalid', importWords.empty)
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return { header: first.cells.map((cell) => cell.trim()), rows }
}

function parsedLines(text: string): { number: number; cells: string[] }[] {
  try {
    // The library answers what `columns: false` makes: one list of texts per record.
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    })
    return records.map((cells, at) => ({ number: at + 1, cells: cells.map(seenText) }))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new Problem('invalid', importWords.notATable(detail))
  }
}
