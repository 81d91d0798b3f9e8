import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import { policyInForce, staffedBy, instrumentZone } from '../../../instruments/expressions.ts'
import type { Temporal } from '../../../core/time.ts'
import type { OrderState } from '../model.ts'
import type { Unit } from '../../services/model.ts'

export type OrderRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  institutionId: string
  collectionId: string | null
  zone: string
  number: string
  serviceId: string
  serviceVersion: number
  titleZh: string | null
  titleEn: string | null
  unit: Unit
  turnaroundDays: number
  prices: unknown
  fields: unknown
  personId: string
  personName: string
  personEmail: string
  personLang: Lang
  labId: string | null
  state: OrderState
  version: number
  answers: unknown
  samples: unknown
  submittedAt: Temporal.Instant
  dueAt: Temporal.Instant | null
  quote: unknown
  quoteFen: number | null
  quoteUntil: Temporal.Instant | null
  acceptedAt: Temporal.Instant | null
  deliveredAt: Temporal.Instant | null
  machineHours: number | null
  rating: number | null
  ratingWords: string | null
}

const from = sql`
  select
    o.id,
    o.instrument_id as "instrumentId",
    record.title_zh as "instrumentZh",
    record.title_en as "instrumentEn",
    record.institution_id as "institutionId",
    record.collection_id as "collectionId",
    ${instrumentZone} as zone,
    o.number,
    o.service_id as "serviceId",
    o.service_version as "serviceVersion",
    v.title_zh as "titleZh",
    v.title_en as "titleEn",
    v.unit,
    v.turnaround_days as "turnaroundDays",
    v.prices,
    v.fields,
    o.person_id as "personId",
    person.name as "personName",
    person.email as "personEmail",
    person.lang as "personLang",
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
    o.rating_words as "ratingWords"
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

/** An order that the viewer takes part in. `lock` holds it until the transaction ends. */
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

export type OrderFilter = {
  role: 'requester' | 'staff'
  states?: readonly OrderState[] | undefined
  instrument?: string | undefined
  limit: number
  after?: { dueMs: number; id: string } | undefined
}

/** My orders, newest first; those of the staff by when they are due, then by age. */
export async function listOrders(
  db: Db,
  actor: Actor,
  { role, states, instrument, limit, after }: OrderFilter,
): Promise<OrderRow[]> {
  const mine = role === 'requester'
  const due = sql`coalesce((extract(epoch from o.due_at) * 1000)::bigint, 9000000000000000)`
  const onwards = mine
    ? sql`o.id < ${after?.id}::uuid`
    : sql`(${due}, o.id) > (${after?.dueMs}::bigint, ${after?.id}::uuid)`
  const { rows } = await sql<OrderRow>`
    ${from}
    where ${mine ? ownedBy(actor) : staffedBy(actor)}
      and ${states ? sql`o.state = any(${states}::text[])` : sql`true`}
      and ${instrument === undefined ? sql`true` : sql`o.instrument_id = ${instrument}::uuid`}
      and ${after ? onwards : sql`true`}
    order by ${mine ? sql`o.id desc` : sql`${due}, o.id`}
    limit ${limit + 1}
  `.execute(db)
  return rows
}
