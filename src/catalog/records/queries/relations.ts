import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Access, Kind, Visibility } from '../model/record.ts'
import { listedFor } from '../../visible.ts'

/**
 * Records related to this one, seen from it, the first related first; only those that the viewer may see. By
 * `relation_taken` and `relation_to`.
 */
export async function relatedRecords(db: Db, actor: Actor, recordId: string, paging: Paging) {
  const rows = db
    .selectFrom('relation')
    .innerJoin('record', (join) =>
      join.on(
        'record.id',
        '=',
        sql<string>`case relation.from_id when ${recordId} then relation.to_id else relation.from_id end`,
      ),
    )
    .leftJoin('image', 'image.id', 'record.main_image_id')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where((eb) =>
      eb.or([eb('relation.from_id', '=', recordId), eb('relation.to_id', '=', recordId)]),
    )
    .where(listedFor(actor))
    .select([
      'relation.id',
      'relation.type',
      sql<boolean>`relation.to_id = ${recordId}`.as('isInverse'),
      'record.id as recordId',
      sql<Kind>`record.kind`.as('kind'),
      'record.title_zh as titleZh',
      'record.title_en as titleEn',
      sql<Access>`record.access`.as('access'),
      sql<Visibility>`record.visibility`.as('visibility'),
      'record.updated_at as updatedAt',
      'institution.name_zh as institutionZh',
      'institution.name_en as institutionEn',
      'image.id as imageId',
      'image.width as imageWidth',
      'image.height as imageHeight',
      'image.colour as imageColour',
    ])
  return pageBy(db, { rows, by: { id: 'relation.id' } }, paging)
}

export async function insertRelation(
  trx: Trx,
  relation: { from_id: string; to_id: string; type: string; created_at: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('relation')
    .values(relation)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findRelation(db: Db, id: string) {
  return db
    .selectFrom('relation')
    .where('id', '=', id)
    .select(['id', 'from_id as fromId', 'to_id as toId', 'type'])
    .executeTakeFirst()
}

export async function deleteRelation(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('relation').where('id', '=', id).execute()
}
