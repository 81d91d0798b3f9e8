import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { synonymsIn } from '../../synonyms/queries.ts'
import { type SearchFilters, type SearchTerms, searchTerms, termsOf } from '../rules/facets.ts'
import { type Question, questionOf } from '../rules/question.ts'
import { newestPlaces, type Reading } from './hits.ts'

/** What a search asks, and how its hits are read. */
export type Asked = { sought: SearchTerms; reading: Reading }

export function askedOf(actor: Actor, query: SearchFilters, question: Question | undefined): Asked {
  const sought = searchTerms(query, { actor, question })
  return { sought, reading: { actor, terms: termsOf(sought), place: sought.place } }
}

/** What was typed, side by side as it stands there, and with its words apart: few questions come to that. */
type Ways = { asTyped: Question | undefined; apart: () => Question | undefined }

/** Widened by the synonyms as they are now, unless exactly what was typed is asked for. */
export async function waysOf(db: Db, { q = '', exact }: SearchFilters): Promise<Ways> {
  const synonyms = exact === 'true' ? [] : await synonymsIn(db, q)
  return {
    asTyped: questionOf(q, { synonyms }),
    apart: () => questionOf(q, { synonyms, apart: true }),
  }
}

/** The words as typed, or apart where nothing has them side by side: as the page of results does. */
export async function askedThatFinds(db: Db, actor: Actor, query: SearchFilters): Promise<Asked> {
  const ways = await waysOf(db, query)
  const asTyped = askedOf(actor, query, ways.asTyped)
  if (!ways.asTyped) return asTyped
  const [first] = await newestPlaces(db, asTyped.reading, { limit: 1 })
  return first ? asTyped : askedOf(actor, query, ways.apart())
}
