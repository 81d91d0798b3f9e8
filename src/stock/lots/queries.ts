import { type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, LotTable } from '../../../db/schema.ts'
import { keptOnly, readableBy } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { inUnits, recordOfLot, unitOfLot } from '../queries.ts'
import type { Level, LotFilter, origins } from './model.ts'

type Narrowed = Omit<LotFilter, 'place'> & {
  record?: string
  /** Places, each with all that is inside. */
  places?: readonly string[] | undefined
}

/** Lots whose stock the viewer reads, in order of code. */
export async function listLots(
  db: Db,
  viewer: Actor,
  { code, level, institution, record, places, show, ...paging }: Paging & Narrowed,
) {
  const rows = lotRows(db, viewer)
    .where(stockReadBy(viewer))
    .$if(code !== undefined, (some) => some.where(hasCode(code ?? '')))
    .$if(level !== undefined, (some) => some.where(levelOf, '=', level ?? 'low'))
    .$if(institution !== undefined, (some) =>
      some.where('lot.institution_id', '=', institution ?? ''),
    )
    .$if(record !== undefined, (some) => some.where('lot.record_id', '=', record ?? ''))
    .$if(places !== undefined, (some) => some.where(liesIn(places ?? [])))
    .$if(show === 'used', (some) => some.where('lot.frozen_at', 'is', null))
    .$if(show === 'frozen', (some) => some.where('lot.frozen_at', 'is not', null))
  return pageBy(db, { rows, by: { code: 'lot.code', id: 'lot.id' } }, paging)
}

export const findLot = async (db: Db, viewer: Actor, id: string) =>
  lotRows(db, viewer).where('lot.id', '=', id).where(stockReadBy(viewer)).executeTakeFirst()

export type LotRow = NonNullable<Awaited<ReturnType<typeof findLot>>>

/** The lot of this code that an institution has. */
export const findLotByCode = async (
  db: Db,
  { institutionId, code }: { institutionId: string; code: string },
) =>
  db
    .selectFrom('lot')
    .where('institution_id', '=', institutionId)
    .where(hasCode(code))
    .select('id')
    .executeTakeFirst()

