import { isoPartialDate, partialDateOf } from '../../../core/partial-date.ts'
import type { Text } from '../../../core/text.ts'
import { codeOf, type Terms } from '../../values/rules/codes.ts'
import { sampleImportWords as words } from '../words.ts'
import { type Column, type ColumnKey, sampleColumns } from './columns.ts'
import { eventText } from './events.ts'

export type Row = { number: number; cells: readonly string[] }
export type Fault = { field: ColumnKey | ''; detail: Text }

/** What the cells of a row say; a blank cell says nothing. */
export type Values = Partial<Record<ColumnKey, string | number | readonly string[]>>
export type ReadRow = { number: number; values: Values; faults: Fault[] }
type Value = string | number | readonly string[]

export type Reading = {
  targets: readonly (ColumnKey | undefined)[]
  vocabularies: ReadonlyMap<string, Terms>
}

export function readRow({ number, cells }: Row, { targets, vocabularies }: Reading): ReadRow {
  const values: Values = {}
  const faults: Fault[] = []
  for (const [at, key] of targets.entries()) {
    const text = (cells[at] ?? '').trim()
    if (!key || text === '') continue
    const read = valueOf(key, text, vocabularies)
    if (typeof read === 'object' && 'zh' in read) faults.push({ field: key, detail: read })
    else values[key] = read
  }
  return { number, values, faults }
}

const mostText = 500
const mostEvents = 20_000

/** A cell as its column takes it, or what is wrong with it. */
function valueOf(
  key: ColumnKey,
  text: string,
  vocabularies: Reading['vocabularies'],
): Value | Text {
  const column: Column = sampleColumns[key]
  const most = column.as === 'events' ? mostEvents : mostText
  if (text.length > most) return words.tooLong(most)
  return reads[column.as](text, { key, named: column.vocabulary ?? '', vocabularies })
}

type In = { key: ColumnKey; named: string; vocabularies: Reading['vocabularies'] }
const reads: Readonly<Record<Column['as'], (text: string, where: In) => Value | Text>> = {
  text: (text) => text,
  list: (text) => listOf(text),
  term: (text, { named, vocabularies }) => termOf(text, named, vocabularies),
  terms: (text, { named, vocabularies }) => {
    const found = listOf(text).map((one) => termOf(one, named, vocabularies))
    return found.find((one) => typeof one !== 'string') ?? found.filter(isText)
  },
  events: (text, { vocabularies }) => eventsIn(text, vocabularies),
  date: (text) => dateOf(text),
  whole: (text, { key }) => numberOf(key, text),
  amount: (text, { key }) => numberOf(key, text),
}

function eventsIn(text: string, vocabularies: Reading['vocabularies']): readonly string[] | Text {
  const found = listOf(text).map((one) => eventText(one, vocabularies))
  const wrong = found.find((one) => typeof one !== 'string')
  return wrong ? wrong.fault : found.filter(isText)
}

const isText = (value: unknown): value is string => typeof value === 'string'
const listOf = (text: string) =>
  text
    .split(/[;；|、]+/)
    .map((one) => one.trim())
    .filter(Boolean)

function termOf(text: string, name: string, vocabularies: Reading['vocabularies']): string | Text {
  const terms = vocabularies.get(name)
  const found = terms && (codeOf(text, name, terms) ?? shortOf(text, terms))
  return found ?? words.unknownTerm(text)
}

/** 女 of 女（雌）, `F` of Female: what only one label begins with. */
function shortOf(text: string, { terms }: Terms): string | undefined {
  const wanted = text.toLowerCase()
  const found = [...terms.values()].filter(({ label }) =>
    [label.zh, label.en].some((one) => one.toLowerCase().replace(/\s*[（(].*$/s, '') === wanted),
  )
  if (found.length === 1) return found[0]?.code
  const letters = /^[a-z]$/.test(wanted)
    ? [...terms.values()].filter(({ label }) => label.en.toLowerCase().startsWith(wanted))
    : []
  return letters.length === 1 ? letters[0]?.code : undefined
}

/** As much of a moment as is known. */
function dateOf(text: string): string | Text {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text)) return text
  const date = partialDateOf(text)
  return date ? isoPartialDate(date) : words.notADate(text)
}

const bounds: Readonly<Partial<Record<ColumnKey, number>>> = {
  ageYears: 130,
  freezeThaws: 1000,
  amount: 9_999_999_999,
}

function numberOf(key: ColumnKey, text: string): number | Text {
  const isWhole = sampleColumns[key].as === 'whole'
  const most = bounds[key] ?? 0
  const pattern = isWhole ? /^\d{1,9}(?:\.0+)?$/ : /^\d{1,10}(?:\.\d{1,3})?$/
  const number = pattern.test(text) ? Number(text) : Number.NaN
  return number <= most ? number : words.notANumber(text, most)
}
