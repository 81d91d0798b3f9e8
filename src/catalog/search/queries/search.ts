import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { cursorOf, keyPart, readCursor } from '../../../core/paging.ts'
import type { Lang } from '../../../core/text.ts'
import type { FacetName, SearchQuery, SearchResult, Sort } from '../model.ts'
import { tiersOf, type SearchTerms } from '../rules/facets.ts'
import type { Question } from '../rules/question.ts'
import { alsoOf } from '../rules/widening.ts'
import { facetsOf, type Tally, tallyHits } from './facets.ts'
import { hitsByName, newestHits, relevantHits, type Reading } from './hits.ts'
import { type ItemRow, presentItems } from '../../records/queries/items.ts'
import { askedOf, waysOf } from './reading.ts'
import { findSpelling } from './suggest.ts'

/**
 * One page of what this viewer finds, with an honest total and, when asked, facets. Synonyms of what was typed are
 * found too (`also`). When nothing has the words as typed, they are tried apart (`isApart`) and, for Latin ones, in
 * another spelling (`didYouMean`).
 */
export async function searchRecords(
  db: Db,
  actor: Actor,
  { lang = 'zh', ...query }: SearchQuery & { lang?: Lang },
): Promise<SearchResult> {
  const search = searchFor(db, actor, { ...query, lang })
  const { asTyped: question, apart } = await waysOf(db, query)
  // Marks and spaces alone ask for nothing in particular.
  const found = await search(question)
  if (!question || found.total.value > 0) return found
  const again = await searchApart(search, question, apart())
  if (again) return again
  const didYouMean = await findSpelling(db, actor, { typed: query.q ?? '', question, query })
  return didYouMean === undefined ? found : { ...found, didYouMean }
}

type Search = (question: Question | undefined) => Promise<SearchResult>

/** The words anywhere in a record, not side by side; undefined where that asks for nothing else or finds nothing. */
async function searchApart(
  search: Search,
  question: Question,
  apart: Question | undefined,
): Promise<SearchResult | undefined> {
  if (!apart || apart.words === question.words) return undefined
  const again = await search(apart)
  return again.total.value > 0 ? { ...again, isApart: true } : undefined
}

/** Hits that are read whole and sorted; more are read era by era. */
const fewHits = 300

type Asked = SearchQuery & { lang: Lang }

function searchFor(db: Db, actor: Actor, query: Asked): Search {
  return async (question) => {
    const { sought, reading } = askedOf(actor, query, question)
    const sort = query.sort ?? (question ? 'relevance' : 'newest')
    const page = { db, actor, query, sought, reading, tallied: tally(db, reading, query, sought) }
    const [rows, tallied] = await Promise.all([pages[sort](page), page.tallied])
    const { limit } = query
    const shown = rows.slice(0, limit)
    const [items, facets] = await Promise.all([
      presentItems(db, shown, question),
      query.facets?.length ? facetsOf(db, { reading, sought, tallied, query }) : undefined,
    ])
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      items,
      next: last ? cursorOf(keyOf(sort, last, query.lang)) : null,
      total: totalOf(tallied),
      ...(facets && { facets }),
      ...alsoIn(query, question),
    }
  }
}

function alsoIn({ q = '' }: SearchQuery, question: Question | undefined) {
  const also = question ? alsoOf(q, question.used) : []
  return also.length > 0 && { also }
}

/** Facets that are narrowed already are counted apart, without their own filter. */
function tally(db: Db, reading: Reading, query: SearchQuery, { narrowing }: SearchTerms) {
  const narrowed = new Set<FacetName>(narrowing.map(({ facet }) => facet))
  const facets = (query.facets ?? []).filter((facet) => !narrowed.has(facet))
  return tallyHits(db, reading, facets)
}

function totalOf({ count, isPartial, about }: Tally): SearchResult['total'] {
  if (!isPartial) return { value: count, relation: 'eq' }
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(about)) - 1)
  return {
    value: count,
    relation: 'gte',
    about: Math.max(count, Math.round(about / digits) * digits),
  }
}

type PageFacts = {
  db: Db
  actor: Actor
  query: Asked
  sought: SearchTerms
  reading: Reading
  tallied: Promise<Tally>
}

const pages: Record<Sort, (page: PageFacts) => Promise<ItemRow[]>> = {
  async newest({ db, query, reading }) {
    const [before] = query.after ? readCursor(query.after, [keyPart.whole]) : []
    return newestHits(db, reading, { limit: query.limit + 1, before })
  },
  async relevance({ db, query, reading, sought, tallied }) {
    const after = query.after ? placeIn(query.after) : undefined
    const { count, isPartial } = await tallied
    return relevantHits(db, reading, {
      tiers: tiersOf(sought),
      limit: query.limit + 1,
      after,
      few: !isPartial && count <= fewHits,
    })
  },
  async name({ db, query, reading, tallied }) {
    const after = query.after ? nameIn(query.after) : undefined
    const { lang, limit } = query
    const { isPartial } = await tallied
    return hitsByName(db, reading, { lang, limit: limit + 1, after, few: !isPartial })
  },
}

function placeIn(cursor: string): { tier: number; before: number } {
  const [tier, before] = readCursor(cursor, [keyPart.whole, keyPart.whole])
  return { tier, before }
}

function nameIn(cursor: string): { name: string; id: string } {
  const [name, id] = readCursor(cursor, [keyPart.text, keyPart.id])
  return { name, id }
}

function keyOf(sort: Sort, row: ItemRow, lang: Lang): (string | number)[] {
  if (sort === 'newest') return [row.listedNo]
  if (sort === 'relevance') return [row.tier, row.listedNo]
  const name = lang === 'zh' ? (row.titleZh ?? row.titleEn) : (row.titleEn ?? row.titleZh)
  return [name ?? '', row.id]
}
