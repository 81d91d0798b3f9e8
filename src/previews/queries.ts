import { type Insertable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { FilePreviewPictureTable, FilePreviewTable } from '../../db/schema.ts'
import type { Db, Trx } from '../core/database.ts'
import type { Extent } from '../core/place.ts'
import type { ColumnType, PreviewFacts, PreviewReason } from '../core/preview.ts'
import type { PictureSize } from './model.ts'

/** What is known of an object's bytes. */
export const findPreview = async (db: Db, objectId: string) =>
  db
    .selectFrom('file_preview')
    .where('object_id', '=', objectId)
    .select((eb) => [
      sql<'ready' | 'failed' | 'unsupported'>`state`.as('state'),
      sql<PreviewReason | null>`reason`.as('reason'),
      'extension',
      sql<PreviewFacts | null>`facts`.as('facts'),
      extentOf.as('extent'),
      'made_at as madeAt',
      jsonArrayFrom(
        eb
          .selectFrom('file_preview_picture as picture')
          .whereRef('picture.object_id', '=', 'file_preview.object_id')
          .select([sql<PictureSize>`picture.size`.as('size'), 'picture.width', 'picture.height'])
          .orderBy('picture.width'),
      ).as('pictures'),
    ])
    .executeTakeFirst()

const extentOf = sql<Extent | null>`case when extent is not null then json_build_object(
  'west', (extent[1])[0], 'south', (extent[1])[1], 'east', (extent[0])[0], 'north', (extent[0])[1]
) end`

/** A version, and the only files of it that are for who looks; null where all are. */
type Read = { id: string; onlyFiles: readonly string[] | null }

const filesIn = ({ id, onlyFiles }: Read) =>
  onlyFiles === null
    ? sql<boolean>`dataset_file.version_id = ${id}::uuid`
    : sql<boolean>`(dataset_file.version_id = ${id}::uuid and dataset_file.id = any(${[...onlyFiles]}::uuid[]))`

export type Scene = { id: string; name: string; extent: Extent }

/** More would make a map of nothing but lines. */
const mostScenes = 200

/** Files of a version that say where they lie, by name. */
export async function listScenes(db: Db, version: Read): Promise<Scene[]> {
  return db
    .selectFrom('dataset_file')
    .innerJoin('file_preview', 'file_preview.object_id', 'dataset_file.object_id')
    .where(filesIn(version))
    .where('extent', 'is not', null)
    .select(['dataset_file.id', 'path as name', extentOf.$castTo<Extent>().as('extent')])
    .orderBy('path_key')
    .limit(mostScenes)
    .execute()
}

export type FilePeriod = { id: string; name: string; from: string; until: string }

/** Of so many first files of a version, those whose first table has dates: from the first to the last of them. */
export async function listPeriods(db: Db, version: Read, most: number): Promise<FilePeriod[]> {
  const first = db
    .selectFrom('dataset_file')
    .where(filesIn(version))
    .select(['id', 'path', 'path_key', 'object_id'])
    .orderBy('path_key')
    .limit(most)
  return db
    .selectFrom(first.as('file'))
    .innerJoin('file_preview', 'file_preview.object_id', 'file.object_id')
    .innerJoinLateral(
      sql<{ from: string; until: string }>`(
        select min(one->>'min') as "from", max(one->>'max') as "until"
        from jsonb_array_elements(facts->'sheets'->0->'columns') as one
        where one->>'type' = 'date'
      )`.as('period'),
      (join) => join.onTrue(),
    )
    .where(sql<boolean>`facts->>'kind' = 'table'`)
    .where('period.from', 'is not', null)
    .select(['file.id', 'file.path as name', 'period.from', 'period.until'])
    .orderBy('file.path_key')
    .execute()
}

/** Columns of the tables among the first files of a version, by the file’s id: of a workbook, those of its first sheet. */
export async function listTables(db: Db, version: Read, limit: number) {
  return db
    .selectFrom('dataset_file')
    .innerJoin('file_preview', 'file_preview.object_id', 'dataset_file.object_id')
    .where(filesIn(version))
    .where(sql<boolean>`facts->>'kind' = 'table' and facts->>'hasHeader' is distinct from 'false'`)
    .select([
      'dataset_file.id',
      sql<{ name: string; type: ColumnType }[]>`(
        select coalesce(json_agg(json_build_object('name', one->>'name', 'type', one->>'type')), '[]')
        from jsonb_array_elements(facts->'sheets'->0->'columns') as one
      )`.as('columns'),
    ])
    .orderBy('dataset_file.path_key')
    .limit(limit)
    .execute()
}

/** A picture of that size, or else of another. */
export const findPicture = async (db: Db, objectId: string, size: PictureSize) =>
  db
    .selectFrom('file_preview_picture')
    .where('object_id', '=', objectId)
    .orderBy(sql`size = ${size}`, 'desc')
    .select(['key'])
    .limit(1)
    .executeTakeFirst()

/** An object by its id; held with `trx`, so that it is not deleted meanwhile. */
export const findObject = async (db: Db, objectId: string) =>
  db
    .selectFrom('dataset_object')
    .where('id', '=', objectId)
    .select(['id', 'record_id as recordId', 'key', 'size_bytes as sizeBytes'])
    .executeTakeFirst()

export const lockObject = async (trx: Trx, objectId: string) =>
  trx
    .selectFrom('dataset_object')
    .where('id', '=', objectId)
    .select('record_id as recordId')
    .forKeyShare()
    .executeTakeFirst()

/** Some files of a version whose bytes were not looked at yet. */
export const listUnread = async (db: Db, versionId: string, most: number) =>
  db
    .selectFrom('dataset_file')
    .where('version_id', '=', versionId)
    .leftJoin('file_preview', 'file_preview.object_id', 'dataset_file.object_id')
    .where('file_preview.object_id', 'is', null)
    .select(['dataset_file.object_id as objectId', 'path as name'])
    .orderBy('path_key')
    .limit(most)
    .execute()

/** False where another try was first. */
export async function insertPreview(
  trx: Trx,
  row: Insertable<FilePreviewTable>,
  pictures: readonly Insertable<FilePreviewPictureTable>[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('file_preview')
    .values(row)
    .onConflict((conflict) => conflict.column('object_id').doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  if (pictures.length > 0)
    await trx
      .insertInto('file_preview_picture')
      .values([...pictures])
      .execute()
  return true
}

/** So that it can be made anew under another name. What another try has made meanwhile stays, and its pictures. */
export const deletePreview = async (trx: Trx, objectId: string) =>
  trx
    .deleteFrom('file_preview')
    .where('object_id', '=', objectId)
    .where('state', '=', 'unsupported')
    .execute()
