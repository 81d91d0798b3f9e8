import {
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  type Updateable,
  sql,
} from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Database, RecordTable } from '../../../../db/schema.ts'
import type { Actor } from '../../../core/actor.ts'
import { type Db, type Trx, pageBy } from '../../../core/database.ts'
import type { Access, Audience, Identifier, Kind, Visibility } from '../model/record.ts'
import { type Bound, preparedOne } from '../../../ports/database.ts'
import { keptOnly, readableBy, listedFor } from '../../visible.ts'
import { partsJson } from './parts.ts'
import type { Paging } from '../../../core/paging.ts'

/** A record with its institution, identifiers, main picture and own fields; one query, by `record_pkey`. */
export async function findRecordRow(db: Db, actor: Actor, id: string) {
  return actor.type === 'anonymous'
    ? openRow(db, { id })
    : readableRow(db, actor, id).executeTakeFirst()
}

/** Most reads are a guest's, and ask the same. */
const openRow = preparedOne((db, { id }: Bound<{ id: string }>) =>
  readableRow(db, { type: 'anonymous' }, id),
)

/** The query itself, for measuring it apart from everything around it. */
export const readableRow = (db: Db, actor: Actor, id: string | Expression<string>) =>
  recordRows(db, actor).where('record.id', '=', id).where(readableBy(actor))

/**
 * The same, and held until the transaction ends: held first, then read, for a row that was waited for is read anew, but
 * not its own fields beside it. Visibility is not asked: the action decides.
 */
export async function lockRecordRow(trx: Trx, actor: Actor, id: string) {
  await trx
    .selectFrom('record')
    .where('record.id', '=', id)
    .where(readableBy(actor))
    .select('record.id')
    .forUpdate()
    .execute()
  return readableRow(trx, actor, id).executeTakeFirst()
}

/** Those of these records that the viewer may read, in any order; one query, by `record_pkey`. */
export const findRecordRows = async (db: Db, actor: Actor, ids: readonly string[]) =>
  recordRows(db, actor)
    .where(sql<boolean>`record.id = any(${ids}::uuid[])`)
    .where(readableBy(actor))
    .execute()

export type RecordRow = NonNullable<Awaited<ReturnType<typeof findRecordRow>>>

function recordRows(db: Db, actor: Actor) {
  return db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .leftJoin('image', (join) =>
      join.onRef('image.id', '=', 'record.main_image_id').on('image.removed_at', 'is', null),
    )
    .select(columns)
    .select((eb) => [
      identifiersOf(eb).as('identifiers'),
      jsonObjectFrom(
        eb
          .selectFrom('record as whole')
          .whereRef('whole.id', '=', 'record.collection_id')
          // A part may be public while the collection is still a draft.
          .where((inner) => inner.exists(namesakeOf(inner).where(readableBy(actor))))
          .select(['whole.id', 'whole.title_zh as zh', 'whole.title_en as en']),
      ).as('collection'),
    ])
}

const columns = [
  'record.id',
  sql<Kind>`record.kind`.as('kind'),
  'record.profile',
  'record.library',
  'record.collection_id as collectionId',
  'record.institution_id as institutionId',
  'institution.name_zh as institutionZh',
  'institution.name_en as institutionEn',
  'record.title_zh as titleZh',
  'record.title_en as titleEn',
  'record.summary_zh as summaryZh',
  'record.summary_en as summaryEn',
  'record.keywords',
  'record.subjects',
  'record.taxon',
  'record.region',
  'record.year',
  sql<Access>`record.access`.as('access'),
  sql<Audience>`record.audience`.as('audience'),
  sql<Visibility>`record.visibility`.as('visibility'),
  'record.published_at as publishedAt',
  'record.withdrawn_at as withdrawnAt',
  'record.withdrawal_reason as withdrawalReason',
  'record.depositor_id as depositorId',
  'record.depositing_lab_id as depositingLabId',
  'record.deposit_submitted_at as depositSubmittedAt',
  'record.deposited_with_id as depositedWithId',
  'record.version',
  'record.created_at as createdAt',
  'record.updated_at as updatedAt',
  'image.id as imageId',
  'image.width as imageWidth',
  'image.height as imageHeight',
  'image.colour as imageColour',
  'image.thumbhash as imageThumbhash',
  'image.caption_zh as imageCaptionZh',
  'image.caption_en as imageCaptionEn',
  partsJson().as('parts'),
] as const

