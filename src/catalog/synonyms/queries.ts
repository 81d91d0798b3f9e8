import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { SynonymGroupTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { keysIn, type Synonyms } from '../search/rules/widening.ts'
import { keyOf } from '../search/rules/terms.ts'
import type { SynonymFilter } from './model.ts'

/** The groups of which a word stands in what was typed; by `synonym_group_keys`. */
export async function synonymsIn(db: Db, typed: string): Promise<Synonyms[]> {
  const keys = keysIn(typed)
  if (keys.length === 0) return []
  return groups(db)
    .where(sql<SqlBool>`keys && ${keys}::text[]`)
    .limit(mostGroups)
    .execute()
}

/** The groups of which a word begins with what was typed; each is looked at, of which there are some hundreds. */
export async function synonymsBeginning(db: Db, typed: string, limit: number): Promise<Synonyms[]> {
  const key = keyOf(typed)
  const length = sql`(select min(length(key)) from unnest(keys) as key where starts_with(key, ${key}))`
  return groups(db)
    .where(sql<SqlBool>`exists (select from unnest(keys) as key where starts_with(key, ${key}))`)
    .orderBy(length)
    .orderBy(sql`words[1]`)
    .limit(limit)
    .execute()
}

/** A question has few words. */
const mostGroups = 20

const groups = (db: Db) =>
  db
    .selectFrom('synonym_group')
    .where('closed_at', 'is', null)
    .select(['words', 'narrower', 'keys'])

export async function findSynonyms(db: Db, id: string) {
  return rowsOf(db).where('id', '=', id).executeTakeFirst()
}

export type SynonymRow = NonNullable<Awaited<ReturnType<typeof findSynonyms>>>

/** In order of their first word; those of which a word has this in it. */
export async function listSynonyms(db: Db, { q, ...paging }: Paging & SynonymFilter) {
  const key = keyOf(q ?? '')
  const rows = rowsOf(db).$if(key !== '', (some) =>
    some.where(
      sql<SqlBool>`exists (select from unnest(keys) as key where strpos(key, ${key}) > 0)`,
    ),
  )
  return pageBy(db, { rows, by: { first: sql<string>`words[1]`, id: 'id' } }, paging)
}

export async function lockSynonyms(trx: Trx, id: string) {
  return rowsOf(trx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertSynonyms(
  trx: Trx,
  row: Insertable<SynonymGroupTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('synonym_group')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateSynonyms(
  trx: Trx,
  id: string,
  change: Updateable<SynonymGroupTable>,
): Promise<void> {
  await trx
    .updateTable('synonym_group')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const rowsOf = (db: Db) =>
  db
    .selectFrom('synonym_group')
    .select([
      'id',
      sql<string>`array_to_string(words, E'\n')`.as('words'),
      sql<string | null>`nullif(array_to_string(narrower, E'\n'), '')`.as('narrower'),
      sql<boolean>`closed_at is not null`.as('closed'),
      'closed_at as closedAt',
      'version',
      sql<string>`words[1]`.as('first'),
    ])
