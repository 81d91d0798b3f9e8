import type { Db, Trx } from '../../core/database.ts'

/** Published datasets whose embargo was over before a day; by `dataset_under_embargo`. */
export const embargoesBefore = async (db: Db, day: string) =>
  db
    .selectFrom('dataset')
    .innerJoin('record', 'record.id', 'dataset.record_id')
    .where('dataset.protected', 'is', true)
    .where('dataset.protected_until', '<', day)
    .where('record.published_at', 'is not', null)
    .where('record.withdrawn_at', 'is', null)
    .select('record.id')
    .orderBy('record.id')
    .execute()

/** Of a dataset that is held. */
export const findEmbargo = async (db: Db | Trx, recordId: string) =>
  db
    .selectFrom('dataset')
    .where('record_id', '=', recordId)
    .where('protected', 'is', true)
    .select('protected_until as until')
    .executeTakeFirst()
