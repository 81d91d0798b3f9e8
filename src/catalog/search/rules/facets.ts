import type { Actor } from '../../../core/actor.ts'
import { boundsOf, type Extent, piecesOf, type Ring, shapesOf } from '../../../core/place.ts'
import {
  audiences,
  type OwnFacet,
  ownFacets,
  type OwnValuesOf,
} from '../../records/model/record.ts'
import type { Question } from './question.ts'
import { facetTerm, quoted } from './terms.ts'
import { tilesAround, tilesOf } from '../../records/rules/tiles.ts'
import { type FacetName, facetNames, type SearchQuery } from '../model.ts'

/**
 * What is filtered by stands in the search document too, as terms `=facet:value`: one index answers words and
 * filters together. What a record writes here and what a filter asks must agree, so both are in this file.
 */

/**
 * Records are numbered in the order in which they are listed, and cut into eras of 2^10, 2^13 and 2^16 of them.
 * Search goes through eras, newest first, and stops when it has enough: its work does not grow with the catalogue.
 * `record_eras` in the database lists them.
 */
const eraTerms = (listedNo: number) =>
  [10, 13, 16].map((bits) => facetTerm(`era${bits}`, Math.floor(listedNo / 2 ** bits)))

type Filterable = {
  id: string
  kind: string
  profile: string | null
  library: string | null
  collectionId: string | null
  institutionId: string
  /** The institution that keeps it as a deposit. */
  depositedWithId?: string | null
  access: string
  audience: string
  visibility: string
  listedNo: number
  hasImage: boolean
  subjects: readonly string[]
  taxon: string | null
  /** Taxa that it is found under besides its own name: the accepted one, and those above it. */
  lineage: readonly string[]
  region: string | null
  year: number | null
  extent: Extent | null
  /** Facets of its kind alone. */
  own?: OwnValuesOf | undefined
}

/** Every filter term of a record. */
export function facetTermsOf(record: Filterable): string[] {
  const place = record.extent ? tilesOf(record.extent) : { tiles: [], finest: [] }
  const terms: (readonly [
    facet: string,
    values: readonly (string | number | null | undefined)[],
  ])[] = [
    ['seen', [record.visibility === 'published' ? record.audience : record.visibility]],
    ['kind', [record.kind]],
    ['profile', [record.profile]],
    ['library', [record.library]],
    ['institution', [record.institutionId]],
    ['access', [record.access]],
    ['part', [record.id, record.collectionId, record.depositedWithId]],
    ['subject', record.subjects.flatMap(wholesOfSubject)],
    ['region', wholesOfRegion(record.region ?? '')],
    ['taxon', [record.taxon ?? '', ...record.lineage].flatMap(wholesOfTaxon)],
    ['year', [record.year]],
    ['decade', [record.year && Math.floor(record.year / 10)]],
    ['century', [record.year && Math.floor(record.year / 100)]],
    ['image', [String(record.hasImage)]],
    ['tile', place.tiles],
    ['finest', place.finest],
    ...ownFacets.map((facet) => [facet, ownTermsOf(record.own?.[facet])] as const),
  ]
  const found = terms.flatMap(([facet, values]) =>
    values.flatMap((value) =>
      value === null || value === undefined || value === '' ? [] : facetTerm(facet, value),
    ),
  )
  return [...eraTerms(record.listedNo), ...new Set(found)]
}

const ownTermsOf = (own: OwnValuesOf[OwnFacet]) => [...(own?.counted ?? []), ...(own?.within ?? [])]

/** What is counted of them: `sample_type:plasma`. */
export const ownCountsOf = (own: OwnValuesOf = {}): string[] =>
  ownFacets.flatMap((facet) => (own[facet]?.counted ?? []).map((value) => `${facet}:${value}`))

/** `620102` is in `6201` and in `62`. */
const wholesOfRegion = (code: string) =>
  [2, 4, 6].filter((length) => code.length >= length).map((length) => code.slice(0, length))

