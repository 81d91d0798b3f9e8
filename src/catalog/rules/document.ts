import type { Field, FieldRow, FieldValues, SearchWeight } from '../../core/fields.ts'
import type { Extent } from '../../core/place.ts'
import type { LocalText, Text } from '../../core/text.ts'
import { fieldsOf, kindDefinitions } from '../kinds.ts'
import type { Access, Audience, Identifier, Kind, Visibility } from '../model/record.ts'
import { facetTermsOf, regionCode } from './facets.ts'
import {
  beginning,
  beginnings,
  fold,
  inHeading,
  keyOf,
  pairsOf,
  quoted,
  tokensOf,
} from './terms.ts'

/** What the document of a record is made of. */
export type Indexable = {
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  collectionId: string | null
  institution: { id: string; name: LocalText; region: string | null }
  title: LocalText
  summary: LocalText
  keywords: readonly string[]
  subjects: readonly string[]
  identifiers: readonly Identifier[]
  access: Access
  audience: Audience
  visibility: Visibility
  /** Its place in the order of listing. */
  listedNo: number
  hasImage: boolean
  values: FieldValues
}

export type RecordName = {
  name: string
  key: string
  type: 'title' | 'name' | 'number' | 'taxon'
}

/** What is kept of a record for finding it. */
export type Indexed = {
  /** A tsvector's text. */
  document: string
  names: RecordName[]
  /** For spelling help. */
  latinWords: string[]
  taxon: string | null
  year: number | null
  region: string | null
  extent: Extent | null
}

type Labels = {
  get(vocabulary: string): { terms: ReadonlyMap<string, { label: Text }> } | undefined
}

/** All that search needs to know of a record. A withdrawn one is not found by anything. */
export function documentOf(record: Indexable, labels: Labels = new Map()): Indexed {
  const { kind, profile, institution, values } = record
  const facts = kindDefinitions[kind].factsOf(values, profile)
  const { taxon, year, extent } = facts
  const region = regionCode(facts.region ?? institution.region ?? '') || null
  const found = { taxon, year, region, extent }
  if (record.visibility === 'withdrawn')
    return { document: '', names: [], latinWords: [], ...found }
  const names = namesOf(record, facts)
  const sections = eachOnce([
    ...names.map(({ name, type }): Section => [
      type === 'name' || type === 'taxon' ? 'B' : 'A',
      name,
    ]),
    ...record.keywords.map((keyword): Section => ['B', keyword]),
    ...sectionsOf(fieldsOf(kind, profile), values, labels),
    ...commonSections(record, { ...found, labels }),
  ])
  const numbers = names.filter(({ type }) => type === 'number')
  const facets = facetTermsOf({
    ...record,
    ...found,
    institutionId: institution.id,
    subjects: [...record.subjects, ...facts.subjects],
  })
  return {
    document: written(sections, numbers, facets),
    names,
    latinWords: latinWordsIn(sections),
    ...found,
  }
}

type Section = [weight: SearchWeight, text: string]

/** A text that is there twice counts once, for the heavier of the two. */
const eachOnce = (sections: readonly Section[]): Section[] => {
  const byText = new Map<string, Section>()
  for (const section of sections) if (!byText.has(section[1])) byText.set(section[1], section)
  return [...byText.values()]
}

/** Titles, names, numbers and the taxon, each once. */
function namesOf(
  record: Indexable,
  facts: { names: readonly string[]; numbers: readonly string[]; taxon: string | null },
) {
  const given: [RecordName['type'], readonly (string | null)[]][] = [
    ['title', [record.title.zh, record.title.en]],
    ['number', [...facts.numbers, ...record.identifiers.map(({ value }) => value)]],
    ['name', facts.names],
    ['taxon', [facts.taxon]],
  ]
  const byKey = new Map<string, RecordName>()
  for (const [type, names] of given)
    for (const name of names) {
      const key = keyOf(name ?? '')
      if (name && key && !byKey.has(key)) byKey.set(key, { name: name.slice(0, 500), key, type })
    }
  return [...byKey.values()].slice(0, 200)
}

const weights = ['A', 'B', 'C', 'D'] as const

/** Texts of the weighted fields, heaviest first; what only curators see is not searched. */
function sectionsOf(fields: readonly Field[], values: FieldValues, labels: Labels): Section[] {
  const sections = fields
    .filter(({ search, internal }) => search && !internal)
    .flatMap((field) =>
      textsOf(field, values, labels).map((text): Section => [field.search ?? 'D', text]),
    )
  return sections.toSorted(([one], [other]) => weights.indexOf(one) - weights.indexOf(other))
}

