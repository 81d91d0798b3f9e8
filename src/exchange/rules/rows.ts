import type { NewRecord } from '../../catalog/records/model/shapes.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import { type Field, type FieldValues, isEmpty } from '../../core/fields.ts'
import type { RowProblem, Table } from '../model.ts'
import { importWords } from '../words.ts'
import { readCell, type Terms, type Target } from './cells.ts'
import { parse } from 'csv-parse/sync'
import { Problem } from '../../core/problem.ts'

/** How the rows of one file are read: what each column is, and the code lists. */
export type RowPlan = {
  kind: Kind
  profile: string | null
  header: readonly string[]
  targets: readonly (Target | undefined)[]
  vocabularies: ReadonlyMap<string, Terms>
}

type ReadRow = { input: NewRecord; number: string } | { problems: RowProblem[] }

type Draft = { values: FieldValues; common: Record<string, string>; problems: RowProblem[] }

/** One row as a new record, with the number that it is known by again; or everything that is wrong with it. */
export function recordOfRow(plan: RowPlan, row: Table['rows'][number]): ReadRow {
  const draft: Draft = { values: {}, common: {}, problems: [] }
  for (const [at, target] of plan.targets.entries()) {
    if (target) readInto(draft, { plan, target, raw: row.cells[at] ?? '', row: row.number })
  }
  const title = titleOf(draft)
  const problems = [...draft.problems, ...(title.zh || title.en ? [] : [untitled(row.number)])]
  if (problems.length > 0) return { problems }
  return {
    input: inputOf(draft, { title, profile: plan.profile }),
    number: numberOf(plan.kind, draft.values, title),
  }
}

const untitled = (row: number): RowProblem => ({
  row,
  field: 'title',
  code: 'missing',
  detail: importWords.missing,
})

type Title = { zh: string | null; en: string | null }

function inputOf(
  { common, values }: Draft,
  { title, profile }: { title: Title; profile: string | null },
): NewRecord {
  const keywords = common['keywords']?.split(/[;；,，]\s*/).filter(Boolean)
  return {
    title,
    summary: { zh: common['summary.zh'] ?? null, en: common['summary.en'] ?? null },
    ...(keywords && { keywords }),
    ...(common['library'] && { library: common['library'] }),
    ...(profile && { profile }),
    ...values,
  }
}

type Read = { plan: RowPlan; target: Target; raw: string; row: number }

function readInto(draft: Draft, { plan, target, raw, row }: Read): void {
  if (target.type === 'common') {
    if (raw.trim() !== '') draft.common[target.key] = raw.trim()
    return
  }
  if (target.type === 'taxon') {
    Object.assign(draft.values, taxonOf(raw))
    return
  }
  const { field } = target
  const cell = readCell(
    field,
    raw,
    field.vocabulary ? plan.vocabularies.get(field.vocabulary) : undefined,
  )
  if ('problem' in cell) draft.problems.push({ row, field: field.key, ...cell.problem })
  else if (!isEmpty(cell.value)) draft.values[field.key] = joined(field, draft.values, cell.value)
}

/** Two columns for one list (`OtherID1`, `OtherID2`) are one list. */
function joined(field: Field, values: FieldValues, value: FieldValues[string]) {
  const before = values[field.key]
  if (field.type !== 'list' || !Array.isArray(before) || !Array.isArray(value)) return value
  return [...new Set([...before, ...value].map(String))]
}

/** `Arachis hypogaea var. fastigiata`: genus, species, and what is below the species. */
export function taxonOf(raw: string): FieldValues {
  const [genus = '', species = '', ...rest] = raw.trim().split(/\s+/)
  return {
    ...(genus && { genus }),
    ...(species && { species }),
    ...(rest.length > 0 && { subtaxa: rest.join(' ') }),
  }
}

function titleOf({ common, values }: Draft): Title {
  const zh = common['title.zh'] ?? null
  const en = common['title.en'] ?? null
  if (zh || en) return { zh, en }
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
    return records.map((cells, at) => ({ number: at + 1, cells }))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new Problem('invalid', importWords.notATable(detail))
  }
}
