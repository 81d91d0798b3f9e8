import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

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
