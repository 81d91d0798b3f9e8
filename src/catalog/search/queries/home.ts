import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { type Kind, kinds } from '../../records/model/record.ts'
import type { SearchItem, SearchQuery, SearchResult } from '../model.ts'
import { searchTerms, termsOf } from '../rules/facets.ts'
import { mostShown } from './facets.ts'
import { newestHits } from './hits.ts'
import { searchRecords } from './search.ts'
import { presentItems } from '../../records/queries/items.ts'

export type HomeFacts = {
  counts: { kind: Kind; total: SearchResult['total'] }[]
  newest: SearchItem[]
  /** The newest with a picture, the kinds in turn. */
  illustrated: SearchItem[]
}

/** What the home page shows this viewer. */
export async function homeFacts(db: Db, actor: Actor): Promise<HomeFacts> {
  const [counts, newest, ...illustrated] = await Promise.all([
    countKinds(db, actor, {}),
    newestOf(db, actor, { limit: 8 }),
    ...kinds.map((kind) => newestOf(db, actor, { limit: 3, kind: [kind], has_image: 'true' })),
  ])
  return { counts, newest, illustrated: inTurn(illustrated) }
}

/** How many of each kind. */
export async function countKinds(
  db: Db,
  actor: Actor,
  filter: { institution?: string[] },
): Promise<HomeFacts['counts']> {
  const counts = await countValues(db, actor, { facet: 'kind', values: kinds, filter })
  return counts.map(({ value, total }) => ({ kind: value, total }))
}

type Counted<Value extends string> = {
  facet: 'kind' | 'library'
  values: readonly Value[]
  filter?: { institution?: string[] }
}

/** How many records have each of these values. While counting is exact, one count gives all; else each is counted by itself. */
export async function countValues<Value extends string>(
  db: Db,
  actor: Actor,
  { facet, values, filter = {} }: Counted<Value>,
): Promise<{ value: Value; total: SearchResult['total'] }[]> {
  const all = await searchRecords(db, actor, { ...filter, limit: 1, facets: [facet] })
  const known = all.facets?.[facet] ?? []
  const isExact = all.total.relation === 'eq' && known.length < mostShown
  return Promise.all(
    values.map(async (value) => {
      if (!isExact) {
        const alone = { ...filter, limit: 1, [facet]: [value] }
        return { value, total: (await searchRecords(db, actor, alone)).total }
      }
      const counted = known.find((one) => one.value === value)
      return { value, total: { value: counted?.count ?? 0, relation: 'eq' } }
    }),
  )
}

/** The newest that a question finds; nothing is counted. */
export async function newestOf(db: Db, actor: Actor, query: SearchQuery): Promise<SearchItem[]> {
  const terms = termsOf(searchTerms(query, { actor, question: undefined }))
  const rows = await newestHits(db, { actor, terms }, { limit: query.limit })
  return presentItems(db, rows, undefined)
}

/** The first of each list, then the second of each. */
const inTurn = <Item>(lists: readonly (readonly Item[])[]): Item[] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat()
