import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Scope } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import { readByKey } from '../../../ports/database.ts'

/** A session's person with every role: one query, by `session_secret_hash_key`. */
export const findPersonBySession = readByKey((db, secretHash: Buffer) =>
  peopleWithRoles(db)
    .innerJoin('session', 'session.person_id', 'person.id')
    .where('session.secret_hash', '=', secretHash)
    .select([
      'session.id as sessionId',
      'session.seen_at as seenAt',
      'session.expires_at as expiresAt',
    ]),
)

/** The person of a token that is not revoked, with every role: one query, by `access_token_secret_hash_key`. */
export const findPersonByToken = readByKey((db, secretHash: Buffer) =>
  peopleWithRoles(db)
    .innerJoin('access_token', 'access_token.person_id', 'person.id')
    .where('access_token.secret_hash', '=', secretHash)
    .where('access_token.revoked_at', 'is', null)
    .select([
      'access_token.id as tokenId',
      'access_token.seen_at as seenAt',
      'access_token.expires_at as expiresAt',
      sql<Scope[]>`access_token.scopes`.as('scopes'),
    ]),
)

/** For the demo's bearer tokens, which name a person by address. */
export async function findPersonByEmail(db: Db, email: string) {
  return peopleWithRoles(db)
    .where(sql<SqlBool>`lower(person.email) = ${email.toLowerCase()}`)
    .executeTakeFirst()
}

export async function findPersonById(db: Db, id: string) {
  return peopleWithRoles(db).where('person.id', '=', id).executeTakeFirst()
}

function peopleWithRoles(db: Db) {
  return db
    .selectFrom('person')
    .where('person.disabled_at', 'is', null)
    .select((eb) => [
      'person.id as personId',
      'person.name',
      'person.email',
      sql<Lang>`person.lang`.as('lang'),
      'person.is_admin as isAdmin',
      sql<string[]>`array(
        select institution_id from membership
        where person_id = person.id and approved_at is not null
      )::text[]`.as('institutionIds'),
      jsonArrayFrom(
        eb
          .selectFrom('role_grant')
          .whereRef('role_grant.person_id', '=', 'person.id')
          .select([
            sql<'curator' | 'steward'>`role_grant.role`.as('role'),
            'role_grant.institution_id as institutionId',
            'role_grant.collection_id as collectionId',
          ]),
      ).as('grants'),
      jsonArrayFrom(
        eb
          .selectFrom('lab_member')
          .whereRef('lab_member.person_id', '=', 'person.id')
          .select(['lab_member.lab_id as labId', sql<'pi' | 'member'>`lab_member.role`.as('role')]),
      ).as('labs'),
    ])
}

export type PersonWithRoles = NonNullable<Awaited<ReturnType<typeof findPersonByEmail>>>
