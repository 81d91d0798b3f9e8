import { type Insertable, type SqlBool, sql } from 'kysely'
import type { PlacementTable, SampleEventTable } from '../../../db/schema.ts'
import { staffedAmong, staffedBy } from '../queries.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { type Keeper, keeperOf } from '../../catalog/visible.ts'
import { type Bound, prepared, preparedOne } from '../../ports/database.ts'
import type { FillOrder, WellNaming } from '../../stock/places/model.ts'
import type { SampleState } from '../model.ts'

/** A box or container, with what holds for it because of the places around it. Whoever asks may see the place. */
export const findBox = async (db: Db, id: string) => boxById(db, { id })

const boxById = preparedOne((db, { id }: Bound<{ id: string }>) =>
  boxRows(db).where('place.id', '=', id),
)

/**
 * The same, held against a change of its grid. One that is bounded by a number is held against all others, who might
 * put the last thing into it too.
 */
export async function lockBox(trx: Trx, id: string) {
  const { capacity } =
    (await trx.selectFrom('place').where('id', '=', id).select('capacity').executeTakeFirst()) ?? {}
  const rows = boxRows(trx).where('place.id', '=', id)
  const locked = capacity == null ? rows.forShare('place') : rows.forNoKeyUpdate('place')
  return locked.executeTakeFirst()
}

const around = sql`(
  with recursive up (id, parent_id, blocked_at, awaits_destruction, depth) as (
    select place.id, place.parent_id, place.blocked_at, place.awaits_destruction, 1
    union all
    select outer_place.id, outer_place.parent_id, outer_place.blocked_at,
      outer_place.awaits_destruction, up.depth + 1
    from up
    join place outer_place on outer_place.id = up.parent_id
  )
  select jsonb_build_object(
    'blockedPath', (
      select place_path(up.id) from up where blocked_at is not null order by depth desc limit 1
    ),
    'awaitsDestruction', bool_or(awaits_destruction)
  )
  from up
)`

const boxRows = (db: Db) =>
  db
    .selectFrom('place')
    .innerJoin('institution', 'institution.id', 'place.institution_id')
    .select([
      'place.id',
      'place.code',
      'place.institution_id as institutionId',
      named('institution'),
      sql<string>`place_path(place.id)`.as('path'),
      'place.holds_one as holdsOne',
      'place.row_count as rows',
      'place.column_count as columns',
      sql<WellNaming>`coalesce(place.well_names, 'letters')`.as('wellNames'),
      sql<FillOrder>`place.fill_order`.as('fillOrder'),
      'place.capacity',
      sql<{ blockedPath: string | null; awaitsDestruction: boolean }>`${around}`.as('around'),
      sql<{ from: number; to: number } | null>`(
        select jsonb_build_object('from', celsius_from, 'to', celsius_to)
        from store_climate
        where store_climate.place_id = climate_place(place.id)
      )`.as('celsius'),
    ])

export type BoxRow = NonNullable<Awaited<ReturnType<typeof findBox>>>

/** What is in a box, well by well. By `placement_at`. Samples of collections whose staff the viewer is not are nameless. */
export const listWells = async (db: Db, viewer: Actor, placeId: string) =>
  wellsOf(db, { ...keeperOf(viewer), placeId })

const wellsOf = prepared((db, asked: Bound<Keeper & { placeId: string }>) =>
  db
    .selectFrom('placement')
    .leftJoin('sample', 'sample.id', 'placement.sample_id')
    .leftJoin('record', 'record.id', 'sample.record_id')
    .leftJoin('lot', 'lot.id', 'placement.lot_id')
    .where('placement.place_id', '=', asked.placeId)
    .where('placement.well', 'is not', null)
    .select([
      'placement.well',
      sql<{ id: string; code: string; type: string; isBlocked: boolean } | null>`case
        when sample.id is not null and ${staffedAmong(asked)}
        then jsonb_build_object(
          'id', sample.id, 'code', sample.code, 'type', sample.type,
          'isBlocked', sample.blocked_at is not null
        )
      end`.as('sample'),
      sql<{ id: string; code: string } | null>`case
        when lot.id is not null then jsonb_build_object('id', lot.id, 'code', lot.code)
      end`.as('lot'),
      'placement.blocked_reason as blocked',
      'placement.is_kept as isKept',
    ])
    .orderBy('placement.well')
    .orderBy('placement.id'),
)