function textsOf(field: Field, values: FieldValues | FieldRow, labels: Labels): string[] {
  const value = values[field.key] ?? null
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  return entries.flatMap((entry) => {
    if (isRow(entry))
      return (field.columns ?? [])
        .filter(({ internal }) => !internal)
        .flatMap((column) => textsOf(column, entry, labels))
    if (typeof entry !== 'string' && typeof entry !== 'number') return []
    const label = field.vocabulary && labels.get(field.vocabulary)?.terms.get(String(entry))?.label
    return label ? [label.zh, label.en] : [String(entry)]
  })
}

const isRow = (entry: unknown): entry is FieldRow => typeof entry === 'object' && entry !== null

type Common = { region: string | null; labels: Labels }

function commonSections(record: Indexable, { region, labels }: Common): Section[] {
  const { institution, summary, subjects, library } = record
  const coded: [vocabulary: string, code: string | null][] = [
    ['region', region],
    ['region', region && region.slice(0, 4)],
    ['library', library],
    ...subjects.map((subject): [string, string] => ['subject', subject]),
  ]
  const texts = [
    institution.name.zh,
    institution.name.en,
    ...coded.flatMap(([vocabulary, code]) => {
      const label = code && labels.get(vocabulary)?.terms.get(code)?.label
      return label ? [label.zh, label.en] : []
    }),
    summary.zh,
    summary.en,
  ]
  return texts.filter((text) => text !== null).map((text): Section => ['C', text])
}

/** PostgreSQL knows positions up to 16,383, and 255 of one term; what is beyond is not found by phrases. */
const lastPosition = 16_000
const mostPositions = 60

function written(sections: readonly Section[], numbers: readonly RecordName[], facets: string[]) {
  const document = new Map<string, string[]>()
  const add = (term: string, place?: string) => {
    const places = document.get(term) ?? []
    if (places.length === 0) document.set(term, places)
    if (place && places.length < mostPositions) places.push(place)
  }
  let position = 0
  for (const [weight, text] of sections) {
    position = addText(add, { weight, text, position })
    // A gap, so that no phrase reaches from one text into the next.
    position += 2
    if (position > lastPosition) break
  }
  for (const { name, key } of numbers) addNumber(add, name, key)
  for (const term of facets) add(term)
  return [...document]
    .map(([term, places]) =>
      places.length > 0 ? `${quoted(term)}:${places.join(',')}` : quoted(term),
    )
    .join(' ')
}

type Add = (term: string, place?: string) => void
type Placed = { weight: SearchWeight; text: string; position: number }

/** Adds one text from a position on; answers the position behind it. */
function addText(add: Add, { weight, text, position }: Placed): number {
  const isHeading = weight === 'A' || weight === 'B'
  let at = position
  let compound = ''
  for (const token of tokensOf(text)) {
    if (at > lastPosition) return at
    const place = (offset: number) => `${at + offset + 1}${weight === 'D' ? '' : weight}`
    if (token.isHan) {
      for (const character of token.term) addTerm(add, character, isHeading)
      pairsOf(token.term).forEach((pair, offset) => addTerm(add, pair, isHeading, place(offset)))
      at += [...token.term].length
    } else {
      addTerm(add, token.term, isHeading, place(0))
      compound = token.isJoined ? compound + token.term : token.term
      if (compound !== token.term) addTerm(add, compound.slice(0, 120), isHeading, place(0))
      if (isHeading) addBeginnings(add, token.term)
      at += 1
    }
  }
  return at
}

function addTerm(add: Add, term: string, isHeading: boolean, place?: string): void {
  add(term, place)
  if (isHeading) add(inHeading(term))
}

function addBeginnings(add: Add, term: string): void {
  const { shortest, longest } = beginnings
  const last = Math.min(longest, term.length - 1)
  for (let length = shortest; length <= last; length += 1) add(beginning(term.slice(0, length)))
}

/** A number is found whole, however it is spaced, by its beginnings, and by its runs of digits or letters. */
function addNumber(add: Add, name: string, key: string): void {
  const parts = fold(name.replace(/\s+/g, '')).match(/\p{N}+|[^\p{N}]+/gu) ?? []
  for (const term of [key, ...parts.filter((part) => part.length > 2)])
    addTerm(add, term, true, '1A')
  addBeginnings(add, key)
}

/** Words of headings long enough to be misspelt. */
function latinWordsIn(sections: readonly Section[]): string[] {
  const words = sections
    .filter(([weight]) => weight === 'A' || weight === 'B')
    .flatMap(([, text]) => tokensOf(text).map(({ term }) => term))
    .filter((term) => /^[a-z]{4,30}$/.test(term))
  return [...new Set(words)]
}
