import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { UseSums } from '../model/use.ts'
import { insideMs, iso, type Scope, spans } from './spans.ts'

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
