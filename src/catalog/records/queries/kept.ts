import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { literally } from '../../../core/like.ts'
import type { Access, Kind, Visibility } from '../model/record.ts'
import { keptOnly } from '../../visible.ts'

export type KeptQuery = {
  kind?: Kind | undefined
  visibility?: Visibility | undefined
  text?: string | undefined
  limit: number
  /** Sort key of the last row of the page before: when it was changed, and its id. */
  after?: { updatedAt: string; id: string } | undefined
}

/** What the actor keeps, latest change first; one row more than `limit`. By `record_of_institution`. */
export async function keptRecords(db: Db, actor: Actor, query: KeptQuery) {
  const { kind, visibility, text, limit, after } = query
  return db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .leftJoin('image', 'image.id', 'record.main_image_id')
    .where(keptOnly(actor))
    .$if(kind !== undefined, (rows) => rows.where('record.kind', '=', kind ?? ''))
    .$if(visibility !== undefined, (rows) => rows.where('record.visibility', '=', visibility ?? ''))
    .$if(Boolean(text), (rows) => rows.where(called(text ?? '')))
    .$if(after !== undefined, (rows) =>
      rows.where(
        sql<boolean>`(record.updated_at, record.id) < (${after?.updatedAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .select([
      'record.id',
      sql<Kind>`record.kind`.as('kind'),
      'record.profile',
      'record.institution_id as institutionId',
      'record.title_zh as titleZh',
      'record.title_en as titleEn',
      sql<Visibility>`record.visibility`.as('visibility'),
      sql<Access>`record.access`.as('access'),
      'institution.name_zh as institutionZh',
      'institution.name_en as institutionEn',
      'record.updated_at as updatedAt',
      'record.version',
      'image.id as imageId',
      'image.colour as imageColour',
      'image.width as imageWidth',
      'image.height as imageHeight',
    ])
    .orderBy('record.updated_at', 'desc')
    .orderBy('record.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Part of a title, number or name; narrowed to what one person keeps, a few thousand rows at most are looked at. */
function called(text: string) {
  const like = `%${literally(text)}%`
  return sql<boolean>`(
    record.title_zh ilike ${like} or record.title_en ilike ${like} or exists (
      select from record_name where record_id = record.id and name ilike ${like}
    )
  )`
}

/** Institutions that the actor may add records to. */
export async function keptInstitutions(db: Db, actor: Actor) {
  if (actor.type !== 'person') return []
  const { institutionIds } = actor.curates
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .$if(!actor.isAdmin, (rows) =>
      rows.where(sql<boolean>`institution.id = any(${institutionIds}::uuid[])`),
    )
    .select(['id', 'name_zh as zh', 'name_en as en'])
    .orderBy('name_zh')
    .limit(1000)
    .execute()
}