/** Lots in smallest parts, each held until the end of the transaction; in order of id, so that two never wait for each other. */
export const lockLots = async (trx: Trx, viewer: Actor, ids: readonly string[]) =>
  heldRows(trx)
    .where('lot.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(stockReadBy(viewer))
    .orderBy('lot.id')
    .forNoKeyUpdate('lot')
    .execute()

export type HeldLot = Awaited<ReturnType<typeof lockLots>>[number]

/** The lots of a record that may be asked for, held as above. */
export const lockOffered = async (trx: Trx, recordId: string) =>
  heldRows(trx)
    .where('lot.record_id', '=', recordId)
    .where(isOffered)
    .orderBy('lot.id')
    .forNoKeyUpdate('lot')
    .execute()

/** What of a record's lots can be had, whoever asks. */
export const offeredOf = async (db: Db, recordId: string) =>
  db
    .selectFrom('lot')
    .where('lot.record_id', '=', recordId)
    .where(isOffered)
    .select([
      unitOfLot,
      'lot.thousand_seed_grams as thousandSeedGrams',
      freeParts.as('free'),
      'lot.request_max as requestMax',
    ])
    .execute()

/** The lots of several records, and what of each can be had: nothing of one that is not offered. */
export const stockOfEach = async (db: Db, recordIds: readonly string[]) =>
  db
    .selectFrom('lot')
    .where(sql<SqlBool>`lot.record_id = any(${recordIds}::uuid[])`)
    .select([
      'lot.record_id as recordId',
      unitOfLot,
      'lot.thousand_seed_grams as thousandSeedGrams',
      sql<number>`case when ${isOffered} then ${freeParts} else 0 end`.as('free'),
      'lot.request_max as requestMax',
    ])
    .execute()

/** Whether a lot of a record may be asked for by itself. */
export const isLotOffered = async (
  db: Db,
  { recordId, lotId }: { recordId: string; lotId: string },
): Promise<boolean> =>
  (await db
    .selectFrom('lot')
    .where('lot.record_id', '=', recordId)
    .where('lot.id', '=', lotId)
    .where(isOffered)
    .select('lot.id')
    .executeTakeFirst()) !== undefined

/** A lot of a record that may be asked for, by the code on its label. */
export const findOfferedLot = async (
  db: Db,
  { recordId, code }: { recordId: string; code: string },
) =>
  db
    .selectFrom('lot')
    .where('lot.record_id', '=', recordId)
    .where(sql<boolean>`upper(lot.code) = upper(${code})`)
    .where(isOffered)
    .select('lot.id')
    .executeTakeFirst()

/** Whether a record has lots at all, frozen ones included. */
export const hasLots = async (db: Db, recordId: string): Promise<boolean> =>
  (await db
    .selectFrom('lot')
    .where('record_id', '=', recordId)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether the viewer reads the stock of a record. */
export const isReadBy = async (db: Db, viewer: Actor, recordId: string): Promise<boolean> =>
  (await db
    .selectFrom('record')
    .where('record.id', '=', recordId)
    .where(stockReadBy(viewer))
    .select('record.id')
    .executeTakeFirst()) !== undefined

export async function insertLot(trx: Trx, row: Insertable<LotTable>): Promise<string> {
  const { id } = await trx.insertInto('lot').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateLot(trx: Trx, id: string, change: Updateable<LotTable>): Promise<void> {
  await trx
    .updateTable('lot')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertParents(trx: Trx, id: string, parentIds: readonly string[]) {
  if (parentIds.length === 0) return
  await trx
    .insertInto('lot_parent')
    .values(parentIds.map((parent_id) => ({ lot_id: id, parent_id })))
    .execute()
}

/** Where a lot lies. */
export const placeOf = async (db: Db, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('placement')
      .where('lot_id', '=', id)
      .select('place_id as placeId')
      .executeTakeFirst()
  )?.placeId

/** Puts a lot into a place, or nowhere. */
export async function putLot(
  trx: Trx,
  id: string,
  place: { id: string; holdsOne: boolean } | null,
): Promise<void> {
  await trx.deleteFrom('placement').where('lot_id', '=', id).execute()
  if (place)
    await trx
      .insertInto('placement')
      .values({ lot_id: id, place_id: place.id, holds_one: place.holdsOne })
      .execute()
}

const freeParts = sql<number>`lot.balance - lot.reserved - lot.critical_reserve`

const hasCode = (code: string) => sql<SqlBool>`upper(lot.code) = upper(${code})`

/** May be asked for: neither frozen nor a harvest that is still weighed. */
const isOffered = sql<SqlBool>`(
  lot.is_offered and lot.frozen_at is null
  and (lot.origin <> 'harvested' or lot.harvest_closed_at is not null)
)`

const levelOf = sql<Level>`case
  when lot.balance = 0 then 'empty'
  when lot.balance < lot.critical_reserve then 'below_reserve'
  when ${freeParts} < coalesce(lot.request_max, 1) then 'low'
  else 'enough'
end`

const liesIn = (ids: readonly string[]) => sql<SqlBool>`placement.place_id in (
  with recursive down (id) as (
    select unnest(${[...ids]}::uuid[])
    union
    select place.id from down join place on place.parent_id = down.id
  )
  select id from down
)`

const isOpenHarvest = sql<boolean>`(
  lot.origin = 'harvested' and lot.harvest_closed_at is null
)`.as('isOpenHarvest')

const heldRows = (trx: Trx) =>
  trx
    .selectFrom('lot')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .select([
      'lot.id',
      'lot.code',
      'lot.institution_id as institutionId',
      'lot.record_id as recordId',
      'record.institution_id as recordInstitutionId',
      'record.collection_id as collectionId',
      unitOfLot,
      'lot.thousand_seed_grams as thousandSeedGrams',
      'lot.generation',
      'lot.origin',
      isOpenHarvest,
      'lot.balance',
      'lot.reserved',
      'lot.critical_reserve as criticalReserve',
      'lot.request_max as requestMax',
      freeParts.as('free'),
      'lot.is_offered as isOffered',
      'lot.note',
      'lot.frozen_at as frozenAt',
      'lot.version',
    ])

/**
 * Stock is read by who keeps the record, and by its stewards as far as they may read the record itself: they decide
 * about what is asked of it.
 */
const stockReadBy = (viewer: Actor) =>
  viewer.type === 'person'
    ? sql<SqlBool>`(
        ${keptOnly(viewer)}
        or (${keptOnly({ ...viewer, curates: viewer.stewards })} and ${readableBy(viewer)})
      )`
    : keptOnly(viewer)

const lotRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('lot')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('institution', 'institution.id', 'lot.institution_id')
    .leftJoin('placement', 'placement.lot_id', 'lot.id')
    .select(columns)
    .select((eb) => [
      relatives(eb, 'parents').as('parents'),
      relatives(eb, 'children').as('children'),
      // Whoever only reads it is shown no forms.
      sql<boolean>`${keptOnly(viewer)}`.as('isKept'),
    ])

/** In units of the lot. */
const columns = [
  'lot.id',
  'lot.code',
  recordOfLot,
  named('institution'),
  unitOfLot,
  'lot.thousand_seed_grams as thousandSeedGrams',
  sql<{ id: string; path: string } | null>`case
    when placement.place_id is not null
    then jsonb_build_object('id', placement.place_id, 'path', place_path(placement.place_id))
  end`.as('place'),
  'lot.generation',
  sql<(typeof origins)[number]>`lot.origin`.as('origin'),
  inUnits('lot.balance').as('balance'),
  inUnits('lot.reserved').as('reserved'),
  sql<number>`greatest(
    0, ${inUnits('lot.balance')} - ${inUnits('lot.reserved')} - ${inUnits('lot.critical_reserve')}
  )`.as('free'),
  inUnits('lot.critical_reserve').as('criticalReserve'),
  inUnits<number | null>('lot.request_max').as('requestMax'),
  levelOf.as('level'),
  'lot.is_offered as isOffered',
  isOpenHarvest,
  'lot.note',
  'lot.frozen_at as frozenAt',
  'lot.frozen_reason as frozenReason',
  'lot.created_at as createdAt',
  'lot.version',
] as const

/** The lots that a lot came from, or those that came from it. */
function relatives(eb: ExpressionBuilder<Database, 'lot'>, which: 'parents' | 'children') {
  const [own, other] =
    which === 'parents'
      ? (['lot_parent.lot_id', 'lot_parent.parent_id'] as const)
      : (['lot_parent.parent_id', 'lot_parent.lot_id'] as const)
  return jsonArrayFrom(
    eb
      .selectFrom('lot_parent')
      .innerJoin('lot as relative', 'relative.id', other)
      .whereRef(own, '=', 'lot.id')
      .select(['relative.id', 'relative.code'])
      .orderBy('relative.code'),
  )
}
