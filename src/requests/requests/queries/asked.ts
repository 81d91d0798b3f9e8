import { sql } from 'kysely'
import { readableBy } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'

/** What decides whether records can be asked for, and of whom; those that the viewer may know of. */
export const askable = async (db: Db, viewer: Actor, ids: readonly string[]) =>
  db
    .selectFrom('record')
    .where('record.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(readableBy(viewer))
    .select([
      'record.id',
      sql<string>`record.kind`.as('kind'),
      'record.visibility',
      'record.access',
      'record.withdrawn_at as withdrawnAt',
      sql<string[]>`array(
        select version.id from dataset_version version
        where version.record_id = record.id
          and version.published_at is not null and version.withdrawn_at is null
      )`.as('versionIds'),
      'record.institution_id as institutionId',
      // A collection with settings of its own answers for what is in it.
      sql<string | null>`(
        select provider.collection_id from request_provider provider
        where provider.collection_id = coalesce(record.collection_id,
          case when record.kind = 'collection' then record.id end)
      )`.as('collectionId'),
    ])
    .execute()

/** Of which version each of these files is. */
export const filesAmong = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('dataset_file')
        .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
        .select(['id', 'version_id as versionId'])
        .execute()

export type AskableRow = Awaited<ReturnType<typeof askable>>[number]
