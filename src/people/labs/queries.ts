import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { LabTable } from '../../../db/schema.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { literally } from '../../core/like.ts'
import type { LabFilter } from './model.ts'

export async function findLab(db: Db, id: string) {
  return labRows(db).where('lab.id', '=', id).executeTakeFirst()
}

export type LabRow = NonNullable<Awaited<ReturnType<typeof findLab>>>

/** Of labs, those of the filter or those with these ids. */
export type LabsAsked = LabFilter & { ids?: readonly string[] | undefined }

/** Open labs in order of name, of one institution or of all. */
export async function listLabs(db: Db, { q, institution, ids, ...paging }: Paging & LabsAsked) {
  const rows = labRows(db)
    .where('lab.closed_at', 'is', null)
    .$if(q?.trim() !== undefined && q.trim() !== '', (some) =>
      some.where(hasInName(q?.trim() ?? '')),
    )
    .$if(ids !== undefined, (some) => some.where(sql<boolean>`lab.id = any(${ids}::uuid[])`))
    .$if(institution !== undefined, (some) =>
      some.where('lab.institution_id', '=', institution ?? ''),
    )
  return pageBy(db, { rows, by: { sortName, id: 'lab.id' } }, paging)
}

export async function lockLab(trx: Trx, id: string) {
  return labRows(trx).where('lab.id', '=', id).forUpdate('lab').executeTakeFirst()
}

export async function insertLab(trx: Trx, row: Insertable<LabTable>): Promise<string> {
  const { id } = await trx.insertInto('lab').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateLab(trx: Trx, id: string, change: Updateable<LabTable>): Promise<void> {
  await trx
    .updateTable('lab')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** In a name of the lab or of its institution. */
function hasInName(text: string) {
  const like = `%${literally(text)}%`
  return sql<boolean>`(
    lab.name_zh ilike ${like} or lab.name_en ilike ${like}
    or institution.name_zh ilike ${like} or institution.name_en ilike ${like}
  )`
}

const sortName = sql<string>`coalesce(lab.name_zh, lab.name_en)`

function labRows(db: Db) {
  return db
    .selectFrom('lab')
    .innerJoin('institution', 'institution.id', 'lab.institution_id')
    .select((eb) => [
      'lab.id',
      local('lab.name'),
      local('lab.about'),
      named('institution'),
      'lab.version',
      'lab.closed_at as closedAt',
      'lab.institution_id as institutionId',
      sortName.as('sortName'),
      jsonArrayFrom(
        eb
          .selectFrom('lab_member')
          .innerJoin('person', 'person.id', 'lab_member.person_id')
          .whereRef('lab_member.lab_id', '=', 'lab.id')
          .where('lab_member.role', '=', 'pi')
          .where('person.disabled_at', 'is', null)
          .select(['person.id', 'person.name'])
          .orderBy('person.name'),
      ).as('leaders'),
    ])
}
