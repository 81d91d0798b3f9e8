import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import type { FacetName } from '../model/search.ts'
import { hitsIn, newestNo, type Reading } from './hits.ts'

/** Counting stops here: up to it counts are exact, beyond it they are "at least". */
export const mostCounted = 2000
/** Values of one facet. */
const mostValues = 100

export type Tally = {
  /** Hits counted; more than `mostCounted` when it stopped. */
  count: number
  /** How many there are in all, about, when it stopped. */
  about: number
  facets: { facet: FacetName; value: string; count: number }[]
}

/**
 * Counts hits and their facets. Very many hits are counted in sixteen eras spread over the whole listing, so that
 * facets show all of the catalogue and not only its newest import; fewer are counted to the last one.
 */
export async function tallyHits(
  db: Db,
  reading: Reading,
  facets: readonly FacetName[],
): Promise<Tally> {
  const { rows } = await sql<TallyRow>`
    with ${spread(reading)}, ${whole(reading)},
    found as materialized (
      select ${values} from whole
      union all
      select ${values} from spread where (select count(*) from spread) > ${sql.lit(mostCounted)}
    )
    select null as facet, null as value, count(*) as count, (${estimate}) as about from found
    ${sql.join(facets.map(facetPart), sql` `)}
  `.execute(db)
  const [total] = rows.filter(({ facet }) => facet === null)
  return {
    count: total?.count ?? 0,
    about: Math.round(total?.about ?? 0),
    facets: rows.flatMap(({ facet, value, count }) =>
      facet === null || value === null ? [] : [{ facet, value, count }],
    ),
  }
}

type TallyRow = {
  facet: FacetName | null
  value: string | null
  count: number
  about: number | null
}

const values = sql`
  kind, profile, library, institution_id, region, subjects, access, taxon, year, main_image_id, visibility`
const columns = sql`listed_no, ${values}`

const sampledEras = 16
/** Half as many again as would do, since some eras have fewer. */
const mostPerEra = Math.ceil((mostCounted / sampledEras) * 1.5)

/** Eras spread over the listing: short ones while it is short. */
const sampled = sql`(
  select bits, newest, n, ('''=era' || bits || ':' || n || '''')::tsquery as era
  from (select newest, case when newest < 131072 then 10 else 13 end as bits
        from (select ${newestNo} as newest) as listing) as listing,
    generate_series(0, newest >> bits) as n
  order by hashint8(n)
  limit ${sql.lit(sampledEras)}
) as eras`

const spread = (reading: Reading) => sql`
  spread as materialized (
    select eras.bits, eras.newest, eras.n, hit.*
    from ${hitsIn(sampled, reading, { columns, rest: sql`limit ${sql.lit(mostPerEra)}` })}
  )`

const large = sql`(
  select ('''=era16:' || n || '''')::tsquery as era
  from generate_series(0, ${newestNo} >> 16) as n
  where (select count(*) from spread) <= ${sql.lit(mostCounted)}
) as eras`

const whole = (reading: Reading) => sql`
  whole as materialized (
    select hit.*
    from ${hitsIn(large, reading, { columns, rest: sql`limit ${sql.lit(mostCounted + 1)}` })}
    limit ${sql.lit(mostCounted + 1)}
  )`

/** Hits per place of the listing, in the sampled eras as far as they were read, times all places. */
const estimate = sql`
  select sum(hits)::float8 * max(newest)
    / greatest((least(${sql.lit(sampledEras)}, (max(newest) >> max(bits)) + 1) << max(bits)) - sum(unread), 1)
  from (
    select max(newest) as newest, max(bits) as bits, count(*) as hits,
      case when count(*) < ${sql.lit(mostPerEra)} then 0
        else ((n + 1) << max(bits)) - 1 - max(listed_no) end as unread
    from spread
    group by n
  ) as sampled`

function facetPart(facet: FacetName): RawBuilder<unknown> {
  const [from, value] =
    facet === 'subject'
      ? [sql`found, unnest(subjects) as subject`, sql`subject`]
      : [sql`found`, valueOf[facet]]
  return sql`
    union all (
      select ${facet} as facet, ${value} as value, count(*) as count, null as about
      from ${from}
      where ${value} is not null
      group by ${value}
      order by count(*) desc, ${value}
      limit ${sql.lit(mostValues)}
    )`
}

const valueOf: Record<Exclude<FacetName, 'subject'>, RawBuilder<unknown>> = {
  kind: sql`kind`,
  profile: sql`profile`,
  library: sql`library`,
  institution: sql`institution_id::text`,
  region: sql`left(region, 4)`,
  access: sql`access`,
  taxon: sql`taxon`,
  year: sql`year::text`,
  has_image: sql`(main_image_id is not null)::text`,
  visibility: sql`visibility`,
}
