import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Kind } from '../../records/model/record.ts'
import type { Suggestion, SearchQuery } from '../model.ts'
import { searchTerms } from '../rules/facets.ts'
import { questionOf, type Question } from '../rules/question.ts'
import type { Synonyms } from '../rules/widening.ts'
import { slipsOf } from '../rules/spelling.ts'
import { keyOf } from '../rules/terms.ts'
import type { RecordName } from '../../records/rules/sections.ts'
import { synonymsBeginning } from '../../synonyms/queries.ts'
import type { Lang } from '../../../core/text.ts'
import { listedFor } from '../../visible.ts'
import { relevantHits, newestHits } from './hits.ts'
import { askedOf } from './reading.ts'

const mostSuggestions = 10
/** Different names looked at, and records of one name: what the viewer may not see costs no more than this. */
const mostNames = 40
const mostRecords = 50

/**
 * Names that begin with what is typed and that this viewer may know; titles of what its synonyms stand for; titles that
 * have it inside; and, where none of these is there, titles that have another spelling of it. Those in the language of
 * the page come first.
 */
export async function suggest(
  db: Db,
  actor: Actor,
  { typed: whole, lang }: { typed: string; lang: Lang },
): Promise<Suggestion[]> {
  const typed = whole.slice(0, 100).toWellFormed()
  const key = keyOf(typed)
  if (key === '') return []
  const titles = titlesFor(db, actor, lang)
  const groups = key.length > 1 ? await synonymsBeginning(db, typed, mostGroups) : []
  const isWord = groups.some(({ keys }) => keys.includes(key))
  const meant = isWord ? await titles(questionOf(typed, { synonyms: groups })?.titles) : []
  const names = (await namesBeginning(db, actor, key)).map(suggestionOf)
  const isEnough = names.length + meant.length >= mostSuggestions
  const inside = isEnough ? [] : await titles(headingsOf(typed))
  const found = [...meant.slice(0, mostMeant), ...names, ...meant, ...inside]
  return inOrder(found.length > 0 ? found : await guessed(db, titles, { typed, groups }), lang)
}

type Guess = { typed: string; groups: readonly Synonyms[] }

/** Where nothing is called so: titles of the word that it begins, or of words that are spelt much the same. */
async function guessed(db: Db, titles: Titles, { typed, groups }: Guess): Promise<Suggestion[]> {
  const [begun] = groups
  const named = begun && questionOf(begun.words[0] ?? '', { synonyms: [begun] })
  const found = await titles(named?.titles)
  return found.length > 0 ? found : misspelt(db, titles, typed)
}

/** Synonyms that are looked at while somebody types, and titles of theirs that come before names. */
const mostGroups = 3
const mostMeant = 4

const headingsOf = (typed: string) => questionOf(typed)?.headings ?? []

/** Each text once, those in the language of the page first, otherwise as they came; numbers and scientific names are in both. */
function inOrder(found: readonly Suggestion[], lang: Lang): Suggestion[] {
  const own = ({ text, type }: Suggestion) =>
    type === 'number' || type === 'taxon' || /\p{Script=Han}/u.test(text) === (lang === 'zh')
  return [...new Map(found.map((one) => [one.text, one])).values()]
    .toSorted((one, other) => Number(own(other)) - Number(own(one)))
    .slice(0, mostSuggestions)
}

type Titles = (headings: string | readonly string[] | undefined) => Promise<Suggestion[]>

/** Titles by other spellings of the last Latin word of what is typed, some of each, the likeliest first. */
async function misspelt(db: Db, titles: Titles, typed: string): Promise<Suggestion[]> {
  const [word] = (questionOf(typed)?.spellable ?? []).slice(-1)
  if (word === undefined) return []
  const others = await similarWords(db, word)
  const found = await Promise.all(
    others.map(async (other) => titles(headingsOf(replaced(typed, word, other)))),
  )
  return found.flatMap((ofOne) => ofOne.slice(0, mostMeant))
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

/** Titles, in the language of the page, of what has these words in its headings. */
const titlesFor =
  (db: Db, actor: Actor, lang: Lang): Titles =>
  async (headings) => {
    const asked = [headings ?? []].flat()
    if (asked.length === 0) return []
    const { seen } = searchTerms({}, { actor, question: undefined })
    const tiers = asked.map((one) => (seen === undefined ? one : `(${one}) & ${seen}`))
    const rows = await relevantHits(db, { actor }, { tiers, limit: mostSuggestions, few: false })
    return rows.map(({ id, kind, titleZh, titleEn }) => ({
      text: (lang === 'zh' ? (titleZh ?? titleEn) : (titleEn ?? titleZh)) ?? '',
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

/** Words of titles and names that look alike: those a slip away first, then the most alike. */
async function similarWords(db: Db, word: string): Promise<string[]> {
  const [near, alike] = await Promise.all([wordsAmong(db, slipsOf(word)), alikeWords(db, word)])
  const placeOf = (other: string) => alike.indexOf(other) + 1 || alike.length + 1
  const close = near.toSorted((a, b) => placeOf(a) - placeOf(b))
  return [...new Set([...close, ...alike])].slice(0, 4)
}

/** Those of these words that stand in titles and names; by `latin_word_pkey`. */
async function wordsAmong(db: Db, words: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('latin_word')
    .where(sql<boolean>`word = any(${words}::text[])`)
    .select('word')
    .orderBy('word')
    .limit(8)
    .execute()
  return rows.map((row) => row.word)
}

/** By `latin_word_similar`. */
async function alikeWords(db: Db, word: string): Promise<string[]> {
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
