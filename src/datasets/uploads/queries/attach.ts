import type { Insertable } from 'kysely'
import type { DatasetFileTable, DatasetObjectTable } from '../../../../db/schema.ts'
import type { Trx } from '../../../core/database.ts'
import { isUnused } from '../../queries.ts'

/** A version held until the transaction ends; undefined once it is deleted. */
export const lockVersion = async (trx: Trx, id: string) =>
  trx
    .selectFrom('dataset_version')
    .innerJoin('record', 'record.id', 'dataset_version.record_id')
    .where('dataset_version.id', '=', id)
    .select([
      'dataset_version.id',
      'dataset_version.record_id as recordId',
      'dataset_version.published_at as publishedAt',
      'record.institution_id as institutionId',
    ])
    .forUpdate('dataset_version')
    .executeTakeFirst()

export async function insertObject(trx: Trx, row: Insertable<DatasetObjectTable>): Promise<string> {
  const { id } = await trx
    .insertInto('dataset_object')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes the file of a name out of a version; answers which object it was. */
export async function deleteFileNamed(
  trx: Trx,
  versionId: string,
  name: string,
): Promise<{ objectId: string; description: string | null } | undefined> {
  return trx
    .deleteFrom('dataset_file')
    .where('version_id', '=', versionId)
    .where('path_key', '=', name.normalize('NFC'))
    .returning(['object_id as objectId', 'description'])
    .executeTakeFirst()
}

export const insertFile = async (trx: Trx, row: Insertable<DatasetFileTable>) =>
  trx.insertInto('dataset_file').values(row).execute()

/** Removes the row of an object that no file is any more; answers its key. */
export async function deleteObjectUnused(trx: Trx, id: string): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('dataset_object')
    .where('id', '=', id)
    .where(isUnused)
    .returning('key')
    .executeTakeFirst()
  return row?.key
}
