import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import { type Extent, globe } from '../../core/place.ts'
import { listedFor } from '../visible.ts'
import type { Kind } from '../records/model/record.ts'
import {
  areaInShape,
  boxOf,
  erasFrom,
  hitsIn,
  newestNo,
  pointInShape,
} from '../search/queries/hits.ts'
import { type Asked, askedThatFinds } from '../search/queries/reading.ts'
import type { FacetName } from '../search/model.ts'
import type { SearchFilters } from '../search/rules/facets.ts'
import type { Cluster, Clusters } from './model.ts'

/** Hits of words and facets that are placed, newest first: many more would keep everybody waiting. */
const mostPlaced = 20_000

/** Clusters answered: more than the cells of any grid here. */
const mostClusters = 1_000
/** Characters of a title. */
const mostOfTitle = 100

/**
 * What the viewer finds, by cells of so many degrees. A record with an area stands in the middle of what of it lies in
 * the box of the search, so that it is counted wherever the search finds it.
 */
export async function clustersFound(
  db: Db,
  actor: Actor,
  { query, cell }: { query: SearchFilters; cell: number },
): Promise<Clusters> {
  const asked = await askedThatFinds(db, actor, query)
  const boxes = asked.reading.place?.boxes ?? [globe]
  const narrowing = columnsFor(asked)
  const places = narrowing ? placesByIndex(asked, { boxes, narrowing }) : placesOfHits(asked, boxes)
  const rows = await clustersOf(db, places, cell)
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    clusters: rows.map(clusterOf),
    total:
      narrowing || total <= mostPlaced
        ? { value: total, relation: 'eq' }
        : { value: mostPlaced, relation: 'gte' },
  }
}

/** `places` is a common table `place` of `x`, `y` and `listed_no`, and those that it needs. */
async function clustersOf(db: Db, places: RawBuilder<unknown>, cell: number): Promise<Row[]> {
  // Without a name the statement is planned anew for each box: what suits a province does not suit a street.
  const { rows } = await sql<Row>`
    /* clusters */
    with ${places},
    cluster as (
      select count(*) as count, min(x) as west, min(y) as south, max(x) as east, max(y) as north,
        min(listed_no) as listed_no
      from place
      group by floor((x + 180) / ${cell}::float8), floor((y + 90) / ${cell}::float8)
      order by count(*) desc, min(listed_no)
      limit ${sql.lit(mostClusters)}
    )
    select cluster.count, cluster.west, cluster.south, cluster.east, cluster.north,
      single.id, single.kind,
      left(single.title_zh, ${sql.lit(mostOfTitle)}) as "titleZh",
      left(single.title_en, ${sql.lit(mostOfTitle)}) as "titleEn"
    from cluster
    left join record as single on single.listed_no = cluster.listed_no and cluster.count = 1
    order by cluster.count desc, cluster.listed_no
  `.execute(db)
  return rows
}

type Row = Extent & {
  count: number
  id: string | null
  kind: Kind | null
  titleZh: string | null
  titleEn: string | null
}

const clusterOf = ({ count, id, kind, titleZh, titleEn, ...bounds }: Row): Cluster => ({
  count,
  bounds,
  record: id && kind ? { id, kind, title: { zh: titleZh, en: titleEn } } : null,
})

/** Facets that the indexes of places hold. */
const columns: Partial<Record<FacetName, (values: readonly string[]) => RawBuilder<SqlBool>>> = {
  kind: (values) => sql`record.kind = any(${values}::text[])`,
  library: (values) => sql`record.library = any(${values}::text[])`,
  institution: (values) => sql`record.institution_id = any(${values}::uuid[])`,
}

/** Everything that is asked but for the place, of the indexes of places; undefined where they do not hold it. */
function columnsFor({ sought }: Asked): RawBuilder<SqlBool>[] | undefined {
  if (sought.question) return undefined
  const conditions = sought.narrowing.map(({ facet, values }) => columns[facet]?.(values))
  return conditions.every((condition) => condition !== undefined) ? conditions : undefined
}

type Indexed = { boxes: readonly Extent[]; narrowing: readonly RawBuilder<SqlBool>[] }

/** All of them, by `record_points` and `record_areas` alone. */
function placesByIndex({ reading }: Asked, { boxes, narrowing }: Indexed) {
  const { shapes = [] } = reading.place ?? {}
  const rest = (inShape: typeof areaInShape) =>
    sql.join(
      [listedFor(reading.actor), ...narrowing, ...(shapes.length > 0 ? [inShape(shapes)] : [])],
      sql` and `,
    )
  const points = boxes.map(
    ({ west, south, east, north }) => sql`
      select longitude as x, latitude as y, listed_no
      from record
      where width(extent) + height(extent) = 0
        and latitude between ${south}::float8 and ${north}::float8
        and longitude between ${west}::float8 and ${east}::float8
        and ${rest(pointInShape)}`,
  )
  const areas = sql`(
    select * from record where width(extent) + height(extent) > 0 and ${rest(areaInShape)}
  )`
  return sql`place as (${sql.join([...points, ...middlesOf(areas, boxes)], sql` union all `)})`
}

/** The newest hits of words and facets, era by era. */
function placesOfHits({ reading }: Asked, boxes: readonly Extent[]) {
  const hits = hitsIn(erasFrom(newestNo), reading, {
    columns: sql`record.extent, record.listed_no`,
    rest: sql`and record.extent is not null limit ${sql.lit(mostPlaced + 1)}`,
  })
  return sql`
    hits as materialized (select hit.* from ${hits} limit ${sql.lit(mostPlaced + 1)}),
    place as (${sql.join(middlesOf(sql`hits`, boxes), sql` union all `)})`
}

/** The middles of what lies in each box; what reaches into two boxes is counted in the first. */
const middlesOf = (from: RawBuilder<unknown>, boxes: readonly Extent[]) =>
  boxes.map((box, at) => {
    const inBox = sql`placed.extent && ${boxOf(box)}`
    const inEarlier = boxes.slice(0, at).map((one) => sql`not placed.extent && ${boxOf(one)}`)
    return sql`
      select middle[0] as x, middle[1] as y, listed_no
      from (
        select center(placed.extent # ${boxOf(box)}) as middle, placed.listed_no
        from ${from} as placed
        where ${sql.join([inBox, ...inEarlier], sql` and `)}
      ) as part`
  })
