import { sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

/** When bookings were last changed, by `audit_by_entity`; those of which nothing was written down are left out. */
export async function lastChanges(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  const { rows } = await sql<{ id: string; at: Temporal.Instant }>`
    select entity_id as id, max(at) as at
    from audit
    where entity = 'booking' and entity_id = any(${ids}::uuid[])
    group by entity_id
  `.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

export type Place = { zh: string | null; en: string | null; address: string | null }

/** Where instruments stand. */
export async function placesOf(db: Db, ids: readonly string[]): Promise<Map<string, Place>> {
  const { rows } = await sql<Place & { id: string }>`
    select record.id, institution.name_zh as zh, institution.name_en as en, instrument.address
    from record
    join instrument on instrument.record_id = record.id
    join institution on institution.id = record.institution_id
    where record.id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

export type TakenRow = {
  id: string
  kind: 'booking' | 'outage'
  start: Temporal.Instant
  end: Temporal.Instant
  releasedAt: Temporal.Instant | null
  sequence: number
  isPending: boolean
  outageKind: 'fault' | 'maintenance' | 'calibration' | 'training' | 'other' | null
  createdAt: Temporal.Instant
}

/** What takes an instrument's time, and what was given back since `releasedAfter`; earliest first. */
export async function takenOf(
  db: Db,
  instrumentId: string,
  window: {
    from: Temporal.Instant
    to: Temporal.Instant
    releasedAfter: Temporal.Instant
    limit: number
  },
): Promise<TakenRow[]> {
  const { rows } = await sql<TakenRow>`
    select
      o.id,
      o.kind,
      coalesce(b.starts_at, o.starts_at) as start,
      coalesce(b.ends_at, o.ends_at) as "end",
      case when o.kind = 'outage' then outage.cancelled_at
        else coalesce(b.cancelled_at, b.missed_at) end as "releasedAt",
      coalesce(b.sequence, 0) as sequence,
      coalesce(b.state = 'pending', false) as "isPending",
      outage.kind as "outageKind",
      coalesce(b.created_at, outage.created_at) as "createdAt"
    from occupancy o
    left join booking b on b.instrument_id = o.instrument_id and b.id = o.id
    left join outage on outage.instrument_id = o.instrument_id and outage.id = o.id
    where o.instrument_id = ${instrumentId}::uuid
      and o.kind <> 'hold'
      and coalesce(b.ends_at, o.ends_at) > ${window.from}::timestamptz
      and coalesce(b.starts_at, o.starts_at) < ${window.to}::timestamptz
      and (
        o.released_at is null
        or o.released_at > ${window.releasedAfter}::timestamptz
        or b.finished_at is not null
      )
    order by start, o.id
    limit ${window.limit}
  `.execute(db)
  return rows
}
