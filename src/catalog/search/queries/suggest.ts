import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Kind } from '../../records/model/record.ts'
import type { Suggestion, SearchQuery } from '../model.ts'
import { searchTerms } from '../rules/facets.ts'
import { questionOf, type Question, keyOf } from '../rules/question.ts'
import type { RecordName } from '../../records/rules/sections.ts'
import { listedFor } from '../../visible.ts'
import { relevantHits, newestHits } from './hits.ts'
import { askedOf } from './reading.ts'

const mostSuggestions = 10
/** Different names looked at, and records of one name: what the viewer may not see costs no more than this. */
const mostNames = 40
const mostRecords = 50

/** Names that begin with what is typed and that this viewer may know, then titles that have it inside. */
export async function suggest(db: Db, actor: Actor, typed: string): Promise<Suggestion[]> {
  const key = keyOf(typed.slice(0, 100).toWellFormed())
  if (key === '') return []
  const names = await namesBeginning(db, actor, key)
  const found = names.slice(0, mostSuggestions).map(suggestionOf)
  if (found.length >= mostSuggestions) return found
  const inside = await titlesWith(db, actor, typed, mostSuggestions)
  const known = new Set(found.map(({ text }) => text))
  return [...found, ...inside.filter(({ text }) => !known.has(text))].slice(0, mostSuggestions)
}

type Name = {
  name: string
  type: RecordName['type']
  kind: Kind
  recordId: string
  isOnly: boolean
}

/** A name of one record leads to it; one of several is something to search for. */
const suggestionOf = ({ name, type, kind, recordId, isOnly }: Name): Suggestion =>
  type === 'taxon' || !isOnly ? { text: name, type } : { text: name, type, kind, recordId }

/**
 * Goes from name to next name in `record_name_prefix`, however many records share one, and keeps those of which
 * the viewer may see a record.
 */
async function namesBeginning(db: Db, actor: Actor, key: string): Promise<Name[]> {
  const { rows } = await sql<Name>`
    with recursive step as (
      (select key, 1 as number from record_name
        where key ~>=~ ${key} and key ~<~ ${afterAll(key)}
        order by key using ~<~ limit 1)
      union all
      select (select next.key from record_name as next
          where next.key ~>~ step.key and next.key ~<~ ${afterAll(key)}
          order by next.key using ~<~ limit 1), step.number + 1
      from step where step.key is not null and step.number < ${sql.lit(mostNames)}
    )
    select seen.name, seen.type, seen.kind, seen."recordId", seen."isOnly"
    from step cross join lateral (
      select min(name) as name,
        (array_agg(type order by type desc))[1] as type,
        (array_agg(kind))[1] as kind,
        (array_agg(id))[1] as "recordId",
        count(*) = 1 as "isOnly"
      from (
        select name.name, name.type, record.kind, record.id
        from (select * from record_name where key = step.key limit ${sql.lit(mostRecords)}) as name
        join record on record.id = name.record_id
        where ${listedFor(actor)}
        limit 2
      ) as two
    ) as seen
    where seen.name is not null
    order by length(step.key), step.number
    limit ${sql.lit(mostSuggestions)}
  `.execute(db)
  return rows
}

/** The end of everything that begins so, in the order of bytes. */
const afterAll = (key: string) => `${key}\u{10ffff}`

async function titlesWith(
  db: Db,
  actor: Actor,
  typed: string,
  limit: number,
): Promise<Suggestion[]> {
  const question = questionOf(typed)
  if (!question) return []
  const heading = question.merits[1] ?? question.words
  const { seen } = searchTerms({}, { actor, question: undefined })
  const tiers = [seen === undefined ? heading : `(${heading}) & ${seen}`]
  const rows = await relevantHits(db, { actor }, { tiers, limit, few: false })
  return rows.map(({ id, kind, titleZh, titleEn }) => ({
    text: titleZh ?? titleEn ?? '',
    type: 'title',
    kind,
    recordId: id,
  }))
}

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
  const { reading } = askedOf(actor, query, question)
  return (await newestHits(db, reading, { limit: 1 })).length > 0
}
