import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { SearchQuery } from '../model.ts'
import { soughtBy, termsOf } from '../rules/filters.ts'
import { type Question, questionOf } from '../rules/question.ts'
import { newestHits } from './found.ts'

/** Spellings that are tried, best first. */
const mostTries = 6

type Misspelt = { typed: string; question: Question; query: SearchQuery }

/** Another spelling of Latin words under which this viewer finds something; words of what they may not see are no help. */
export async function findSpelling(
  db: Db,
  actor: Actor,
  { typed, question, query }: Misspelt,
): Promise<string | undefined> {
  const words = question.spellable
  if (words.length === 0) return undefined
  const alternatives = await Promise.all(words.map((word) => similarWords(db, word)))
  for (const spelling of spellingsOf(typed, words, alternatives).slice(0, mostTries)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that finds something is enough
    if (await findsAnything(db, actor, query, spelling)) return spelling
  }
  return undefined
}

/** Words of titles and names that look alike, the most alike first; by `latin_word_similar`. */
async function similarWords(db: Db, word: string): Promise<string[]> {
  const rows = await db
    .selectFrom('latin_word')
    .where(sql<boolean>`word % ${word}`)
    .where('word', '<>', word)
    .select('word')
    .orderBy(sql`similarity(word, ${word})`, 'desc')
    .orderBy(sql`abs(length(word) - ${word.length}::int)`)
    .orderBy('word')
    .limit(4)
    .execute()
  return rows.map((row) => row.word)
}

/** Each word alone set right, then all of them: most people misspell one. */
function spellingsOf(typed: string, words: readonly string[], alternatives: readonly string[][]) {
  const single = words.flatMap((word, at) =>
    (alternatives[at] ?? []).map((by) => replaced(typed, word, by)),
  )
  const all = words.reduce(
    (text, word, at) => replaced(text, word, alternatives[at]?.[0] ?? word),
    typed,
  )
  return [...new Set([...single, all])].filter((spelling) => spelling !== typed)
}

const replaced = (text: string, word: string, by: string) =>
  text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu'), by)

async function findsAnything(db: Db, actor: Actor, query: SearchQuery, spelling: string) {
  const question = questionOf(spelling)
  if (!question) return false
  const sought = soughtBy(query, { actor, question })
  const reading = { actor, terms: termsOf(sought), boxes: sought.place?.boxes }
  return (await newestHits(db, reading, { limit: 1 })).length > 0
}
