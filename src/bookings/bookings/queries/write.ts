import type { BookingRow } from '../model.ts'
import { sql } from 'kysely'
import { bookingColumns, bookingTablesFrom } from './read.ts'
import type { Audience, Policy } from '../../policies/model.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Period } from '../../../core/periods.ts'

export type BookingValues = {
  instrumentId: string
  personId: string
  labId: string | null
  bookedBy: string | null
  purpose: string
  project: string | null
  audience: Audience
  assisted: boolean
  plannedSamples: number | null
  policyVersion: number
  seriesId: string | null
  groupId: string | null
  overrideReason: string | null
  createdAt: string
  confirmedAt: string | null
  confirmedBy: string | null
}

/** Minutes that are taken around each period. */
export type Buffers = { before: number; after: number }

export const buffersOf = ({ bufferBeforeMinutes, bufferAfterMinutes }: Policy): Buffers => ({
  before: bufferBeforeMinutes ?? 0,
  after: bufferAfterMinutes ?? 0,
})

/**
 * Takes the time of one or more bookings that differ in nothing else, in one statement; answers them, earliest first.
 * Breaks `occupancy_slot_taken` when any of it is taken.
 */
export async function insertBookings(
  trx: Trx,
  values: BookingValues,
  taking: { periods: readonly Period[]; buffers: Buffers },
): Promise<BookingRow[]> {
  const { rows } = await sql<BookingRow>`
    with place as (${takenPlaces(values.instrumentId, taking)}),
    booked as (${bookingsIn(values)})
    select ${bookingColumns}
    from ${bookingTablesFrom(sql`booked`)}
    order by b.starts_at
  `.execute(trx)
  return rows
}

/** A booking for each place that was taken. */
const bookingsIn = (values: BookingValues) => sql`
      insert into booking (
        instrument_id, id, starts_at, ends_at, series_start, person_id, lab_id, booked_by, purpose, project, audience,
        assisted, planned_samples, policy_version, series_id, group_id, override_reason, created_at, confirmed_at,
        confirmed_by
      )
      select
        place.instrument_id,
        place.id,
        place.starts_at,
        place.ends_at,
        case when ${values.seriesId}::uuid is null then null else place.starts_at end,
        ${values.personId}::uuid,
        ${values.labId}::uuid,
        ${values.bookedBy}::uuid,
        ${values.purpose},
        ${values.project},
        ${values.audience},
        ${values.assisted}::boolean,
        ${values.plannedSamples}::int,
        ${values.policyVersion}::int,
        ${values.seriesId}::uuid,
        ${values.groupId}::uuid,
        ${values.overrideReason},
        ${values.createdAt}::timestamptz,
        ${values.confirmedAt}::timestamptz,
        ${values.confirmedBy}::uuid
      from place
      returning *
`

const takenPlaces = (
  instrumentId: string,
  { periods, buffers }: { periods: readonly Period[]; buffers: Buffers },
) => sql`
      insert into occupancy (instrument_id, kind, starts_at, ends_at, taken)
      select
        ${instrumentId}::uuid,
        'booking',
        asked.starts_at,
        asked.ends_at,
        tstzrange(
          asked.starts_at - make_interval(mins => ${buffers.before}::int),
          asked.ends_at + make_interval(mins => ${buffers.after}::int)
        )
      from ${rowsOf(periods)} as asked (starts_at, ends_at)
      returning instrument_id, id, starts_at, ends_at
`

/**
 * Periods as rows. One alone is written as a row: of an array PostgreSQL expects ten, and then plans the statement anew
 * each time, which takes as long as all of the booking.
 */
function rowsOf(periods: readonly Period[]) {
  const [one, ...others] = periods
  return one && others.length === 0
    ? sql`(values (${one.start}::timestamptz, ${one.end}::timestamptz))`
    : sql`unnest(
        ${periods.map(({ start }) => start.toString())}::timestamptz[],
        ${periods.map(({ end }) => end.toString())}::timestamptz[]
      )`
}

