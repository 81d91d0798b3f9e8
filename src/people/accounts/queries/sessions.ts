import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

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

export async function sessionsOf(db: Db, personId: string, now: Temporal.Instant) {
  return db
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
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function deleteSessionsExpiredBy(db: Db, at: Temporal.Instant): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', at).execute()
}
