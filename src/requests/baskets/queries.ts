import { type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'
import type { Delivery } from '../requests/model/events.ts'
import type { AskedUnit } from '../requests/model/units.ts'
import type { Target } from './model.ts'
import type { Thing } from './rules.ts'

/** Whose a basket is: a person's, or that of a guest whose cookie has this hash. */
export type Holder = { personId: string } | { guestHash: Buffer }

const heldBy = (holder: Holder) =>
  'personId' in holder
    ? sql<SqlBool>`basket.person_id = ${holder.personId}::uuid`
    : sql<SqlBool>`basket.guest_hash = ${holder.guestHash}`

export const findBasket = async (db: Db, holder: Holder) =>
  db
    .selectFrom('basket')
    .where(heldBy(holder))
    .select(['basket.id', 'basket.version'])
    .executeTakeFirst()

/** The basket, made where there is none, counted as changed and held until the end of the transaction. */
export async function holdBasket(trx: Trx, holder: Holder, now: Temporal.Instant) {
  const whose =
    'personId' in holder ? { person_id: holder.personId } : { guest_hash: holder.guestHash }
  return trx
    .insertInto('basket')
    .values({ ...whose, created_at: now, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .constraint('personId' in holder ? 'basket_of_person' : 'basket_of_guest')
        .doUpdateSet((eb) => ({ version: eb('basket.version', '+', 1), changed_at: now })),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}

/** How many things are in a basket: what the header of every page says. */
export async function countItems(db: Db, holder: Holder): Promise<number> {
  const row = await ('personId' in holder ? countOfPerson(db, holder) : countOfGuest(db, holder))
  return row?.count ?? 0
}

const itemCount = (db: Db) =>
  db
    .selectFrom('basket')
    .innerJoin('basket_item', 'basket_item.basket_id', 'basket.id')
    .where('basket_item.removed_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count'))

const countOfPerson = preparedOne((db, { personId }: Bound<{ personId: string }>) =>
  itemCount(db).where('basket.person_id', '=', personId),
)
const countOfGuest = preparedOne((db, { guestHash }: Bound<{ guestHash: Buffer }>) =>
  itemCount(db).where('basket.guest_hash', '=', guestHash),
)

const versionNumber = sql<number | null>`(
  select number from dataset_version
  where record_id = basket_item.record_id and id::text = basket_item.target->>'versionId'
)`
const lotCode = sql<string | null>`(
  select code from lot
  where record_id = basket_item.record_id and id::text = basket_item.target->>'lotId'
)`

/** Its items in the order of adding; with those taken out since a moment. */
export const listItems = async (db: Db, holder: Holder, removedSince: Temporal.Instant) =>
  db
    .selectFrom('basket')
    .innerJoin('basket_item', 'basket_item.basket_id', 'basket.id')
    .leftJoin('service', (join) =>
      join
        .onRef('service.instrument_id', '=', 'basket_item.record_id')
        .on(sql<SqlBool>`service.id::text = basket_item.target->>'serviceId'`),
    )
    .leftJoin('service_version', (join) =>
      join
        .onRef('service_version.instrument_id', '=', 'service.instrument_id')
        .onRef('service_version.service_id', '=', 'service.id')
        .onRef('service_version.number', '=', 'service.version'),
    )
    .where(heldBy(holder))
    .where(
      sql<SqlBool>`(basket_item.removed_at is null or basket_item.removed_at > ${removedSince}::timestamptz)`,
    )
    .select([
      'basket_item.id',
      'basket_item.record_id as recordId',
      sql<Delivery>`basket_item.delivery`.as('delivery'),
      'basket_item.quantity',
      sql<AskedUnit | null>`basket_item.unit`.as('unit'),
      'basket_item.is_loan as isLoan',
      sql<Target>`basket_item.target`.as('target'),
      'basket_item.added_at as addedAt',
      'basket_item.removed_at as removedAt',
      sql<boolean>`service.id is not null and service.ended_at is null`.as('hasService'),
      versionNumber.as('versionNumber'),
      lotCode.as('lotCode'),
      'service_version.title_zh as serviceZh',
      'service_version.title_en as serviceEn',
      sql<AskedUnit | null>`service_version.unit`.as('serviceUnit'),
    ])
    .orderBy('basket_item.added_at')
    .orderBy('basket_item.id')
    .execute()

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number]

type Added = { basketId: string; recordId: string; thing: Thing; now: Temporal.Instant }

/** Adds a thing, or changes how much of it is there already; one that was taken out is back at the end. */
export async function putItem(
  trx: Trx,
  { basketId, recordId, thing, now }: Added,
): Promise<{ id: string }> {
  return trx
    .insertInto('basket_item')
    .values({
      basket_id: basketId,
      record_id: recordId,
      delivery: thing.delivery,
      quantity: thing.quantity,
      unit: thing.unit,
      is_loan: thing.isLoan,
      target: JSON.stringify(thing.target),
      added_at: now,
    })
    .onConflict((conflict) =>
      conflict.constraint('basket_item_once').doUpdateSet((eb) => ({
        quantity: eb.ref('excluded.quantity'),
        unit: eb.ref('excluded.unit'),
        added_at: sql<Temporal.Instant>`case when basket_item.removed_at is null then basket_item.added_at else excluded.added_at end`,
        removed_at: null,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

type Key = { basketId: string; id: string }

/** An item that is in the basket; with `removed`, one that was taken out. */
export const findItem = async (db: Db, { basketId, id }: Key, isRemoved = false) =>
  db
    .selectFrom('basket_item')
    .where('basket_id', '=', basketId)
    .where('id', '=', id)
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .select([
      'id',
      'record_id as recordId',
      sql<AskedUnit | null>`unit`.as('unit'),
      'quantity',
      'is_loan as isLoan',
      sql<Target>`target`.as('target'),
    ])
    .executeTakeFirst()

export async function setThing(trx: Trx, id: string, thing: Thing): Promise<void> {
  const { quantity, unit } = thing
  const change = { quantity, unit, target: JSON.stringify(thing.target) }
  await trx.updateTable('basket_item').set(change).where('id', '=', id).execute()
}

export async function setRemoved(trx: Trx, id: string, at: Temporal.Instant | null): Promise<void> {
  await trx.updateTable('basket_item').set({ removed_at: at }).where('id', '=', id).execute()
}

/** Takes out all that is not among these; for good, as is what was taken out before. */
export async function keepOnly(trx: Trx, basketId: string, ids: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('basket_item')
    .where('basket_id', '=', basketId)
    .where(sql<SqlBool>`not (id = any(${[...ids]}::uuid[]))`)
    .execute()
}

/** Forgets what was taken out too long ago to be put back. */
export async function forgetRemoved(
  trx: Trx,
  basketId: string,
  before: Temporal.Instant,
): Promise<void> {
  await trx
    .deleteFrom('basket_item')
    .where('basket_id', '=', basketId)
    .where('removed_at', '<=', before)
    .execute()
}

/** Those of a person's items that these are, taken out for good. */
export async function deleteItems(
  trx: Trx,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('basket_item')
    .using('basket')
    .whereRef('basket.id', '=', 'basket_item.basket_id')
    .where('basket.person_id', '=', personId)
    .where(sql<SqlBool>`basket_item.id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** How many are in a basket that is held. */
export async function countIn(trx: Trx, basketId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('basket_item')
    .where('basket_id', '=', basketId)
    .where('removed_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Takes a guest's basket away from them; answers its items, those added first before. */
export async function takeGuestItems(trx: Trx, guestHash: Buffer) {
  const held = await trx
    .selectFrom('basket')
    .where('guest_hash', '=', guestHash)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  if (!held) return undefined
  const items = await trx
    .selectFrom('basket_item')
    .where('basket_id', '=', held.id)
    .where('removed_at', 'is', null)
    .select(['id', 'added_at as addedAt'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return { basketId: held.id, items }
}

/** Moves items into another basket; those that are there already stay behind. */
export async function moveItems(
  trx: Trx,
  { to, ids }: { to: string; ids: readonly string[] },
): Promise<void> {
  await sql`
    insert into basket_item (basket_id, record_id, delivery, quantity, unit, is_loan, target, added_at)
    select ${to}, record_id, delivery, quantity, unit, is_loan, target, added_at
    from basket_item
    where id = any(${[...ids]}::uuid[])
    on conflict on constraint basket_item_once
      do update set quantity = excluded.quantity, unit = excluded.unit, removed_at = null
      where basket_item.removed_at is not null
  `.execute(trx)
}

export async function deleteBasket(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('basket').where('id', '=', id).execute()
}

export async function deleteGuestBasketsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('basket')
    .where('guest_hash', 'is not', null)
    .where('changed_at', '<', before)
    .execute()
}

/** Whether a version of a dataset is published and has all of these files. */
export async function hasFiles(
  db: Db,
  {
    recordId,
    versionId,
    fileIds,
  }: { recordId: string; versionId: string; fileIds: readonly string[] },
): Promise<{ hasVersion: boolean; hasAll: boolean }> {
  const found = await db
    .selectFrom('dataset_version')
    .where('record_id', '=', recordId)
    .where('id', '=', versionId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .select(
      sql<number>`(
        select count(*)::int from dataset_file
        where version_id = dataset_version.id and id = any(${[...fileIds]}::uuid[])
      )`.as('files'),
    )
    .executeTakeFirst()
  return { hasVersion: found !== undefined, hasAll: found?.files === new Set(fileIds).size }
}
