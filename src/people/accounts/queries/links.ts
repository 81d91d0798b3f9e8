import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { LinkPayloads, LinkPurpose } from '../model/links.ts'

type NewLink<Purpose extends LinkPurpose> = {
  secretHash: Buffer
  purpose: Purpose
  personId: string | null
  payload: LinkPayloads[Purpose]
  now: Temporal.Instant
  expiresAt: Temporal.Instant
}

export async function insertLink<Purpose extends LinkPurpose>(
  trx: Trx,
  link: NewLink<Purpose>,
): Promise<void> {
  await trx
    .insertInto('one_time_link')
    .values({
      secret_hash: link.secretHash,
      purpose: link.purpose,
      person_id: link.personId,
      payload: JSON.stringify(link.payload),
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute()
}

type SearchTerms<Purpose> = { secretHash: Buffer; purpose: Purpose; now: Temporal.Instant }

/** A link that still works, looked at and left as it is. */
export async function findLink<Purpose extends LinkPurpose>(
  db: Db,
  { secretHash, purpose, now }: SearchTerms<Purpose>,
) {
  return db
    .selectFrom('one_time_link')
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .select(['person_id as personId', sql<LinkPayloads[Purpose]>`payload`.as('payload')])
    .executeTakeFirst()
}

/** Uses a link up: of two who try at once, one gets it. */
export async function takeLink<Purpose extends LinkPurpose>(
  trx: Trx,
  { secretHash, purpose, now }: SearchTerms<Purpose>,
) {
  return trx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id as personId', sql<LinkPayloads[Purpose]>`payload`.as('payload')])
    .executeTakeFirst()
}

/** Earlier links of the same kind to the same person: the newest letter is the one that works. */
export async function deleteLinksOf(
  trx: Trx,
  personId: string,
  purpose: LinkPurpose,
): Promise<void> {
  await trx
    .deleteFrom('one_time_link')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
}

/** Invitations to an institution that nobody has taken up yet. */
export async function openInvitations(db: Db, institutionId: string, now: Temporal.Instant) {
  return db
    .selectFrom('one_time_link')
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where(sql<string>`payload ->> 'institutionId'`, '=', institutionId)
    .select([
      sql<LinkPayloads['invitation']>`payload`.as('payload'),
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

export async function deleteLinksExpiredBy(db: Db, at: Temporal.Instant): Promise<void> {
  await db.deleteFrom('one_time_link').where('expires_at', '<=', at).execute()
}
