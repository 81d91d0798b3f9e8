import { type Insertable, sql, type Updateable } from 'kysely'
import type { PlaceTable } from '../../../db/schema.ts'
import { type Keeper, keeperOf, storesSeenAmong, storesSeenBy } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'
import type { FillOrder, PlaceFilter, PlaceType, WellNaming } from './model.ts'

/** The outermost places, in order of code. */
export async function listOutermost(
  db: Db,
  viewer: Actor,
  { institution, ...paging }: Paging & PlaceFilter,
) {
  const rows = placeRows(db)
    .where(storesSeenBy(viewer))
    .where('place.parent_id', 'is', null)
    .$if(institution !== undefined, (some) =>
      some.where('place.institution_id', '=', institution ?? ''),
    )
  return pageBy(db, { rows, by: inOrder }, paging)
}

/** The places directly inside another. */
export async function listInside(
  db: Db,
  viewer: Actor,
  { id, ...paging }: Paging & { id: string },
) {
  const rows = placeRows(db).where(storesSeenBy(viewer)).where('place.parent_id', '=', id)
  return pageBy(db, { rows, by: inOrder }, paging)
}

const inOrder = { code: 'place.code', id: 'place.id' } as const

export const findPlace = async (db: Db, viewer: Actor, id: string) =>
  placeSeen(db, { ...keeperOf(viewer), id })

const placeSeen = preparedOne((db, seen: Bound<Keeper & { id: string }>) =>
  placeRows(db).where('place.id', '=', seen.id).where(storesSeenAmong(seen)),
)

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** Held for a change. */
export const lockPlace = async (trx: Trx, viewer: Actor, id: string) =>
  placeRows(trx)
    .where('place.id', '=', id)
    .where(storesSeenBy(viewer))
    .forNoKeyUpdate('place')
    .executeTakeFirst()

/** One change of an institution's tree after the other: two moves at once could make a ring. */
export async function lockTree(trx: Trx, institutionId: string): Promise<void> {
  await trx
    .selectFrom('institution')
    .where('id', '=', institutionId)
    .select('id')
    .forNoKeyUpdate()
    .execute()
}

/** The places that have these codes one inside the other, from the top down: one of each institution at most. */
export async function findByPath(
  db: Db,
  { institutionId, codes }: { institutionId?: string; codes: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down (id, depth) as (
      select place.id, 1
      from place
      where place.parent_id is null
        and place.institution_id = coalesce(${institutionId ?? null}::uuid, place.institution_id)
        and upper(place.code) = upper((${[...codes]}::text[])[1])
      union all
      select place.id, down.depth + 1
      from down
      join place on place.parent_id = down.id
        and upper(place.code) = upper((${[...codes]}::text[])[down.depth + 1])
    )
    select id from down where depth = ${codes.length}::int
  `.execute(db)
  return rows.map(({ id }) => id)
}

type Around = {
  id: string
  institutionId: string
  path: string
  depth: number
  holdsOne: boolean
  /** The outermost place around it that is blocked, itself included. */
  blockedPath: string | null
  /** It and all around it. */
  ids: string[]
}

/** What stands around a place, from the top down to it. */
export async function findAround(db: Db, id: string): Promise<Around | undefined> {
  const { rows } = await sql<Around>`
    with recursive up (id, parent_id, blocked_at, depth) as (
      select id, parent_id, blocked_at, 1 from place where id = ${id}
      union all
      select place.id, place.parent_id, place.blocked_at, up.depth + 1
      from up
      join place on place.id = up.parent_id
    )
    select
      place.id,
      place.institution_id as "institutionId",
      place_path(place.id) as path,
      place.holds_one as "holdsOne",
      (select max(depth)::int from up) as depth,
      (
        select place_path(up.id) from up where blocked_at is not null order by depth desc limit 1
      ) as "blockedPath",
      (select array_agg(up.id) from up) as ids
    from place
    where place.id = ${id}
  `.execute(db)
  return rows[0]
}

/** How many places deep a place is: 1 where nothing is inside. */
export async function heightOf(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ height: number }>`
    with recursive down (id, depth) as (
      select ${id}::uuid, 1
      union all
      select place.id, down.depth + 1 from down join place on place.parent_id = down.id
    )
    select max(depth)::int as height from down
  `.execute(db)
  return rows[0]?.height ?? 1
}

export async function insertPlace(trx: Trx, row: Insertable<PlaceTable>): Promise<string> {
  const { id } = await trx.insertInto('place').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updatePlace(
  trx: Trx,
  id: string,
  change: Updateable<PlaceTable>,
): Promise<void> {
  await trx
    .updateTable('place')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/**
 * Lots, or samples, that lie in a place or anywhere inside it. How many places are inside is guessed far too high, so
 * that all of a large store would be read for one box: `offset 0` and a count for each place keep to `place_inside` and
 * `placement_at`.
 */
const countWithin = (column: 'lot_id' | 'sample_id') => sql<number>`(
  with recursive down (id) as (
    select place.id
    union all
    select inner_place.id
    from down
    cross join lateral (select id from place where parent_id = down.id offset 0) inner_place
  )
  select coalesce(sum((
    select count(${sql.ref(`placement.${column}`)}) from placement where placement.place_id = down.id
  )), 0)::int
  from down
)`

const placeRows = (db: Db) =>
  db
    .selectFrom('place')
    .innerJoin('institution', 'institution.id', 'place.institution_id')
    .select([
      'place.id',
      named('institution'),
      'place.institution_id as institutionId',
      'place.parent_id as parentId',
      sql<PlaceType>`place.type`.as('type'),
      'place.code',
      local('place.name'),
      sql<{ id: string; path: string } | null>`case
        when place.parent_id is not null
        then jsonb_build_object('id', place.parent_id, 'path', place_path(place.parent_id))
      end`.as('parent'),
      sql<string>`place_path(place.id)`.as('path'),
      'place.holds_one as holdsOne',
      sql<number>`(select count(*)::int from place inner_place where inner_place.parent_id = place.id)`.as(
        'placeCount',
      ),
      countWithin('lot_id').as('lotCount'),
      countWithin('sample_id').as('sampleCount'),
      'place.row_count as rows',
      'place.column_count as columns',
      sql<WellNaming>`coalesce(place.well_names, 'letters')`.as('wellNames'),
      sql<FillOrder>`place.fill_order`.as('fillOrder'),
      'place.capacity',
      'place.awaits_destruction as awaitsDestruction',
      sql<number | null>`(select max(well) from placement where placement.place_id = place.id)`.as(
        'highestWell',
      ),
      'place.blocked_at as blockedAt',
      'place.version',
    ])
