import type { Db } from '../../../core/database.ts'
import type { FacetName, FacetValue, SearchQuery, SearchResult } from '../model.ts'
import { type Sought, termsOf } from '../rules/filters.ts'
import { type Tally, tallyHits } from './facets.ts'
import type { Reading } from './hits.ts'
import { type FacetLabels, labelsOf } from '../../vocabularies/queries/labels.ts'

/** Values shown of one facet, besides those that are chosen. */
const mostShown = 30

type Facts = { reading: Reading; sought: Sought; tallied: Tally; query: SearchQuery }

/** The asked facets with labels. One that is narrowed shows what its other values would give. */
export async function facetsOf(
  db: Db,
  { reading, sought, tallied, query }: Facts,
): Promise<NonNullable<SearchResult['facets']>> {
  const asked = query.facets ?? []
  const narrowed = sought.narrowing.filter(({ facet }) => asked.includes(facet))
  const apart = await Promise.all(
    narrowed.map(async ({ facet }) => ({
      facet,
      tally: await tallyHits(db, { ...reading, terms: termsOf(sought, { without: facet }) }, [
        facet,
      ]),
    })),
  )
  const tallyOf = (facet: FacetName) => apart.find((one) => one.facet === facet)?.tally ?? tallied
  const chosen = narrowed.flatMap(({ facet, values }) =>
    values.map((value) => ({ facet, value, count: 0 })),
  )
  const labels = await labelsOf(db, [
    ...tallied.facets,
    ...apart.flatMap(({ tally }) => tally.facets),
    ...chosen,
  ])
  return Object.fromEntries(
    asked.map((facet) => {
      const selected = narrowed.find((one) => one.facet === facet)?.values ?? []
      // What is chosen alone has all hits; of several that are not among the first, only that they may be there.
      const least = selected.length === 1 ? tallied.count : 0
      return [facet, valuesOf(tallyOf(facet), { facet, selected, least, labels })]
    }),
  )
}

type Labelling = {
  facet: FacetName
  selected: readonly string[]
  least: number
  labels: FacetLabels
}

function valuesOf(tally: Tally, { facet, selected, least, labels }: Labelling): FacetValue[] {
  const relation = tally.isPartial ? 'gte' : 'eq'
  const counted = tally.facets.filter((one) => one.facet === facet)
  const shown = counted.filter(({ value }, at) => at < mostShown || selected.includes(value))
  const missing = selected.filter((value) => !shown.some((one) => one.value === value))
  const valueOf = (value: string, count: number, how: FacetValue['relation']): FacetValue => ({
    value,
    label: labels(facet, value),
    count,
    relation: how,
    selected: selected.includes(value),
  })
  return [
    ...shown.map(({ value, count }) => valueOf(value, count, relation)),
    ...missing.map((value) => valueOf(value, least, 'gte')),
  ]
}
