import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

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
