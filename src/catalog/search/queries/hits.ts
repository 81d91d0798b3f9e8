import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Extent, Ring } from '../../../core/place.ts'
import { listedFor } from '../../visible.ts'
import type { Db } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import { type ItemRow, itemsOf } from '../../records/queries/items.ts'
import type { Place } from '../rules/facets.ts'

/**
 * The one way in which search reads records: era by era (see `record_eras`), through the index on documents alone,
 * until there are enough. Rows are read for hits only, documents only where a quoted phrase asks for positions.
 */

export type Reading = {
  actor: Actor
  /** A tsquery; null asks for everything. */
  terms: string | null
  place?: Place | undefined
}

/** Newest place in the listing. */
export const newestNo = sql<number>`(select coalesce(max(listed_no), 0) from record)`

/** Eras newest first, from a place on. */
export const erasFrom = (place: RawBuilder<number>) => sql`record_eras(${place}) as eras`

/** Hits of each era in turn: `eras` is a table of them, `hit` the rows. Stops as soon as nobody asks for more. */
export function hitsIn(
  eras: RawBuilder<unknown>,
  reading: Reading,
  { columns, rest }: { columns: RawBuilder<unknown>; rest: RawBuilder<unknown> },
) {
  return sql`
    ${eras}
    cross join lateral (
      select ${columns}
      from record
      where record.document @@ eras.era
        and ${matching(reading)}
      ${rest}
    ) as hit`
}

/** What a hit is: it has the terms, touches the place, and is for the viewer to see. */
export function matching({ actor, terms, place }: Reading): RawBuilder<SqlBool> {
  const conditions = [
    ...(terms === null ? [] : [sql<SqlBool>`record.document @@ ${terms}::tsquery`]),
    ...(place ? touching(place) : []),
    sql<SqlBool>`${listedFor(actor)}`,
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** Records that touch one of the boxes and, where there are any, one of the shapes. */
function touching({ boxes, shapes }: Place): RawBuilder<SqlBool>[] {
  const inBox = boxes.map((box) => sql`record.extent && ${boxOf(box)}`)
  return [anyOf(inBox), ...(shapes.length > 0 ? [areaInShape(shapes)] : [])]
}

export const areaInShape = (shapes: readonly Ring[]) =>
  anyOf(shapes.map((shape) => sql`polygon(record.extent) && ${polygonOf(shape)}`))

/** The same of points, which are read without their extent. */
export const pointInShape = (shapes: readonly Ring[]): RawBuilder<SqlBool> =>
  anyOf(shapes.map((shape) => sql`${polygonOf(shape)} @> point(longitude, latitude)`))

const anyOf = (conditions: readonly RawBuilder<unknown>[]) =>
  sql<SqlBool>`(${sql.join(conditions, sql` or `)})`

export const boxOf = ({ west, south, east, north }: Extent) =>
  sql`${`(${west},${south}),(${east},${north})`}::box`

const polygonOf = (shape: Ring) =>
  sql`${`(${shape.map(([x, y]) => `(${x},${y})`).join(',')})`}::polygon`

/** One page more than nothing: `limit` and one row, so that the page knows whether it is the last. */
type Page = { limit: number }

/** Newest first. Reads eras from the cursor's place on. */
export async function newestHits(
  db: Db,
  reading: Reading,
  { limit, before }: Page & { before?: number | undefined },
): Promise<ItemRow[]> {
  return itemsOf(
    db,
    sql`
      select 0 as tier, hit.id, hit.listed_no
      from ${eraHits(reading, { limit, before })}
      limit ${limit}`,
    sql`page.listed_no desc`,
  )
}

/** Where the hits are, newest first; for reading all of them, part by part. */
export async function newestPlaces(
  db: Db,
  reading: Reading,
  { limit, before }: Page & { before?: number | undefined },
): Promise<{ id: string; listedNo: number }[]> {
  const { rows } = await sql<{ id: string; listedNo: number }>`
    select hit.id, hit.listed_no as "listedNo"
    from ${eraHits(reading, { limit, before })}
    limit ${limit}`.execute(db)
  return rows
}

/** A place in the order of relevance: tier after tier, newest first in each. */
type TierPlace = { tier: number; before: number }

/**
 * Most relevant first. `tiers` are tsqueries of which a hit matches exactly one. While there are few hits each
 * tier is read whole; otherwise era by era, and only as far as the page needs.
 */
export async function relevantHits(
  db: Db,
  reading: Omit<Reading, 'terms'>,
  {
    tiers,
    limit,
    after,
    few,
  }: Page & { tiers: readonly (string | null)[]; after?: TierPlace | undefined; few: boolean },
): Promise<ItemRow[]> {
  const parts = tiers.flatMap((terms, tier) => {
    if (after && tier < after.tier) return []
    const before = after?.tier === tier ? after.before : undefined
    const hits = few
      ? wholeHits({ ...reading, terms }, before)
      : sql`select hit.id, hit.listed_no from ${eraHits({ ...reading, terms }, { limit, before })} limit ${limit}`
    return [sql`(select ${sql.lit(tier)} as tier, id, listed_no from (${hits}) as found)`]
  })
  const all = sql.join(parts, sql` union all `)
  return itemsOf(
    db,
    few
      ? sql`select * from (${all}) as every order by tier, listed_no desc limit ${limit}`
      : sql`select * from (${all}) as every limit ${limit}`,
    sql`page.tier, page.listed_no desc`,
  )
}

/** By name in the order of the language. Few hits are sorted; many are picked from the names in order. */
export async function hitsByName(
  db: Db,
  reading: Reading,
  {
    limit,
    lang,
    after,
    few,
  }: Page & { lang: Lang; after?: { name: string; id: string } | undefined; few: boolean },
): Promise<ItemRow[]> {
  const name = nameIn[lang]
  const behind = after
    ? sql`and (${name}, record.id) > (${after.name}::text collate ${collation[lang]}, ${after.id}::uuid)`
    : sql``
  const hits = few
    ? sql`
      with hits as materialized (
        select record.* from record where ${matching(reading)}
      )
      select 0 as tier, record.id, record.listed_no from hits as record
      where true ${behind}
      order by ${name}, record.id limit ${limit}`
    : sql`
      select 0 as tier, record.id, record.listed_no from record
      where ${matching(reading)} ${behind}
      order by ${name}, record.id limit ${limit}`
  return itemsOf(db, hits, sql`${name}, page.id`)
}

const collation: Record<Lang, RawBuilder<unknown>> = { zh: sql`name_zh`, en: sql`name_en` }
const nameIn: Record<Lang, RawBuilder<unknown>> = {
  zh: sql`coalesce(record.title_zh, record.title_en) collate name_zh`,
  en: sql`coalesce(record.title_en, record.title_zh) collate name_en`,
}

type FromPlace = { limit: number; before: number | undefined }

function eraHits(reading: Reading, { limit, before }: FromPlace) {
  const newest = before === undefined ? newestNo : sql<number>`${before - 1}::bigint`
  const bound = before === undefined ? sql`` : sql`and record.listed_no < ${before}`
  return hitsIn(erasFrom(newest), reading, {
    columns: sql`record.id, record.listed_no`,
    rest: sql`${bound} order by record.listed_no desc limit ${limit}`,
  })
}

function wholeHits(reading: Reading, before: number | undefined) {
  const bound = before === undefined ? sql`` : sql`and record.listed_no < ${before}`
  return sql`select record.id, record.listed_no from record where ${matching(reading)} ${bound}`
}
