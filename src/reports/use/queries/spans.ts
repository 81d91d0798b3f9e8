import { sql } from 'kysely'
import { type Bucket, edgesOf, noLab } from '../model.ts'

/** Instruments and their zones, and the period in each zone, whole or in parts. */
export type Scope = {
  instruments: readonly { id: string; zone: string }[]
  buckets: readonly Bucket[]
  lab?: string | undefined
  /** Sessions in use count until now. */
  now: string
}

export const isoAt = (ms: number) => new Date(ms).toISOString()

/** `title_zh` and `title_en` of a table as `{ zh, en }`. */
export const localText = (table: string, name: string) => sql`
  jsonb_build_object('zh', ${sql.ref(`${table}.${name}_zh`)}, 'en', ${sql.ref(`${table}.${name}_en`)})
`

/** CTEs `scope` (instrument_id, zone) and `part` (zone, key, starts_at, ends_at). */
export const scopeAndParts = ({ instruments, buckets }: Scope) => sql`
  scope as (
    select * from unnest(
      ${instruments.map(({ id }) => id)}::uuid[],
      ${instruments.map(({ zone }) => zone)}::text[]
    ) as scope (instrument_id, zone)
  ),
  part as (
    select * from unnest(
      ${buckets.map(({ zone }) => zone)}::text[],
      ${buckets.map(({ key }) => key)}::text[],
      ${buckets.map(({ startMs }) => isoAt(startMs))}::timestamptz[],
      ${buckets.map(({ endMs }) => isoAt(endMs))}::timestamptz[]
    ) as part (zone, key, starts_at, ends_at)
  )
`

/**
 * The same, and CTE `span`: every booking that could touch the period, with its used time. A session lasts from start
 * to finish where both are known, else as long as was reserved; one in use lasts until now. Preparation and cleaning are the buffers of
 * its occupancy. Nobody is early or late by more than a week, and none is longer than 92 days (`booking_no_longer_than`).
 */
export const spans = (scope: Scope) => sql`
  ${scopeAndParts(scope)},
  span as materialized (
    select
      b.instrument_id,
      b.id,
      b.person_id,
      b.lab_id,
      b.starts_at,
      b.ends_at,
      b.state,
      b.audience,
      b.sample_count,
      scope.zone,
      used.used_from,
      used.used_to,
      used.used_from - (o.starts_at - lower(o.taken)) as effective_from,
      used.used_to + (upper(o.taken) - o.ends_at) as effective_to,
      b.state = 'cancelled'
        and b.cancelled_as = 'own'
        and b.cancelled_at > b.starts_at - make_interval(mins => (p.rules->>'cancelDeadlineMinutes')::int)
        as is_late
    from scope
    join booking b on b.instrument_id = scope.instrument_id
      and b.starts_at > ${isoAt(edgesOf(scope.buckets).startMs)}::timestamptz - interval '100 days'
      and b.starts_at < ${isoAt(edgesOf(scope.buckets).endMs)}::timestamptz + interval '7 days'
    join occupancy o on o.instrument_id = b.instrument_id and o.id = b.id
    left join booking_policy p on p.instrument_id = b.instrument_id and p.version = b.policy_version
    ${usedTimes(scope.now)}
    where ${ofLab(scope.lab)}
  )
`

/** Bookings of one lab, or of none, or all. */
export function ofLab(lab: string | undefined) {
  if (lab === undefined) return sql`true`
  return lab === noLab ? sql`b.lab_id is null` : sql`b.lab_id = ${lab}::uuid`
}

const usedTimes = (now: string) => sql`
    cross join lateral (
      select
        b.state in ('in_use', 'finished') as is_used,
        b.started_at < coalesce(b.finished_at, ${now}::timestamptz) as is_logged
    ) how
    cross join lateral (
      select
        case when is_used then case when is_logged then b.started_at else b.starts_at end end as used_from,
        case
          when not is_used then null
          when is_logged then coalesce(b.finished_at, ${now}::timestamptz)
          else b.ends_at
        end as used_to
    ) used
`

/**
 * Milliseconds of a span inside its part, as a float; none when they do not meet, or when there is no span (`least`
 * skips null). `extract` would answer a numeric, with which a year of a province takes seconds longer.
 */
export const insideMs = (from: string, to: string) => sql`
  case when ${sql.ref(from)} is not null then greatest(0, date_part('epoch',
    least(${sql.ref(to)}, part.ends_at) - greatest(${sql.ref(from)}, part.starts_at)
  ) * 1000) end
`
