import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import type { UseSums } from '../model/use.ts'
import { insideMs, iso, type Scope, spans } from './spans.ts'

export type UseRow = UseSums & { key: string | null }

const keys = {
  instrument: sql`span.instrument_id::text`,
  lab: sql`span.lab_id::text`,
  part: sql`part.key`,
} satisfies Record<string, RawBuilder<unknown>>

/** Sums of bookings by group, clipped at the edges of each part; one query however many instruments there are. */
export async function sumUse(
  db: Db,
  scope: Scope,
  by: 'instrument' | 'lab' | 'part',
): Promise<UseRow[]> {
  if (scope.instruments.length === 0 || scope.buckets.length === 0) return []
  const begun = sql`(span.starts_at >= part.starts_at and span.starts_at < part.ends_at)`
  const used = insideMs('span.used_from', 'span.used_to')
  const { rows } = await sql<UseRow>`
    with ${spans(scope)}
    select
      ${keys[by]} as key,
      ${sumOf(insideMs('span.starts_at', 'span.ends_at'), sql`span.state in ('confirmed', 'in_use', 'finished')`)}
        as "reservedMs",
      ${sumOf(used)} as "usedMs",
      ${sumOf(insideMs('span.effective_from', 'span.effective_to'))} as "effectiveMs",
      ${sumOf(used, sql`span.audience in ('member', 'external')`)} as "externalMs",
      ${sumOf(used, sql`span.audience = 'own_lab'`)} as "ownMs",
      count(*) filter (where ${begun} and span.state not in ('cancelled', 'pending'))::int as bookings,
      count(*) filter (where ${begun} and span.state = 'finished')::int as finished,
      count(*) filter (where ${begun} and span.state = 'missed')::int as missed,
      count(*) filter (where ${begun} and span.is_late)::int as late,
      count(*) filter (where ${begun} and span.state = 'cancelled')::int as cancelled,
      coalesce(sum(span.sample_count) filter (where ${begun}), 0)::int as samples
    from span
    join part on ${touching}
    group by 1
  `.execute(db)
  return rows
}

const touching = sql`
  part.zone = span.zone
  and least(span.starts_at, span.effective_from) < part.ends_at
  and greatest(span.ends_at, span.effective_to) > part.starts_at
`

const sumOf = (ms: RawBuilder<unknown>, where = sql`true`) =>
  sql`coalesce(round(sum(${ms}) filter (where ${where})), 0)::bigint`

export type HeatCell = { weekday: number; hour: number; usedMs: number }

/** Used time in each hour of the week by the instruments' own clocks; weekdays from Monday, 1. */
export async function heatOfUse(db: Db, scope: Scope): Promise<HeatCell[]> {
  if (scope.instruments.length === 0 || scope.buckets.length === 0) return []
  const { rows } = await sql<HeatCell>`
    with ${spans(scope)},
    clipped as (
      select
        span.zone,
        greatest(span.used_from, part.starts_at) as used_from,
        least(span.used_to, part.ends_at) as used_to
      from span
      join part on part.zone = span.zone and span.used_from < part.ends_at and span.used_to > part.starts_at
    )
    select
      extract(isodow from local.at)::int as weekday,
      extract(hour from local.at)::int as hour,
      round(sum(extract(epoch from
        least(clipped.used_to, step.at + interval '1 hour') - greatest(clipped.used_from, step.at)
      ) * 1000))::bigint as "usedMs"
    from clipped
    cross join lateral generate_series(
      date_trunc('hour', clipped.used_from, clipped.zone),
      clipped.used_to - interval '1 microsecond',
      interval '1 hour'
    ) as step (at)
    cross join lateral (select step.at at time zone clipped.zone as at) local
    group by 1, 2
  `.execute(db)
  return rows
}

export type OutageSpan = { id: string; instrumentId: string; startMs: number; endMs: number }

/** Live outages that touch the period, by `occupancy_slot_taken`'s index on the instrument. */
export async function outagesDuring(
  db: Db,
  { instruments, buckets }: Pick<Scope, 'instruments' | 'buckets'>,
): Promise<OutageSpan[]> {
  if (instruments.length === 0 || buckets.length === 0) return []
  const from = iso(Math.min(...buckets.map(({ startMs }) => startMs)))
  const to = iso(Math.max(...buckets.map(({ endMs }) => endMs)))
  const { rows } = await sql<OutageSpan>`
    select
      o.id,
      o.instrument_id as "instrumentId",
      round(extract(epoch from o.starts_at) * 1000)::bigint as "startMs",
      round(extract(epoch from o.ends_at) * 1000)::bigint as "endMs"
    from unnest(${instruments.map(({ id }) => id)}::uuid[]) as scope (instrument_id)
    join occupancy o on o.instrument_id = scope.instrument_id
      and o.taken && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and o.released_at is null
      and o.kind = 'outage'
  `.execute(db)
  return rows
}

export type LabName = { id: string; nameZh: string | null; nameEn: string | null }

export const labsNamed = (db: Db, ids: readonly string[]): Promise<LabName[]> =>
  db
    .selectFrom('lab')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .select(['id', 'name_zh as nameZh', 'name_en as nameEn'])
    .execute()

export type Norms = Record<string, number>

/** What a year should bring: rows of `report_norm` by name. */
export async function yearlyNorms(db: Db): Promise<Norms> {
  const rows = await db.selectFrom('report_norm').select(['name', 'value']).execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}
