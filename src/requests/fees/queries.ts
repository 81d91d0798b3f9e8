import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { MaterialFeeTable, RequestFeeTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { LocalText } from '../../core/text.ts'
import type { Prices } from '../../orders/prices/model.ts'
import type { FeeFilter, FeeUnit } from './model.ts'

const feeRows = (db: Db) =>
  db
    .selectFrom('material_fee')
    .innerJoin('institution', 'institution.id', 'material_fee.institution_id')
    .leftJoin('record', 'record.id', 'material_fee.record_id')
    .where('material_fee.ended_at', 'is', null)
    .select([
      'material_fee.id',
      'material_fee.institution_id as institutionId',
      named('institution'),
      sql<{
        id: string
        title: LocalText
      } | null>`case when record.id is not null then jsonb_build_object(
        'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)) end`.as(
        'record',
      ),
      sql<FeeUnit>`material_fee.unit`.as('unit'),
      sql<Prices>`material_fee.prices`.as('prices'),
      'material_fee.note',
      'material_fee.created_at as createdAt',
    ])

/** Prices that hold and that the viewer keeps, the newest first. */
export async function listFees(
  db: Db,
  viewer: Actor,
  { institution, ...paging }: Paging & FeeFilter,
) {
  const kept = viewer.type === 'person' ? viewer.curates.institutionIds : []
  const rows = feeRows(db)
    .$if(!isAdministrator(viewer), (some) =>
      some.where(sql<SqlBool>`material_fee.institution_id = any(${[...kept]}::uuid[])`),
    )
    .$if(institution !== undefined, (some) =>
      some.where('material_fee.institution_id', '=', institution ?? ''),
    )
  return pageBy(db, { rows, by: { id: 'material_fee.id' }, direction: 'desc' }, paging)
}

export const lockFee = async (trx: Trx, id: string) =>
  feeRows(trx).where('material_fee.id', '=', id).forUpdate('material_fee').executeTakeFirst()

export async function insertFee(trx: Trx, row: Insertable<MaterialFeeTable>): Promise<string> {
  const { id } = await trx
    .insertInto('material_fee')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateFee(trx: Trx, id: string, change: Updateable<MaterialFeeTable>) {
  await trx.updateTable('material_fee').set(change).where('id', '=', id).execute()
}

/** The prices of material that hold for each of these records: its own, else its collection’s, else its institution’s. */
export const feesOn = async (db: Db, recordIds: readonly string[]) =>
  recordIds.length === 0
    ? []
    : db
        .selectFrom('record')
        .innerJoin('material_fee', 'material_fee.institution_id', 'record.institution_id')
        .leftJoin('collection', (join) =>
          join.on(
            sql<SqlBool>`collection.record_id = case when record.kind = 'collection' then record.id else record.collection_id end`,
          ),
        )
        .leftJoin('microbe_profile', 'microbe_profile.record_id', 'record.id')
        .where('material_fee.ended_at', 'is', null)
        .where(sql<SqlBool>`record.id = any(${[...recordIds]}::uuid[])`)
        .where('record.kind', 'in', ['accession', 'collection'])
        .where(
          sql<SqlBool>`(material_fee.record_id is null or material_fee.record_id in (record.id, record.collection_id))`,
        )
        .distinctOn(['record.id', 'material_fee.unit'])
        .select([
          'record.id as recordId',
          'record.institution_id as institutionId',
          sql<FeeUnit>`material_fee.unit`.as('unit'),
          sql<Prices>`material_fee.prices`.as('prices'),
          sql<boolean>`collection.sample_source is not distinct from 'human'`.as('isHuman'),
          sql<boolean>`coalesce(microbe_profile.pathogen_class in ('1', '2'), false)`.as(
            'isDangerous',
          ),
        ])
        .orderBy('record.id')
        .orderBy('material_fee.unit')
        .orderBy(
          sql`case when material_fee.record_id = record.id then 0 when material_fee.record_id is not null then 1 else 2 end`,
        )
        .execute()

/** Fixes the price of an item, or takes it back: a new decision has the price of its own day. */
export async function putItemFee(trx: Trx, row: Insertable<RequestFeeTable>): Promise<void> {
  await deleteItemFee(trx, row.item_id)
  await trx.insertInto('request_fee').values(row).execute()
}

export async function deleteItemFee(trx: Trx, itemId: string): Promise<void> {
  await trx.deleteFrom('request_fee').where('item_id', '=', itemId).execute()
}

export async function waiveItemFee(
  trx: Trx,
  itemId: string,
  waiver: Pick<Updateable<RequestFeeTable>, 'waived_at' | 'waived_by' | 'waiver_reason'>,
): Promise<void> {
  await trx.updateTable('request_fee').set(waiver).where('item_id', '=', itemId).execute()
}

/** The prices of a request’s items, with what was charged for them, waivers and corrections included. */
export const itemFees = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_fee')
    .innerJoin('request_item', 'request_item.id', 'request_fee.item_id')
    .where('request_item.request_id', '=', requestId)
    .select((eb) => [
      'request_item.id as item',
      'request_fee.price_fen as priceFen',
      sql<FeeUnit>`request_item.unit`.as('unit'),
      'request_fee.is_cost as isCost',
      sql<{ reason: string } | null>`case when request_fee.waived_at is not null
        then jsonb_build_object('reason', request_fee.waiver_reason) end`.as('waiver'),
      jsonArrayFrom(
        eb
          .selectFrom('charge')
          .whereRef('charge.instrument_id', '=', 'request_item.record_id')
          .whereRef('charge.item_id', '=', 'request_item.id')
          .select(['charge.id', sql<number>`charge.amount_fen::float8`.as('amountFen')])
          .orderBy('charge.id'),
      ).as('charges'),
    ])
    .orderBy('request_item.position')
    .execute()

export type ItemFeeRow = Awaited<ReturnType<typeof itemFees>>[number]
