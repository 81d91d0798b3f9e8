import { type Insertable, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { AuditTable, Database } from '../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../core/database.ts'
import type { Paging } from '../core/paging.ts'
import type { LocalText } from '../core/text.ts'
import { defaultZone, Temporal } from '../core/time.ts'
import { literally } from '../core/like.ts'
import type { AuditAction, AuditAnswer, AuditFilter } from './model.ts'

export async function insertAudit(
  trx: Trx,
  rows: readonly Insertable<AuditTable>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('audit').values(rows).execute()
}

type Narrowing = AuditFilter & {
  /** Whose rows the viewer may see; undefined: all. */
  institutionIds: readonly string[] | undefined
}

/**
 * What was done, newest first, in the order of `audit_by_time`: a first page, days of whatever year and the page after
 * any other read 51 entries of that index, of a million as of a thousand. One who did it, an action, an institution and
 * one thing have an index each (`audit_by_actor`, `audit_by_action`, `audit_by_institution`, `audit_by_entity`), so that
 * what is rare is not looked for among everything.
 */
export async function listAudit(db: Db, narrowing: Narrowing, paging: Paging) {
  const actors = await actorsNamed(db, narrowing)
  const rows = narrowed(db, { ...narrowing, actors }).select((eb) => [
    'id',
    'at',
    jsonBuildObject({
      type: sql<AuditAnswer['actor']['type']>`actor_type`,
      id: eb.ref('actor_id'),
      name: eb.ref('actor_name'),
    }).as('actor'),
    'action',
    'entity',
    'entity_id as entityId',
    'institution_id as institutionId',
    sql<AuditAnswer['before']>`coalesce(before, '{}')`.as('before'),
    sql<AuditAnswer['after']>`coalesce(after, '{}')`.as('after'),
    'request_id as requestId',
  ])
  return pageBy(db, { rows, by: { at: 'at', id: 'id' }, direction: 'desc' }, paging)
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['items'][number]

function narrowed(db: Db, narrowing: Narrowing & { actors: readonly string[] | undefined }) {
  const { entity, entityId, actor, actors, action, institution, institutionIds } = narrowing
  return during(db.selectFrom('audit'), narrowing)
    .$if(actors !== undefined, (rows) =>
      rows.where(sql<boolean>`actor_id = any(${actors}::uuid[])`),
    )
    .$if(institutionIds !== undefined, (rows) =>
      rows.where(sql<boolean>`institution_id = any(${institutionIds}::uuid[])`),
    )
    .$if(entity !== undefined, (rows) => rows.where('entity', '=', entity ?? ''))
    .$if(entityId !== undefined, (rows) => rows.where('entity_id', '=', entityId ?? ''))
    .$if(actor !== undefined, (rows) => rows.where('actor_id', '=', actor ?? ''))
    .$if(action !== undefined, (rows) => rows.where('action', '=', action ?? ''))
    .$if(institution !== undefined, (rows) => rows.where('institution_id', '=', institution ?? ''))
}

type Rows = SelectQueryBuilder<Database, 'audit', object>

/** From the beginning of one day to the end of another. */
const during = (rows: Rows, { from, to }: AuditFilter) =>
  rows
    .$if(from !== undefined, (some) => some.where('at', '>=', startOfDay(from ?? '')))
    .$if(to !== undefined, (some) => some.where('at', '<', startOfDay(to ?? '', 1)))

const startOfDay = (day: string, later = 0) =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(defaultZone).toInstant()

/**
 * Who has this in their name, or had it before they were renamed; administrators may ask by the address. Asked first,
 * because people are few beside what they did, and so are their renamings (`audit_by_action`): the entries of the found
 * are then read by their ids.
 */
async function actorsNamed(db: Db, { person, institutionIds }: Narrowing) {
  if (person === undefined) return undefined
  const like = `%${literally(person)}%`
  const isNamed = (of: { name: RawBuilder<string>; email: RawBuilder<string> }) =>
    institutionIds === undefined
      ? sql<boolean>`(${of.name} ilike ${like} or ${of.email} ilike ${like})`
      : sql<boolean>`${of.name} ilike ${like}`
  const renamings: AuditAction[] = ['person.edit', 'person.change_email']
  const people = await db
    .selectFrom('person')
    .where(isNamed({ name: sql`name`, email: sql`email` }))
    .select('id')
    .union(
      db
        .selectFrom('audit')
        .where('action', 'in', renamings)
        .where('entity_id', 'is not', null)
        .where(isNamed({ name: sql`before ->> 'name'`, email: sql`before ->> 'email'` }))
        .select(sql<string>`entity_id`.as('id')),
    )
    .execute()
  return people.map(({ id }) => id)
}

/** What people, institutions and labs among these ids are called, and records, lots, samples and requests among `things`. */
export async function namesAmong(
  db: Db,
  { ids, things }: { ids: readonly string[]; things: readonly string[] },
): Promise<ReadonlyMap<string, LocalText>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; zh: string | null; en: string | null }>`
    select id, name as zh, name as en from person where id = any(${ids}::uuid[])
    union all
    select id, name_zh, name_en from institution where id = any(${ids}::uuid[])
    union all
    select id, name_zh, name_en from lab where id = any(${ids}::uuid[])
    union all
    select id, title_zh, title_en from record where id = any(${things}::uuid[])
    union all
    select id, code, code from lot where id = any(${things}::uuid[])
    union all
    select id, code, code from sample where id = any(${things}::uuid[])
    union all
    select id, number, number from request where id = any(${things}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}
