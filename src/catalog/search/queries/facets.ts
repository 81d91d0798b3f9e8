import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Count, FacetName, FacetValue, SearchQuery, SearchResult } from '../model.ts'
import { type OwnFacet, ownFacets } from '../../records/model/record.ts'
import { hitsIn, matching, newestNo, type Reading } from './hits.ts'
import { searchTerms, type SearchTerms, termsOf } from '../rules/facets.ts'
import { type FacetLabels, labelsOf } from '../../vocabularies/queries/terms.ts'

/** Counting stops here at the latest: up to it counts are exact, beyond it they are "at least". */
const mostCounted = 2000
/** A sample that promises so many more than can be counted is not counted on. */
const plenty = mostCounted * 1.25
/** Shorter listings are counted rather than sampled: their records lie close together. */
const longListing = 2 ** 17
/** Values of one facet. */
const mostValues = 100

export type Tally = {
  /** Hits counted. */
  count: number
  /** There are more than were counted. */
  isPartial: boolean
  /** How many there are in all, about, when it stopped. */
  about: number
  facets: { facet: FacetName; value: string; count: number }[]
}

/**
 * Counts hits and their facets. Many hits are counted in sixteen eras spread over the whole listing, so that
 * facets show all of the catalogue and not only its newest import; fewer are counted to the last one.
 */
export async function tallyHits(
  db: Db,
  reading: Reading,
  facets: readonly FacetName[],
): Promise<Tally> {
  const { rows } = await sql<TallyRow>`
    with ${spread(reading)}, ${tallies}, ${closer(reading)}, ${sampling}, ${whole(reading)},
    found as materialized (
      select ${values} from whole
      union all
      select ${values} from spread where (select enough from sampling)
    )
    select null as facet, null as value, count(*) as count,
      (select about from sampling) as about, (select enough from sampling) as enough
    from found
    ${sql.join(facets.map(facetPart), sql` `)}
  `.execute(db)
  const [total] = rows.filter(({ facet }) => facet === null)
  const counted = total?.count ?? 0
  return {
    count: Math.min(counted, mostCounted),
    isPartial: total?.enough === true || counted > mostCounted,
    about: Math.round(total?.about ?? 0),
    facets: rows.flatMap(({ facet, value, count }) =>
      facet === null || value === null ? [] : [{ facet, value, count }],
    ),
  }
}

/** How many of what a query finds each taxon has, the commonest hundred; counts are exact where all hits were counted. */
export async function tallyTaxa(db: Db, actor: Actor, query: SearchQuery) {
  const sought = searchTerms(query, { actor, question: undefined })
  const tallied = await tallyHits(db, { actor, terms: termsOf(sought) }, ['taxon'])
  const relation: Count['relation'] = tallied.isPartial ? 'gte' : 'eq'
  const taxa = tallied.facets.map(({ value, count }) => ({ name: value, count }))
  return { taxa, relation, count: tallied.count }
}

type TallyRow = {
  facet: FacetName | null
  value: string | null
  count: number
  about: number | null
  enough: boolean | null
}

const values = sql`
  kind, profile, library, institution_id, region, subjects, access, taxon, year, main_image_id, visibility, own_facets`
const columns = sql`listed_no, ${values}`

const sampledEras = 16
/** Hits read of each: of short eras half as many again as reach `mostCounted`, since some have fewer. */
const quota = { short: Math.ceil((mostCounted / sampledEras) * 1.5), long: 96 }

/** Eras spread over the listing: short ones while it is short. */
const sampled = sql`(
  select bits, quota, newest, n, ('''=era' || bits || ':' || n || '''')::tsquery as era
  from (
      select newest, bits, quota
      from (select ${newestNo} as newest) as listing
      join (values (false, 10, ${sql.lit(quota.short)}), (true, 13, ${sql.lit(quota.long)}))
        as lengths (long, bits, quota) on long = (newest >= ${sql.lit(longListing)})
    ) as listing,
    generate_series(0, newest >> bits) as n
  order by hashint8(n)
  limit ${sql.lit(sampledEras)}
) as eras`

const spread = (reading: Reading) => sql`
  spread as materialized (
    select eras.bits, eras.quota, eras.newest, eras.n, hit.*
    from ${hitsIn(sampled, reading, { columns, rest: sql`limit eras.quota` })}
  )`

const large = sql`(
  select ('''=era16:' || n || '''')::tsquery as era
  from generate_series(0, ${newestNo} >> 16) as n
  where not (select enough from sampling)
) as eras`

const whole = (reading: Reading) => sql`
  whole as materialized (
    select hit.*
    from ${hitsIn(large, reading, { columns, rest: sql`limit ${sql.lit(mostCounted + 1)}` })}
    limit ${sql.lit(mostCounted + 1)}
  )`

/** Hits of each sampled era; one that has as many as were read may have more. */
const tallies = sql`
  tallies as materialized (
    select n, bits, quota, newest, count(*) as hits, least(1 << bits, newest - (n << bits) + 1) as places
    from spread
    group by n, bits, quota, newest
  )`

