import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import {
  byName,
  describedIn,
  hostedRows,
  listed,
  nameIn,
  oneOf,
  recordName,
} from '../directory/queries.ts'
import type { BiobankFilter, Facet } from './model.ts'

export const findBiobank = async (db: Db, viewer: Actor, key: { id: string; lock?: boolean }) =>
  oneOf(biobankRows(db, viewer), { entity: 'biobank', ...key })

export type BiobankRow = NonNullable<Awaited<ReturnType<typeof findBiobank>>>

/** Open biobanks in order of name, narrowed by what they and their visible collections have. */
export async function listBiobanks(db: Db, viewer: Actor, asked: Paging & BiobankFilter) {
  const rows = biobankRows(db, viewer).where(matching(viewer, asked))
  return pageBy(db, { rows, by: byName('biobank') }, asked)
}

/** The same, to choose one from. */
export const openBiobanks = async (db: Db) =>
  db
    .selectFrom('biobank')
    .innerJoin('institution', 'institution.id', 'biobank.institution_id')
    .where('biobank.closed_at', 'is', null)
    .select([
      'biobank.id',
      'biobank.institution_id as institutionId',
      named('biobank'),
      named('institution'),
    ])
    .orderBy('institution.name_zh')
    .orderBy(nameIn('biobank'))
    .limit(1000)
    .execute()

export type Tallied = { facet: Facet | 'institution'; value: string; count: number }

/** How many of what the viewer finds have each value. */
export async function tallyBiobanks(
  db: Db,
  viewer: Actor,
  asked: BiobankFilter,
): Promise<Tallied[]> {
  const { rows } = await sql<Tallied>`
    with found as materialized (
      select biobank.id, biobank.institution_id, biobank.infrastructure from biobank where ${matching(viewer, asked)}
    ), held as materialized (
      select found.id as host, collection.sample_source, collection.sample_types, collection.storage_temperatures,
        collection.collection_design
      from found
      join biobank_collection on biobank_collection.biobank_id = found.id
      join record on record.id = biobank_collection.record_id
      join collection on collection.record_id = record.id
      where ${listedFor(viewer)}
    )
    select 'source' as facet, sample_source as value, count(distinct host)::int as count
    from held where sample_source is not null group by 2
    union all
    select 'type', value, count(distinct host)::int from held, unnest(sample_types) as value group by 2
    union all
    select 'temperature', value, count(distinct host)::int
    from held, unnest(storage_temperatures) as value group by 2
    union all
    select 'design', value, count(distinct host)::int
    from held, unnest(collection_design) as value group by 2
    union all
    select 'infrastructure', value, count(*)::int from found, unnest(infrastructure) as value group by 2
    union all
    select 'institution', institution_id::text, count(*)::int from found group by 2
    order by 1, 3 desc, 2
  `.execute(db)
  return rows
}

/** Collections of a biobank that the viewer may see, in order of title. */
export async function collectionsOf(
  db: Db,
  viewer: Actor,
  { id, ...paging }: Paging & { id: string },
) {
  const rows = hostedRows(db, viewer)
    .innerJoin('biobank_collection', 'biobank_collection.record_id', 'record.id')
    .where('biobank_collection.biobank_id', '=', id)
  return pageBy(db, { rows, by: { sortName: recordName, id: 'record.id' } }, paging)
}

/** The biobank that hosts a collection. */
export const hostOf = async (db: Db, recordId: string) =>
  db
    .selectFrom('biobank_collection')
    .innerJoin('biobank', 'biobank.id', 'biobank_collection.biobank_id')
    .where('biobank_collection.record_id', '=', recordId)
    .select(describedIn('biobank'))
    .executeTakeFirst()

/** What biobanks that host these collections are called; by `biobank_collection_pkey`. */
export const hostNamesOf = async (db: Db, recordIds: readonly string[]) =>
  db
    .selectFrom('biobank_collection')
    .innerJoin('biobank', 'biobank.id', 'biobank_collection.biobank_id')
    .where(sql<SqlBool>`biobank_collection.record_id = any(${recordIds}::uuid[])`)
    .select(['biobank_collection.record_id as recordId', nameIn('biobank').as('name')])
    .execute()

export async function putIntoBiobank(trx: Trx, recordId: string, biobankId: string) {
  await trx
    .insertInto('biobank_collection')
    .values({ record_id: recordId, biobank_id: biobankId })
    .onConflict((broken) => broken.column('record_id').doUpdateSet({ biobank_id: biobankId }))
    .execute()
}

export async function takeOutOfBiobank(trx: Trx, recordId: string) {
  await trx.deleteFrom('biobank_collection').where('record_id', '=', recordId).execute()
}

function biobankRows(db: Db, viewer: Actor) {
  return db
    .selectFrom('biobank')
    .innerJoin('institution', 'institution.id', 'biobank.institution_id')
    .select([
      ...describedIn('biobank'),
      named('institution'),
      'biobank.institution_id as institutionId',
      'biobank.country',
      'biobank.infrastructure',
      'biobank.organisation',
      'biobank.bioprocessing',
      'biobank.quality_standards as qualityStandards',
      sql<number>`(select count(*)::int ${held(viewer)})`.as('collections'),
      sql<string[]>`array(
        select distinct collection.sample_source ${held(viewer)} and collection.sample_source is not null order by 1
      )`.as('sampleSources'),
      sql<string[]>`array(
        select type.code ${held(viewer, sql`, unnest(collection.sample_types) as type (code)`)}
        group by type.code order by count(*) desc, type.code
      )`.as('sampleTypes'),
    ])
}

/** The collections of a biobank that the viewer may see; goes on with `and`. */
const held = (viewer: Actor, beside = sql``) => sql`
  from biobank_collection
  join record on record.id = biobank_collection.record_id
  join collection on collection.record_id = record.id${beside}
  where biobank_collection.biobank_id = biobank.id and ${listedFor(viewer)}`

function matching(viewer: Actor, asked: BiobankFilter) {
  const { source, type, temperature, design, infrastructure, country } = asked
  const ofCollections = [
    source !== undefined && sql`collection.sample_source = ${source}`,
    type !== undefined && sql`collection.sample_types @> array[${type}]`,
    temperature !== undefined && sql`collection.storage_temperatures @> array[${temperature}]`,
    design !== undefined && sql`collection.collection_design @> array[${design}]`,
  ].filter((one) => one !== false)
  const conditions = [
    listed('biobank', asked),
    infrastructure !== undefined && sql`biobank.infrastructure @> array[${infrastructure}]`,
    country !== undefined && sql`biobank.country = ${country}`,
    // One collection has all that is asked of collections.
    ofCollections.length > 0 &&
      sql`exists (select ${held(viewer)} and ${sql.join(ofCollections, sql` and `)})`,
  ].filter((one) => one !== false)
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}
