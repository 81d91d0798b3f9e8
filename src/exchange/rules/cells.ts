import type { Field, FieldType, FieldValue } from '../../core/fields.ts'
import { numberOf } from '../../core/numbers.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import type { Text } from '../../core/text.ts'
import type { ProblemCode } from '../model.ts'
import { importWords } from '../words.ts'

export type Terms = { title: Text; terms: ReadonlyMap<string, { code: string; label: Text }> }

type CellProblem = { code: ProblemCode; detail: Text }
type Cell = { value: FieldValue } | { problem: CellProblem }
type CodeCell = { value: string } | { problem: CellProblem }

/** What people write for nothing known. */
const nothing = new Set([
  '',
  '-',
  '--',
  '—',
  '/',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  'unknown',
  '不详',
  '无',
  '未知',
])

/** Whether a cell says nothing, or that nothing is known. */
export const isNothing = (raw: string) => nothing.has(raw.trim().toLowerCase())

/** One cell as its field's value, or why it is none. */
export function readCell(field: Field, raw: string, vocabulary: Terms | undefined): Cell {
  const text = raw.trim()
  if (isNothing(text)) return { value: null }
  return readers[field.type](text, vocabulary)
}

const asWritten = (text: string): Cell => ({ value: text })

const readers: Record<FieldType, (text: string, vocabulary: Terms | undefined) => Cell> = {
  text: asWritten,
  longtext: asWritten,
  date: asWritten,
  url: asWritten,
  email: asWritten,
  rows: asWritten,
  number: readNumber,
  integer: readNumber,
  boolean: readBoolean,
  partial_date: readPartialDate,
  code: (text, vocabulary) => (vocabulary ? readCode(text, vocabulary) : { value: text }),
  codes: readCodes,
  list: (text) => ({ value: splitList(text) }),
}

const splitList = (text: string) =>
  text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readNumber(text: string): Cell {
  const number = numberOf(text)
  return Number.isFinite(number)
    ? { value: number }
    : { problem: { code: 'not_a_number', detail: importWords.notANumber(text) } }
}

const yes = new Set(['true', 'yes', 'y', '1', '是'])
const no = new Set(['false', 'no', 'n', '0', '否'])

function readBoolean(text: string): Cell {
  const said = text.toLowerCase()
  if (yes.has(said)) return { value: true }
  if (no.has(said)) return { value: false }
  return { problem: { code: 'not_yes_or_no', detail: importWords.notYesOrNo(text) } }
}

/** A year that a spreadsheet made a number (`2014.0`) is MCPD's `2014----`; anything else stays as it was written. */
function readPartialDate(text: string): Cell {
  const year = /^(\d{4})(?:\.0+)?$/.exec(text)?.[1]
  if (year) return { value: `${year}----` }
  return partialDateOf(text)
    ? { value: text }
    : { problem: { code: 'not_a_date', detail: importWords.notADate(text) } }
}

function readCodes(text: string, vocabulary: Terms | undefined): Cell {
  const values: string[] = []
  for (const part of splitList(text)) {
    const cell = vocabulary ? readCode(part, vocabulary) : { value: part }
    if ('problem' in cell) return cell
    values.push(cell.value)
  }
  return { value: values }
}

