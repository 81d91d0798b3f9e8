import type { ActionOn } from '../../audit/model.ts'
import { type RawBuilder, sql } from 'kysely'
import type { BookingState } from '../../bookings/bookings/model.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import { policyInForce, instrumentZone } from '../../instruments/expressions.ts'

export type ToldBooking = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  placeZh: string | null
  placeEn: string | null
  address: string | null
  zone: string
  /** As it was when that happened which is told of. */
  start: Temporal.Instant
  end: Temporal.Instant
  /** Where it is while the letter is written: it may have been moved since. */
  startNow: Temporal.Instant
  endNow: Temporal.Instant
  /** Where it was before the change that is told of. */
  startBefore: string | null
  endBefore: string | null
  state: BookingState
  sequence: number
  personId: string
  personName: string
  bookedBy: string | null
  labZh: string | null
  labEn: string | null
  purpose: string
  decisionNote: string | null
  cancelReason: string | null
  createdAt: Temporal.Instant
  changedAt: Temporal.Instant
}

/** The columns but for the times of then. */
const columns = sql`
  b.id,
  b.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  institution.name_zh as "placeZh",
  institution.name_en as "placeEn",
  instrument.address,
  ${instrumentZone} as zone,
  b.starts_at as "startNow",
  b.ends_at as "endNow",
  b.state,
  b.sequence,
  b.person_id as "personId",
  person.name as "personName",
  b.booked_by as "bookedBy",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  b.purpose,
  b.decision_note as "decisionNote",
  b.cancel_reason as "cancelReason",
  b.created_at as "createdAt",
  coalesce(
    (
      select max(audit.at) from audit
      where audit.entity = 'booking' and audit.entity_id = b.id
    ),
    b.created_at
  ) as "changedAt"
`

const tables = sql`
  join record on record.id = b.instrument_id
  ${policyInForce}
  join instrument on instrument.record_id = b.instrument_id
  join institution on institution.id = record.institution_id
  join person on person.id = b.person_id
  left join lab on lab.id = b.lab_id
`

type Deed = { instrumentId: string; bookingId: string; action: ActionOn<'booking'>; at: string }

/** The transaction that did it; the history is only ever added to, so that `xmin` of its rows is who wrote them. */
const transactionOf = ({ bookingId, action, at }: Deed) => sql`
  select audit.xmin
  from audit
  where audit.entity = 'booking'
    and audit.entity_id = ${bookingId}::uuid
    and audit.action = ${action}
    and audit.at <= ${at}::timestamptz
  order by audit.id desc
  limit 1
`

/** The time that a booking had after what is told of, `same`: before the first change of it since, or now. */
const timeThen = (edge: 'start' | 'end', now: RawBuilder<Temporal.Instant>) => sql`coalesce(
  (
    select (later.before->>${edge}::text)::timestamptz
    from audit later
    where later.entity = 'booking'
      and later.entity_id = b.id
      and later.action = 'booking.change'
      and later.before ? ${edge}::text
      and later.id > same.id
    order by later.id
    limit 1
  ),
  ${now}
)`

/**
 * A booking with the others of its series to which the same transaction did the same, and which are in the same state
 * still; in order of start. People are told of them in one letter. By `booking_of_series` and `audit_by_entity`.
 */
export async function bookingsToTell(db: Db, deed: Deed): Promise<ToldBooking[]> {
  const { instrumentId, bookingId, action } = deed
  const { rows } = await sql<ToldBooking>`
    with done as (${transactionOf(deed)})
    select
      ${columns},
      ${timeThen('start', sql`b.starts_at`)} as start,
      ${timeThen('end', sql`b.ends_at`)} as "end",
      same.before->>'start' as "startBefore",
      same.before->>'end' as "endBefore"
    from booking one
    join booking b
      on b.instrument_id = one.instrument_id
      and (b.id = one.id or (b.series_id = one.series_id and b.person_id = one.person_id))
      and b.state = one.state
    ${tables}
    left join lateral (
      select audit.id, audit.before
      from audit
      where audit.entity = 'booking'
        and audit.entity_id = b.id
        and audit.action = ${action}
        and audit.xmin = (select done.xmin from done)
      order by audit.id desc
      limit 1
    ) same on true
    where one.instrument_id = ${instrumentId}::uuid
      and one.id = ${bookingId}::uuid
      and (b.id = one.id or same.before is not null)
    order by b.starts_at, b.id
  `.execute(db)
  return rows
}

type Reminding = { now: Temporal.Instant; before: Temporal.Instant; madeHoursBefore: number }

/**
 * Bookings that begin soon, made before the reminder was due, and noted as reminded of; by `booking_to_begin`. Rows that
 * somebody writes just now are left for the next time.
 */
export async function takeToRemind(
  trx: Trx,
  { now, before, madeHoursBefore }: Reminding,
): Promise<ToldBooking[]> {
  const { rows } = await sql<ToldBooking>`
    with due as (
      select instrument_id, id
      from booking
      where confirmed_at is not null
        and started_at is null
        and cancelled_at is null
        and missed_at is null
        and starts_at > ${now}::timestamptz
        and starts_at <= ${before}::timestamptz
        and created_at < starts_at - make_interval(hours => ${madeHoursBefore}::int)
        and reminded_at is null
      order by starts_at
      limit 500
      for no key update skip locked
    ),
    b as (
      update booking
      set reminded_at = ${now}::timestamptz
      from due
      where booking.instrument_id = due.instrument_id and booking.id = due.id
      returning booking.*
    )
    select
      ${columns},
      b.starts_at as start,
      b.ends_at as "end",
      null as "startBefore",
      null as "endBefore"
    from b
    ${tables}
    order by b.starts_at, b.id
  `.execute(trx)
  return rows
}
