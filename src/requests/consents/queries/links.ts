import type { Insertable } from 'kysely'
import type { ConsentLinkTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

export async function insertConsentLink(
  trx: Trx,
  row: Insertable<ConsentLinkTable>,
): Promise<void> {
  await trx.insertInto('consent_link').values(row).execute()
}

/** By `consent_link_secret`. */
export const findConsentLink = async (db: Db, secretHash: Buffer) =>
  db
    .selectFrom('consent_link')
    .where('secret_hash', '=', secretHash)
    .select([
      'id',
      'request_id as requestId',
      'person_id as personId',
      'round',
      'expires_at as expiresAt',
      'used_at as usedAt',
    ])
    .executeTakeFirst()

/** Uses a link up: of two who try at once, one gets it. */
export async function takeConsentLink(
  trx: Trx,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('consent_link')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
