import { type Insertable, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { TraitImageTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'

/** Pictures that show a trait, of accessions that the viewer may list, the latest first. By `trait_image_of_trait`. */
export async function listOfTrait(db: Db, actor: Actor, traitId: string, paging: Paging) {
  const rows = illustrationRows(db)
    .where(listedFor(actor))
    .where('trait_image.trait_id', '=', traitId)
  return pageBy(db, { rows, by: { id: 'trait_image.id' }, direction: 'desc' }, paging)
}

export type IllustrationRow = Awaited<ReturnType<typeof listOfTrait>>['items'][number]

/** Pictures of an accession that show traits, in order of these. By `image_of_record` and `trait_image_taken`. */
export async function listOfRecord(db: Db, recordId: string, paging: Paging) {
  const rows = illustrationRows(db).where('image.record_id', '=', recordId)
  return pageBy(db, { rows, by: { code: 'trait.code', id: 'trait_image.id' } }, paging)
}

export async function findIllustration(db: Db, id: string) {
  return illustrationRows(db).where('trait_image.id', '=', id).executeTakeFirst()
}

export async function insertIllustration(trx: Trx, row: Insertable<TraitImageTable>) {
  const { id } = await trx
    .insertInto('trait_image')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteIllustration(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('trait_image').where('id', '=', id).execute()
}

const names = (table: string, name: string) =>
  sql<LocalText>`jsonb_build_object('zh', ${sql.ref(`${table}.${name}_zh`)}, 'en', ${sql.ref(`${table}.${name}_en`)})`

const illustrationRows = (db: Db) =>
  db
    .selectFrom('trait_image')
    .innerJoin('trait', 'trait.id', 'trait_image.trait_id')
    .innerJoin('image', 'image.id', 'trait_image.image_id')
    .innerJoin('record', 'record.id', 'image.record_id')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .where('image.removed_at', 'is', null)
    .select([
      'trait_image.id',
      'trait.code',
      jsonBuildObject({
        id: sql.ref<string>('trait.id'),
        code: sql.ref<string>('trait.code'),
        name: names('trait', 'name'),
      }).as('trait'),
      jsonBuildObject({
        id: sql.ref<string>('record.id'),
        number: sql.ref<string | null>('accession.accenumb'),
        title: names('record', 'title'),
      }).as('accession'),
      jsonBuildObject({
        id: sql.ref<string>('image.id'),
        caption: names('image', 'caption'),
        credit: sql.ref<string | null>('image.credit'),
        licence: sql.ref<string | null>('image.licence'),
        width: sql.ref<number>('image.width'),
        height: sql.ref<number>('image.height'),
        colour: sql.ref<string | null>('image.colour'),
      }).as('picture'),
    ])