/** Samples directly in a place, of collections whose staff the viewer is. By `placement_at`. */
export async function listSamplesAt(
  db: Db,
  viewer: Actor,
  { placeId, ...paging }: Paging & { placeId: string },
) {
  const rows = db
    .selectFrom('placement')
    .innerJoin('sample', 'sample.id', 'placement.sample_id')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .where('placement.place_id', '=', placeId)
    .where(staffedBy(viewer))
    .select([
      'sample.id',
      'sample.code',
      'sample.type',
      sql<SampleState>`sample.state`.as('state'),
      'placement.well as index',
      'placement.is_kept as isKept',
      'placement.place_id as placeId',
    ])
  return pageBy(db, { rows, by: { code: 'sample.code', id: 'sample.id' } }, paging)
}

/** How many things lie in a place. By `placement_at`. */
export async function countIn(db: Db, placeId: string): Promise<number> {
  const row = await contentsOf(db, { placeId })
  return row?.count ?? 0
}

const contentsOf = preparedOne((db, { placeId }: Bound<{ placeId: string }>) =>
  db
    .selectFrom('placement')
    .where('place_id', '=', placeId)
    .select(sql<number>`count(*)::int`.as('count')),
)

/** Wells of a box that have something in them. */
export async function takenIn(db: Db, placeId: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('placement')
    .where('place_id', '=', placeId)
    .where('well', 'is not', null)
    .select(sql<number>`well`.as('well'))
    .execute()
  return new Set(rows.map(({ well }) => well))
}

/**
 * The samples that have these codes, in upper case: of the institution where it has one, for codes may be another's too.
 * By `sample_by_code`.
 */
