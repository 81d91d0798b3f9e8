import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Audience, QualificationKind } from '../model.ts'

export type MadeRow = {
  id: string
  personId: string
  personName: string
  labId: string | null
  madeAt: Temporal.Instant
  start: Temporal.Instant
  end: Temporal.Instant
  audience: Audience
  hasProject: boolean
  isOverride: boolean
}

type Window = { instrumentId: string; from: Temporal.Instant; to: Temporal.Instant }

/** Bookings that began in a period and were not cancelled, the latest first; by `booking_of_instrument`. */
export async function listMade(
  db: Db,
  { instrumentId, from, to }: Window,
  limit: number,
): Promise<MadeRow[]> {
  const { rows } = await sql<MadeRow>`
    select
      b.id,
      b.person_id as "personId",
      person.name as "personName",
      b.lab_id as "labId",
      b.created_at as "madeAt",
      b.starts_at as start,
      b.ends_at as "end",
      b.audience,
      b.project is not null as "hasProject",
      b.override_reason is not null as "isOverride"
    from booking b
    join person on person.id = b.person_id
    where b.instrument_id = ${instrumentId}::uuid
      and b.starts_at >= ${from}::timestamptz
      and b.starts_at < ${to}::timestamptz
      and b.cancelled_at is null
    order by b.starts_at desc
    limit ${limit}
  `.execute(db)
  return rows
}

export async function listOutagesMade(
  db: Db,
  { instrumentId, from, to }: Window,
): Promise<{ start: Temporal.Instant; end: Temporal.Instant; madeAt: Temporal.Instant }[]> {
  const { rows } = await sql<{
    start: Temporal.Instant
    end: Temporal.Instant
    madeAt: Temporal.Instant
  }>`
    select o.starts_at as start, o.ends_at as "end", outage.created_at as "madeAt"
    from outage
    join occupancy o on o.instrument_id = outage.instrument_id and o.id = outage.id
    where outage.instrument_id = ${instrumentId}::uuid
      and outage.cancelled_at is null
      and o.ends_at > ${from}::timestamptz
      and o.starts_at < ${to}::timestamptz
  `.execute(db)
  return rows
}

export type QualificationHeldRow = {
  personId: string
  kind: QualificationKind
  from: Temporal.Instant
  to: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
}

/** Everything that anybody was ever allowed to do at an instrument. */
export async function listQualificationsHeld(
  db: Db,
  instrumentId: string,
): Promise<QualificationHeldRow[]> {
  const { rows } = await sql<QualificationHeldRow>`
    select
      person_id as "personId",
      kind,
      granted_at as "from",
      expires_at as "to",
      revoked_at as "revokedAt"
    from qualification
    where instrument_id = ${instrumentId}::uuid
  `.execute(db)
  return rows
}
