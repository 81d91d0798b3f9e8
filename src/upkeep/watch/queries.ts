import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import { policyInForce, instrumentZone } from '../../instruments/expressions.ts'

type Key = { instrumentId: string; id: string }

/**
 * Bookings that nobody came to: so many minutes of the policy that they were made under have gone since they could
 * begin, or all of their time has. A use before that went on, or an outage, is nobody's fault: time counts from its end.
 * By `booking_to_begin`.
 */
const missed = (now: Temporal.Instant, narrower: RawBuilder<unknown>) => sql<Key>`
  select b.instrument_id as "instrumentId", b.id
  from booking b
  join booking_policy policy
    on policy.instrument_id = b.instrument_id and policy.version = b.policy_version
  where b.confirmed_at is not null
    and b.started_at is null
    and b.cancelled_at is null
    and b.missed_at is null
    and b.starts_at <= ${now}::timestamptz
    and policy.rules ? 'noShowMinutes'
    and ${narrower}
    and not exists (
      select 1
      from booking other
      where other.instrument_id = b.instrument_id
        and other.started_at is not null
        and other.finished_at is null
        and other.cancelled_at is null
        and other.missed_at is null
    )
    and least(
      b.ends_at,
      greatest(
        b.starts_at,
        (
          select max(before.finished_at)
          from booking before
          where before.instrument_id = b.instrument_id
            and before.id <> b.id
            and before.starts_at < b.starts_at
            and before.starts_at > b.starts_at - interval '92 days'
            and before.finished_at < b.ends_at
        )
      ) + make_interval(mins => (policy.rules->>'noShowMinutes')::int)
    ) <= ${now}::timestamptz
`

export async function findMissed(db: Db, now: Temporal.Instant): Promise<Key[]> {
  const { rows } = await sql<Key>`
    ${missed(now, sql`true`)} order by b.starts_at limit 500
  `.execute(db)
  return rows
}

/** The same of one booking, asked again with its instrument locked. */
export async function isMissed(trx: Trx, { id }: Key, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await missed(now, sql`b.id = ${id}::uuid`).execute(trx)
  return rows.length > 0
}

export type Late = Key & {
  instrumentZh: string | null
  instrumentEn: string | null
  zone: string
  start: Temporal.Instant
  end: Temporal.Instant
  personId: string
}

const lateColumns = sql`
  b.instrument_id as "instrumentId",
  b.id,
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  ${instrumentZone} as zone,
  b.starts_at as start,
  b.ends_at as "end",
  b.person_id as "personId"
`
const lateTables = sql`
  join record on record.id = b.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
`

/** Uses that go on after their time, and nobody was told; by `booking_in_use`. Locked, so that they are told once. */
export async function takeOverruns(trx: Trx, before: Temporal.Instant, now: Temporal.Instant) {
  const { rows } = await sql<Late>`
    with told as (
      update booking b
      set overrun_told_at = ${now}::timestamptz
      where b.started_at is not null
        and b.finished_at is null
        and b.ends_at <= ${before}::timestamptz
        and b.overrun_told_at is null
      returning b.*
    )
    select ${lateColumns} from told b ${lateTables}
  `.execute(trx)
  return rows
}

/** Whoever comes next, soon or already, where a use goes on after its time, and was not told. */
export async function takeDelayed(trx: Trx, soon: Temporal.Instant, now: Temporal.Instant) {
  const { rows } = await sql<Late>`
    with told as (
      update booking b
      set delay_told_at = ${now}::timestamptz
      from booking late
      where late.started_at is not null
        and late.finished_at is null
        and late.ends_at <= ${now}::timestamptz
        and b.instrument_id = late.instrument_id
        and b.confirmed_at is not null
        and b.started_at is null
        and b.cancelled_at is null
        and b.missed_at is null
        and b.starts_at between late.starts_at and ${soon}::timestamptz
        and b.ends_at > ${now}::timestamptz
        and b.delay_told_at is null
      returning b.*
    )
    select ${lateColumns} from told b ${lateTables}
  `.execute(trx)
  return rows
}
