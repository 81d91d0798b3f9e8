import { type Insertable, type SqlBool, sql } from 'kysely'
import type { SampleKitTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { staffedBy, startingWith } from '../queries.ts'
import type { KitFilter } from './model.ts'

/** Kits of a collection, the newest first. By the key of `record_id` and `id`. */
export async function listKits(
  db: Db,
  viewer: Actor,
  { record, code, ...paging }: Paging & KitFilter & { record: string },
) {
  const rows = kitRows(db, viewer)
    .where('sample_kit.record_id', '=', record)
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(sample_kit.code) like upper(${startingWith(code ?? '')})`),
    )
  return pageBy(db, { rows, by: { id: 'sample_kit.id' }, direction: 'desc' }, paging)
}

/** By `sample_kit_code_taken`. */
export const findKitByCode = async (db: Db, { record, code }: { record: string; code: string }) =>
  db
    .selectFrom('sample_kit')
    .where('record_id', '=', record)
    .where(sql<SqlBool>`upper(code) = upper(${code})`)
    .select(['id', 'finished_at as finishedAt'])
    .executeTakeFirst()

export const lockKit = async (trx: Trx, viewer: Actor, id: string) =>
  kitRows(trx, viewer).where('sample_kit.id', '=', id).forUpdate('sample_kit').executeTakeFirst()

export async function insertKit(trx: Trx, row: Insertable<SampleKitTable>): Promise<string> {
  const { id } = await trx
    .insertInto('sample_kit')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setFinished(trx: Trx, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('sample_kit').set({ finished_at: at }).where('id', '=', id).execute()
}

const kitRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('sample_kit')
    .innerJoin('record', 'record.id', 'sample_kit.record_id')
    .where(staffedBy(viewer))
    .select([
      'sample_kit.id',
      'sample_kit.code',
      'sample_kit.record_id as recordId',
      'record.institution_id as institutionId',
      'record.withdrawn_at as collectionWithdrawnAt',
      sql<number>`(
        select count(*)::int from sample
        where sample.kit_id = sample_kit.id and sample.blocked_at is null
      )`.as('samples'),
      'sample_kit.finished_at as finishedAt',
      'sample_kit.created_at as createdAt',
    ])
