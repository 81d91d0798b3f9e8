import { type SqlBool, sql } from 'kysely'
import { keptOnly } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { inUnits, recordOfLot, unitOfLot } from '../queries.ts'
import type { HeldFilter } from './model.ts'

/** Empty where it lies nowhere, so that those come first. */
const place = sql<string>`coalesce(place_path(placement.place_id), '')`

/** What is held back of lots that the viewer keeps, in order of place. By `lot_reservation_open`. */
export async function listHeld(
  db: Db,
  viewer: Actor,
  { code, purpose, ...paging }: Paging & HeldFilter & { code?: string },
) {
  const rows = db
    .selectFrom('lot_reservation')
    .innerJoin('lot', 'lot.id', 'lot_reservation.lot_id')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('institution', 'institution.id', 'lot.institution_id')
    .leftJoin('placement', 'placement.lot_id', 'lot.id')
    .leftJoin('request_reservation', 'request_reservation.reservation_id', 'lot_reservation.id')
    .leftJoin('request_item', 'request_item.id', 'request_reservation.item_id')
    .where('lot_reservation.open', '>', 0)
    .where(keptOnly(viewer))
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(lot.code) = upper(${code ?? ''})`),
    )
    .$if(purpose !== undefined, (some) =>
      some.where(sql<SqlBool>`strpos(lower(lot_reservation.purpose), lower(${purpose ?? ''})) > 0`),
    )
    .select([
      'lot_reservation.id',
      sql<{ id: string; code: string }>`jsonb_build_object('id', lot.id, 'code', lot.code)`.as(
        'lot',
      ),
      recordOfLot,
      named('institution'),
      place.as('place'),
      'lot_reservation.purpose',
      inUnits('lot_reservation.open').as('open'),
      unitOfLot,
      'lot_reservation.made_at as madeAt',
      'request_item.request_id as requestId',
    ])
  const found = await pageBy(db, { rows, by: { place, id: 'lot_reservation.id' } }, paging)
  return { ...found, items: found.items.map((row) => ({ ...row, place: row.place || null })) }
}
