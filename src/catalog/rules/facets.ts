import type { Actor } from '../../core/actor.ts'
import type { Extent } from '../../core/place.ts'
import { facetTerm, quoted } from './terms.ts'
import { tilesAround, tilesOf } from './tiles.ts'

/**
 * What is filtered by stands in the search document too, as terms `=facet:value`: one index answers words and
 * filters together. What a record writes here and what a filter asks must agree, so both are in this file.
 */

/** Records are numbered in the order in which they are listed; an era is this many of them. */
export const eraLength = 20_000
export const eraOf = (listedNo: number) => Math.floor(listedNo / eraLength)

export type Filterable = {
  id: string
  kind: string
  profile: string | null
  library: string | null
  collectionId: string | null
  institutionId: string
  access: string
  audience: string
  visibility: string
  listedNo: number
  hasImage: boolean
  subjects: readonly string[]
  taxon: string | null
  region: string | null
  year: number | null
  extent: Extent | null
}

/** Every filter term of a record. */
export function facetTermsOf(record: Filterable): string[] {
  const place = record.extent ? tilesOf(record.extent) : { tiles: [], finest: [] }
  const terms: [facet: string, values: readonly (string | number | null | undefined)[]][] = [
    ['era', [eraOf(record.listedNo)]],
    ['seen', [record.visibility === 'published' ? record.audience : record.visibility]],
    ['kind', [record.kind]],
    ['profile', [record.profile]],
    ['library', [record.library]],
    ['institution', [record.institutionId]],
    ['access', [record.access]],
    ['part', [record.id, record.collectionId]],
    ['subject', record.subjects.flatMap(wholesOfSubject)],
    ['region', wholesOfRegion(record.region ?? '')],
    ['taxon', wholesOfTaxon(record.taxon ?? '')],
    ['year', [record.year]],
    ['decade', [record.year && Math.floor(record.year / 10)]],
    ['image', [record.hasImage ? 'yes' : 'no']],
    ['tile', place.tiles],
    ['finest', place.finest],
  ]
  const found = terms.flatMap(([facet, values]) =>
    values.flatMap((value) =>
      value === null || value === undefined || value === '' ? [] : facetTerm(facet, value),
    ),
  )
  return [...new Set(found)]
}

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

/** `Medicago sativa` is also found by its genus. */
function wholesOfTaxon(name: string): string[] {
  const folded = taxonKey(name)
  const [genus = ''] = folded.split(' ')
  return [...new Set([genus, folded])]
}

const taxonKey = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 200)

/** What `value` of a filter is as a term. */
export const filterTerms: Record<string, (value: string) => string> = {
  kind: (value) => facetTerm('kind', value),
  profile: (value) => facetTerm('profile', value),
  library: (value) => facetTerm('library', value),
  institution: (value) => facetTerm('institution', value.toLowerCase()),
  access: (value) => facetTerm('access', value),
  subject: (value) => facetTerm('subject', value.replace(/\D/g, '')),
  region: (value) => facetTerm('region', regionCode(value)),
  taxon: (value) => facetTerm('taxon', taxonKey(value)),
  has_image: (value) => facetTerm('image', value),
}

/** One of these terms, as a tsquery. */
export const anyOf = (terms: readonly string[]) => `(${terms.map(quoted).join(' | ')})`

/** A span of years, inclusive, by whole decades where it has them. */
export function yearTerms(from: number, to: number): string[] {
  const terms: string[] = []
  for (let year = from; year <= to;) {
    const wholeDecade = year % 10 === 0 && year + 9 <= to
    terms.push(wholeDecade ? facetTerm('decade', year / 10) : facetTerm('year', year))
    year += wholeDecade ? 10 : 1
  }
  return terms
}

/** Records that may touch a box; the exact comparison is the database's. */
export function placeTerms(box: Extent): string[] {
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
export function seenBy(actor: Actor): string | undefined {
  if (actor.type === 'system' || (actor.type === 'person' && actor.isAdmin)) return undefined
  if (actor.type === 'anonymous') return seen('public')
  const { curates } = actor
  const institutions = [...new Set([...actor.institutionIds, ...curates.institutionIds])]
  const own = [
    ...institutions.map((id) => facetTerm('institution', id)),
    ...curates.collectionIds.map((id) => facetTerm('part', id)),
  ]
  const shown = `${seen('public')} | ${seen('members')}`
  return own.length === 0 ? `(${shown})` : `(${shown} | ${own.map(quoted).join(' | ')})`
}

const seen = (audience: string) => quoted(facetTerm('seen', audience))
