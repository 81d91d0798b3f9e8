import { type Insertable, sql, type Updateable } from 'kysely'
import type { ImageTable, ImageDerivativeTable } from '../../../db/schema.ts'
import { listedFor, wholeFor } from '../../catalog/visible.ts'
import type { Visibility } from '../../catalog/records/model/record.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { ImageFormat, ImageSize } from '../../core/ports.ts'

/** Pictures of records in lists and of one's own; of a withdrawn record its curators see them still. */
const shownTo = (actor: Actor) => sql<boolean>`(${listedFor(actor)} or ${wholeFor(actor)})`

const depositedColumns = [
  'record.depositor_id as depositorId',
  'record.depositing_lab_id as depositingLabId',
  'record.deposit_submitted_at as depositSubmittedAt',
  'record.deposited_with_id as depositedWithId',
  sql<Visibility>`record.visibility`.as('visibility'),
] as const

function shownPictures(db: Db, actor: Actor) {
  return db
    .selectFrom('image')
    .innerJoin('record', 'record.id', 'image.record_id')
    .where('image.removed_at', 'is', null)
    .where(shownTo(actor))
}

/** The pictures of a record in their order, by `image_of_record`; 50 at most. */
export async function picturesOfRecord(db: Db, actor: Actor, recordId: string) {
  return shownPictures(db, actor)
    .where('image.record_id', '=', recordId)
    .select([
      'image.id',
      'image.record_id as recordId',
      sql<boolean>`image.id is not distinct from record.main_image_id`.as('main'),
      'image.caption_zh as captionZh',
      'image.caption_en as captionEn',
      'image.credit',
      'image.licence',
      'image.width',
      'image.height',
      'image.colour',
      'image.thumbhash',
      'image.black_level as blackLevel',
      'image.white_level as whiteLevel',
      'image.original_name as originalName',
      'image.format',
      'image.size_bytes as sizeBytes',
      'image.sha256',
      'image.created_at as createdAt',
      'image.derived_at as derivedAt',
      'image.failed_at as failedAt',
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
      ...depositedColumns,
    ])
    .orderBy('image.position')
    .orderBy('image.id')
    .execute()
}

export type PictureRow = Awaited<ReturnType<typeof picturesOfRecord>>[number]

/** A picture with the record that it belongs to, and where its original lies. */
export async function findPicture(db: Db, actor: Actor, id: string) {
  return shownPictures(db, actor)
    .where('image.id', '=', id)
    .select([
      'image.id',
      'image.record_id as recordId',
      'image.original_key as originalKey',
      'image.original_name as originalName',
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
      ...depositedColumns,
    ])
    .executeTakeFirst()
}

/** What one size of a picture is answered with: visibility and bytes in one query, by `image_pkey`; without `key`, it is not made yet. */
export async function findServed(
  db: Db,
  actor: Actor,
  { id, size, format }: { id: string; size: ImageSize; format: ImageFormat },
) {
  return shownPictures(db, actor)
    .leftJoin('image_derivative as derivative', (join) =>
      join
        .onRef('derivative.image_id', '=', 'image.id')
        .on('derivative.size', '=', size)
        .on('derivative.format', '=', format),
    )
    .where('image.id', '=', id)
    .select([
      'image.width',
      'image.height',
      'image.colour',
      'image.format as originalFormat',
      'derivative.key',
      'derivative.size_bytes as sizeBytes',
      sql<boolean>`${listedFor({ type: 'anonymous' })}`.as('isPublic'),
    ])
    .executeTakeFirst()
}

/** The pictures of a record that its transaction holds, in their order. */
export async function orderedPictures(trx: Trx, recordId: string) {
  return trx
    .selectFrom('image')
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .select(['id', 'position', 'caption_zh', 'caption_en', 'credit', 'licence'])
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertPicture(trx: Trx, row: Insertable<ImageTable>): Promise<string> {
  const { id } = await trx.insertInto('image').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updatePicture(
  db: Db,
  id: string,
  change: Updateable<ImageTable>,
): Promise<void> {
  await db.updateTable('image').set(change).where('id', '=', id).execute()
}

/** Numbers the pictures of a record as their ids are listed. */
export async function renumberPictures(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`
    update image
    set position = listed.place - 1
    from unnest(${ids}::uuid[]) with ordinality as listed (id, place)
    where image.id = listed.id
      and image.position <> listed.place - 1
  `.execute(trx)
}

/** A picture of which sizes are still to be made. */
export async function findUnderived(db: Db, id: string) {
  return db
    .selectFrom('image')
    .where('id', '=', id)
    .where('derived_at', 'is', null)
    .where('removed_at', 'is', null)
    .select((eb) => [
      'id',
      'original_key as originalKey',
      eb('thumbhash', 'is not', null).as('hasImpression'),
    ])
    .executeTakeFirst()
}

/** The same, held until the transaction ends; undefined when all sizes are there, or the picture was removed. */
export async function lockUnderived(trx: Trx, id: string) {
  return trx
    .selectFrom('image')
    .innerJoin('record', 'record.id', 'image.record_id')
    .where('image.id', '=', id)
    .where('image.derived_at', 'is', null)
    .where('image.removed_at', 'is', null)
    .select(['image.id', 'record.institution_id as institutionId'])
    .forUpdate('image')
    .executeTakeFirst()
}

/** The sizes that are there, each in every format. */
export async function derivedSizes(db: Db, imageId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('image_derivative')
    .where('image_id', '=', imageId)
    .select('size')
    .distinct()
    .execute()
  return new Set(rows.map(({ size }) => size))
}

export async function insertDerivatives(
  trx: Trx,
  rows: readonly Insertable<ImageDerivativeTable>[],
): Promise<void> {
  await trx.insertInto('image_derivative').values(rows).execute()
}

/** Takes the sizes of pictures away, and answers the keys of all their bytes, originals included. */
export async function releaseKeys(trx: Trx, imageIds: readonly string[]): Promise<string[]> {
  if (imageIds.length === 0) return []
  const derivatives = await trx
    .deleteFrom('image_derivative')
    .where('image_id', 'in', imageIds)
    .returning('key')
    .execute()
  const originals = await trx
    .selectFrom('image')
    .where('id', 'in', imageIds)
    .select('original_key as key')
    .execute()
  return [...originals, ...derivatives].map(({ key }) => key)
}