/** Moves what is taken; breaks `occupancy_slot_taken` when the new time is not free. */
export async function moveOccupancy(
  trx: Trx,
  { instrumentId, id }: { instrumentId: string; id: string },
  { period, buffers }: { period: Period; buffers: Buffers },
): Promise<void> {
  await sql`
    update occupancy
    set
      starts_at = ${period.start}::timestamptz,
      ends_at = ${period.end}::timestamptz,
      taken = tstzrange(
        ${period.start}::timestamptz - make_interval(mins => ${buffers.before}::int),
        ${period.end}::timestamptz + make_interval(mins => ${buffers.after}::int)
      )
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

/** Takes time for a hold or an outage; breaks `occupancy_slot_taken` when it is not free. */
export async function insertOccupancy(
  trx: Trx,
  taking: {
    instrumentId: string
    kind: 'hold' | 'outage'
    period: Period
    buffers: Buffers
    personId: string | null
    expiresAt: string | null
  },
): Promise<string> {
  const { instrumentId, kind, period, buffers, personId, expiresAt } = taking
  const { rows } = await sql<{ id: string }>`
    insert into occupancy (instrument_id, kind, starts_at, ends_at, taken, person_id, expires_at)
    values (
      ${instrumentId}::uuid,
      ${kind},
      ${period.start}::timestamptz,
      ${period.end}::timestamptz,
      tstzrange(
        ${period.start}::timestamptz - make_interval(mins => ${buffers.before}::int),
        ${period.end}::timestamptz + make_interval(mins => ${buffers.after}::int)
      ),
      ${personId}::uuid,
      ${expiresAt}::timestamptz
    )
    returning id
  `.execute(trx)
  const [row] = rows
  if (!row) throw new Error('Nothing was inserted.')
  return row.id
}

/** Gives time back: it is not taken any more, and its row stays. */
export async function releaseOccupancy(
  trx: Trx,
  { instrumentId, id }: { instrumentId: string; id: string },
  at: string,
): Promise<void> {
  await sql`
    update occupancy set released_at = ${at}::timestamptz
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid and released_at is null
  `.execute(trx)
}

export async function deleteHold(
  trx: Trx,
  { instrumentId, id, personId }: { instrumentId: string; id: string; personId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from occupancy
    where instrument_id = ${instrumentId}::uuid
      and id = ${id}::uuid
      and kind = 'hold'
      and person_id = ${personId}::uuid
  `.execute(trx)
  return Number(numAffectedRows ?? 0) > 0
}

export async function insertSeries(
  trx: Trx,
  series: {
    instrumentId: string
    rule: string
    period: Period
    zone: string
    createdAt: string
    createdBy: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('booking_series')
    .values({
      instrument_id: series.instrumentId,
      rule: series.rule,
      starts_at: series.period.start,
      ends_at: series.period.end,
      timezone: series.zone,
      created_at: series.createdAt,
      created_by: series.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Forgets holds that have let go, wherever they are. Answers how many. */
export async function deleteExpiredHolds(db: Db, now: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from occupancy where kind = 'hold' and expires_at <= ${now}::timestamptz
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

type Key = { instrumentId: string; id: string }

/** New particulars and times; whatever calendars must learn of raises the sequence. */
export async function updateBooking(
  trx: Trx,
  { instrumentId, id }: Key,
  change: {
    period: Period
    purpose: string
    labId: string | null
    project: string | null
    samples: number | null
    assisted: boolean
    overrideReason: string | null
    policyVersion: number
    /** Asks for a yes again. */
    isPending: boolean
  },
): Promise<void> {
  await sql`
    update booking
    set
      starts_at = ${change.period.start}::timestamptz,
      ends_at = ${change.period.end}::timestamptz,
      purpose = ${change.purpose},
      lab_id = ${change.labId}::uuid,
      project = ${change.project},
      planned_samples = ${change.samples}::int,
      assisted = ${change.assisted}::boolean,
      override_reason = ${change.overrideReason},
      policy_version = ${change.policyVersion}::int,
      confirmed_at = case when ${change.isPending}::boolean then null else confirmed_at end,
      confirmed_by = case when ${change.isPending}::boolean then null else confirmed_by end,
      reminded_at = case when starts_at = ${change.period.start}::timestamptz then reminded_at end,
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

export async function cancelBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  ending: {
    at: string
    by: string | null
    reason: string | null
    as: 'own' | 'staff' | 'declined' | 'outage'
  },
): Promise<void> {
  await sql`
    update booking
    set
      cancelled_at = ${ending.at}::timestamptz,
      cancelled_by = ${ending.by}::uuid,
      cancel_reason = ${ending.reason},
      cancelled_as = ${ending.as},
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

export async function confirmBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  yes: { at: string; by: string | null; note: string | null; override: string | null },
): Promise<void> {
  await sql`
    update booking
    set
      confirmed_at = ${yes.at}::timestamptz,
      confirmed_by = ${yes.by}::uuid,
      decision_note = ${yes.note},
      override_reason = coalesce(${yes.override}, override_reason),
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

/** Forgets a decision: the booking waits for another. */
export async function waitAgainRow(trx: Trx, { instrumentId, id }: Key): Promise<void> {
  await sql`
    update booking
    set
      confirmed_at = null,
      confirmed_by = null,
      decision_note = null,
      override_reason = null,
      cancelled_at = null,
      cancelled_by = null,
      cancel_reason = null,
      cancelled_as = null,
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

/** Gives the time of several bookings back for a moment, so that they may take one another's places. */
export async function liftOccupancies(
  trx: Trx,
  { instrumentId, ids, at }: { instrumentId: string; ids: readonly string[]; at: string },
): Promise<void> {
  await sql`
    update occupancy set released_at = ${at}::timestamptz
    where instrument_id = ${instrumentId}::uuid and id = any(${[...ids]}::uuid[])
  `.execute(trx)
}

/** Takes it again; breaks `occupancy_slot_taken` when it is not free. */
export async function settleOccupancies(
  trx: Trx,
  { instrumentId, ids }: { instrumentId: string; ids: readonly string[] },
): Promise<void> {
  await sql`
    update occupancy set released_at = null
    where instrument_id = ${instrumentId}::uuid and id = any(${[...ids]}::uuid[])
  `.execute(trx)
}
