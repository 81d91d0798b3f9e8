import { sql } from 'kysely'
import type { Policy } from '../policies/model.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'
import type { GridPart } from '../verdict/rules/hours.ts'
import { instrumentTables, instrumentZone } from '../../instruments/expressions.ts'

/** Instruments whose time is given by the same rules. */
export type Timetables = { zone: string; policy: Policy; ids: string[] }

/** Rules that say when; the rest of a policy does not part instruments into groups. */
const timeKeys = [
  'hours',
  'closedDays',
  'granularityMinutes',
  'minMinutes',
  'maxMinutes',
  'leadMinutes',
  'horizonDays',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
]

/** Bookable instruments that the viewer may find, grouped by their rules of time: few groups, however many there are. */
export async function listTimetables(
  db: Db,
  viewer: Actor,
  candidates: Candidates,
): Promise<Timetables[]> {
  const { rows } = await sql<Timetables>`
    select zone, policy, array_agg(id)::text[] as ids
    from (
      select
        record.id,
        ${instrumentZone} as zone,
        (
          select coalesce(jsonb_object_agg(key, value), '{}')
          from jsonb_each(policy.rules)
          where key = any(${timeKeys}::text[])
        ) as policy
      from ${instrumentTables}
      where record.kind = 'instrument'
        and record.visibility = 'published'
        and record.access <> 'closed'
        and coalesce(instrument.status, '') not in ('6', '7')
        and instrument.decommission_date is null
        and ${listedFor(viewer)}
        and ${fitting(candidates)}
    ) candidate
    group by zone, policy
  `.execute(db)
  return rows
}

type Grid = { zone: string; parts: readonly GridPart[] }

export type OpeningsAsked = {
  groups: readonly {
    ids: readonly string[]
    open: readonly Period[]
    before: number
    after: number
    minutes: number
    /** Minutes between points of the grid, which begins anew with each of its zone's parts. */
    step: number
    zone: string
  }[]
  /** Of every zone of the groups, for the whole window. */
  grids: readonly Grid[]
  window: Period
  now: Temporal.Instant
  limit: number
  /** The last one before. */
  after: { at: Temporal.Instant; id: string } | undefined
}

export type OpeningRow = {
  instrumentId: string
  group: number
  freeFrom: Temporal.Instant
  freeTo: Temporal.Instant
}

/**
 * The earliest free times of at least their groups' minutes among many instruments, one query: what is open, without what is
 * taken (by `occupancy_slot_taken`), is a multirange whose gaps are cut and measured here.
 */
export async function findOpenings(db: Db, asked: OpeningsAsked): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`${openingsSql(asked)}`.execute(db)
  return rows
}

/**
 * A start moves on to the next point of the grid, or to the next part of the grid where that begins earlier. There are
 * tens of thousands of gaps: what a zone's clock says is computed before (`grids`), and `offset 0` keeps each
 * start from being computed once for every use.
 */
const openingsSql = ({ groups, grids, window, now, limit, after }: OpeningsAsked) => sql`
  with asked as materialized (
    select *
    from jsonb_to_recordset(${JSON.stringify(groups.map(groupJson))}::jsonb) as asked (
      number int, ids uuid[], open tstzmultirange, before interval, after interval, length interval, step interval,
      zone text
    )
    join jsonb_to_recordset(${JSON.stringify(grids.map(gridJson))}::jsonb) as grid (
      zone text, begins timestamptz[], origins timestamptz[]
    ) using (zone)
  )
  select
    candidate.id as "instrumentId",
    asked.number as "group",
    slot.starts_at as "freeFrom",
    upper(gap) as "freeTo"
  from asked
  cross join lateral unnest(asked.ids) as candidate (id)
  cross join lateral (${gapsOf({ window, now })}) free
  cross join lateral (
    select gap, width_bucket(lower(gap), asked.begins) as part
    from unnest(free.gaps) as gap
    where lower(gap) + asked.length <= upper(gap)
    offset 0
  ) long_enough
  cross join lateral (
    select least(
      date_bin(asked.step, lower(gap) + asked.step - interval '1 microsecond', asked.origins[part]),
      asked.begins[part + 1]
    ) as starts_at
    offset 0
  ) slot
  where slot.starts_at + asked.length <= upper(gap)
    and ${after ? sql`(slot.starts_at, candidate.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
  order by slot.starts_at, candidate.id
  limit ${limit}
`

/** What of `asked.open` is not taken at `candidate`; the buffers of the new booking keep away from the others'. */
const gapsOf = ({ window, now }: Pick<OpeningsAsked, 'window' | 'now'>) => sql`
    select asked.open - coalesce(
      range_agg(tstzrange(
        lower(o.taken) - asked.after,
        upper(o.taken) + asked.before
      )),
      '{}'
    ) as gaps
    from occupancy o
    where o.instrument_id = candidate.id
      and o.taken && tstzrange(
        ${window.start}::timestamptz - asked.before,
        ${window.end}::timestamptz + asked.after
      )
      and o.released_at is null
      and (o.expires_at is null or o.expires_at > ${now}::timestamptz)
`

const groupJson = (
  { ids, open, before, after, minutes, step, zone }: OpeningsAsked['groups'][number],
  number: number,
) => ({
  number,
  ids,
  open: `{${open.map(({ start, end }) => `[${start.toString()},${end.toString()})`).join(',')}}`,
  before: minutesText(before),
  after: minutesText(after),
  length: minutesText(minutes),
  step: minutesText(step),
  zone,
})

const minutesText = (minutes: number) => `${minutes} minutes`

const gridJson = ({ zone, parts }: Grid) => ({
  zone,
  begins: parts.map(({ begin }) => begin.toString()),
  origins: parts.map(({ origin }) => origin.toString()),
})

/** Which instruments somebody looks for; what is not there does not narrow. */
export type Candidates = {
  /** `0204` for all codes that begin so. */
  categoryPrefix?: string | undefined
  regionPrefix?: string | undefined
  institution?: string | undefined
  /** Of the category of this instrument, without itself. */
  alike?: string | undefined
  /** A tsquery of the catalogue's search. */
  words?: string | undefined
}

/** The query names the tables `record` and `instrument`. */
export function fitting({ categoryPrefix, regionPrefix, institution, alike, words }: Candidates) {
  const narrowing = [
    categoryPrefix !== undefined && sql`instrument.instr_category like ${`${categoryPrefix}%`}`,
    regionPrefix !== undefined && sql`record.region like ${`${regionPrefix}%`}`,
    institution !== undefined && sql`record.institution_id = ${institution}::uuid`,
    alike !== undefined && alikeTo(alike),
    words !== undefined && sql`record.document @@ ${words}::tsquery`,
    sql`true`,
  ].filter((part) => part !== false)
  return sql.join(narrowing, sql` and `)
}

const alikeTo = (id: string) => sql`
  record.id <> ${id}::uuid
  and instrument.instr_category = (
    select model.instr_category from instrument model where model.record_id = ${id}::uuid
  )
`

/** How many people may run an instrument now: those who hold all of these kinds, or any where none is asked for. */
export async function countQualified(
  db: Db,
  {
    instrumentId,
    kinds,
    now,
  }: { instrumentId: string; kinds: readonly string[]; now: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from (
      select person_id
      from qualification
      where instrument_id = ${instrumentId}::uuid
        and revoked_at is null
        and (expires_at is null or expires_at > ${now}::timestamptz)
        and (${kinds.length}::int = 0 or kind = any(${[...kinds]}::text[]))
      group by person_id
      having count(distinct kind) >= ${kinds.length}::int
    ) qualified
  `.execute(db)
  return rows[0]?.count ?? 0
}
