import { sql } from 'kysely'
import type { Audience, Policy, QualificationKind } from './model.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import {
  instrumentColumns,
  type InstrumentRow,
  instrumentTables,
  knownTo,
} from '../../instruments/expressions.ts'

/** An instrument with its policy in force: what every question about its time needs. */
export type BookableRow = InstrumentRow & {
  /** 0: no policy was ever written, nothing is limited. */
  policyVersion: number
  policy: Policy
}

/** Columns of {@link BookableRow}, of `instrumentTables`. */
export const bookableColumns = sql`
  ${instrumentColumns},
  coalesce(policy.version, 0) as "policyVersion",
  coalesce(policy.rules, '{}') as policy
`

/** Instruments that the viewer may know of, by `record_pkey` and `booking_policy_pkey`. */
export async function findBookables(
  db: Db,
  viewer: Actor,
  ids: readonly string[],
): Promise<BookableRow[]> {
  const { rows } = await sql<BookableRow>`
    select ${bookableColumns}
    from ${instrumentTables}
    where record.id = any(${ids}::uuid[]) and ${knownTo(viewer)}
    order by record.id
  `.execute(db)
  return rows
}

export type PolicyVersionRow = {
  version: number
  rules: Policy
  note: string | null
  createdAt: Temporal.Instant
  createdBy: string | null
}

/** Every version of an instrument's policy, the one in force first. */
export async function listPolicies(db: Db, instrumentId: string): Promise<PolicyVersionRow[]> {
  return db
    .selectFrom('booking_policy')
    .leftJoin('person', 'person.id', 'booking_policy.created_by')
    .where('instrument_id', '=', instrumentId)
    .select([
      'booking_policy.version',
      sql<Policy>`booking_policy.rules`.as('rules'),
      'booking_policy.note',
      'booking_policy.created_at as createdAt',
      'person.name as createdBy',
    ])
    .orderBy('booking_policy.version', 'desc')
    .execute()
}

export async function insertPolicy(
  trx: Trx,
  policy: {
    instrumentId: string
    version: number
    rules: Policy
    note: string | null
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('booking_policy')
    .values({
      instrument_id: policy.instrumentId,
      version: policy.version,
      rules: JSON.stringify(policy.rules),
      note: policy.note,
      created_at: policy.createdAt,
      created_by: policy.createdBy,
    })
    .execute()
}

/** How many of these labs exist. */
export async function countLabsAmong(db: Db, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from lab where id = any(${[...ids]}::uuid[])
  `.execute(db)
  return rows[0]?.count ?? 0
}

export type ReplayedBooking = {
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
export async function listReplayedBookings(
  db: Db,
  { instrumentId, from, to }: Window,
  limit: number,
): Promise<ReplayedBooking[]> {
  const { rows } = await sql<ReplayedBooking>`
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

export async function listReplayedOutages(
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
