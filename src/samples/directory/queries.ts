import {
  type Insertable,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely'
import type { Database } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Access, Visibility } from '../../catalog/records/model/record.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, type Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Entity } from './model.ts'

type Rows<Joined, Tables extends keyof Joined, Row> = SelectQueryBuilder<Joined, Tables, Row>
type Found = { entity: Entity; id: string; lock?: boolean }

/** One of them by its id; locked to be changed. */
export const oneOf = async <Joined, Tables extends keyof Joined, Row>(
  rows: Rows<Joined, Tables, Row>,
  { entity, id, lock = false }: Found,
) =>
  rows
    .where(sql<SqlBool>`${sql.ref(`${entity}.id`)} = ${id}::uuid`)
    .$if(lock, (row) => row.modifyEnd(sql`for update of ${sql.table(entity)}`))
    .executeTakeFirst()

type Asked = { q?: string | undefined; institution?: string | undefined }

/** Whether one is open, kept by this institution, and has these words. */
export function listed(entity: Entity, { q, institution }: Asked) {
  const conditions = [
    sql`${sql.ref(`${entity}.closed_at`)} is null`,
    q !== undefined && saysIn(entity, q),
    institution !== undefined && sql`${sql.ref(`${entity}.institution_id`)} = ${institution}::uuid`,
  ].filter((one) => one !== false)
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

export const byName = (entity: Entity) => ({ sortName: nameIn(entity), id: `${entity}.id` })

type Table = Database[Entity]
/** What the three tables have in common; a statement writes what else it is given. */
export type Columns = Omit<Insertable<Table>, 'institution_id' | 'created_at' | 'created_by'>

/** All that one of the three has. */
export type ColumnsOf<Kind extends Entity> = Updateable<Database[Kind]>

export async function insertOne(trx: Trx, entity: Entity, row: Insertable<Table>): Promise<string> {
  const { id } = await trx.insertInto(entity).values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Changes one, and counts its version up. */
export async function updateOne(
  trx: Trx,
  { entity, id }: { entity: Entity; id: string },
  change: Updateable<Table>,
) {
  await trx
    .updateTable(entity)
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

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

/** Addresses are of these alone: all that are open, in one statement; a directory has thousands, not millions. */
export async function openIds(db: Db, most: number): Promise<{ entity: Entity; id: string }[]> {
  const { rows } = await sql<{ entity: Entity; id: string }>`
    select 'biobank' as entity, id from biobank where closed_at is null
    union all
    select 'network', id from network where closed_at is null
    union all
    select 'research_resource', id from research_resource where closed_at is null
    order by entity, id
    limit ${most}
  `.execute(db)
  return rows
}
