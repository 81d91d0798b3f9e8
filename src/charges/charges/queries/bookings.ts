import { sql } from 'kysely'
import type { Period } from '../../../core/periods.ts'
import type { Db } from '../../../core/database.ts'
import { Temporal } from '../../../core/time.ts'
import type { BookingToCharge } from '../rules/charge.ts'
import { instrumentZone } from '../../../instruments/expressions.ts'

export type BookingToChargeRow = BookingToCharge & {
  id: string
  instrumentId: string
  institutionId: string
  personId: string
  labId: string | null
  policyVersion: number
  rateVersion: number | null
}

const columns = sql`
  b.id,
  b.instrument_id as "instrumentId",
  record.institution_id as "institutionId",
  b.person_id as "personId",
  b.lab_id as "labId",
  b.starts_at as start,
  b.ends_at as "end",
  b.state,
  b.audience,
  b.assisted,
  b.sample_count as "sampleCount",
  b.confirmed_at as "confirmedAt",
  b.started_at as "startedAt",
  b.finished_at as "finishedAt",
  b.cancelled_at as "cancelledAt",
  b.cancelled_as as "cancelledAs",
  b.missed_at as "missedAt",
  b.policy_version as "policyVersion",
  coalesce(policy.rules, '{}') as policy,
  ${instrumentZone} as zone,
  card.version as "rateVersion",
  card.rates
`

/** Ended bookings of one instrument with their rules and prices; all, or the one named. */
export async function bookingsToCharge(
  db: Db,
  instrumentId: string,
  id?: string,
): Promise<BookingToChargeRow[]> {
  const named = id === undefined ? sql`true` : sql`b.id = ${id}::uuid`
  const { rows } = await sql<BookingToChargeRow>`
    select
      ${columns}
    from booking b
    join record on record.id = b.instrument_id
    join institution on institution.id = record.institution_id
    left join booking_policy policy
      on policy.instrument_id = b.instrument_id and policy.version = b.policy_version
    left join lateral (
      select version, rates
      from rate_card
      where rate_card.instrument_id = b.instrument_id and rate_card.valid_from <= b.starts_at
      order by valid_from desc, version desc
      limit 1
    ) card on true
    where b.instrument_id = ${instrumentId}::uuid
      and b.state in ('finished', 'cancelled', 'missed')
      and ${named}
    order by b.starts_at, b.id
  `.execute(db)
  return rows
}

export type FeeRow = {
  id: string
  bookingId: string
  institutionId: string
  personId: string
  labId: string | null
  /** The part of it still owed. */
  openFen: number
  start: Temporal.Instant
  end: Temporal.Instant
  /** When it was cancelled or missed. */
  at: Temporal.Instant
  zone: string
  finished: Period[]
}

/** Fees not waived yet whose time overlaps a booking's, each with the bookings that finished in that time. */
export async function feesToWaive(
  db: Db,
  instrumentId: string,
  bookingId: string,
): Promise<FeeRow[]> {
  const { rows } = await sql<Omit<FeeRow, 'finished'> & { finished: [number, number][] }>`
    select
      ${feeColumns}
    from booking own
    join booking b on b.instrument_id = own.instrument_id
      and b.starts_at < own.ends_at
      and b.ends_at > own.starts_at
      and b.starts_at > own.starts_at - interval '92 days'
    join charge fee on fee.instrument_id = b.instrument_id and fee.booking_id = b.id
      and fee.cause in ('late_cancel', 'no_show')
    join institution on institution.id = fee.institution_id
    left join booking_policy policy
      on policy.instrument_id = b.instrument_id and policy.version = b.policy_version
    left join lateral (
      select sum(amount_fen)::bigint as fen
      from charge
      where instrument_id = fee.instrument_id and about_id = fee.id
    ) less on true
    ${usedMeanwhile}
    where own.instrument_id = ${instrumentId}::uuid
      and own.id = ${bookingId}::uuid
      and not exists (
        select 1 from charge
        where instrument_id = b.instrument_id and booking_id = b.id and cause = 'waiver'
      )
  `.execute(db)
  return rows.map(({ finished, ...row }) => ({
    ...row,
    finished: finished.map(([startMs, endMs]) => ({
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      end: Temporal.Instant.fromEpochMilliseconds(endMs),
    })),
  }))
}

/** Bookings by anybody that finished in the time of `b`. */
const usedMeanwhile = sql`
  left join lateral (
    select jsonb_agg(jsonb_build_array(
      round(extract(epoch from other.starts_at) * 1000)::bigint,
      round(extract(epoch from other.ends_at) * 1000)::bigint
    )) as periods
    from booking other
    where other.instrument_id = b.instrument_id
      and other.state = 'finished'
      and other.starts_at < b.ends_at
      and other.ends_at > b.starts_at
      and other.starts_at > b.starts_at - interval '92 days'
  ) used on true
`

const feeColumns = sql`
  fee.id,
  fee.booking_id as "bookingId",
  fee.institution_id as "institutionId",
  fee.person_id as "personId",
  fee.lab_id as "labId",
  fee.amount_fen + coalesce(less.fen, 0) as "openFen",
  b.starts_at as start,
  b.ends_at as "end",
  fee.at,
  ${instrumentZone} as zone,
  coalesce(used.periods, '[]') as finished
`
