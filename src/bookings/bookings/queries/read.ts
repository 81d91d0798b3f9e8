import type { BookingState, BookingRow } from '../model.ts'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ActionOn } from '../../../audit/model.ts'
import { preparedForKeeper } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import {
  instrumentZone,
  policyInForce,
  staffedAmong,
  staffedBy,
  staffOf,
} from '../../../instruments/expressions.ts'

/** Columns of {@link BookingRow}. */
export const bookingColumns = sql`
  b.id,
  b.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  record.institution_id as "institutionId",
  record.collection_id as "collectionId",
  ${instrumentZone} as zone,
  b.starts_at as start,
  b.ends_at as "end",
  b.state,
  b.person_id as "personId",
  person.name as "personName",
  b.booked_by as "bookedBy",
  booker.name as "bookedByName",
  b.lab_id as "labId",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  b.purpose,
  b.project,
  b.audience,
  b.assisted,
  b.planned_samples as "plannedSamples",
  b.policy_version as "policyVersion",
  b.series_id as "seriesId",
  b.group_id as "groupId",
  b.override_reason as "overrideReason",
  b.version,
  b.sequence,
  b.created_at as "createdAt",
  b.confirmed_at as "confirmedAt",
  b.decision_note as "decisionNote",
  b.started_at as "startedAt",
  b.finished_at as "finishedAt",
  b.cancelled_at as "cancelledAt",
  b.cancelled_as as "cancelledAs",
  b.cancel_reason as "cancelReason",
  b.missed_at as "missedAt",
  b.sample_count as "sampleCount",
  b.consumables,
  b.use_note as "useNote"
`

/** Where {@link bookingColumns} come from: bookings as `b`, read from the table or from a statement that writes them. */
export const bookingTablesFrom = (bookings: RawBuilder<unknown>) => sql`
  ${bookings} b
  join record on record.id = b.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
  join person on person.id = b.person_id
  left join person booker on booker.id = b.booked_by
  left join lab on lab.id = b.lab_id
`

export const bookingTables = bookingTablesFrom(sql`booking`)

/** One booking that the viewer may see, by `booking_by_id`. */
export async function findBooking(
  db: Db,
  viewer: Actor,
  id: string,
): Promise<BookingRow | undefined> {
  const { rows } = await sql<BookingRow>`
    select ${bookingColumns}
    from ${bookingTables}
    where b.id = ${id}::uuid and ${visibleTo(viewer)}
  `.execute(db)
  return rows[0]
}

/** What was done to a booking, newest first, and by whom where that was a person; by `audit_by_entity`. */
export const listDeeds = async (db: Db, id: string) =>
  db
    .selectFrom('audit')
    .where('entity', '=', 'booking')
    .where('entity_id', '=', id)
    .select([
      'at',
      sql<string | null>`case when actor_type = 'person' then actor_name end`.as('by'),
      sql<ActionOn<'booking'>>`action`.as('action'),
      sql<Record<string, unknown>>`coalesce(before, '{}')`.as('before'),
      sql<Record<string, unknown>>`coalesce(after, '{}')`.as('after'),
    ])
    .orderBy('id', 'desc')
    .execute()

/** Where an instrument stands, and whom to ask. */
export async function findPlace(db: Db, instrumentId: string) {
  return db
    .selectFrom('record')
    .innerJoin('instrument', 'instrument.record_id', 'record.id')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where('record.id', '=', instrumentId)
    .select([
      'institution.name_zh as zh',
      'institution.name_en as en',
      'instrument.address',
      'instrument.contact',
      'instrument.lng',
      'instrument.lat',
    ])
    .executeTakeFirst()
}
export type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

export type BookingDecision = { id: string; approved: boolean; at: Temporal.Instant }

const approval: ActionOn<'booking'> = 'booking.approve'
const refusal: ActionOn<'booking'> = 'booking.decline'

/**
 * Decisions that stand, newest first: of one booking by `audit_by_entity`, or those that somebody took since a moment by
 * `audit_by_actor`. One that was taken back, or that something followed upon, is none.
 */
export async function listDecisions(
  db: Db,
  of: { booking: string } | { decider: string; since: Temporal.Instant },
): Promise<BookingDecision[]> {
  const whose =
    'booking' in of
      ? sql`audit.entity_id = ${of.booking}::uuid`
      : sql`audit.actor_id = ${of.decider}::uuid and audit.at > ${of.since}::timestamptz`
  const { rows } = await sql<BookingDecision>`
    select distinct on (b.id) b.id, recent.action = ${approval} as approved, recent.at
    from (
      select audit.id, audit.entity_id, audit.action, audit.at
      from audit
      where audit.entity = 'booking'
        and audit.action in (${approval}, ${refusal})
        and ${whose}
      order by audit.id desc
      limit 200
    ) recent
    join booking b on b.id = recent.entity_id
    where case recent.action
      when ${approval} then b.state = 'confirmed' and b.confirmed_at = recent.at
      else b.state = 'cancelled' and b.cancelled_as = 'declined' and b.cancelled_at = recent.at
    end
    order by b.id, recent.id desc
  `.execute(db)
  return rows
}

