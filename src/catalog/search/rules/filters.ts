import type { Actor } from '../../../core/actor.ts'
import type { Extent } from '../../../core/place.ts'
import { type FacetName, facetNames, type SearchQuery } from '../model.ts'
import { filterTerms, placeTerms, seenBy } from './facets.ts'
import type { Question } from './question.ts'
import { quoted } from './terms.ts'

/** What is asked of the index, part by part: a facet is counted without the part that narrows it. */
export type Sought = {
  question: Question | undefined
  narrowing: { facet: FacetName; terms: string; values: readonly string[] }[]
  place: { terms: string; boxes: Extent[] } | undefined
  seen: string | undefined
}

export function soughtBy(
  query: SearchQuery,
  { actor, question }: { actor: Actor; question: Question | undefined },
): Sought {
  return {
    question,
    narrowing: narrowingOf(query),
    place: placeOf(query.bbox),
    seen: seenBy(actor),
  }
}

/** All parts as one tsquery; null when everything is asked for. */
export function termsOf(sought: Sought, { without }: { without?: FacetName } = {}): string | null {
  const parts = [
    sought.question?.words,
    ...sought.narrowing.flatMap(({ facet, terms }) => (facet === without ? [] : [terms])),
    sought.place?.terms,
    sought.seen,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' & ')
}

/** The same in the order of relevance: a hit belongs to the first of these that it matches, and to no other. */
export function tiersOf(sought: Sought): (string | null)[] {
  const terms = termsOf(sought)
  if (!sought.question || terms === null) return [terms]
  const { merits } = sought.question
  const better = (tier: number) => merits.slice(0, tier).map((merit) => ` & !(${merit})`)
  return [...merits, undefined].map((merit, tier) =>
    [merit === undefined ? terms : `${terms} & (${merit})`, ...better(tier)].join(''),
  )
}

const anyOf = (terms: readonly string[]) => `(${[...new Set(terms)].map(quoted).join(' | ')})`

function narrowingOf(query: SearchQuery): Sought['narrowing'] {
  return facetNames.flatMap((facet) => {
    const given = query[facet] ?? []
    const values: readonly string[] = typeof given === 'string' ? [given] : given
    return values.length === 0
      ? []
      : [{ facet, terms: anyOf(values.flatMap(filterTerms[facet])), values }]
  })
}

/** A box across the date line is two. */
function placeOf(bbox: Extent | undefined): Sought['place'] {
  if (!bbox) return undefined
  const boxes =
    bbox.west <= bbox.east
      ? [bbox]
      : [
          { ...bbox, east: 180 },
          { ...bbox, west: -180 },
        ]
  return { terms: anyOf(boxes.flatMap(placeTerms)), boxes }
}
