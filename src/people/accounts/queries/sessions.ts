import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Scope, StandIn } from '../../../core/actor.ts'
import { type Db, type Trx, pageBy } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Lang } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { type Bound, preparedOne } from '../../../ports/database.ts'

type NewSession = {
  secretHash: Buffer
  personId: string
  userAgent: string | null
  address: string | null
  now: Temporal.Instant
  expiresAt: Temporal.Instant
}

export async function insertSession(trx: Trx, session: NewSession): Promise<string> {
  const { id } = await trx
    .insertInto('session')
    .values({
      secret_hash: session.secretHash,
      person_id: session.personId,
      user_agent: session.userAgent,
      address: session.address,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function touchSession(
  db: Db,
  id: string,
  { now, expiresAt }: { now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now, expires_at: expiresAt })
    .where('id', '=', id)
    .execute()
}

export async function deleteSessionByHash(trx: Trx, secretHash: Buffer) {
  return trx
    .deleteFrom('session')
    .where('secret_hash', '=', secretHash)
    .returning(['id', 'person_id as personId'])
    .executeTakeFirst()
}

/** One session of this person. */
export async function deleteSession(
  trx: Trx,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const row = await trx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Every session of this person but one, or all. */
export async function deleteSessionsOf(
  trx: Trx,
  personId: string,
  except: string | undefined,
): Promise<string[]> {
  const rows = await trx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the account of an address has a session that began in this network. */
export async function isSignedInFrom(db: Db, email: string, network: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .where(sql<SqlBool>`lower(person.email) = ${email.toLowerCase()}`)
    .where('session.address', '=', network)
    .select('session.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Newest use first. */
export async function listSessions(
  db: Db,
  { personId, now, ...paging }: Paging & { personId: string; now: Temporal.Instant },
) {
  const rows = db
    .selectFrom('session')
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .select([
      'id',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'seen_at as seenAt',
      'expires_at as expiresAt',
    ])
  return pageBy(db, { rows, by: { seenAt: 'seen_at', id: 'id' }, direction: 'desc' }, paging)
}

export async function deleteSessionsExpiredBy(db: Db, at: Temporal.Instant): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', at).execute()
}

/** A session's person with every role: one query, by `session_secret_hash_key`. */
export const findPersonBySession = preparedOne(
  (db, { secretHash }: Bound<{ secretHash: Buffer }>) =>
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
export const findPersonByToken = preparedOne((db, { secretHash }: Bound<{ secretHash: Buffer }>) =>
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
export const findPersonByEmail = async (db: Db, email: string) =>
  personByEmail(db, { email: email.toLowerCase() })

const personByEmail = preparedOne((db, { email }: Bound<{ email: string }>) =>
  peopleWithRoles(db).where(sql<SqlBool>`lower(person.email) = ${email}`),
)

export const findPersonById = preparedOne((db, { id }: Bound<{ id: string }>) =>
  peopleWithRoles(db).where('person.id', '=', id),
)

/** Roles of others that somebody has while those are away, with the days. */
const standsIn = sql<(StandIn & { from: string; until: string })[]>`coalesce((
  select json_agg(json_build_object(
    'personId', s.person_id, 'institutionId', s.institution_id, 'collectionId', s.collection_id,
    'from', s.from_day, 'until', s.until_day
  ))
  from standing_in s where s.delegate_id = person.id
), '[]')`.as('standsIn')

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
      standsIn,
      jsonArrayFrom(
        eb
          .selectFrom('lab_member')
          .whereRef('lab_member.person_id', '=', 'person.id')
          .select(['lab_member.lab_id as labId', sql<'pi' | 'member'>`lab_member.role`.as('role')]),
      ).as('labs'),
    ])
}

export type PersonWithRoles = NonNullable<Awaited<ReturnType<typeof findPersonByEmail>>>
