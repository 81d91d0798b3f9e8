import { type SqlBool, sql } from 'kysely'
import { keptAmong, type Keeper, keptOnly } from '../catalog/visible.ts'
import type { Actor } from '../core/actor.ts'
import { type Db, local, type Trx } from '../core/database.ts'
import type { Named } from '../core/shapes.ts'
import type { LocalText } from '../core/text.ts'
import { literally } from '../core/like.ts'
import type { Bound } from '../ports/database.ts'

/**
 * Staff of a collection: who keeps its record. They alone see its samples, donors, consents and where these stand, and
 * every query of those says this. The query must name the table `record`.
 */
export const staffedBy = (viewer: Actor) =>
  sql<SqlBool>`(record.kind = 'collection' and ${keptOnly(viewer)})`

/** The same in a read that is prepared. */
export const staffedAmong = (viewer: Bound<Keeper>) =>
  sql<SqlBool>`(record.kind = 'collection' and ${keptAmong(viewer)})`

/** A collection of which the viewer is staff. By `record_pkey`. */
export const findCollection = async (db: Db, viewer: Actor, id: string) =>
  db
    .selectFrom('record')
    .leftJoin('collection', 'collection.record_id', 'record.id')
    .where('record.id', '=', id)
    .where(staffedBy(viewer))
    .select([
      'record.id',
      'record.institution_id as institutionId',
      'record.withdrawn_at as withdrawnAt',
      local('record.title'),
      // What its samples are of, where that is said: human, animal, environment or other.
      'collection.sample_source as sampleSource',
    ])
    .executeTakeFirst()

export type Collection = NonNullable<Awaited<ReturnType<typeof findCollection>>>

/** The collection that something is of, by id and title; the query must name the table `record`. */
export const collectionOf = sql<{ id: string; title: LocalText }>`jsonb_build_object(
  'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
)`.as('collection')

/** A code with what its vocabulary calls it. By `vocabulary_term_pkey`. */
export const termOf = <T extends Named | null = Named>(column: string, vocabulary: string) =>
  sql<T>`case when ${sql.ref(column)} is not null then coalesce((
    select jsonb_build_object('id', term.code, 'name', jsonb_build_object('zh', term.label_zh, 'en', term.label_en))
    from vocabulary_term as term
    where term.vocabulary = ${vocabulary} and term.code = ${sql.ref(column)}
    order by term.version desc
    limit 1
  ), jsonb_build_object(
    'id', ${sql.ref(column)}, 'name', jsonb_build_object('zh', ${sql.ref(column)}, 'en', ${sql.ref(column)})
  )) end`

/** Several codes of a list, the same way. */
export const termsOf = (column: string, vocabulary: string) => sql<Named[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', term.code, 'name', jsonb_build_object('zh', term.label_zh, 'en', term.label_en)
  ) order by term.position), '[]')
  from vocabulary_term as term
  join vocabulary on vocabulary.name = term.vocabulary and vocabulary.version = term.version
  where term.vocabulary = ${vocabulary} and vocabulary.is_current and term.code = any(${sql.ref(column)})
)`

/** A pattern of what begins so. */
export const startingWith = (text: string) => `${literally(text)}%`

/** Whether anything is kept in a collection: samples, or what they were taken from. */
export async function hasContents(trx: Trx, recordId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from sample where record_id = ${recordId})
      or exists (select from donor where record_id = ${recordId})
      or exists (select from sample_source where record_id = ${recordId})
      or exists (select from sample_kit where record_id = ${recordId}) as found`.execute(trx)
  return rows[0]?.found ?? false
}