function readCode(text: string, vocabulary: Terms): CodeCell {
  const code = codeOf(text, vocabulary)
  return code === undefined
    ? { problem: { code: 'unknown_code', detail: importWords.unknownCode(text, vocabulary.title) } }
    : { value: code }
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** By code, by label in either language, or by a name that everybody uses for it. */
function codeOf(text: string, { terms }: Terms): string | undefined {
  const exact =
    terms.get(text) ?? terms.get(text.toUpperCase()) ?? terms.get(text.replace(/\.0$/, ''))
  if (exact) return exact.code
  const wanted = plain(text)
  for (const { code, label } of terms.values())
    if (plain(label.en) === wanted || plain(label.zh) === wanted) return code
  const usual = usualNames[wanted]
  return usual !== undefined && terms.has(usual) ? usual : undefined
}

/** Names in passports that are not the code lists' own. */
const usualNames: Record<string, string> = {
  bolivia: 'BOL',
  'cote d ivoire': 'CIV',
  'ivory coast': 'CIV',
  gambia: 'GMB',
  iran: 'IRN',
  'korea republic of': 'KOR',
  'south korea': 'KOR',
  laos: 'LAO',
  moldova: 'MDA',
  netherlands: 'NLD',
  niger: 'NER',
  philippines: 'PHL',
  russia: 'RUS',
  sudan: 'SDN',
  swaziland: 'SWZ',
  syria: 'SYR',
  taiwan: 'TWN',
  tanzania: 'TZA',
  'united kingdom': 'GBR',
  uk: 'GBR',
  'united states of america': 'USA',
  'united states': 'USA',
  usa: 'USA',
  'union of soviet socialist republics': 'SUN',
  ussr: 'SUN',
  venezuela: 'VEN',
  vietnam: 'VNM',
  zaire: 'ZAR',
  landrace: '300',
  'traditional cultivar landrace': '300',
  wild: '100',
  weedy: '200',
  'breeding line': '410',
  'breeder s line': '410',
  'breeding material': '400',
  'genetic stock': '420',
  mutant: '421',
  'released cultivar': '500',
  'improved cultivar': '500',
  'advanced cultivar': '500',
  cultivar: '500',
  other: '999',
  others: '999',
}

/** Where a column's cells go: a field of the kind, a common one, or a name that holds genus, species and rest. */
export type Target =
  | { type: 'field'; field: Field }
  | { type: 'common'; key: CommonColumn }
  | { type: 'taxon' }

const commonColumns = [
  { key: 'title.zh', names: ['titlezh', 'title_zh', '名称', '中文名称', '标题'] },
  { key: 'title.en', names: ['titleen', 'title_en', 'title', '英文名称', '外文名'] },
  { key: 'summary.zh', names: ['summaryzh', 'summary_zh', '简介', '描述'] },
  { key: 'summary.en', names: ['summaryen', 'summary_en', 'summary', 'abstract'] },
  { key: 'keywords', names: ['keywords', '关键词'] },
  { key: 'library', names: ['library', '资源库'] },
] as const
export type CommonColumn = (typeof commonColumns)[number]['key']

/** Names that passports use in the wild for MCPD's fields. */
const synonyms: Record<string, readonly string[]> = {
  accenumb: ['nationalid', 'accessionnumber', 'accession', 'accno', 'accessionid'],
  collnumb: ['collno', 'collectornumber', 'collectingnumber'],
  donornumb: ['donorid', 'donorno', 'donoraccession'],
  othernumb: ['otherid', 'otherid1', 'otherid2', 'otherid3', 'otherno', 'synonym'],
  sampstat: ['biostatus', 'biologicalstatus', 'status'],
  origcty: ['sourcecountry', 'countryoforigin', 'country'],
  acqdate: ['transferyear', 'acquisitiondate', 'acquisitionyear'],
  cropname: ['commonname', 'crop'],
}
const taxonNames = ['botanicalname', 'scientificname', 'taxon', 'species name', '学名', '拉丁名']

/** A header name without case, spaces and marks: `Accession number` and `ACCESSION_NUMBER` are one. */
const folded = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What each column of a header is, by its standard's name, its label in either language, or a usual synonym. A field
 * that is a table itself (`rows`) has no column: a cell could not hold it.
 */
export function targetsOf(
  header: readonly string[],
  all: readonly Field[],
): (Target | undefined)[] {
  const fields = all.filter(({ type }) => type !== 'rows')
  const known = new Map<string, Target>()
  const add = (names: readonly string[], target: Target) => {
    for (const name of names) if (!known.has(folded(name))) known.set(folded(name), target)
  }
  for (const field of fields) add([field.key], { type: 'field', field })
  for (const field of fields) add(field.standardNames ?? [], { type: 'field', field })
  for (const { key, names } of commonColumns) add([key, ...names], { type: 'common', key })
  for (const field of fields) add([field.label.zh, field.label.en], { type: 'field', field })
  for (const field of fields) add(synonyms[field.key] ?? [], { type: 'field', field })
  if (fields.some(({ key }) => key === 'genus')) add(taxonNames, { type: 'taxon' })
  return header.map((name) => known.get(folded(name)))
}
