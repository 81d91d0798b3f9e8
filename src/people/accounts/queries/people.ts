import { type ExpressionBuilder, type Insertable, type SqlBool, type Updateable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, PersonTable } from '../../../../db/schema.ts'
import { type Db, type Trx, named, pageBy } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Lang, LocalText } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { GrantedRole, LabRole } from '../../model/named.ts'

export async function findPerson(db: Db, id: string) {
  return personRows(db).where('person.id', '=', id).executeTakeFirst()
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** In order of name. `q` is part of a name or address. */
export async function listPeople(db: Db, { q, ...paging }: Paging & { q: string | undefined }) {
  const rows = personRows(db).$if(q !== undefined, (query) => query.where(called(q ?? '')))
  return pageBy(db, { rows, by: { name: 'person.name', id: 'person.id' } }, paging)
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
        named('institution'),
        'membership.title',
        sql<string | null>`membership.approved_at`.as('approvedAt'),
      ])
      .orderBy('membership.created_at'),
  )

type Named = { id: string; name: LocalText }

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
        sql<Named | null>`case when institution.id is not null then json_build_object(
          'id', institution.id,
          'name', json_build_object('zh', institution.name_zh, 'en', institution.name_en)
        ) end`.as('institution'),
        sql<Named | null>`case when record.id is not null then json_build_object(
          'id', record.id,
          'name', json_build_object('zh', record.title_zh, 'en', record.title_en)
        ) end`.as('collection'),
      ])
      .orderBy('role_grant.id'),
  )

const labsJson = (eb: OfPerson) =>
  jsonArrayFrom(
    eb
      .selectFrom('lab_member')
      .innerJoin('lab', 'lab.id', 'lab_member.lab_id')
      .whereRef('lab_member.person_id', '=', 'person.id')
      .select([named('lab'), sql<LabRole>`lab_member.role`.as('role')])
      .orderBy('lab_member.created_at'),
  )

type Identity = { issuer: string; subject: string }

export async function findPersonOfIdentity(db: Db, { issuer, subject }: Identity) {
  const row = await db
    .selectFrom('identity')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .select('person_id as personId')
    .executeTakeFirst()
  return row?.personId
}

export async function insertIdentity(
  trx: Trx,
  { issuer, subject, personId, now }: Identity & { personId: string; now: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('identity')
    .values({ issuer, subject, person_id: personId, created_at: now })
    .execute()
}

/** Accounts in use with this very hash: those that were made together with one password. */
export const listByPasswordHash = (db: Db, hash: string) =>
  db
    .selectFrom('person')
    .where('password_hash', '=', hash)
    .where('disabled_at', 'is', null)
    .select(['id', 'email'])
    .orderBy('id')
    .execute()

/** Takes away every sign-in elsewhere and every token of a person. */
export async function forgetOtherWaysIn(
  trx: Trx,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx.deleteFrom('identity').where('person_id', '=', personId).execute()
  await trx
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}
