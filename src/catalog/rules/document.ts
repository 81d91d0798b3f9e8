import type { SearchWeight } from '../../core/fields.ts'
import type { Extent } from '../../core/place.ts'
import { kindDefinitions } from '../kinds.ts'
import { facetTermsOf } from './facets.ts'
import {
  type Indexable,
  type Labels,
  namesOf,
  type RecordName,
  regionOf,
  type Section,
  sectionsOf,
} from './sections.ts'
import { beginning, beginnings, fold, inHeading, pairsOf, quoted, tokensOf } from './terms.ts'

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

/** All that search needs to know of a record. A withdrawn one is not found by anything. */
export function documentOf(record: Indexable, labels: Labels = new Map()): Indexed {
  const { kind, profile, institution, values } = record
  const facts = kindDefinitions[kind].factsOf(values, profile)
  const { taxon, year, extent } = facts
  const region = regionOf(facts.region, institution.region)
  const found = { taxon, year, region, extent }
  if (record.visibility === 'withdrawn')
    return { document: '', names: [], latinWords: [], ...found }
  const names = namesOf(record, facts)
  const sections = sectionsOf(record, { names, region, labels })
  const numbers = names.filter(({ type }) => type === 'number')
  const subjects = [...record.subjects, ...facts.subjects]
  const facets = facetTermsOf({ ...record, ...found, subjects, institutionId: institution.id })
  return {
    document: written(sections, numbers, facets),
    names,
    latinWords: latinWordsIn(sections),
    ...found,
  }
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
      for (const character of Array.from(token.term)) addTerm(add, character, isHeading)
      pairsOf(token.term).forEach((pair, offset) => addTerm(add, pair, isHeading, place(offset)))
      at += Array.from(token.term).length
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
