import { type Insertable, sql, type Updateable } from 'kysely'
import type { ServiceOrderFileTable, ServiceOrderTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

export type OrderChange = Updateable<ServiceOrderTable>

type Key = { instrumentId: string; id: string }

/** The next number of a year at an instrument, whose row the transaction holds. */
export async function nextNumber(trx: Trx, instrumentId: string, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(split_part(number, '-', 2)::int), 0) as last
    from service_order
    where instrument_id = ${instrumentId}::uuid
      and number like ${`${year}-%`}
  `.execute(trx)
  return `${year}-${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}

export async function insertOrder(trx: Trx, order: Insertable<ServiceOrderTable>): Promise<string> {
  const { id } = await trx
    .insertInto('service_order')
    .values(order)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateOrder(
  trx: Trx,
  { instrumentId, id }: Key,
  change: OrderChange,
): Promise<void> {
  await trx
    .updateTable('service_order')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export async function insertEvent(
  trx: Trx,
  { instrumentId, id }: Key,
  event: { at: Temporal.Instant; by: string | null; type: string; note: string | null },
): Promise<void> {
  await trx
    .insertInto('service_order_event')
    .values({
      instrument_id: instrumentId,
      order_id: id,
      at: event.at,
      by_id: event.by,
      type: event.type,
      note: event.note,
    })
    .execute()
}

/** What happened to an order, oldest first. */
export async function listEvents(db: Db, { instrumentId, id }: Key) {
  return db
    .selectFrom('service_order_event as e')
    .leftJoin('person', 'person.id', 'e.by_id')
    .where('e.instrument_id', '=', instrumentId)
    .where('e.order_id', '=', id)
    .select(['e.at', 'e.type', 'e.note', 'e.by_id as byId', 'person.name as byName'])
    .orderBy('e.id')
    .execute()
}

export async function insertFile(trx: Trx, file: Insertable<ServiceOrderFileTable>): Promise<void> {
  await trx.insertInto('service_order_file').values(file).execute()
}

export async function listFiles(db: Db, { instrumentId, id }: Key) {
  return db
    .selectFrom('service_order_file as f')
    .where('f.instrument_id', '=', instrumentId)
    .where('f.order_id', '=', id)
    .select([
      'f.id',
      'f.key',
      'f.name',
      'f.size_bytes as sizeBytes',
      'f.field',
      'f.added_at as addedAt',
    ])
    .orderBy('f.id')
    .execute()
}
