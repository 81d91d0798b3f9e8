import { type Insertable, sql } from 'kysely'
import type { LotEntryTable, LotReservationTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { inUnits, unitOfLot } from '../queries.ts'
import type { EntryKind } from './model.ts'

/** The ledger of a lot, the newest line first. */
export const listEntries = async (db: Db, lotId: string, paging: Paging) =>
  pageBy(
    db,
    {
      rows: entryRows(db).where('lot_entry.lot_id', '=', lotId),
      by: { number: 'lot_entry.number' },
      direction: 'desc',
    },
    paging,
  )

/** Writes a line; the database gives it its number and counts it. */
export async function insertEntry(trx: Trx, row: Insertable<LotEntryTable>) {
  const { id } = await trx
    .insertInto('lot_entry')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return entryRows(trx).where('lot_entry.id', '=', id).executeTakeFirstOrThrow()
}

export type EntryRow = Awaited<ReturnType<typeof insertEntry>>

export async function insertReservation(
  trx: Trx,
  row: Insertable<LotReservationTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('lot_reservation')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How much of a reservation is still held back; its lot is locked by the caller. */
export async function openOf(
  trx: Trx,
  { lotId, id }: { lotId: string; id: string },
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('lot_reservation')
    .where('lot_id', '=', lotId)
    .where('id', '=', id)
    .select('open')
    .executeTakeFirst()
  return row?.open
}

/** Whether a record is of a breed that the law protects. */
export async function isProtectedStock(db: Db, recordId: string): Promise<boolean> {
  const row = await db
    .selectFrom('animal_profile')
    .where('record_id', '=', recordId)
    .where('breed_protection', 'is not', null)
    .select('record_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The request that a reservation is held back for, if it is for one. */
export const requestHolding = async (db: Db, reservationId: string) =>
  db
    .selectFrom('request_reservation')
    .innerJoin('request_item', 'request_item.id', 'request_reservation.item_id')
    .innerJoin('request', 'request.id', 'request_item.request_id')
    .where('request_reservation.reservation_id', '=', reservationId)
    .select(['request.id', 'request.number'])
    .executeTakeFirst()

/** What of a lot is held back for no request, the oldest first; by `lot_reservation_open`. */
export const openReservations = async (db: Db, lotId: string) =>
  db
    .selectFrom('lot_reservation')
    .innerJoin('lot', 'lot.id', 'lot_reservation.lot_id')
    .leftJoin('request_reservation', 'request_reservation.reservation_id', 'lot_reservation.id')
    .where('lot_reservation.lot_id', '=', lotId)
    .where('lot_reservation.open', '>', 0)
    .where('request_reservation.reservation_id', 'is', null)
    .select([
      'lot_reservation.id',
      'lot_reservation.purpose',
      inUnits('lot_reservation.open').as('open'),
      unitOfLot,
    ])
    .orderBy('lot_reservation.id')
    .execute()

const entryRows = (db: Db) =>
  db
    .selectFrom('lot_entry')
    .innerJoin('lot', 'lot.id', 'lot_entry.lot_id')
    .leftJoin('person', 'person.id', 'lot_entry.by')
    .leftJoin('lot as other', 'other.id', 'lot_entry.other_lot_id')
    .leftJoin('lot_reservation', 'lot_reservation.id', 'lot_entry.reservation_id')
    .select(columns)

/** Somebody or something by id and one column more; null where the join found nothing. */
const idAnd = <Name extends string>(table: string, name: Name) =>
  sql<{ [K in 'id' | Name]: string } | null>`case
    when ${sql.ref(`${table}.id`)} is not null
    then jsonb_build_object(
      'id', ${sql.ref(`${table}.id`)}, ${sql.lit(name)}, ${sql.ref(`${table}.${name}`)}
    )
  end`

/** In units of the lot. */
const columns = [
  'lot_entry.id',
  'lot_entry.lot_id as lotId',
  'lot_entry.number',
  sql<EntryKind>`lot_entry.kind`.as('kind'),
  unitOfLot,
  inUnits('lot_entry.change').as('change'),
  inUnits('lot_entry.held').as('held'),
  inUnits('lot_entry.balance').as('balance'),
  inUnits('lot_entry.reserved').as('reserved'),
  'lot_entry.reason',
  'lot_entry.passes_reserve as passesReserve',
  'lot_entry.approval',
  inUnits<number | null>('lot_entry.counted').as('counted'),
  inUnits<number | null>('lot_entry.expected').as('expected'),
  idAnd('lot_reservation', 'purpose').as('reservation'),
  idAnd('other', 'code').as('otherLot'),
  'lot_entry.at',
  idAnd('person', 'name').as('by'),
] as const
