import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { AmountUnit } from '../../samples/model.ts'
import { inRole } from '../requests/queries/requests.ts'
import type { HoldState } from './model.ts'

/** What is held for a request and has not left, what was picked first before the others. By `request_sample_of_item`. */
export const heldFor = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_sample')
    .innerJoin('request_item', 'request_item.id', 'request_sample.item_id')
    .innerJoin('sample', 'sample.id', 'request_sample.sample_id')
    .where('request_item.request_id', '=', requestId)
    .where('request_sample.ended_at', 'is', null)
    .where('request_sample.shipment_id', 'is', null)
    .select([
      'request_sample.id',
      'request_sample.item_id as itemId',
      'request_sample.sample_id as sampleId',
      'sample.code',
      sql<boolean>`request_sample.picked_at is not null`.as('isPicked'),
    ])
    .orderBy('request_sample.picked_at', (order) => order.asc().nullsLast())
    .orderBy('request_sample.id')
    .execute()

export type HeldRow = Awaited<ReturnType<typeof heldFor>>[number]

/** Those of these samples that are there and free to be held, locked until the end of the transaction. */
export async function lockFree(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('sample')
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .where('blocked_at', 'is', null)
    .where('state', '=', 'stored')
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

type Holding = {
  itemId: string
  sampleIds: readonly string[]
  at: Temporal.Instant
  by: string | null
}

/** Holds those that nobody else holds: `sample_held_once` decides; answers them. */
export async function holdSamples(
  trx: Trx,
  { itemId, sampleIds, at, by }: Holding,
): Promise<string[]> {
  if (sampleIds.length === 0) return []
  const rows = await trx
    .insertInto('request_sample')
    .columns(['item_id', 'sample_id', 'reserved_at', 'reserved_by'])
    .expression(
      sql`select ${itemId}::uuid, id, ${at}::timestamptz, ${by}::uuid
        from unnest(${[...sampleIds]}::uuid[]) as chosen (id)`,
    )
    .onConflict((conflict) =>
      conflict.column('sample_id').where('ended_at', 'is', null).doNothing(),
    )
    .returning('sample_id as id')
    .execute()
  return rows.map(({ id }) => id)
}

type Ended = { ids: readonly string[]; at: Temporal.Instant; by: string | null }

export async function releaseHolds(trx: Trx, { ids, at, by }: Ended): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('request_sample')
    .set({ ended_as: 'released', ended_at: at, ended_by: by })
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

export async function setPicked(
  trx: Trx,
  { id, ...picked }: { id: string; at: Temporal.Instant | null; by: string | null },
): Promise<void> {
  await trx
    .updateTable('request_sample')
    .set({ picked_at: picked.at, picked_by: picked.by })
    .where('id', '=', id)
    .execute()
}

type Sent = {
  holdIds: readonly string[]
  shipmentId: string
  number: string
  isLoan: boolean
  keepsPlaces: boolean
  at: Temporal.Instant
  by: string | null
}

/** The samples leave: as they are, out of their places unless these are kept for them. */
export async function sendSamples(trx: Trx, sent: Sent): Promise<void> {
  const { holdIds, shipmentId, number, isLoan, keepsPlaces, at, by } = sent
  const ofHolds = sql`select sample_id from request_sample where id = any(${[...holdIds]}::uuid[])`
  await sql`
    update request_sample set shipment_id = ${shipmentId}, sent_amount = sample.amount
    from sample
    where sample.id = request_sample.sample_id
      and request_sample.id = any(${[...holdIds]}::uuid[])`.execute(trx)
  await sql`
    update sample set state = ${isLoan ? 'out' : 'shipped'}, version = version + 1
    where id in (${ofHolds})`.execute(trx)
  await (isLoan && keepsPlaces
    ? sql`update placement set is_kept = true where sample_id in (${ofHolds})`.execute(trx)
    : sql`delete from placement where sample_id in (${ofHolds})`.execute(trx))
  await noteEvents(trx, { samples: ofHolds, kind: 'ship', note: number, at, by })
}

type Noted = {
  samples: RawBuilder<unknown>
  kind: 'ship' | 'return' | 'thaw'
  note: string
  at: Temporal.Instant
  by: string | null
}

const noteEvents = async (trx: Trx, { samples, kind, note, at, by }: Noted) =>
  sql`insert into sample_event (sample_id, kind, note, at, by)
    select noted.sample_id, ${kind}, ${note}, ${at}, ${by}::uuid
    from (${samples}) as noted`.execute(trx)

/** A sample of a request that is on loan and was received. */
export const findLoan = async (
  trx: Trx,
  { requestId, sampleId }: { requestId: string; sampleId: string },
) =>
  trx
    .selectFrom('request_sample')
    .innerJoin('request_item', 'request_item.id', 'request_sample.item_id')
    .innerJoin('sample', 'sample.id', 'request_sample.sample_id')
    .where('request_item.request_id', '=', requestId)
    .where('request_sample.sample_id', '=', sampleId)
    .where('request_sample.ended_at', 'is', null)
    .where('sample.state', '=', 'out')
    .select([
      'request_sample.id',
      'request_sample.item_id as itemId',
      'request_sample.sample_id as sampleId',
      'request_sample.sent_amount as sentAmount',
    ])
    .forUpdate('sample')
    .executeTakeFirst()

type Back = {
  holdId: string
  sampleId: string
  amount: number
  isThawed: boolean
  note: string
  at: Temporal.Instant
  by: string | null
}

/** A loan comes back: what is left of it is there again, in the place that was kept for it. */
export async function takeSampleBack(trx: Trx, back: Back): Promise<void> {
  const { holdId, sampleId, amount, isThawed, note, at, by } = back
  await trx
    .updateTable('request_sample')
    .set({ ended_as: 'returned', ended_at: at, ended_by: by, returned_amount: amount })
    .where('id', '=', holdId)
    .execute()
  await sql`
    update sample set
      state = ${amount > 0 ? 'stored' : 'used_up'}, amount = ${amount},
      freeze_thaws = freeze_thaws + ${isThawed ? 1 : 0}, version = version + 1
    where id = ${sampleId}`.execute(trx)
  await (amount > 0
    ? sql`update placement set is_kept = false where sample_id = ${sampleId}`.execute(trx)
    : sql`delete from placement where sample_id = ${sampleId}`.execute(trx))
  const samples = sql`select ${sampleId}::uuid as sample_id`
  if (isThawed) await noteEvents(trx, { samples, kind: 'thaw', note, at, by })
  await noteEvents(trx, { samples, kind: 'return', note, at, by })
}

/** Whether samples of an item are out one by one. */
export async function hasSamplesOut(db: Db, itemId: string): Promise<boolean> {
  const found = await db
    .selectFrom('request_sample')
    .where('item_id', '=', itemId)
    .where('shipment_id', 'is not', null)
    .where('ended_at', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const sex = sql<string | null>`coalesce(donor.sex, sample_source.sex)`

const sampleColumns = [
  'sample.id',
  'sample.code',
  'sample.type',
  'sample.amount',
  sql<AmountUnit>`sample.unit`.as('unit'),
  sex.as('sex'),
] as const

const ageBand = sql<
  string | null
>`(sample.age_years / 10 * 10) || '–' || (sample.age_years / 10 * 10 + 9)`

const state = sql<HoldState>`case
  when request_sample.ended_as = 'blocked' or sample.blocked_at is not null then 'blocked'
  when request_sample.ended_as = 'returned' then 'returned'
  when request_sample.shipment_id is null then
    case when request_sample.picked_at is null then 'reserved' else 'picked' end
  when shipment.lost_at is not null then 'lost'
  when shipment.received_at is null then 'under_way'
  when request_item.is_loan then 'on_loan'
  else 'received'
end`

const holdRows = (db: Db) =>
  db
    .selectFrom('request_sample')
    .innerJoin('request_item', 'request_item.id', 'request_sample.item_id')
    .innerJoin('request', 'request.id', 'request_item.request_id')
    .innerJoin('sample', 'sample.id', 'request_sample.sample_id')
    .leftJoin('donor', 'donor.id', 'sample.donor_id')
    .leftJoin('sample_source', 'sample_source.id', 'sample.source_id')
    .select(sampleColumns)

type OfRequest = Paging & { id: string; isStaff: boolean }

/** What is held for a request or was; for who asked, once it is approved. */
export const listHolds = async (db: Db, { id: requestId, isStaff, ...paging }: OfRequest) =>
  pageBy(
    db,
    {
      rows: holdRows(db)
        .leftJoin('shipment', 'shipment.id', 'request_sample.shipment_id')
        .where('request.id', '=', requestId)
        .where(sql<SqlBool>`request_sample.ended_as is distinct from 'released'`)
        .$if(!isStaff, (some) => some.where('request_item.answer', '=', 'approved'))
        .select([
          'request_sample.id as hold',
          'request_sample.item_id as item',
          ageBand.as('ageBand'),
          state.as('state'),
        ]),
      by: { hold: 'request_sample.id' },
    },
    paging,
  )

/** A well as its box calls it. */
const well = sql`case
  when placement.well is null then ''
  when place.well_names = 'numbers' then '/' || (placement.well + 1)
  else '/' || case when placement.well / placement.column_count >= 26
      then chr(64 + placement.well / placement.column_count / 26) else '' end
    || chr(65 + placement.well / placement.column_count % 26) || (placement.well % placement.column_count + 1)
end`
/** Empty where it stands nowhere, so that those come first. */
const place = sql<string>`coalesce(place_path(placement.place_id) || ${well}, '')`

type Picking = Paging & { requestId?: string; code?: string }

/** Samples to pick for requests that the viewer decides about and that can be shipped, in order of place. */
export async function listSamplePicks(
  db: Db,
  viewer: Actor,
  { requestId, code, ...paging }: Picking,
) {
  const rows = holdRows(db)
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .leftJoin('place', 'place.id', 'placement.place_id')
    .where(inRole(viewer, 'steward'))
    .where('request.state', '=', 'fulfilling')
    .where('request_sample.ended_at', 'is', null)
    .where('request_sample.shipment_id', 'is', null)
    .where('sample.blocked_at', 'is', null)
    .$if(requestId !== undefined, (some) => some.where('request.id', '=', requestId ?? ''))
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(sample.code) = upper(${code ?? ''})`),
    )
    .select([
      'request_sample.id as hold',
      sql<{ id: string; number: string }>`jsonb_build_object(
        'id', request.id, 'number', request.number)`.as('request'),
      place.as('place'),
      sql<boolean>`request_sample.picked_at is not null`.as('isPicked'),
    ])
  const by = { place, hold: 'request_sample.id' } as const
  const found = await pageBy(db, { rows, by }, paging)
  return { ...found, items: found.items.map((row) => ({ ...row, place: row.place || null })) }
}
