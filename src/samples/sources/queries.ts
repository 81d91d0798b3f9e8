import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { SampleSourceTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Named } from '../../core/shapes.ts'
import { collectionOf, staffedBy, startingWith, termOf } from '../queries.ts'
import type { SourceFilter, SourceKind } from './model.ts'

type Narrowed = Paging & SourceFilter & { record: string }

/** Sources of a collection, the newest first. By the key of `record_id` and `id`. */
export async function listSources(
  db: Db,
  viewer: Actor,
  { record, code, kind, ...paging }: Narrowed,
) {
  const rows = sourceRows(db, viewer)
    .where('sample_source.record_id', '=', record)
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(sample_source.code) like upper(${startingWith(code ?? '')})`),
    )
    .$if(kind !== undefined, (some) => some.where('sample_source.kind', '=', kind ?? ''))
  return pageBy(db, { rows, by: { id: 'sample_source.id' }, direction: 'desc' }, paging)
}

export const findSource = async (db: Db, viewer: Actor, id: string) =>
  sourceRows(db, viewer).where('sample_source.id', '=', id).executeTakeFirst()

export type SourceRow = NonNullable<Awaited<ReturnType<typeof findSource>>>

/** By `sample_source_code_taken`. */
export const findSourceByCode = async (
  db: Db,
  { record, code }: { record: string; code: string },
) =>
  db
    .selectFrom('sample_source')
    .where('record_id', '=', record)
    .where(sql<SqlBool>`upper(code) = upper(${code})`)
    .select('id')
    .executeTakeFirst()

export const lockSource = async (trx: Trx, viewer: Actor, id: string) =>
  sourceRows(trx, viewer)
    .where('sample_source.id', '=', id)
    .forNoKeyUpdate('sample_source')
    .executeTakeFirst()

export const insertSources = async (trx: Trx, rows: readonly Insertable<SampleSourceTable>[]) =>
  trx.insertInto('sample_source').values(rows).returning(['id', 'code']).execute()

export async function updateSource(trx: Trx, id: string, change: Updateable<SampleSourceTable>) {
  await trx
    .updateTable('sample_source')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const sourceRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('sample_source')
    .innerJoin('record', 'record.id', 'sample_source.record_id')
    .where(staffedBy(viewer))
    .select([
      'sample_source.id',
      'sample_source.code',
      sql<SourceKind>`sample_source.kind`.as('kind'),
      'sample_source.title',
      'sample_source.taxon',
      termOf<Named | null>('sample_source.sex', 'miabis_sex').as('sex'),
      'sample_source.breed',
      'sample_source.locality',
      'sample_source.latitude',
      'sample_source.longitude',
      'sample_source.collected_on as collectedOn',
      'sample_source.permit',
      'sample_source.note',
      collectionOf,
      'record.institution_id as institutionId',
      'record.withdrawn_at as collectionWithdrawnAt',
      sql<number>`(
        select count(*)::int from sample
        where sample.source_id = sample_source.id and sample.blocked_at is null
      )`.as('samples'),
      'sample_source.created_at as createdAt',
      'sample_source.version',
    ])
