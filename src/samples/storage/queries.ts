import { type RawBuilder, sql } from 'kysely'
import { keptOnly, storesSeenBy } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { Named } from '../../core/shapes.ts'
import type { FillOrder, PlaceType, WellNaming } from '../../stock/places/model.ts'

type Within = {
  institution?: string | undefined
  /** Only what is inside this place. */
  under?: string | undefined
}

/**
 * Places from the top down, each with its path and what it has from the places around it: the freezer or tank, whether it
 * is blocked, whose climate holds. Down by `place_inside`.
 */
const tree = (viewer: Actor, { institution, under }: Within): RawBuilder<unknown> => sql`
  recursive tree (id, path, store_id, is_blocked, awaits_destruction, climate_id) as (
    select place.id, place_path(place.id),
      case when place.type in ('freezer', 'tank') then place.id end,
      place.blocked_at is not null, place.awaits_destruction, climate_place(place.id)
    from place
    where ${storesSeenBy(viewer)}
      and ${under === undefined ? sql`place.parent_id is null` : sql`place.id = ${under}`}
      and ${institution === undefined ? sql`true` : sql`place.institution_id = ${institution}`}
    union all
    select place.id, tree.path || '/' || place.code,
      coalesce(case when place.type in ('freezer', 'tank') then place.id end, tree.store_id),
      tree.is_blocked or place.blocked_at is not null,
      tree.awaits_destruction or place.awaits_destruction,
      coalesce(store_climate.place_id, tree.climate_id)
    from tree
    join place on place.parent_id = tree.id
    left join store_climate on store_climate.place_id = place.id
  )`

/** Of each place: how many fit, where that is said and no further place is inside, and what is there. By `placement_at`. */
const filled = sql`
  filled as (
    select tree.*, place.institution_id, place.parent_id, place.type, place.code,
      place.row_count, place.column_count,
      coalesce(place.well_names, 'letters') as well_names, place.fill_order,
      case when not exists (select from place inner_place where inner_place.parent_id = place.id)
        then coalesce(place.row_count * place.column_count, place.capacity)
      end as wells,
      held.*
    from tree
    join place on place.id = tree.id
    cross join lateral (
      select count(*)::int as taken, count(placement.blocked_reason)::int as blocked,
        (count(placement.sample_id) + count(placement.lot_id))::int as used,
        (count(*) filter (where placement.is_kept))::int as kept
      from placement
      where placement.place_id = tree.id
    ) held
  )`

export type UsageRow = {
  id: string
  path: string
  institution: Named
  boxes: number
  wells: number
  used: number
  kept: number
  blocked: number
  free: number
  sparse: number
}

/** How full each freezer and tank is. */
export async function usageOfStores(db: Db, viewer: Actor, within: Within): Promise<UsageRow[]> {
  const { rows } = await sql<UsageRow>`
    with ${tree(viewer, within)}, ${filled}
    select store.id, store.path,
      jsonb_build_object('id', institution.id, 'name',
        jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)) as institution,
      count(filled.wells)::int as boxes,
      coalesce(sum(filled.wells), 0)::int as wells,
      coalesce(sum(filled.used), 0)::int as used,
      coalesce(sum(filled.kept), 0)::int as kept,
      coalesce(sum(filled.blocked), 0)::int as blocked,
      coalesce(sum(greatest(filled.wells - filled.taken, 0)), 0)::int as free,
      (count(*) filter (where filled.used > 0 and filled.used < filled.wells * 0.3))::int as sparse
    from filled
    join tree store on store.id = filled.store_id
    join institution on institution.id = filled.institution_id
    group by store.id, store.path, institution.id
    order by institution.id, store.path
  `.execute(db)
  return rows
}

export type FilledRow = {
  id: string
  parentId: string | null
  path: string
  code: string
  type: PlaceType
  storeId: string | null
  wells: number
  used: number
  blocked: number
  free: number
}

/** The boxes and containers inside a place, in order of path. */
export async function boxesUnder(db: Db, viewer: Actor, placeId: string): Promise<FilledRow[]> {
  const { rows } = await sql<FilledRow>`
    with ${tree(viewer, { under: placeId })}, ${filled}
    select id, parent_id as "parentId", path, code, type, store_id as "storeId",
      coalesce(wells, 0) as wells, used, blocked, greatest(wells - taken, 0) as free
    from filled
    where (wells is not null or used > 0) and id <> ${placeId}
    order by path
    limit 5000
  `.execute(db)
  return rows
}

export type RoomyRow = {
  id: string
  path: string
  institution: Named
  rows: number
  columns: number
  wellNames: WellNaming
  fillOrder: FillOrder
  celsius: { from: number; to: number } | null
  free: number
  taken: number[]
}

/** Boxes with at least so many free wells that are open for samples, those with the least first. */
export async function roomyBoxes(
  db: Db,
  viewer: Actor,
  { count, ...within }: Within & { count: number },
): Promise<RoomyRow[]> {
  const { rows } = await sql<RoomyRow>`
    with ${tree(viewer, within)}, ${filled}
    select filled.id, filled.path,
      jsonb_build_object('id', institution.id, 'name',
        jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)) as institution,
      filled.row_count as rows, filled.column_count as columns,
      filled.well_names as "wellNames", filled.fill_order as "fillOrder",
      case when store_climate.place_id is not null then jsonb_build_object(
        'from', store_climate.celsius_from, 'to', store_climate.celsius_to
      ) end as celsius,
      filled.wells - filled.taken as free,
      array(
        select placement.well from placement
        where placement.place_id = filled.id and placement.well is not null
      ) as taken
    from filled
    join institution on institution.id = filled.institution_id
    left join store_climate on store_climate.place_id = filled.climate_id
    where filled.row_count is not null
      and filled.wells - filled.taken >= ${count}
      and not filled.is_blocked
      and not filled.awaits_destruction
    order by filled.wells - filled.taken, filled.path
    limit 2000
  `.execute(db)
  return rows
}

/** Samples of a box that may be moved elsewhere, in order of well. */
export const samplesIn = async (db: Db, viewer: Actor, placeId: string) =>
  db
    .selectFrom('placement')
    .innerJoin('sample', 'sample.id', 'placement.sample_id')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .where('placement.place_id', '=', placeId)
    .where(keptOnly(viewer))
    .select(['sample.id', 'placement.is_kept as isKept'])
    .orderBy('placement.well')
    .execute()

/** Places of what the viewer sees that have this code, whatever is around them. */
export const placesCalled = async (db: Db, viewer: Actor, code: string) =>
  db
    .selectFrom('place')
    .where(storesSeenBy(viewer))
    .where(sql<boolean>`upper(place.code) = upper(${code})`)
    .select('place.id')
    .limit(2)
    .execute()