export type BookingFilter = {
  /** The viewer's own. */
  person?: string | undefined
  lab?: string | undefined
  instrument?: string | undefined
  series?: string | undefined
  states?: readonly BookingState[] | undefined
  from?: Temporal.Instant | undefined
  to?: Temporal.Instant | undefined
  /** Of instruments about which this one decides. */
  decidedBy?: Actor | undefined
  /** Earliest first where they are to come, latest first where they are past. */
  order?: 'asc' | 'desc' | undefined
  after?: { startMs: number; id: string } | undefined
  limit: number
}

/**
 * Bookings in order of start, one more than `limit`; by `booking_of_person`, `booking_of_lab` or
 * `booking_of_instrument`, whichever the filter names.
 */
export async function listBookings(
  db: Db,
  viewer: Actor,
  filter: BookingFilter,
): Promise<BookingRow[]> {
  const { order = 'asc', after, limit } = filter
  const direction = order === 'asc' ? sql`asc` : sql`desc`
  const beyond = order === 'asc' ? sql`>` : sql`<`
  const cursor = after
    ? sql`(b.starts_at, b.id) ${beyond} (to_timestamp(${after.startMs}::double precision / 1000), ${after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<BookingRow>`
    select ${bookingColumns}
    from ${bookingTables}
    where ${narrowed(filter)} and ${visibleTo(viewer)} and ${cursor}
    order by b.starts_at ${direction}, b.id ${direction}
    limit ${limit + 1}
  `.execute(db)
  return rows
}

export async function countBookings(
  db: Db,
  viewer: Actor,
  filter: BookingFilter,
  atMost: number,
): Promise<number> {
  const where = sql`${narrowed(filter)} and ${visibleTo(viewer)}`
  const { rows } = await countOf(where, atMost).execute(db)
  return rows[0]?.count ?? 0
}

const countOf = (where: Expression<unknown>, most: number) => sql<{ count: number }>`
  select count(*) as count
  from (
    select 1
    from booking b
    join record on record.id = b.instrument_id
    where ${where}
    limit ${most}
  ) counted
`

const toDecide = preparedForKeeper((_, staff) =>
  countOf(sql`${isUndecided} and ${staffedAmong(staff)}`, 100),
)

/** How many bookings wait for the actor's decision, up to a hundred; by `booking_to_decide`. */
export const countToDecide = async (db: Db, actor: Actor): Promise<number> =>
  (await toDecide(db, staffOf(actor)))?.count ?? 0

/** As `booking_to_decide` has it: a generated column implies nothing to the planner. */
const isUndecided = sql<SqlBool>`b.confirmed_at is null and b.cancelled_at is null and b.missed_at is null`

function narrowed({ person, lab, instrument, series, states, from, to, decidedBy }: BookingFilter) {
  const parts = [
    ...(person === undefined ? [] : [sql`b.person_id = ${person}::uuid`]),
    ...(lab === undefined ? [] : [sql`b.lab_id = ${lab}::uuid`]),
    ...(instrument === undefined ? [] : [sql`b.instrument_id = ${instrument}::uuid`]),
    ...(series === undefined ? [] : [sql`b.series_id = ${series}::uuid`]),
    ...(states === undefined ? [] : [sql`b.state = any(${[...states]}::text[])`]),
    ...(from === undefined
      ? []
      : [
          sql`b.ends_at > ${from}::timestamptz and b.starts_at > ${from}::timestamptz - interval '92 days'`,
        ]),
    ...(decidedBy === undefined ? [] : [isUndecided, staffedBy(decidedBy)]),
    ...(to === undefined ? [] : [sql`b.starts_at < ${to}::timestamptz`]),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

/** Whose bookings the viewer may look at: their own and their labs', and those of instruments that they decide about. */
function visibleTo(viewer: Actor) {
  if (viewer.type !== 'person') return staffedBy(viewer)
  const { personId, labs } = viewer
  return sql`(
    b.person_id = ${personId}::uuid
    or b.booked_by = ${personId}::uuid
    or b.lab_id = any(${labs.map(({ labId }) => labId)}::uuid[])
    or ${staffedBy(viewer)}
  )`
}

/** The lab in whose name a person's latest use was booked; by `booking_of_person`. */
export async function latestLabOf(db: Db, personId: string): Promise<string | null> {
  const latest = await db
    .selectFrom('booking')
    .where('person_id', '=', personId)
    .orderBy('starts_at', 'desc')
    .select('lab_id as labId')
    .limit(1)
    .executeTakeFirst()
  return latest?.labId ?? null
}
