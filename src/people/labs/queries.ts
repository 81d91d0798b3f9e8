import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import type { LabTable } from '../../../db/schema.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { LabRole } from '../model/named.ts'

export async function findLab(db: Db, id: string) {
  return labRows(db).where('lab.id', '=', id).executeTakeFirst()
}

export type LabRow = NonNullable<Awaited<ReturnType<typeof findLab>>>

/** Open labs in order of name, of one institution or of all. */
export async function listLabs(
  db: Db,
  { institution, ...paging }: Paging & { institution?: string | undefined },
) {
  const rows = labRows(db)
    .where('lab.closed_at', 'is', null)
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

/** Leaders first. */
export async function listLabMembers(db: Db, { id, ...paging }: Paging & { id: string }) {
  const afterLeaders = sql<number>`(lab_member.role <> 'pi')::int`
  const rows = db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('lab_member.lab_id', '=', id)
    .where('person.disabled_at', 'is', null)
    .select((eb) => [
      'lab_member.lab_id as labId',
      'person.id',
      'person.name',
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      sql<LabRole>`lab_member.role`.as('role'),
      'lab_member.created_at as since',
      afterLeaders.as('afterLeaders'),
    ])
  const by = { afterLeaders, name: 'person.name', id: 'person.id' }
  return pageBy(db, { rows, by }, paging)
}

type Member = { labId: string; personId: string }

export async function findLabRole(db: Db, { labId, personId }: Member) {
  return db
    .selectFrom('lab_member')
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .select(sql<LabRole>`role`.as('role'))
    .executeTakeFirst()
}

/** Adds a member, or gives one that is there another role. */
export async function putLabMember(
  trx: Trx,
  { labId, personId, role, now }: Member & { role: LabRole; now: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('lab_member')
    .values({ lab_id: labId, person_id: personId, role, created_at: now })
    .onConflict((conflict) => conflict.columns(['lab_id', 'person_id']).doUpdateSet({ role }))
    .execute()
}

export async function deleteLabMember(trx: Trx, { labId, personId }: Member) {
  return trx
    .deleteFrom('lab_member')
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .returning('role')
    .executeTakeFirst()
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