const identifiersOf = (eb: ExpressionBuilder<Database, 'record'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('record_identifier as identifier')
      .whereRef('identifier.record_id', '=', 'record.id')
      .select(['identifier.scheme', 'identifier.value'])
      .orderBy('identifier.position'),
  ).$castTo<Identifier[]>()

/** The collection once more, under the name that visibility knows. */
const namesakeOf = (eb: ExpressionBuilder<Database & { whole: RecordTable }, 'whole'>) =>
  eb.selectFrom('record').whereRef('record.id', '=', 'whole.id').select('record.id')

/** Ids and places in the order of listing for so many new records. */
export async function newPlaces(trx: Trx, count: number) {
  const { rows } = await sql<{ id: string; listedNo: number }>`
    select uuidv7() as id, nextval('record_listed_no') as "listedNo"
    from generate_series(1, ${count}::int)
  `.execute(trx)
  return rows
}

export async function insertRecords(
  trx: Trx,
  rows: readonly Insertable<RecordTable>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('record').values(rows).execute()
}

/** What an index says of the owners of new records, by id. */
export async function findOwners(trx: Trx, ids: readonly string[]) {
  const rows = await trx
    .selectFrom('institution')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'name_zh as zh', 'name_en as en', 'region', 'wiews', 'founded'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
export type Owner = NonNullable<ReturnType<Awaited<ReturnType<typeof findOwners>>['get']>>

export async function updateRecord(
  trx: Trx,
  id: string,
  change: Updateable<RecordTable>,
): Promise<void> {
  await trx
    .updateTable('record')
    .set((eb) => ({
      ...change,
      version: eb('version', '+', 1),
      // Listed anew: it becomes the newest.
      ...(change.listed_at !== undefined && {
        listed_no: sql<number>`nextval('record_listed_no')`,
      }),
    }))
    .where('id', '=', id)
    .execute()
}

export async function deleteRecord(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('record').where('id', '=', id).execute()
}

/** Those that were given to it here stay, whatever is asked: they never change. */
export async function replaceIdentifiers(
  trx: Trx,
  recordId: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  await trx
    .deleteFrom('record_identifier')
    .where('record_id', '=', recordId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('minted_identifier')
            .whereRef('minted_identifier.record_id', '=', 'record_identifier.record_id')
            .whereRef('minted_identifier.value', '=', 'record_identifier.value')
            .select('minted_identifier.id'),
        ),
      ),
    )
    .execute()
  if (identifiers.length === 0) return
  await trx
    .insertInto('record_identifier')
    .values(identifiers.map((one, position) => ({ ...one, record_id: recordId, position })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the institution is there and open. */
export async function hasInstitution(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('institution')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether `id` is a collection that the actor keeps. */
export async function keepsCollection(db: Db, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('record')
    .where('record.id', '=', id)
    .where('record.kind', '=', 'collection')
    .where(keptOnly(actor))
    .select('record.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Records that an import or the demo made under these keys before; by `record_source_taken`. */
export async function findSourcedRows(
  db: Db,
  actor: Actor,
  { source, keys }: { source: string; keys: readonly string[] },
) {
  return recordRows(db, actor)
    .where('record.source', '=', source)
    .where(sql<boolean>`record.source_key = any(${keys}::text[])`)
    .where(readableBy(actor))
    .select('record.source_key as sourceKey')
    .execute()
}

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
