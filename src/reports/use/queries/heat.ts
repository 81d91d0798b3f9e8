import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import { type Scope, spans } from './spans.ts'

type HeatCell = { weekday: number; hour: number; usedMs: number }

/**
 * Used time in each hour of the week by the instruments' own clocks; weekdays from Monday, 1. Hours are stepped through
 * on the local clock, which is quick; a session during which the clock was changed is stepped through in true hours.
 */
export async function heatOfUse(db: Db, scope: Scope): Promise<HeatCell[]> {
  if (scope.instruments.length === 0 || scope.buckets.length === 0) return []
  const { rows } = await sql<HeatCell>`
    with ${spans(scope)}, ${clipped},
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

const clipped = sql`
  clipped as materialized (
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
    least(clipped.local_to, step.at + interval '1 hour') - greatest(clipped.local_from, step.at) as used
  from clipped
  cross join lateral generate_series(
    date_trunc('hour', clipped.local_from),
    clipped.local_to - interval '1 microsecond',
    interval '1 hour'
  ) as step (at)
  where clipped.local_to - clipped.local_from = clipped.used_to - clipped.used_from
`

const trueSteps = sql`
  select
    step.at at time zone clipped.zone,
    least(clipped.used_to, step.at + interval '1 hour') - greatest(clipped.used_from, step.at)
  from clipped
  cross join lateral generate_series(
    date_trunc('hour', clipped.used_from, clipped.zone),
    clipped.used_to - interval '1 microsecond',
    interval '1 hour'
  ) as step (at)
  where clipped.local_to - clipped.local_from <> clipped.used_to - clipped.used_from
`