export async function findByCodes(
  db: Db,
  { codes, institutionId }: { codes: readonly string[]; institutionId: string },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sample')
    .where(
      sql<SqlBool>`upper(sample.code) in (select upper(code) from unnest(${[...codes]}::text[]) as of (code))`,
    )
    .distinctOn(sql`upper(sample.code)`)
    .select(['sample.id', sql<string>`upper(sample.code)`.as('key')])
    .orderBy(sql`upper(sample.code)`)
    .orderBy(sql`sample.institution_id = ${institutionId}`, 'desc')
    .orderBy('sample.id')
    .execute()
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** Boxes by their wells. */
export const gridsOf = async (trx: Trx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : trx
        .selectFrom('place')
        .where('id', 'in', [...ids])
        .select([
          'id',
          'institution_id as institutionId',
          'holds_one as holdsOne',
          'row_count as rows',
          'column_count as columns',
          sql<WellNaming>`coalesce(well_names, 'letters')`.as('wellNames'),
        ])
        .execute()

export type GridRow = Awaited<ReturnType<typeof gridsOf>>[number]

/** Samples that are to be moved, held one after the other in order of id. */
export async function lockTubes(trx: Trx, viewer: Actor, ids: readonly string[]) {
  await trx
    .selectFrom('sample')
    .where('id', 'in', [...ids])
    .select('id')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return findTubes(trx, viewer, ids)
}

/** Samples with what is asked before they are moved. */
export const findTubes = async (db: Db, viewer: Actor, ids: readonly string[]) =>
  db
    .selectFrom('sample')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .innerJoin('institution', 'institution.id', 'sample.institution_id')
    .leftJoin('sample_kit', 'sample_kit.id', 'sample.kit_id')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .leftJoin('place', 'place.id', 'placement.place_id')
    .where('sample.id', 'in', [...ids])
    .select([
      'sample.id',
      'sample.code',
      'sample.institution_id as institutionId',
      named('institution'),
      sql<boolean>`${staffedBy(viewer)}`.as('isKept'),
      sql<SampleState>`sample.state`.as('state'),
      'sample.temperature',
      sql<boolean>`sample.blocked_at is not null`.as('isBlocked'),
      sql<string | null>`case when sample_kit.finished_at is not null then sample_kit.code end`.as(
        'finishedKit',
      ),
      sql<PlacedAt | null>`case when place.id is not null then jsonb_build_object(
        'placeId', place.id, 'path', place_path(place.id), 'well', placement.well,
        'isKept', placement.is_kept, 'rows', place.row_count, 'columns', place.column_count,
        'wellNames', coalesce(place.well_names, 'letters')
      ) end`.as('at'),
    ])
    .execute()

/** Where a sample is, as a well is counted. */
export type PlacedAt = {
  placeId: string
  path: string
  well: number | null
  isKept: boolean
  rows: number | null
  columns: number | null
  wellNames: WellNaming
}

export type TubeRow = Awaited<ReturnType<typeof findTubes>>[number]

/** Those of these samples whose donor withdrew. */
export async function blockedAmong(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('sample')
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .where('blocked_at', 'is not', null)
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What is in these wells now. */
export const occupantsOf = async (
  db: Db,
  viewer: Actor,
  { placeId, wells }: { placeId: string; wells: readonly number[] },
) =>
  wells.length === 0
    ? []
    : db
        .selectFrom('placement')
        .leftJoin('sample', 'sample.id', 'placement.sample_id')
        .leftJoin('record', 'record.id', 'sample.record_id')
        .leftJoin('lot', 'lot.id', 'placement.lot_id')
        .where('placement.place_id', '=', placeId)
        .where('placement.well', 'in', [...wells])
        .select([
          sql<number>`placement.well`.as('well'),
          'placement.sample_id as sampleId',
          sql<string | null>`case
            when sample.id is null then lot.code when ${staffedBy(viewer)} then sample.code
          end`.as('code'),
          sql<boolean>`coalesce(${staffedBy(viewer)} and sample.blocked_at is null, false)`.as(
            'isMovable',
          ),
          sql<boolean>`coalesce(sample.blocked_at is not null, false)`.as('isWithdrawn'),
          'placement.is_kept as isOnLoan',
          'placement.blocked_reason as blocked',
        ])
        .execute()

/** Samples lie nowhere any more. */
export async function leavePlaces(trx: Trx, sampleIds: readonly string[]): Promise<void> {
  if (sampleIds.length > 0)
    await trx
      .deleteFrom('placement')
      .where('sample_id', 'in', [...sampleIds])
      .execute()
}

/** Their wells stay theirs while they are on loan. */
export async function keepPlaces(trx: Trx, sampleIds: readonly string[]): Promise<void> {
  if (sampleIds.length > 0)
    await trx
      .updateTable('placement')
      .set({ is_kept: true })
      .where('sample_id', 'in', [...sampleIds])
      .execute()
}

export async function insertPlacements(
  trx: Trx,
  rows: readonly Insertable<PlacementTable>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('placement').values(rows).execute()
}

/** Samples that were gone are in store again. */
export async function receiveBack(
  trx: Trx,
  { ids, ...event }: { ids: readonly string[] } & Pick<Insertable<SampleEventTable>, 'at' | 'by'>,
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('sample')
    .set((eb) => ({ state: 'stored', version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute()
  const rows = ids.map((sample_id) => ({ sample_id, kind: 'return', ...event }))
  await trx.insertInto('sample_event').values(rows).execute()
}

/** Wells out of which nothing is put, or are again. */
export async function clearBlocks(trx: Trx, placeId: string, wells: readonly number[]) {
  const gone = await trx
    .deleteFrom('placement')
    .where('place_id', '=', placeId)
    .where('blocked_reason', 'is not', null)
    .where('well', 'in', [...wells])
    .returning(['well', 'blocked_reason as reason'])
    .execute()
  return gone
}

export async function writeOrder(trx: Trx, placeId: string, order: FillOrder): Promise<void> {
  await trx.updateTable('place').set({ fill_order: order }).where('id', '=', placeId).execute()
}

/** Where a sample was, and where it went; a place without a well has null there. */
export type Step = { sampleId: string; code: string; from: Spot | null; to: Spot | null }
export type Spot = { placeId: string; well: number | null }

/** What somebody did last at a box, instead of what was before; nothing where it cannot be undone. */
export async function writeStep(
  trx: Trx,
  key: { placeId: string; personId: string },
  { at, moves }: { at: Temporal.Instant; moves: readonly Step[] },
): Promise<void> {
  const row = { at, moves: JSON.stringify(moves) }
  await trx
    .insertInto('placement_step')
    .values({ place_id: key.placeId, person_id: key.personId, ...row })
    .onConflict((conflict) => conflict.columns(['place_id', 'person_id']).doUpdateSet(row))
    .execute()
}

export const findStep = preparedOne((db, key: Bound<{ placeId: string; personId: string }>) =>
  db
    .selectFrom('placement_step')
    .where('place_id', '=', key.placeId)
    .where('person_id', '=', key.personId)
    .select(['at', sql<Step[]>`moves`.as('moves')]),
)
