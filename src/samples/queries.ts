import { type SqlBool, sql } from 'kysely'
import { keptOnly } from '../catalog/visible.ts'
import type { Actor } from '../core/actor.ts'
import { type Db, local } from '../core/database.ts'
import type { LocalText } from '../core/text.ts'

/**
 * Staff of a collection: who keeps its record. They alone see its samples, donors, consents and where these stand, and
 * every query of those says this. The query must name the table `record`.
 */
export const staffedBy = (viewer: Actor) =>
  sql<SqlBool>`(record.kind = 'collection' and ${keptOnly(viewer)})`

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