/** A code without the zeros that only fill it up: `620100` is the prefecture `6201`. */
export const regionCode = (code: string) => code.replace(/\D/g, '').replace(/(?:00)+$/, '')

/** `170.4510` is in `170.45` and in `170`. */
function wholesOfSubject(code: string): string[] {
  const digits = code.replace(/\D/g, '')
  return [3, 5, 7]
    .filter((length) => digits.length >= length)
    .map((length) => digits.slice(0, length))
}

/** `Medicago sativa` is also found by its genus: names as they are compared, the wider first. */
export function wholesOfTaxon(name: string): string[] {
  const folded = taxonKey(name)
  const [genus = ''] = folded.split(' ')
  return [...new Set([genus, folded])]
}

/** How scientific names are compared. */
export const taxonKey = (name: string): string =>
  name.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 200)

/** What one value of a filter asks for, as terms of which a record has any. */
const filterTerms = {
  kind: (value: string) => [facetTerm('kind', value)],
  profile: (value: string) => [facetTerm('profile', value)],
  library: (value: string) => [facetTerm('library', value)],
  sample_source: (value: string) => [facetTerm('sample_source', value)],
  sample_type: (value: string) => [facetTerm('sample_type', value)],
  disease: (value: string) => [facetTerm('disease', value)],
  sex: (value: string) => [facetTerm('sex', value)],
  age: (value: string) => agesIn(value).map((band) => facetTerm('age', band)),
  data_type: (value: string) => [facetTerm('data_type', value)],
  institution: (value: string) => [facetTerm('institution', value.toLowerCase())],
  access: (value: string) => [facetTerm('access', value)],
  subject: (value: string) => [facetTerm('subject', value.replace(/\D/g, ''))],
  region: (value: string) => [facetTerm('region', regionCode(value))],
  taxon: (value: string) => [facetTerm('taxon', taxonKey(value))],
  year: yearsIn,
  has_image: (value: string) => [facetTerm('image', value)],
  visibility: (value: string) =>
    value === 'published'
      ? audiences.map((audience) => facetTerm('seen', audience))
      : [facetTerm('seen', value)],
}

/** Decades of life, the last one open: `45`, `40-49` and `90+` are in one each. */
function agesIn(value: string): string[] {
  const ends = value.split('-').map((end) => Number.parseInt(end, 10))
  return agesBetween(Math.min(...ends), value.endsWith('+') ? Infinity : Math.max(...ends))
}

const oldest = 90
const decades = Array.from({ length: oldest / 10 + 1 }, (_, decade) => decade * 10)
const nameOf = (from: number) => (from === oldest ? `${from}+` : `${from}-${from + 9}`)

/** Names of the decades of life that a span of whole years touches. */
export const agesBetween = (from: number, to: number): string[] =>
  decades.filter((start) => (start === oldest || from < start + 10) && to >= start).map(nameOf)

const years = { first: 1000, last: 2199 }

/** `2019`, `2015..2019`, `2015..`, `..2019`. */
function yearsIn(value: string): string[] {
  const [from = '', to = from] = value.split('..')
  return yearTerms(Number(from) || years.first, Number(to) || years.last)
}

/** A span of years, inclusive, by whole centuries and decades where it has them. */
function yearTerms(from: number, to: number): string[] {
  const terms: string[] = []
  for (let year = from; year <= to;) {
    const length = [100, 10].find((span) => year % span === 0 && year + span - 1 <= to) ?? 1
    const span = length === 100 ? 'century' : length === 10 ? 'decade' : 'year'
    terms.push(facetTerm(span, year / length))
    year += length
  }
  return terms
}

/** Records that may touch a box; the exact comparison is the database's. */
function placeTerms(box: Extent): string[] {
  const { tiles, coarser } = tilesAround(box)
  return [
    ...tiles.map((tile) => facetTerm('tile', tile)),
    ...coarser.map((tile) => facetTerm('finest', tile)),
  ]
}

