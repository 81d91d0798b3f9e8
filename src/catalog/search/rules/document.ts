import type { Extent } from '../../../core/place.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { placeOf } from '../../records/rules/place.ts'
import { facetTermsOf, ownCountsOf } from './facets.ts'
import {
  type Indexable,
  type Labels,
  namesOf,
  type RecordName,
  regionOf,
  type Section,
  sectionsOf,
} from '../../records/rules/sections.ts'
import {
  beginning,
  beginnings,
  cutTo,
  facetTerm,
  fold,
  gramsOf,
  inHeading,
  inTitle,
  quoted,
  tokensOf,
} from './terms.ts'

/** What is kept of a record for finding it. */
export type Indexed = {
  /** A tsvector's text. */
  document: string
  names: RecordName[]
  /** For spelling help. */
  latinWords: string[]
  taxon: string | null
  /** In the taxonomy; null where it has no such name. */
  taxonId: string | null
  crop: string | null
  year: number | null
  region: string | null
  extent: Extent | null
  /** Facets of its kind alone, with their values: `sample_type:plasma`. */
  ownFacets: string[]
}

/** All that search needs to know of a record. A withdrawn one is not found by anything. */
export function documentOf(record: Indexable, labels: Labels = new Map()): Indexed {
  const { kind, profile, institution, values, line = [] } = record
  const facts = kindDefinitions[kind].factsOf(values, profile)
  const { taxon, crop = null, year } = facts
  const region = regionOf(facts.region, institution.region)
  const { extent } = placeOf({ kind, profile, region, values })
  const taxonId = line[0]?.namedId ?? null
  const found = { taxon, taxonId, crop, year, region, extent, ownFacets: ownCountsOf(facts.own) }
  if (record.visibility === 'withdrawn')
    return { document: '', names: [], latinWords: [], ...found }
  const names = namesOf(record, facts)
  const sections = sectionsOf(record, { names, region, labels })
  const subjects = [...record.subjects, ...facts.subjects]
  const lineage = line.map(({ scientificName }) => scientificName)
  const owner = { institutionId: institution.id }
  const facets = facetTermsOf({ ...record, ...found, ...owner, subjects, lineage, own: facts.own })
  return {
    document: written(sections, { names, facets, titles: [record.title.zh, record.title.en] }),
    names,
    latinWords: latinWordsIn(sections),
    ...found,
  }
}

/** PostgreSQL knows positions up to 16,383, and 255 of one term. Only quoted Latin words ask for them. */
const lastPosition = 16_000
const mostPositions = 60

type Besides = {
  names: readonly RecordName[]
  facets: readonly string[]
  titles: readonly (string | null)[]
}

function written(sections: readonly Section[], { names, facets, titles }: Besides) {
  const document = new Map<string, number[]>()
  const add = (term: string, position?: number) => {
    const positions = document.get(term) ?? []
    if (positions.length === 0) document.set(term, positions)
    if (position && positions.length < mostPositions) positions.push(position)
  }
  let position = 1
  for (const [weight, text] of sections) {
    const isHeading = weight === 'A' || weight === 'B'
    const marks = [...(isHeading ? [inHeading] : []), ...(titles.includes(text) ? [inTitle] : [])]
    position = addText(add, text, { marks, position })
    // A gap, so that no phrase reaches from one text into the next.
    position += 2
    if (position > lastPosition) break
  }
  for (const name of names) addName(add, name)
  for (const term of facets) add(term)
  return [...document]
    .map(([term, at]) => (at.length > 0 ? `${quoted(term)}:${at.join(',')}` : quoted(term)))
    .join(' ')
}

type Add = (term: string, position?: number) => void

/** Adds one text from a position on; answers the position behind it. */
function addText(add: Add, text: string, from: { marks: Marked; position: number }): number {
  const { marks } = from
  let { position } = from
  let compound = ''
  for (const { term, isHan, isJoined } of tokensOf(text)) {
    if (position > lastPosition) return position
    if (isHan) for (const gram of gramsOf(term)) addTerm(add, gram, marks)
    else {
      addTerm(add, term, marks, position)
      compound = isJoined ? compound + term : term
      if (compound !== term) addTerm(add, cutTo(compound, 120), marks, position)
      if (marks.length > 0) addBeginnings(add, term)
    }
    position += 1
  }
  return position
}

/** How a term is written once more, by where it stands. */
type Marked = readonly ((term: string) => string)[]

function addTerm(add: Add, term: string, marks: Marked, position?: number): void {
  add(term, position)
  for (const mark of marks) add(mark(term))
}

function addBeginnings(add: Add, term: string): void {
  const { shortest, longest } = beginnings
  const last = Math.min(longest, term.length - 1)
  for (let length = shortest; length <= last; length += 1) add(beginning(cutTo(term, length)))
}

/** A name is found whole; a number also however it is spaced, by its beginnings, and by its runs of digits or letters. */
function addName(add: Add, { name, key, type }: RecordName): void {
  add(facetTerm('name', key))
  if (type !== 'number') return
  const runs = fold(name.replace(/\s+/g, '')).match(/\p{N}+|[^\p{N}]+/gu) ?? []
  for (const term of [key, ...runs.filter((run) => run.length > 2)]) addTerm(add, term, [inHeading])
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
