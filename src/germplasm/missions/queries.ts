import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { MissionTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { literally } from '../../core/like.ts'
import type { MissionFilter } from './model.ts'

export async function findMission(db: Db, id: string) {
  return missionRows(db).where('mission.id', '=', id).executeTakeFirst()
}

export type MissionRow = NonNullable<Awaited<ReturnType<typeof findMission>>>

/** By the code that passports name it with; by `mission_code_taken`. */
export async function findMissionCoded(db: Db, code: string) {
  return missionRows(db).where('mission.code', '=', code).executeTakeFirst()
}

/** In order of code. */
export async function listMissions(db: Db, { q, ...paging }: Paging & MissionFilter) {
  const rows = missionRows(db).$if(q !== undefined, (some) => some.where(called(q ?? '')))
  return pageBy(db, { rows, by: { code: 'mission.code', id: 'mission.id' } }, paging)
}

/** There are some hundreds of missions: each is looked at. */
function called(q: string) {
  const within = `%${literally(q)}%`
  return sql<SqlBool>`concat_ws(' ', mission.code, mission.name_zh, mission.name_en, mission.places) ilike ${within}`
}

/** What a mission collected, as far as the viewer may know of it. By `accession_of_mission`. */
export async function listCollected(db: Db, actor: Actor, code: string, paging: Paging) {
  const rows = db
    .selectFrom('accession')
    .innerJoin('record', 'record.id', 'accession.record_id')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where('accession.collmissid', '=', code)
    .where(listedFor(actor))
    .select([
      'record.id',
      local('record.title'),
      'accession.accenumb',
      'accession.collnumb',
      named('institution'),
    ])
  return pageBy(db, { rows, by: { id: 'record.id' } }, paging)
}

export async function lockMission(trx: Trx, id: string) {
  return missionRows(trx).where('mission.id', '=', id).forUpdate('mission').executeTakeFirst()
}

export async function insertMission(trx: Trx, row: Insertable<MissionTable>): Promise<string> {
  const { id } = await trx
    .insertInto('mission')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateMission(
  trx: Trx,
  id: string,
  change: Updateable<MissionTable>,
): Promise<void> {
  await trx
    .updateTable('mission')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const missionRows = (db: Db) =>
  db
    .selectFrom('mission')
    .innerJoin('institution', 'institution.id', 'mission.institution_id')
    .select([
      'mission.id',
      named('institution'),
      'mission.code',
      local('mission.name'),
      'mission.start_day as startDay',
      'mission.end_day as endDay',
      'mission.places',
      'mission.institutes',
      'mission.people',
      'mission.permits',
      'mission.note',
      'mission.version',
    ])
