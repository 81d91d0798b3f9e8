import { type Insertable, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ShipmentLineTable, ShipmentTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Unit } from '../../stock/model.ts'
import { parts } from '../../stock/rules.ts'
import type { AskedUnit } from '../requests/model/units.ts'
import { inRole } from '../requests/queries/requests.ts'
import type { PickFilter, Way } from './model.ts'

export const newId = async (trx: Trx): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
  return rows[0]?.id ?? ''
}

/** What is held back for a request and not shipped, the oldest first. */
export const heldOf = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_reservation')
    .innerJoin('lot_reservation', 'lot_reservation.id', 'request_reservation.reservation_id')
    .innerJoin('request_item', 'request_item.id', 'request_reservation.item_id')
    .leftJoin('request_pick', 'request_pick.reservation_id', 'request_reservation.reservation_id')
    .where('request_item.request_id', '=', requestId)
    .where('lot_reservation.open', '>', 0)
    .select([
      'request_reservation.reservation_id as id',
      'request_reservation.item_id as itemId',
      'request_reservation.lot_id as lotId',
      'request_reservation.quantity',
      'lot_reservation.open',
      sql<boolean>`request_pick.reservation_id is not null`.as('isPicked'),
    ])
    .orderBy('request_reservation.reservation_id')
    .execute()

export async function takeHeld(trx: Trx, id: string, quantity: number): Promise<void> {
  await trx
    .updateTable('request_reservation')
    .set({ quantity: sql<number>`quantity - ${quantity}::bigint` })
    .where('reservation_id', '=', id)
    .execute()
}

export async function insertShipment(trx: Trx, row: Insertable<ShipmentTable>): Promise<void> {
  await trx.insertInto('shipment').values(row).execute()
}

export async function insertLines(trx: Trx, rows: readonly Insertable<ShipmentLineTable>[]) {
  await trx
    .insertInto('shipment_line')
    .values([...rows])
    .execute()
}

type End = { received_at: Temporal.Instant } | { lost_at: Temporal.Instant }

export async function endShipment(trx: Trx, id: string, end: End): Promise<void> {
  await trx.updateTable('shipment').set(end).where('id', '=', id).execute()
}

/** What of an item arrived, the oldest first. */
export const receivedLines = async (trx: Trx, itemId: string) =>
  trx
    .selectFrom('shipment_line')
    .innerJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .where('shipment_line.item_id', '=', itemId)
    .where('shipment.received_at', 'is not', null)
    .select([
      'shipment_line.id',
      'shipment_line.lot_id as lotId',
      'shipment_line.quantity',
      'shipment_line.lot_quantity as lotQuantity',
      'shipment_line.returned',
    ])
    .orderBy('shipment_line.id')
    .execute()

export async function setReturned(trx: Trx, id: string, returned: number): Promise<void> {
  await trx.updateTable('shipment_line').set({ returned }).where('id', '=', id).execute()
}

type Ordered = { instrument_id: string; order_id: string; item_id: string }

export async function insertOrdered(trx: Trx, row: Ordered): Promise<void> {
  await trx.insertInto('request_order').values(row).execute()
}

export async function insertPick(
  trx: Trx,
  row: { reservation_id: string; picked_at: Temporal.Instant; picked_by: string | null },
): Promise<void> {
  await trx
    .insertInto('request_pick')
    .values(row)
    .onConflict((conflict) => conflict.column('reservation_id').doNothing())
    .execute()
}

export async function deletePick(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('request_pick').where('reservation_id', '=', id).execute()
}

const title = sql<LocalText>`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`

/** Smallest parts of an item in its unit; the query must name the table `request_item`. */
const inItemUnits = (smallest: string) =>
  sql<number>`(${sql.ref(smallest)}::numeric / coalesce((${JSON.stringify(parts)}::jsonb->>request_item.unit)::numeric, 1))`

const unitOfItem = sql<Unit>`request_item.unit`.as('unit')

const person = sql<{ id: string; name: string } | null>`case when person.id is not null
  then jsonb_build_object('id', person.id, 'name', person.name) end`

/** What left for a request, the newest first. By `shipment_of_request`. */
export const listShipments = async (
  db: Db,
  { id: requestId, ...paging }: Paging & { id: string },
) =>
  pageBy(
    db,
    {
      rows: shipmentRows(db).where('shipment.request_id', '=', requestId),
      by: { id: 'shipment.id' },
      direction: 'desc',
    },
    paging,
  )

