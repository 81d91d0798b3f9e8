import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { byName, describedIn, hostedRows, listed, oneOf, recordName } from '../directory/queries.ts'
import type { Status } from '../networks/model.ts'
import type { AgeUnit, ResourceFilter, Source } from './model.ts'

export const findResource = async (db: Db, viewer: Actor, key: { id: string; lock?: boolean }) =>
  oneOf(resourceRows(db, viewer), { entity: 'research_resource', ...key })

export type ResourceRow = NonNullable<Awaited<ReturnType<typeof findResource>>>

/** Open research resources in order of name. */
export async function listResources(
  db: Db,
  viewer: Actor,
  { source, type, ...asked }: Paging & ResourceFilter,
) {
  const rows = resourceRows(db, viewer)
    .where(listed('research_resource', asked))
    .$if(source !== undefined, (some) =>
      some.where('research_resource.sample_source', '=', source ?? null),
    )
    .$if(type !== undefined, (some) =>
      some.where(sql<SqlBool>`research_resource.sample_types @> array[${type ?? ''}]`),
    )
  return pageBy(db, { rows, by: byName('research_resource') }, asked)
}

/** Collections of a research resource that the viewer may see, in order of title. */
export async function collectionsOf(
  db: Db,
  viewer: Actor,
  { id, ...paging }: Paging & { id: string },
) {
  const rows = hostedRows(db, viewer)
    .innerJoin('research_resource_collection as member', 'member.record_id', 'record.id')
    .where('member.resource_id', '=', id)
  return pageBy(db, { rows, by: { sortName: recordName, id: 'record.id' } }, paging)
}

/** Collections of this title or acronym that the viewer may see and that it does not have; twenty at most. */
export const candidates = async (
  db: Db,
  viewer: Actor,
  { resource, words }: { resource: string; words: string },
) =>
  hostedRows(db, viewer)
    .where('record.visibility', '=', 'published')
    .where(
      sql<SqlBool>`position(lower(${words}) in
        lower(concat_ws(' ', record.title_zh, record.title_en, collection.acronym))) > 0`,
    )
    .where(
      sql<SqlBool>`not exists (
        select from research_resource_collection as member
        where member.record_id = record.id and member.resource_id = ${resource}::uuid
      )`,
    )
    .orderBy(recordName)
    .limit(20)
    .execute()

/** A published collection that the viewer may see. */
export const findCollection = async (db: Db, viewer: Actor, id: string) =>
  hostedRows(db, viewer)
    .where('record.visibility', '=', 'published')
    .where('record.id', '=', id)
    .executeTakeFirst()

export async function insertCollection(trx: Trx, resource: string, record: string) {
  await trx
    .insertInto('research_resource_collection')
    .values({ resource_id: resource, record_id: record })
    .execute()
}

/** Whether it had the collection. */
export async function deleteCollection(trx: Trx, resource: string, record: string) {
  const { numDeletedRows } = await trx
    .deleteFrom('research_resource_collection')
    .where('resource_id', '=', resource)
    .where('record_id', '=', record)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

const linesIn = (column: string) =>
  sql<string | null>`nullif(array_to_string(${sql.ref(`research_resource.${column}`)}, e'\\n'), '')`

const resourceRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('research_resource')
    .innerJoin('institution', 'institution.id', 'research_resource.institution_id')
    .select([
      ...describedIn('research_resource'),
      named('institution'),
      'research_resource.institution_id as institutionId',
      sql<Source | null>`research_resource.sample_source`.as('sampleSource'),
      'research_resource.sample_types as sampleTypes',
      'research_resource.storage_temperatures as storageTemperatures',
      'research_resource.dataset_types as datasetTypes',
      'research_resource.design',
      'research_resource.setting',
      'research_resource.sex',
      'research_resource.age_low as ageLow',
      sql<AgeUnit | null>`research_resource.age_low_unit`.as('ageLowUnit'),
      'research_resource.age_high as ageHigh',
      sql<AgeUnit | null>`research_resource.age_high_unit`.as('ageHighUnit'),
      linesIn('diseases').as('diseases'),
      'research_resource.inclusion_criteria as inclusionCriteria',
      'research_resource.subjects_total as subjectsTotal',
      'research_resource.use_conditions as useConditions',
      sql<Status | null>`research_resource.status`.as('status'),
      linesIn('publications').as('publications'),
      sql<number>`(
        select count(*)::int
        from research_resource_collection as member
        join record on record.id = member.record_id
        where member.resource_id = research_resource.id and ${listedFor(viewer)}
      )`.as('collections'),
    ])
