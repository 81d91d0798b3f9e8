import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Actor, PersonActor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { OrderRow, OrderState, Side } from './model.ts'
import { isEnded, waitsFor } from './rules.ts'
import type { ServiceOrderFileTable, ServiceOrderTable } from '../../../db/schema.ts'
import {
  instrumentZone,
  policyInForce,
  staffedAmong,
  staffedBy,
  staffOf,
} from '../../instruments/expressions.ts'
import { preparedForKeeper } from '../../catalog/visible.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'

const from = sql`
  select
    o.id,
    o.instrument_id as "instrumentId",
    jsonb_build_object('zh', record.title_zh, 'en', record.title_en) as instrument,
    record.institution_id as "institutionId",
    record.collection_id as "collectionId",
    ${instrumentZone} as zone,
    o.number,
    o.service_id as "serviceId",
    o.service_version as "serviceVersion",
    jsonb_build_object('zh', v.title_zh, 'en', v.title_en) as title,
    v.unit,
    v.turnaround_days as "turnaroundDays",
    v.prices,
    v.fields,
    o.person_id as "personId",
    person.name as "personName",
    o.lab_id as "labId",
    o.state,
    o.version,
    o.answers,
    o.samples,
    o.submitted_at as "submittedAt",
    o.due_at as "dueAt",
    o.quote,
    o.quote_fen as "quoteFen",
    o.quote_until as "quoteUntil",
    o.accepted_at as "acceptedAt",
    o.delivered_at as "deliveredAt",
    o.machine_hours as "machineHours",
    o.rating,
    o.rating_words as "ratingWords",
    (
      select jsonb_build_object('id', request.id, 'number', request.number)
      from request_order
      join request_item on request_item.id = request_order.item_id
      join request on request.id = request_item.request_id
      where request_order.instrument_id = o.instrument_id and request_order.order_id = o.id
    ) as request
  from service_order o
  join service_version v
    on v.instrument_id = o.instrument_id
    and v.service_id = o.service_id
    and v.number = o.service_version
  join record on record.id = o.instrument_id
  join institution on institution.id = record.institution_id
  join person on person.id = o.person_id
  ${policyInForce}
`

const ownedBy = (actor: Actor) =>
  actor.type === 'person' ? sql`o.person_id = ${actor.personId}::uuid` : sql`false`

/** An order of the viewer or of an instrument that the viewer is staff of. `lock` locks its row. */
export async function findOrder(
  db: Db,
  actor: Actor,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    ${from}
    where o.id = ${id}::uuid
      and (${ownedBy(actor)} or ${staffedBy(actor)})
    ${lock ? sql`for no key update of o` : sql``}
  `.execute(db)
  return rows[0]
}

type OrderFilter = {
  role: 'requester' | 'staff'
  states?: readonly OrderState[] | undefined
  instrument?: string | undefined
}
type OrderPlace = { dueMs: number; id: string }

/** Own orders, newest first; orders for staff by due date, then by age. */
export async function listOrders(
  db: Db,
  actor: Actor,
  { limit, after, ...asked }: OrderFilter & { limit: number; after?: OrderPlace | undefined },
): Promise<OrderRow[]> {
  const mine = asked.role === 'requester'
  const due = sql`coalesce((extract(epoch from o.due_at) * 1000)::bigint, 9000000000000000)`
  const onwards = mine
    ? sql`o.id < ${after?.id}::uuid`
    : sql`(${due}, o.id) > (${after?.dueMs}::bigint, ${after?.id}::uuid)`
  const { rows } = await sql<OrderRow>`
    ${from}
    where ${narrowed(actor, asked)} and ${after ? onwards : sql`true`}
    order by ${mine ? sql`o.id desc` : sql`${due}, o.id`}
    limit ${limit + 1}
  `.execute(db)
  return rows
}

const countOf = (where: Expression<SqlBool>, most: number) => sql<{ count: number }>`
  select count(*)::int as count
  from (
    select 1
    from service_order o
    join record on record.id = o.instrument_id
    where ${where}
    limit ${most}
  ) counted
`

/** How many, counted no further than `most`. */
export async function countOrders(
  db: Db,
  actor: Actor,
  { most, ...asked }: OrderFilter & { most: number },
): Promise<number> {
  const { rows } = await countOf(narrowed(actor, asked), most).execute(db)
  return rows[0]?.count ?? 0
}

const waiting = (role: Side, whose: Expression<SqlBool>) =>
  countOf(
    sql`${whose} and o.ended_at is null and o.state = any(${[...waitsFor[role]]}::text[])`,
    100,
  )

const ownWaiting = preparedOne((_, { personId }: Bound<{ personId: string }>) =>
  waiting('requester', sql<SqlBool>`o.person_id = ${personId}::uuid`),
)
const staffWaiting = preparedForKeeper((_, staff) => waiting('staff', staffedAmong(staff)))

/** How many wait for a person, up to a hundred; by `service_order_of_person` and `service_order_to_do`. */
export async function countWaiting(db: Db, actor: PersonActor, role: Side): Promise<number> {
  const { personId } = actor
  const found =
    role === 'requester'
      ? await ownWaiting(db, { personId })
      : await staffWaiting(db, staffOf(actor))
  return found?.count ?? 0
}

const narrowed = (actor: Actor, { role, states, instrument }: OrderFilter) => sql<SqlBool>`
  ${role === 'requester' ? ownedBy(actor) : staffedBy(actor)}
  and ${states ? sql`o.state = any(${states}::text[])` : sql`true`}
  and ${states?.every((state) => !isEnded(state)) ? sql`o.ended_at is null` : sql`true`}
  and ${instrument === undefined ? sql`true` : sql`o.instrument_id = ${instrument}::uuid`}
`

export type OrderChange = Updateable<ServiceOrderTable>

type Key = { instrumentId: string; id: string }

/** The next number of a year in the whole province; others wait for it until the transaction ends. */
export async function nextNumber(trx: Trx, year: number): Promise<string> {
  const { last } = await trx
    .insertInto('order_numbering')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql<number>`order_numbering.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${year}-${String(last).padStart(4, '0')}`
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

/** The events of an order, oldest first. */
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