/** The labels of the samples that left with a line. */
const sampleCodes = sql<string[]>`array(
  select sample.code
  from request_sample
  join sample on sample.id = request_sample.sample_id
  where request_sample.shipment_id = shipment_line.shipment_id
    and request_sample.item_id = shipment_line.item_id
  order by sample.code
)`

const shipmentRows = (db: Db) =>
  db
    .selectFrom('shipment')
    .leftJoin('person', 'person.id', 'shipment.sent_by')
    .select((eb) => [
      'shipment.id',
      sql<Way>`shipment.way`.as('way'),
      'shipment.carrier',
      'shipment.tracking',
      'shipment.collected_by as collectedBy',
      'shipment.note',
      'shipment.sent_at as sentAt',
      person.as('sentBy'),
      'shipment.received_at as receivedAt',
      'shipment.lost_at as lostAt',
      jsonArrayFrom(
        eb
          .selectFrom('shipment_line')
          .innerJoin('request_item', 'request_item.id', 'shipment_line.item_id')
          .innerJoin('record', 'record.id', 'request_item.record_id')
          .leftJoin('lot', 'lot.id', 'shipment_line.lot_id')
          .whereRef('shipment_line.shipment_id', '=', 'shipment.id')
          .select([
            'shipment_line.item_id as item',
            title.as('title'),
            'lot.code as lot',
            sampleCodes.as('samples'),
            inItemUnits('shipment_line.quantity').as('quantity'),
            inItemUnits('shipment_line.returned').as('returned'),
            sql<AskedUnit>`request_item.unit`.as('unit'),
          ])
          .orderBy('shipment_line.id'),
      ).as('lines'),
    ])

/** Requests that the viewer decides about. */
function decidedBy(viewer: Actor) {
  return inRole(viewer, 'steward')
}

/** Empty where it lies nowhere, so that those come first. */
const place = sql<string>`coalesce(place_path(placement.place_id), '')`

type Picking = Paging & PickFilter & { requestId?: string; code?: string }

/** What is held back for requests that can be shipped and that the viewer decides about, in order of place. */
export async function listPicks(
  db: Db,
  viewer: Actor,
  { requestId, code, picked, ...paging }: Picking,
) {
  const rows = pickRows(db)
    .where(decidedBy(viewer))
    .$if(requestId !== undefined, (some) => some.where('request.id', '=', requestId ?? ''))
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(lot.code) = upper(${code ?? ''})`),
    )
    .$if(picked !== undefined, (some) =>
      some.where('request_pick.reservation_id', picked === 'yes' ? 'is not' : 'is', null),
    )
  const by = { place, id: 'request_reservation.reservation_id' } as const
  const found = await pageBy(db, { rows, by }, paging)
  return { ...found, items: found.items.map((row) => ({ ...row, place: row.place || null })) }
}

const pickRows = (db: Db) =>
  db
    .selectFrom('request')
    .innerJoin('request_item', 'request_item.request_id', 'request.id')
    .innerJoin('request_reservation', 'request_reservation.item_id', 'request_item.id')
    .innerJoin('lot_reservation', 'lot_reservation.id', 'request_reservation.reservation_id')
    .innerJoin('lot', 'lot.id', 'request_reservation.lot_id')
    .innerJoin('record', 'record.id', 'request_item.record_id')
    .leftJoin('placement', 'placement.lot_id', 'lot.id')
    .leftJoin('request_pick', 'request_pick.reservation_id', 'request_reservation.reservation_id')
    .leftJoin('person', 'person.id', 'request_pick.picked_by')
    .where('request.state', '=', 'fulfilling')
    .where('lot_reservation.open', '>', 0)
    .select([
      'request_reservation.reservation_id as id',
      sql<{ id: string; number: string }>`jsonb_build_object(
        'id', request.id, 'number', request.number)`.as('request'),
      'request_item.id as item',
      sql<{ id: string; title: LocalText }>`jsonb_build_object(
        'id', record.id, 'title', ${title})`.as('record'),
      sql<{ id: string; code: string }>`jsonb_build_object('id', lot.id, 'code', lot.code)`.as(
        'lot',
      ),
      place.as('place'),
      inItemUnits('request_reservation.quantity').as('quantity'),
      unitOfItem,
      'request_pick.picked_at as pickedAt',
      person.as('pickedBy'),
    ])
