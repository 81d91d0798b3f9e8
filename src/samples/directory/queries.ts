import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Access, Visibility } from '../../catalog/records/model/record.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

type Entity = 'biobank' | 'network' | 'research_resource'

const column = <Value>(table: Entity, name: string) => sql<Value>`${sql.ref(`${table}.${name}`)}`
const text = (table: Entity, name: string) => column<string | null>(table, name)

/** What biobanks, networks and research resources have in common, in the shape of their answers. */
export const describedIn = (table: Entity) => [
  column<string>(table, 'id').as('id'),
  local(`${table}.name` as const),
  local(`${table}.description` as const),
  text(table, 'acronym').as('acronym'),
  text(table, 'miabis_id').as('miabisId'),
  text(table, 'url').as('url'),
  text(table, 'contact_name').as('contactName'),
  text(table, 'contact_email').as('contactEmail'),
  text(table, 'contact_phone').as('contactPhone'),
  text(table, 'contact_address').as('contactAddress'),
  column<number>(table, 'version').as('version'),
  column<Temporal.Instant | null>(table, 'closed_at').as('closedAt'),
  nameIn(table).as('sortName'),
]

export const nameIn = (table: Entity) =>
  sql<string>`coalesce(${sql.ref(`${table}.name_zh`)}, ${sql.ref(`${table}.name_en`)})`

/** Whether a name, acronym or description has these words. */
export const saysIn = (table: Entity, words: string) => sql<SqlBool>`position(
  lower(${words}) in lower(concat_ws(' ', ${sql.join(
    ['name_zh', 'name_en', 'acronym', 'miabis_id', 'description_zh', 'description_en'].map((name) =>
      sql.ref(`${table}.${name}`),
    ),
  )}))
) > 0`

/** Collections that the viewer may see, as a biobank or a research resource lists them. */
export const hostedRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('record')
    .innerJoin('collection', 'collection.record_id', 'record.id')
    .where(listedFor(viewer))
    .select([
      'record.id',
      local('record.title'),
      'collection.sample_source as sampleSource',
      'collection.sample_types as sampleTypes',
      'collection.storage_temperatures as storageTemperatures',
      'collection.sample_total as sampleTotal',
      sql<Access>`record.access`.as('access'),
      sql<Visibility>`record.visibility`.as('visibility'),
      recordName.as('sortName'),
    ])

export const recordName = sql<string>`coalesce(record.title_zh, record.title_en)`