const closerEras = 4

/** How close hits lie where there are many: a few short eras read to their end, for rows do not lie in order. */
const closer = (reading: Reading) => sql`
  closer as materialized (
    select sum(hits)::float8 / sum(places) as density
    from (
      select places, (
          select count(*)
          from record
          where record.document @@ eras.era
            and ${matching(reading)}
        ) as hits
      from (
          select least(1024, places) as places, ('''=era10:' || (n << (bits - 10)) || '''')::tsquery as era
          from tallies
          where hits >= quota
          order by hashint8(n)
          limit ${sql.lit(closerEras)}
        ) as eras
    ) as near
  )`

/**
 * Hits in the sampled eras, times the whole listing; and whether that is enough to know that there are more than
 * can be counted.
 */
const sampling = sql`
  sampling as materialized (
    select about,
      counted > ${sql.lit(mostCounted)}
        or (newest >= ${sql.lit(longListing)} and about > ${sql.lit(plenty)}) as enough
    from (
      select coalesce(sum(hits), 0) as counted,
        coalesce(max(newest), 0) as newest,
        coalesce(sum(case when hits < quota then hits else greatest(hits, density * places) end)
          * max(newest) / least(${sql.lit(sampledEras)} << max(bits), max(newest)), 0) as about
      from tallies, closer
    ) as estimated
  )`

function facetPart(facet: FacetName): RawBuilder<unknown> {
  const [from, value] = valuesIn(facet)
  return sql`
    union all (
      select ${facet} as facet, ${value} as value, count(*) as count, null as about, null as enough
      from ${from}
      where ${value} is not null
      group by ${value}
      order by count(*) desc, ${value}
      limit ${sql.lit(mostValues)}
    )`
}

const isOwn = (facet: FacetName): facet is OwnFacet => ownFacets.some((own) => own === facet)

function valuesIn(facet: FacetName): [from: RawBuilder<unknown>, value: RawBuilder<unknown>] {
  if (facet === 'subject') return [sql`found, unnest(subjects) as subject`, sql`subject`]
  if (!isOwn(facet)) return [sql`found`, valueOf[facet]]
  const name = `${facet}:`
  const value = sql`case when starts_with(own, ${sql.lit(name)}) then substr(own, ${sql.lit(name.length + 1)}) end`
  return [sql`found, unnest(own_facets) as own`, value]
}

const valueOf: Record<Exclude<FacetName, 'subject' | OwnFacet>, RawBuilder<unknown>> = {
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

/** Values shown of one facet, besides those that are chosen. */
export const mostShown = 30

type Facts = { reading: Reading; sought: SearchTerms; tallied: Tally; query: SearchQuery }

/** The asked facets with labels. One that is narrowed shows what its other values would give. */
export async function facetsOf(
  db: Db,
  { reading, sought, tallied, query }: Facts,
): Promise<NonNullable<SearchResult['facets']>> {
  const asked = query.facets ?? []
  const narrowed = sought.narrowing.filter(({ facet }) => asked.includes(facet))
  const apart = await Promise.all(
    narrowed.map(async ({ facet }) => ({
      facet,
      tally: await tallyHits(db, { ...reading, terms: termsOf(sought, { without: facet }) }, [
        facet,
      ]),
    })),
  )
  const tallyOf = (facet: FacetName) => apart.find((one) => one.facet === facet)?.tally ?? tallied
  const chosen = narrowed.flatMap(({ facet, values: wanted }) =>
    wanted.map((value) => ({ facet, value, count: 0 })),
  )
  const labels = await labelsOf(db, [
    ...tallied.facets,
    ...apart.flatMap(({ tally }) => tally.facets),
    ...chosen,
  ])
  return Object.fromEntries(
    asked.map((facet) => {
      const selected = narrowed.find((one) => one.facet === facet)?.values ?? []
      // What is chosen alone has all hits; of several that are not among the first, only that they may be there.
      const least = selected.length === 1 ? tallied.count : 0
      return [facet, valuesOf(tallyOf(facet), { facet, selected, least, labels })]
    }),
  )
}

type Labelling = {
  facet: FacetName
  selected: readonly string[]
  least: number
  labels: FacetLabels
}

function valuesOf(tally: Tally, { facet, selected, least, labels }: Labelling): FacetValue[] {
  const relation = tally.isPartial ? 'gte' : 'eq'
  const counted = tally.facets.filter((one) => one.facet === facet)
  const shown = counted.filter(({ value }, at) => at < mostShown || selected.includes(value))
  const missing = selected.filter((value) => !shown.some((one) => one.value === value))
  const answered = (value: string, count: number, how: FacetValue['relation']): FacetValue => ({
    value,
    label: labels(facet, value),
    count,
    relation: how,
    selected: selected.includes(value),
  })
  return [
    ...shown.map(({ value, count }) => answered(value, count, relation)),
    ...missing.map((value) => answered(value, least, 'gte')),
  ]
}
