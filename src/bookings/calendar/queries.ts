import { sql } from 'kysely'
import type { BookingState } from '../bookings/model.ts'
import { type Candidates, fitting } from '../openings/queries.ts'
import { bookableColumns, type BookableRow } from '../policies/queries.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentTables } from '../../instruments/expressions.ts'

export type OccupancyRow = {
  instrumentId: string
  id: string
  kind: 'booking' | 'hold' | 'outage'
  start: Temporal.Instant
  end: Temporal.Instant
  takenFrom: Temporal.Instant
  takenTo: Temporal.Instant
  personId: string | null
  personName: string | null
  labId: string | null
  bookedBy: string | null
  state: BookingState | null
  purpose: string | null
  reason: string | null
}

/**
 * What takes the time of these instruments in a period, in order of start: one query however many there are, by
 * `occupancy_slot_taken`. A hold that has expired is not there any more.
 */
export async function occupanciesDuring(
  db: Db,
  instrumentIds: readonly string[],
  { period, now }: { period: Period; now: Temporal.Instant },
): Promise<OccupancyRow[]> {
  const { rows } = await sql<OccupancyRow>`
    select
      o.instrument_id as "instrumentId",
      o.id,
      o.kind,
      o.starts_at as start,
      o.ends_at as "end",
      lower(o.taken) as "takenFrom",
      upper(o.taken) as "takenTo",
      coalesce(b.person_id, o.person_id) as "personId",
      person.name as "personName",
      b.lab_id as "labId",
      b.booked_by as "bookedBy",
      b.state,
      b.purpose,
      outage.reason
    from occupancy o
    left join booking b on b.instrument_id = o.instrument_id and b.id = o.id
    left join person on person.id = b.person_id
    left join outage on outage.instrument_id = o.instrument_id and outage.id = o.id
    where o.instrument_id = any(${[...instrumentIds]}::uuid[])
      and o.taken && tstzrange(${period.start}::timestamptz, ${period.end}::timestamptz)
      and o.released_at is null
      and (o.expires_at is null or o.expires_at > ${now}::timestamptz)
    order by o.instrument_id, o.starts_at
  `.execute(db)
  return rows
}

export type TimelineRow = BookableRow & {
  /** What it is sorted by: its institution, then its own name. */
  place: string
}

const name = sql`coalesce(record.title_zh, record.title_en, '')`
const place = sql`(coalesce(institution.name_zh, institution.name_en) || ' ' || ${name})`

/** A page of published instruments by institution and name, one row more than the limit when there are more. */
export async function listTimeline(
  db: Db,
  viewer: Actor,
  asked: Candidates & { limit: number; after?: { place: string; id: string } | undefined },
): Promise<TimelineRow[]> {
  const { after, limit } = asked
  const beyond = after
    ? sql`(${place}, record.id) > (${after.place}, ${after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<TimelineRow>`
    select ${bookableColumns}, ${place} as place
    from ${instrumentTables}
    where ${visible(viewer, asked)} and ${beyond}
    order by ${place}, record.id
    limit ${limit + 1}
  `.execute(db)
  return rows
}

/** How many there are in all. */
export async function countTimeline(db: Db, viewer: Actor, asked: Candidates): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from record join instrument on instrument.record_id = record.id
    where ${visible(viewer, asked)}
  `.execute(db)
  return rows[0]?.count ?? 0
}

const visible = (viewer: Actor, asked: Candidates) => sql`
  record.kind = 'instrument'
  and record.visibility = 'published'
  and ${listedFor(viewer)}
  and ${fitting(asked)}
`
