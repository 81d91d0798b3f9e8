import { type RawBuilder, sql } from 'kysely'
import type { BookingState } from '../../../bookings/bookings/model.ts'
import type { Db } from '../../../core/database.ts'
import { edgesOf, type RowKind } from '../model.ts'
import { insideMs, isoAt, localText, ofLab, type Scope, scopeAndParts, spans } from './spans.ts'
import { charged } from './sums.ts'
import type { LocalText } from '../../../core/text.ts'

type Outage = { kind: string; reason: string }

/** A booking, outage or charge that counts into a figure. */
export type FigureRow = {
  id: string
  instrumentId: string
  title: LocalText
  zone: string
  startMs: number
  endMs: number
  /** The part of it inside the period. */
  withinMs: number
  booking?: {
    state: BookingState
    person: string
    lab: LocalText
    purpose: string
    samples: number | null
  }
  outage?: Outage
  charge?: {
    bookingId: string | null
    person: string
    lab: LocalText
    cause: string
    amountFen: number
  }
}

/** The last row of the page before. */
export type LastRow = { startMs: number; id: string }

type RowsFound = { rows: FigureRow[]; count: number; withinMs: number }

type RowsWanted = {
  what: Exclude<RowKind, 'outages' | 'income'>
  /** One hour of the week, Monday is 1. */
  cell?: { weekday?: number | undefined; hour?: number | undefined } | undefined
  after?: LastRow | undefined
  limit: number
}

type Condition = { where: RawBuilder<unknown>; ms: RawBuilder<unknown> }

const usedMs = insideMs('span.used_from', 'span.used_to')
const used = (where: RawBuilder<unknown>): Condition => ({
  where: sql`${where} and ${usedMs} > 0`,
  ms: usedMs,
})
const reservedMs = insideMs('span.starts_at', 'span.ends_at')
const begun = (where: RawBuilder<unknown>): Condition => ({
  where: sql`span.starts_at >= part.starts_at and span.starts_at < part.ends_at and ${where}`,
  ms: reservedMs,
})
const effectiveMs = insideMs('span.effective_from', 'span.effective_to')

/** Which bookings count into a figure: the same conditions as in `sumUse`. */
const conditions: Record<RowsWanted['what'], Condition> = {
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

/** The bookings behind a figure, latest first, with their number and total time. */
export async function bookingsBehind(
  db: Db,
  scope: Scope,
  { what, cell, after, limit }: RowsWanted,
): Promise<RowsFound> {
  if (scope.instruments.length === 0) return { rows: [], count: 0, withinMs: 0 }
  const { where, ms } = cell ? inHour(cell) : conditions[what]
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
      ${after ? sql`where (starts_at, id) < (${isoAt(after.startMs)}::timestamptz, ${after.id}::uuid)` : sql``}
      order by starts_at desc, id desc
      limit ${limit + 1}
    )
    select
      (select count(*)::int from counted) as count,
      (select coalesce(sum(within_ms), 0)::bigint from counted) as "withinMs",
      coalesce((select jsonb_agg(${rowJson} order by shown.starts_at desc, shown.id desc) from ${rowTables}), '[]') as rows
  `.execute(db)
  return rows[0] ?? { rows: [], count: 0, withinMs: 0 }
}

/** Use in one hour of every week, by the instrument's own clock. */
function inHour({ weekday, hour }: NonNullable<RowsWanted['cell']>): Condition {
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

const rowJson = sql`
  jsonb_build_object(
    'id', b.id,
    'instrumentId', b.instrument_id,
    'title', ${localText('record', 'title')},
    'zone', shown.zone,
    'startMs', round(extract(epoch from b.starts_at) * 1000)::bigint,
    'endMs', round(extract(epoch from b.ends_at) * 1000)::bigint,
    'withinMs', shown.within_ms,
    'booking', jsonb_build_object(
      'state', b.state,
      'person', person.name,
      'lab', ${localText('lab', 'name')},
      'purpose', b.purpose,
      'samples', b.sample_count
    )
  )
`

const rowTables = sql`
  shown
  join booking b on b.instrument_id = shown.instrument_id and b.id = shown.id
  join record on record.id = b.instrument_id
  join person on person.id = b.person_id
  left join lab on lab.id = b.lab_id
`

/** The charges behind an income, latest first, with their number and sum. */
export async function chargesBehind(
  db: Db,
  scope: Scope,
  { after, limit }: Pick<RowsWanted, 'after' | 'limit'>,
): Promise<{ rows: FigureRow[]; count: number; fen: number }> {
  if (scope.instruments.length === 0) return { rows: [], count: 0, fen: 0 }
  const [{ rows: sums }, { rows }] = await Promise.all([
    sql<{ count: number; fen: number }>`
      with ${scopeAndParts(scope)}
      select count(*)::int as count, coalesce(sum(b.amount_fen), 0)::bigint as fen
      from ${charged}
      where ${ofLab(scope.lab)}
    `.execute(db),
    sql<FigureRow>`
      with ${scopeAndParts(scope)}
      select
        b.id,
        b.instrument_id as "instrumentId",
        ${localText('record', 'title')} as title,
        scope.zone,
        moment.ms as "startMs",
        moment.ms as "endMs",
        0 as "withinMs",
        ${chargeFacts} as charge
      from ${charged}
      join record on record.id = b.instrument_id
      join person on person.id = b.person_id
      left join lab on lab.id = b.lab_id
      cross join lateral (select round(extract(epoch from b.at) * 1000)::bigint as ms) moment
      where ${ofLab(scope.lab)}
      ${after ? sql`and (b.at, b.id) < (${isoAt(after.startMs)}::timestamptz, ${after.id}::uuid)` : sql``}
      order by b.at desc, b.id desc
      limit ${limit + 1}
    `.execute(db),
  ])
  return { rows, count: sums[0]?.count ?? 0, fen: sums[0]?.fen ?? 0 }
}

const chargeFacts = sql`
  jsonb_build_object(
    'bookingId', b.booking_id,
    'person', person.name,
    'lab', ${localText('lab', 'name')},
    'cause', b.cause,
    'amountFen', b.amount_fen
  )
`

type OutageRow = Pick<FigureRow, 'id' | 'instrumentId' | 'startMs' | 'endMs'> & {
  outage: Outage
}

/** Live outages that touch the period, by `occupancy_slot_taken`'s index on the instrument. */
export async function outagesDuring(
  db: Db,
  { instruments, buckets }: Pick<Scope, 'instruments' | 'buckets'>,
): Promise<OutageRow[]> {
  if (instruments.length === 0 || buckets.length === 0) return []
  const { startMs, endMs } = edgesOf(buckets)
  const { rows } = await sql<OutageRow>`
    select
      o.id,
      o.instrument_id as "instrumentId",
      round(extract(epoch from o.starts_at) * 1000)::bigint as "startMs",
      round(extract(epoch from o.ends_at) * 1000)::bigint as "endMs",
      jsonb_build_object('kind', coalesce(outage.kind, 'other'), 'reason', coalesce(outage.reason, '')) as outage
    from unnest(${instruments.map(({ id }) => id)}::uuid[]) as scope (instrument_id)
    join occupancy o on o.instrument_id = scope.instrument_id
      and o.taken && tstzrange(${isoAt(startMs)}::timestamptz, ${isoAt(endMs)}::timestamptz)
      and o.released_at is null
      and o.kind = 'outage'
    left join outage on outage.instrument_id = o.instrument_id and outage.id = o.id
  `.execute(db)
  return rows
}
