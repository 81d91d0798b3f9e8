import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Kind } from '../../records/model/record.ts'
import type { Suggestion } from '../model.ts'
import { soughtBy } from '../rules/filters.ts'
import { questionOf } from '../rules/question.ts'
import type { RecordName } from '../../records/rules/sections.ts'
import { keyOf } from '../rules/terms.ts'
import { listedFor } from '../../visible.ts'
import { relevantHits } from './found.ts'

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
  const { seen } = soughtBy({ limit }, { actor, question: undefined })
  const tiers = [seen === undefined ? heading : `(${heading}) & ${seen}`]
  const rows = await relevantHits(db, { actor }, { tiers, limit, few: false })
  return rows.map(({ id, kind, titleZh, titleEn }) => ({
    text: titleZh ?? titleEn ?? '',
    type: 'title',
    kind,
    recordId: id,
  }))
}
