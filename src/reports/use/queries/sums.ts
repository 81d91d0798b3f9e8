import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { UseSums } from '../model.ts'
import { insideMs, ofLab, type Scope, scopeAndParts, spans } from './spans.ts'

export type UseRow = UseSums & { key: string | null }

const keys = {
  instrument: sql`instrument_id::text`,
  lab: sql`lab_id::text`,
  part: sql`key`,
} satisfies Record<string, RawBuilder<unknown>>

/** Sums of bookings by group, clipped at the edges of each part; one query however many instruments there are. */
export async function sumUse(
  db: Db,
  scope: Scope,
  by: 'instrument' | 'lab' | 'part',
): Promise<UseRow[]> {
  if (scope.instruments.length === 0 || scope.buckets.length === 0) return []
  const { rows } = await sql<UseRow>`
    with ${spans(scope)}, ${clipped}
    select
      ${keys[by]} as key,
      ${sumOf('reserved_ms', sql`state in ('confirmed', 'in_use', 'finished')`)} as "reservedMs",
      ${sumOf('used_ms')} as "usedMs",
      ${sumOf('effective_ms')} as "effectiveMs",
      ${sumOf('used_ms', sql`audience in ('member', 'external')`)} as "externalMs",
      ${sumOf('used_ms', sql`audience = 'own_lab'`)} as "ownMs",
      count(*) filter (where is_begun and state not in ('cancelled', 'pending'))::int as bookings,
      count(*) filter (where is_begun and state = 'finished')::int as finished,
      count(*) filter (where is_begun and state = 'missed')::int as missed,
      count(*) filter (where is_begun and is_late)::int as late,
      count(*) filter (where is_begun and state = 'cancelled')::int as cancelled,
      coalesce(sum(sample_count) filter (where is_begun), 0)::int as samples
    from clipped
    group by 1
  `.execute(db)
  return rows
}

/** Each span in each part that it touches, measured once. */
const clipped = sql`
  clipped as materialized (
    select
      span.instrument_id,
      span.lab_id,
      part.key,
      span.state,
      span.audience,
      span.is_late,
      span.sample_count,
      span.starts_at >= part.starts_at and span.starts_at < part.ends_at as is_begun,
      ${insideMs('span.starts_at', 'span.ends_at')} as reserved_ms,
      ${insideMs('span.used_from', 'span.used_to')} as used_ms,
      ${insideMs('span.effective_from', 'span.effective_to')} as effective_ms
    from span
    join part on part.zone = span.zone
      and least(span.starts_at, span.effective_from) < part.ends_at
      and greatest(span.ends_at, span.effective_to) > part.starts_at
  )
`

const sumOf = (column: string, where = sql`true`) =>
  sql`coalesce(round(sum(${sql.ref(column)}) filter (where ${where})), 0)::bigint`

type HeatCell = { weekday: number; hour: number; usedMs: number }

/**
 * Used time in each hour of the week by the instruments' own clocks; weekdays from Monday, 1. Hours are stepped through
 * on the local clock, which is quick; a session during which the clock was changed is stepped through in true hours.
 */
export async function heatOfUse(db: Db, scope: Scope): Promise<HeatCell[]> {
  if (scope.instruments.length === 0 || scope.buckets.length === 0) return []
  const { rows } = await sql<HeatCell>`
    with ${spans(scope)}, ${localTimes},
    step as (
      ${localSteps}
      union all
      ${trueSteps}
    )
    select
      date_part('isodow', local_at)::int as weekday,
      date_part('hour', local_at)::int as hour,
      round(sum(date_part('epoch', used)) * 1000)::bigint as "usedMs"
    from step
    group by 1, 2
  `.execute(db)
  return rows
}

const localTimes = sql`
  localTimes as materialized (
    select
      inside.*,
      inside.used_from at time zone inside.zone as local_from,
      inside.used_to at time zone inside.zone as local_to
    from (
      select
        span.zone,
        greatest(span.used_from, part.starts_at) as used_from,
        least(span.used_to, part.ends_at) as used_to
      from span
      join part on part.zone = span.zone and span.used_from < part.ends_at and span.used_to > part.starts_at
    ) inside
  )
`

const localSteps = sql`
  select
    step.at as local_at,
    least(localTimes.local_to, step.at + interval '1 hour') - greatest(localTimes.local_from, step.at) as used
  from localTimes
  cross join lateral generate_series(
    date_trunc('hour', localTimes.local_from),
    localTimes.local_to - interval '1 microsecond',
    interval '1 hour'
  ) as step (at)
  where localTimes.local_to - localTimes.local_from = localTimes.used_to - localTimes.used_from
`

const trueSteps = sql`
  select
    step.at at time zone localTimes.zone,
    least(localTimes.used_to, step.at + interval '1 hour') - greatest(localTimes.used_from, step.at)
  from localTimes
  cross join lateral generate_series(
    date_trunc('hour', localTimes.used_from, localTimes.zone),
    localTimes.used_to - interval '1 microsecond',
    interval '1 hour'
  ) as step (at)
  where localTimes.local_to - localTimes.local_from <> localTimes.used_to - localTimes.used_from
`

const incomeKeys = {
  instrument: sql`b.instrument_id::text`,
  lab: sql`b.lab_id::text`,
  part: sql`part.key`,
}

/** Charges dated inside each part, in 分; waivers and corrections included. */
export async function sumIncome(
  db: Db,
  scope: Scope,
  by: keyof typeof incomeKeys,
): Promise<{ key: string | null; fen: number }[]> {
  if (scope.instruments.length === 0) return []
  const { rows } = await sql<{ key: string | null; fen: number }>`
    with ${scopeAndParts(scope)}
    select ${incomeKeys[by]} as key, sum(b.amount_fen)::bigint as fen
    from ${charged}
    where ${ofLab(scope.lab)}
    group by 1
  `.execute(db)
  return rows
}

export const charged = sql`
  scope
  join part on part.zone = scope.zone
  join charge b on b.instrument_id = scope.instrument_id and b.at >= part.starts_at and b.at < part.ends_at
`
