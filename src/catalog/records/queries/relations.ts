import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Access, Kind, Visibility } from '../model/record.ts'
import { listedFor } from '../../visible.ts'

/** Records related to this one, seen from it; only those that the viewer may see. By `relation_taken` and `relation_to`. */
export async function relatedRecords(db: Db, actor: Actor, recordId: string) {
  const side = (own: 'from_id' | 'to_id', other: 'from_id' | 'to_id') =>
    db
      .selectFrom('relation')
      .innerJoin('record', 'record.id', `relation.${other}`)
      .leftJoin('image', 'image.id', 'record.main_image_id')
      .innerJoin('institution', 'institution.id', 'record.institution_id')
      .where(`relation.${own}`, '=', recordId)
      .where(listedFor(actor))
      .select([
        'relation.id',
        'relation.type',
        sql<boolean>`${sql.lit(own === 'to_id')}`.as('isInverse'),
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
  return side('from_id', 'to_id').unionAll(side('to_id', 'from_id')).limit(500).execute()
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
