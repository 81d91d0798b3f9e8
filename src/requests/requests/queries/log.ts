import { type Insertable, sql, type SqlBool, type Updateable } from 'kysely'
import type { EntitlementTable, RequestItemTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { LocalText } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Delivery, EventType, RequestEvent } from '../model/events.ts'
import type { Entitlement } from '../rules/projections.ts'
import type { Item } from '../rules/state.ts'

/** All that happened, in order; without the internal where they are not for the reader. By the primary key. */
export async function eventsOf(db: Db, id: string, { internal }: { internal: boolean }) {
  const rows = await db
    .selectFrom('request_event')
    .where('request_id', '=', id)
    .$if(!internal, (some) => some.where('is_public', '=', true))
    .select([
      'number',
      'at',
      'by_id as by',
      sql<EventType>`type`.as('type'),
      'is_public as isPublic',
      sql<Record<string, unknown>>`data`.as('data'),
    ])
    .$if(internal, (some) => some.select('for_ids as forIds'))
    .orderBy('number')
    .execute()
  return rows.map(({ data, ...row }) => ({ ...data, ...row }))
}

export async function insertEvents(
  trx: Trx,
  id: string,
  events: readonly (RequestEvent & { number: number; isPublic: boolean; forIds: string[] })[],
): Promise<void> {
  await trx
    .insertInto('request_event')
    .values(
      events.map(({ number, at, by, type, isPublic, forIds, ...data }) => ({
        request_id: id,
        number,
        at,
        by_id: by,
        for_ids: forIds,
        type,
        is_public: isPublic,
        data: JSON.stringify(data),
      })),
    )
    .execute()
}

/** The items of a request as they are asked for, in order. */
export const itemsOf = async (db: Db, id: string) =>
  db
    .selectFrom('request_item')
    .innerJoin('record', 'record.id', 'request_item.record_id')
    .where('request_item.request_id', '=', id)
    .select([
      'request_item.id',
      'request_item.record_id as recordId',
      sql<Delivery>`request_item.delivery`.as('delivery'),
      'request_item.quantity',
      'request_item.unit',
      'request_item.is_loan as isLoan',
      'request_item.is_asked as isAsked',
      sql<Record<string, unknown>>`request_item.target`.as('target'),
      sql<string>`record.kind`.as('kind'),
      sql<LocalText>`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`.as('title'),
    ])
    .orderBy('request_item.position')
    .orderBy('request_item.id')
    .execute()

/** What of a record each item means, in words: a service, a lot, a version. */
export async function targetNamesOf(db: Db, id: string): Promise<Map<string, LocalText>> {
  const rows = await db
    .selectFrom('request_item')
    .leftJoin('service', (join) =>
      join
        .onRef('service.instrument_id', '=', 'request_item.record_id')
        .on(sql<SqlBool>`service.id::text = request_item.target->>'serviceId'`),
    )
    .leftJoin('service_version', (join) =>
      join
        .onRef('service_version.instrument_id', '=', 'service.instrument_id')
        .onRef('service_version.service_id', '=', 'service.id')
        .onRef('service_version.number', '=', 'service.version'),
    )
    .leftJoin('lot', (join) =>
      join
        .onRef('lot.record_id', '=', 'request_item.record_id')
        .on(sql<SqlBool>`lot.id::text = request_item.target->>'lotId'`),
    )
    .where('request_item.request_id', '=', id)
    .select([
      'request_item.id',
      sql<string | null>`coalesce(service_version.title_zh, lot.code)`.as('zh'),
      sql<string | null>`coalesce(service_version.title_en, lot.code)`.as('en'),
    ])
    .execute()
  return new Map(rows.flatMap(({ id: item, zh, en }) => ((zh ?? en) ? [[item, { zh, en }]] : [])))
}

export type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number]

export async function insertItems(trx: Trx, rows: readonly Insertable<RequestItemTable>[]) {
  if (rows.length > 0)
    await trx
      .insertInto('request_item')
      .values([...rows])
      .execute()
}

export async function changeItem(
  trx: Trx,
  id: string,
  change: Updateable<RequestItemTable>,
): Promise<void> {
  await trx.updateTable('request_item').set(change).where('id', '=', id).execute()
}

export async function deleteItem(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('request_item').where('id', '=', id).execute()
}

/** What follows from the events, written beside the item. */
export async function updateItem(trx: Trx, item: Item): Promise<void> {
  const { decision } = item
  await trx
    .updateTable('request_item')
    .set({
      quantity: item.quantity,
      unit: item.unit,
      is_loan: item.isLoan,
      target: JSON.stringify(item.target),
      answer: decision?.answer ?? null,
      approved_quantity: decision?.quantity ?? null,
      conditions: decision?.conditions ?? null,
      ended: item.ended,
      shipped: item.shipped,
      received: item.received,
      returned: item.returned,
      reported_at: item.reportedAt,
    })
    .where('id', '=', item.id)
    .execute()
}

type Members = readonly { personId: string; since: string; until: string | null }[]

/** Somebody who left and came again within the same moment has one row of it: the later. */
export async function putMembers(trx: Trx, id: string, members: Members): Promise<void> {
  const rows = new Map(members.map((member) => [`${member.personId} ${member.since}`, member]))
  await trx.deleteFrom('request_member').where('request_id', '=', id).execute()
  await trx
    .insertInto('request_member')
    .values(
      [...rows.values()].map(({ personId, since, until }) => ({
        request_id: id,
        person_id: personId,
        since,
        until,
      })),
    )
    .execute()
}

/** What a request's items hold back, with what of each is still open in parts of its lot; the oldest first. */
export const reservationsHeld = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_reservation')
    .innerJoin('lot_reservation', 'lot_reservation.id', 'request_reservation.reservation_id')
    .innerJoin('request_item', 'request_item.id', 'request_reservation.item_id')
    .where('request_item.request_id', '=', requestId)
    .where('lot_reservation.open', '>', 0)
    .select([
      'request_reservation.item_id as itemId',
      'request_reservation.reservation_id as id',
      'request_reservation.lot_id as lotId',
      'request_reservation.quantity',
      'lot_reservation.open',
    ])
    .orderBy('request_reservation.reservation_id')
    .execute()

export async function insertHeld(
  trx: Trx,
  row: { item_id: string; reservation_id: string; lot_id: string; quantity: number },
): Promise<void> {
  await trx.insertInto('request_reservation').values(row).execute()
}

export async function setHeldQuantity(trx: Trx, id: string, quantity: number): Promise<void> {
  await trx
    .updateTable('request_reservation')
    .set({ quantity })
    .where('reservation_id', '=', id)
    .execute()
}

/** Access that is not ended. */
export const openEntitlements = async (db: Db, requestId: string) =>
  db
    .selectFrom('entitlement')
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .select(['id', 'item_id as itemId', 'person_id as personId', 'period', 'since', 'until'])
    .execute()

export async function insertEntitlement(trx: Trx, row: Insertable<EntitlementTable>) {
  await trx.insertInto('entitlement').values(row).execute()
}

export async function moveEnd(trx: Trx, id: string, { until }: Pick<Entitlement, 'until'>) {
  await trx.updateTable('entitlement').set({ until }).where('id', '=', id).execute()
}

export async function endEntitlements(trx: Trx, ids: readonly string[], at: Temporal.Instant) {
  if (ids.length > 0)
    await trx
      .updateTable('entitlement')
      .set({ ended_at: at })
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
}
