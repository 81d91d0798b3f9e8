import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Period } from '../../core/periods.ts'
import type { OutageKind } from './model.ts'

type Key = { instrumentId: string; id: string }

export type OutageRow = {
  id: string
  instrumentId: string
  start: Temporal.Instant
  end: Temporal.Instant
  isEstimate: boolean
  kind: OutageKind
  reason: string
  planned: boolean
  planId: string | null
  createdAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
}

const columns = sql`
  outage.id,
  outage.instrument_id as "instrumentId",
  o.starts_at as start,
  o.ends_at as "end",
  outage.is_estimate as "isEstimate",
  outage.kind,
  outage.reason,
  outage.planned,
  outage.plan_id as "planId",
  outage.created_at as "createdAt",
  outage.cancelled_at as "cancelledAt"
`
const tables = sql`
  outage
  join occupancy o on o.instrument_id = outage.instrument_id and o.id = outage.id
`

export async function findOutage(
  db: Db,
  { instrumentId, id }: Key,
): Promise<OutageRow | undefined> {
  const { rows } = await sql<OutageRow>`
    select ${columns}
    from ${tables}
    where outage.instrument_id = ${instrumentId}::uuid and outage.id = ${id}::uuid
  `.execute(db)
  return rows[0]
}

/** Outages of an instrument that end after a moment, in order of start, cancelled ones left out. */
export async function listOutages(
  db: Db,
  { instrumentId, endsAfter }: { instrumentId: string; endsAfter: Temporal.Instant },
): Promise<OutageRow[]> {
  const { rows } = await sql<OutageRow>`
    select ${columns}
    from ${tables}
    where outage.instrument_id = ${instrumentId}::uuid
      and outage.cancelled_at is null
      and o.ends_at > ${endsAfter}::timestamptz
    order by o.starts_at
    limit 200
  `.execute(db)
  return rows
}

export async function insertOutage(
  trx: Trx,
  outage: {
    instrumentId: string
    id: string
    kind: OutageKind
    reason: string
    planned: boolean
    isEstimate: boolean
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('outage')
    .values({
      instrument_id: outage.instrumentId,
      id: outage.id,
      kind: outage.kind,
      reason: outage.reason,
      planned: outage.planned,
      is_estimate: outage.isEstimate,
      created_at: outage.createdAt,
      created_by: outage.createdBy,
    })
    .execute()
}

export async function updateOutage(
  trx: Trx,
  { instrumentId, id }: Key,
  { kind, reason, isEstimate }: { kind: OutageKind; reason: string; isEstimate: boolean },
): Promise<void> {
  await trx
    .updateTable('outage')
    .set({ kind, reason, is_estimate: isEstimate })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export async function cancelOutageRow(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<void> {
  await trx
    .updateTable('outage')
    .set({ cancelled_at: at, cancelled_by: by })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export type HitRow = {
  id: string
  kind: 'booking' | 'outage'
  isInUse: boolean
  start: Temporal.Instant
  end: Temporal.Instant
}

/** What stands in the way of an outage, by `occupancy_slot_taken`; holds do not: a form can wait. */
export async function findHits(
  trx: Trx,
  { instrumentId, id, period }: { instrumentId: string; id: string | null; period: Period },
): Promise<HitRow[]> {
  const inTheWay = sql`
    o.instrument_id = ${instrumentId}::uuid
    and o.taken && tstzrange(${period.start}::timestamptz, ${period.end}::timestamptz)
  `
  await sql`delete from occupancy o where ${inTheWay} and o.kind = 'hold'`.execute(trx)
  const { rows } = await sql<HitRow>`
    select
      o.id,
      o.kind,
      coalesce(b.state = 'in_use', false) as "isInUse",
      o.starts_at as start,
      o.ends_at as "end"
    from occupancy o
    left join booking b on b.instrument_id = o.instrument_id and b.id = o.id
    where ${inTheWay}
      and o.released_at is null
      and o.id is distinct from ${id}::uuid
    order by o.starts_at
  `.execute(trx)
  return rows
}
