import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { LabTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { LabRole } from '../model/named.ts'

export async function findLab(db: Db, id: string) {
  return labRows(db).where('lab.id', '=', id).executeTakeFirst()
}

export type LabRow = NonNullable<Awaited<ReturnType<typeof findLab>>>

type Listing = {
  limit: number
  after?: readonly [name: string, id: string]
  institution?: string
}

/** In order of name; one more than `limit`. */
export async function listLabs(db: Db, { limit, after, institution }: Listing) {
  return labRows(db)
    .where('lab.closed_at', 'is', null)
    .$if(institution !== undefined, (query) =>
      query.where('lab.institution_id', '=', institution ?? ''),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(${sortName}, lab.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy(sortName)
    .orderBy('lab.id')
    .limit(limit + 1)
    .execute()
}

export async function countLabs(db: Db, institution: string | undefined): Promise<number> {
  const { count } = await db
    .selectFrom('lab')
    .where('closed_at', 'is', null)
    .$if(institution !== undefined, (query) =>
      query.where('institution_id', '=', institution ?? ''),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function lockLab(trx: Trx, id: string) {
  return trx.selectFrom('lab').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
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

export async function labMembers(db: Db, labId: string) {
  return db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('lab_member.lab_id', '=', labId)
    .where('person.disabled_at', 'is', null)
    .select([
      'person.id',
      'person.name',
      sql<LabRole>`lab_member.role`.as('role'),
      'lab_member.created_at as since',
    ])
    .orderBy(sql`lab_member.role <> 'pi'`)
    .orderBy('person.name')
    .limit(1000)
    .execute()
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
      'lab.name_zh as nameZh',
      'lab.name_en as nameEn',
      'lab.about_zh as aboutZh',
      'lab.about_en as aboutEn',
      'lab.version',
      'lab.closed_at as closedAt',
      'lab.institution_id as institutionId',
      'institution.name_zh as institutionZh',
      'institution.name_en as institutionEn',
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
