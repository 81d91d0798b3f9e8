import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../core/database.ts'

export type Chosen = { versionId: string; ids?: readonly string[]; folder?: string | undefined }

const chosenRows = (db: Db, { versionId, ids, folder }: Chosen) =>
  db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .where('dataset_file.version_id', '=', versionId)
    .$if(ids !== undefined, (some) =>
      some.where(sql<SqlBool>`dataset_file.id = any(${ids ?? []}::uuid[])`),
    )
    .$if(Boolean(folder), (some) => some.where(isBelow(folder ?? '')))

/** `stations/` up to `stations0`, the character after `/`. */
function isBelow(folder: string) {
  const whole = folder.normalize('NFC').replace(/\/?$/, '')
  return sql<SqlBool>`dataset_file.path_key >= ${`${whole}/`} and dataset_file.path_key < ${`${whole}0`}`
}

/** The next files of a selection by name, after one; by `dataset_file_taken`. */
export const nextFiles = async (db: Db, chosen: Chosen, { after, limit }: Step) =>
  chosenRows(db, chosen)
    .where('dataset_file.path_key', '>', after)
    .orderBy('dataset_file.path_key')
    .limit(limit)
    .select([
      'dataset_file.id',
      'dataset_file.path as name',
      'dataset_file.path_key as nameKey',
      'dataset_object.size_bytes as sizeBytes',
      'dataset_object.key',
      sql<string>`encode(dataset_object.sha256, 'hex')`.as('sha256'),
      'dataset_object.damaged_at as damagedAt',
    ])
    .execute()

type Step = { after: string; limit: number }
export type ChosenFile = Awaited<ReturnType<typeof nextFiles>>[number]
