import { type RawBuilder, sql } from 'kysely'
import type { BookingState } from '../../../bookings/bookings/model.ts'
import type { Db } from '../../../core/database.ts'
import type { RowKind } from '../model/kinds.ts'
import { insideMs, iso, type Scope, spans } from './spans.ts'

export type BookingRow = {
  id: string
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  zone: string
  startMs: number
  endMs: number
  state: BookingState
  person: string
  labZh: string | null
  labEn: string | null
  purpose: string
  samples: number | null
  /** What of it is inside the period. */
  withinMs: number
}

export type RowsFound = { rows: BookingRow[]; count: number; withinMs: number }

export type RowsWanted = {
  what: Exclude<RowKind, 'outages' | 'income'>
  /** One hour of the week, Monday is 1. */
  cell?: { weekday?: number | undefined; hour?: number | undefined } | undefined
  after?: { startMs: number; id: string } | undefined
  limit: number
}

type Part = { where: RawBuilder<unknown>; ms: RawBuilder<unknown> }

const usedMs = insideMs('span.used_from', 'span.used_to')
const used = (where: RawBuilder<unknown>): Part => ({
  where: sql`${where} and ${usedMs} > 0`,
  ms: usedMs,
})
const reservedMs = insideMs('span.starts_at', 'span.ends_at')
const begun = (where: RawBuilder<unknown>): Part => ({
  where: sql`span.starts_at >= part.starts_at and span.starts_at < part.ends_at and ${where}`,
  ms: reservedMs,
})
const effectiveMs = insideMs('span.effective_from', 'span.effective_to')

/** What counts into a figure: the same conditions as in `sumUse`. */
const parts: Record<RowsWanted['what'], Part> = {
  used: used(sql`true`),
  external: used(sql`span.audience in ('member', 'external')`),
  own: used(sql`span.audience = 'own_lab'`),
  shared: used(sql`span.audience <> 'own_lab'`),
  effective: { where: sql`${effectiveMs} > 0`, ms: effectiveMs },
  reserved: {
    where: sql`span.state in ('confirmed', 'in_use', 'finished') and ${reservedMs} > 0`,
    ms: reservedMs,
  },
  bookings: begun(sql`span.state not in ('cancelled', 'pending')`),
  samples: begun(sql`span.sample_count > 0`),
  missed: begun(sql`span.state = 'missed'`),
  late: begun(sql`span.is_late`),
  cancelled: begun(sql`span.state = 'cancelled'`),
}

/** The bookings behind a figure, latest first, and what they come to in all. */
export async function bookingsBehind(
  db: Db,
  scope: Scope,
  { what, cell, after, limit }: RowsWanted,
): Promise<RowsFound> {
  if (scope.instruments.length === 0) return { rows: [], count: 0, withinMs: 0 }
  const { where, ms } = cell ? inHour(cell) : parts[what]
  const { rows } = await sql<RowsFound>`
    with ${spans(scope)},
    counted as materialized (
      select span.instrument_id, span.id, span.zone, span.starts_at, round(${ms})::bigint as within_ms
      from span
      join part on part.zone = span.zone
      where ${where}
    ),
    shown as (
      select * from counted
      ${after ? sql`where (starts_at, id) < (${iso(after.startMs)}::timestamptz, ${after.id}::uuid)` : sql``}
      order by starts_at desc, id desc
      limit ${limit + 1}
    )
    select
      (select count(*)::int from counted) as count,
      (select coalesce(sum(within_ms), 0)::bigint from counted) as "withinMs",
      coalesce((select jsonb_agg(${shownRow} order by shown.starts_at desc, shown.id desc) from ${shownTables}), '[]') as rows
  `.execute(db)
  return rows[0] ?? { rows: [], count: 0, withinMs: 0 }
}

/** Use in one hour of every week, by the instrument's own clock. */
function inHour({ weekday, hour }: NonNullable<RowsWanted['cell']>): Part {
  const ms = sql`(
    select sum(extract(epoch from
      least(span.used_to, part.ends_at, step.at + interval '1 hour')
        - greatest(span.used_from, part.starts_at, step.at)
    ) * 1000)
    from generate_series(
      date_trunc('hour', greatest(span.used_from, part.starts_at), span.zone),
      least(span.used_to, part.ends_at) - interval '1 microsecond',
      interval '1 hour'
    ) as step (at)
    where ${weekday === undefined ? sql`true` : sql`extract(isodow from step.at at time zone span.zone) = ${weekday}`}
      and ${hour === undefined ? sql`true` : sql`extract(hour from step.at at time zone span.zone) = ${hour}`}
  )`
  return { ms, where: sql`${usedMs} > 0 and ${ms} > 0` }
}

const shownRow = sql`
  jsonb_build_object(
    'id', b.id,
    'instrumentId', b.instrument_id,
    'titleZh', record.title_zh,
    'titleEn', record.title_en,
    'zone', shown.zone,
    'startMs', round(extract(epoch from b.starts_at) * 1000)::bigint,
    'endMs', round(extract(epoch from b.ends_at) * 1000)::bigint,
    'state', b.state,
    'person', person.name,
    'labZh', lab.name_zh,
    'labEn', lab.name_en,
    'purpose', b.purpose,
    'samples', b.sample_count,
    'withinMs', shown.within_ms
  )
`

const shownTables = sql`
  shown
  join booking b on b.instrument_id = shown.instrument_id and b.id = shown.id
  join record on record.id = b.instrument_id
  join person on person.id = b.person_id
  left join lab on lab.id = b.lab_id
`

/** What outages were for, by those that {@link outagesDuring} names. */
export async function outagesTold(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('outage')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .select(['id', 'kind', 'reason'])
    .execute()
}
