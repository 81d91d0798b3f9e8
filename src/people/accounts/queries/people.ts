import { type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, PersonTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Lang, LocalText } from '../../../core/text.ts'
import type { GrantedRole, LabRole } from '../../model/named.ts'

export async function findPerson(db: Db, id: string) {
  return personRows(db).where('person.id', '=', id).executeTakeFirst()
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>

type Listing = { limit: number; after?: readonly [name: string, id: string]; q?: string }

/** In order of name; one more than `limit`. `q` is part of a name or address. */
export async function listPeople(db: Db, { limit, after, q }: Listing) {
  return personRows(db)
    .$if(q !== undefined, (query) => query.where(called(q ?? '')))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(person.name, person.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit + 1)
    .execute()
}

export async function countPeople(db: Db, q: string | undefined): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .$if(q !== undefined, (query) => query.where(called(q ?? '')))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What signing in and writing letters need; also of disabled people. */
export async function findAccount(db: Db, email: string) {
  return accounts(db)
    .where(sql<SqlBool>`lower(person.email) = ${email.toLowerCase()}`)
    .executeTakeFirst()
}

export async function findAccountById(db: Db, id: string) {
  return accounts(db).where('id', '=', id).executeTakeFirst()
}

export async function lockAccount(trx: Trx, id: string) {
  return accounts(trx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export async function insertPerson(trx: Trx, row: Insertable<PersonTable>): Promise<string> {
  const { id } = await trx
    .insertInto('person')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePerson(
  trx: Trx,
  id: string,
  change: Updateable<PersonTable>,
): Promise<void> {
  await trx
    .updateTable('person')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Administrators who can sign in, held until the transaction ends: two cannot both be taken away at once. */
export async function lockAdministrators(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('person')
    .where('is_admin', '=', true)
    .where('disabled_at', 'is', null)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

const called = (q: string) => {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(person.name ilike ${pattern} or person.email ilike ${pattern})`
}

function accounts(db: Db) {
  return db
    .selectFrom('person')
    .select([
      'id',
      'name',
      'email',
      'password_hash as passwordHash',
      sql<Lang>`lang`.as('lang'),
      'email_verified_at as emailVerifiedAt',
      'is_admin as isAdmin',
      'version',
      'disabled_at as disabledAt',
    ])
}

function personRows(db: Db) {
  return db
    .selectFrom('person')
    .select([
      'person.id',
      'person.name',
      'person.email',
      sql<Lang>`person.lang`.as('lang'),
      'person.is_admin as isAdmin',
      'person.email_verified_at as emailVerifiedAt',
      'person.created_at as createdAt',
      'person.disabled_at as disabledAt',
      'person.version',
      sql<boolean>`person.password_hash is not null`.as('hasPassword'),
    ])
    .select((eb) => [
      membershipsJson(eb).as('memberships'),
      rolesJson(eb).as('roles'),
      labsJson(eb).as('labs'),
    ])
}

type OfPerson = ExpressionBuilder<Database, 'person'>

const membershipsJson = (eb: OfPerson) =>
  jsonArrayFrom(
    eb
      .selectFrom('membership')
      .innerJoin('institution', 'institution.id', 'membership.institution_id')
      .whereRef('membership.person_id', '=', 'person.id')
      .select([
        'institution.id',
        named('institution'),
        'membership.title',
        sql<string | null>`membership.approved_at`.as('approvedAt'),
      ])
      .orderBy('membership.created_at'),
  )

const rolesJson = (eb: OfPerson) =>
  jsonArrayFrom(
    eb
      .selectFrom('role_grant')
      .leftJoin('institution', 'institution.id', 'role_grant.institution_id')
      .leftJoin('record', 'record.id', 'role_grant.collection_id')
      .whereRef('role_grant.person_id', '=', 'person.id')
      .select([
        'role_grant.id',
        sql<GrantedRole>`role_grant.role`.as('role'),
        'role_grant.institution_id as institutionId',
        'role_grant.collection_id as collectionId',
        sql<LocalText>`json_build_object(
          'zh', coalesce(institution.name_zh, record.title_zh),
          'en', coalesce(institution.name_en, record.title_en)
        )`.as('name'),
      ])
      .orderBy('role_grant.id'),
  )

const labsJson = (eb: OfPerson) =>
  jsonArrayFrom(
    eb
      .selectFrom('lab_member')
      .innerJoin('lab', 'lab.id', 'lab_member.lab_id')
      .whereRef('lab_member.person_id', '=', 'person.id')
      .select(['lab.id', named('lab'), sql<LabRole>`lab_member.role`.as('role')])
      .orderBy('lab_member.created_at'),
  )

const named = (table: 'institution' | 'lab') =>
  sql<LocalText>`json_build_object('zh', ${sql.ref(`${table}.name_zh`)}, 'en', ${sql.ref(`${table}.name_en`)})`.as(
    'name',
  )
