import { type Insertable, sql, type Updateable } from 'kysely'
import type { ProjectTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Named } from '../../core/shapes.ts'

/** A person's projects: the default one first, then the newest. */
export async function listProjects(db: Db, personId: string, paging: Paging) {
  const rows = projectRows(db).where('project.person_id', '=', personId).select(place.as('place'))
  return pageBy(db, { rows, by: { place, id: 'project.id' }, direction: 'desc' }, paging)
}

type Key = { personId: string; id: string }

export async function findProject(db: Db, { personId, id }: Key) {
  return projectRows(db)
    .where('project.id', '=', id)
    .where('project.person_id', '=', personId)
    .executeTakeFirst()
}

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>

export async function findDefault(db: Db, personId: string) {
  return projectRows(db)
    .where('project.person_id', '=', personId)
    .orderBy(place, 'desc')
    .orderBy('project.id', 'desc')
    .executeTakeFirst()
}

export async function lockProject(trx: Trx, { personId, id }: Key) {
  return projectRows(trx)
    .where('project.id', '=', id)
    .where('project.person_id', '=', personId)
    .forUpdate('project')
    .executeTakeFirst()
}

/** Held until the transaction ends, so that one of a person's projects is the default. */
export async function lockProjectsOf(trx: Trx, personId: string): Promise<number> {
  await trx.selectFrom('person').where('id', '=', personId).select('id').forNoKeyUpdate().execute()
  const rows = await trx
    .selectFrom('project')
    .where('person_id', '=', personId)
    .select('id')
    .forUpdate()
    .execute()
  return rows.length
}

export async function insertProject(trx: Trx, row: Insertable<ProjectTable>): Promise<string> {
  const inserted = trx.insertInto('project').values(row).returning('id')
  return (await inserted.executeTakeFirstOrThrow()).id
}

export async function updateProject(trx: Trx, id: string, change: Updateable<ProjectTable>) {
  await trx
    .updateTable('project')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Before another one becomes the default. */
export async function clearDefault(trx: Trx, personId: string): Promise<void> {
  await trx
    .updateTable('project')
    .set((eb) => ({ is_default: false, version: eb('version', '+', 1) }))
    .where('person_id', '=', personId)
    .where('is_default', '=', true)
    .execute()
}

export async function deleteProject(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('project').where('id', '=', id).execute()
}

const place = sql<number>`project.is_default::int`

/** Codes with what they stand for, in the order of the vocabulary; of any of its versions. */
const intendedUse = sql<Named[]>`(
  select coalesce(json_agg(json_build_object('id', used.code, 'name', used.name)), '[]')
  from (
    select use.code, coalesce(
      (
        select json_build_object('zh', term.label_zh, 'en', term.label_en)
        from vocabulary_term term
        where term.vocabulary = 'duo' and term.code = use.code
        order by term.version desc
        limit 1
      ),
      json_build_object('zh', use.code, 'en', use.code)
    ) as name
    from unnest(project.intended_use) with ordinality as use (code, number)
    order by use.number
  ) used
)`

const lab = sql<Named | null>`case
  when lab.id is not null
  then json_build_object('id', lab.id, 'name', json_build_object('zh', lab.name_zh, 'en', lab.name_en))
end`

const projectRows = (db: Db) =>
  db
    .selectFrom('project')
    .leftJoin('lab', 'lab.id', 'project.lab_id')
    .select([
      'project.id',
      'project.title',
      'project.purpose',
      intendedUse.as('intendedUse'),
      'project.award_number as awardNumber',
      'project.organisation',
      lab.as('lab'),
      'project.ethics_number as ethicsNumber',
      'project.ends_on as endsOn',
      'project.is_default as isDefault',
      'project.version',
    ])