/**
 * What the viewer may see, as far as terms can say it: never less than `listedFor` in `catalog/visible.ts`,
 * which decides. It spares reading many drafts of others only to leave them out. Unset: everything.
 */
function audiencesOf(actor: Actor): string | undefined {
  if (actor.type === 'system' || (actor.type === 'person' && actor.isAdmin)) return undefined
  if (actor.type === 'anonymous') return seen('public')
  const { curates } = actor
  const institutions = [...new Set([...actor.institutionIds, ...curates.institutionIds])]
  const own = [
    ...institutions.map((id) => facetTerm('institution', id)),
    ...[...curates.collectionIds, ...curates.institutionIds].map((id) => facetTerm('part', id)),
  ]
  const shown = `${seen('public')} | ${seen('members')}`
  return own.length === 0 ? `(${shown})` : `(${shown} | ${own.map(quoted).join(' | ')})`
}

const seen = (audience: string) => quoted(facetTerm('seen', audience))

/** What a hit touches: one of the boxes, and one of the shapes where there are any. */
export type Place = { boxes: readonly Extent[]; shapes: readonly Ring[] }

/** What is asked of the index, part by part: a facet is counted without the part that narrows it. */
export type SearchTerms = {
  question: Question | undefined
  narrowing: { facet: FacetName; terms: string; values: readonly string[] }[]
  place: (Place & { terms: string }) | undefined
  seen: string | undefined
}

/** A search, whatever part of its hits is wanted. */
export type SearchFilters = Omit<SearchQuery, 'limit'>

export function searchTerms(
  query: SearchFilters,
  { actor, question }: { actor: Actor; question: Question | undefined },
): SearchTerms {
  return {
    question,
    narrowing: narrowingOf(query),
    place: placeOf(query),
    seen: audiencesOf(actor),
  }
}

/** All parts as one tsquery; null when everything is asked for. */
export function termsOf(
  sought: SearchTerms,
  { without }: { without?: FacetName } = {},
): string | null {
  const parts = [
    sought.question?.words,
    ...sought.narrowing.flatMap(({ facet, terms }) => (facet === without ? [] : [terms])),
    sought.place?.terms,
    sought.seen,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' & ')
}

/** The same in the order of relevance: a hit belongs to the first of these that it matches, and to no other. */
export function tiersOf(sought: SearchTerms): (string | null)[] {
  const terms = termsOf(sought)
  if (!sought.question || terms === null) return [terms]
  const { merits } = sought.question
  const better = (tier: number) => merits.slice(0, tier).map((merit) => ` & !(${merit})`)
  return [...merits, undefined].map((merit, tier) =>
    [merit === undefined ? terms : `${terms} & (${merit})`, ...better(tier)].join(''),
  )
}

/** A value that no record can have, as `2000..1990`, finds none. */
const anyOf = (terms: readonly string[]) =>
  `(${[...new Set(terms.length > 0 ? terms : [facetTerm('year', 'never')])].map(quoted).join(' | ')})`

function narrowingOf(query: SearchFilters): SearchTerms['narrowing'] {
  return facetNames.flatMap((facet) => {
    const given = query[facet] ?? []
    const values: readonly string[] = typeof given === 'string' ? [given] : given
    return values.length === 0
      ? []
      : [{ facet, terms: anyOf(values.flatMap(filterTerms[facet])), values }]
  })
}

function placeOf({ bbox, polygon }: SearchFilters): SearchTerms['place'] {
  const sides = [bbox, polygon && boundsOf(polygon)].filter((box) => box !== undefined)
  const [first] = sides
  if (!first) return undefined
  return {
    terms: sides.map((box) => anyOf(piecesOf(box).flatMap(placeTerms))).join(' & '),
    boxes: piecesOf(first),
    shapes: polygon ? shapesOf(polygon) : [],
  }
}
