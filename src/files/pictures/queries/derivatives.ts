import type { Insertable } from 'kysely'
import type { ImageDerivativeTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'

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
