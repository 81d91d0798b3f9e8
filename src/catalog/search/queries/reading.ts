import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { type SearchFilters, type SearchTerms, searchTerms, termsOf } from '../rules/facets.ts'
import { type Question, questionOf } from '../rules/question.ts'
import { newestPlaces, type Reading } from './hits.ts'

/** What a search asks, and how its hits are read. */
export type Asked = { sought: SearchTerms; reading: Reading }

export function askedOf(actor: Actor, query: SearchFilters, question: Question | undefined): Asked {
  const sought = searchTerms(query, { actor, question })
  return { sought, reading: { actor, terms: termsOf(sought), place: sought.place } }
}

/** The words as typed, or apart where nothing has them side by side: as the page of results does. */
export async function askedThatFinds(db: Db, actor: Actor, query: SearchFilters): Promise<Asked> {
  const typed = query.q ?? ''
  const asTyped = askedOf(actor, query, questionOf(typed))
  const apart = questionOf(typed, { apart: true })
  if (!apart) return asTyped
  const [first] = await newestPlaces(db, asTyped.reading, { limit: 1 })
  return first ? asTyped : askedOf(actor, query, apart)
}
