import { type Insertable, sql } from 'kysely'
import type { AccessTokenTable } from '../../../db/schema.ts'
import type { Scope } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'

export async function insertToken(trx: Trx, row: Insertable<AccessTokenTable>): Promise<string> {
  const { id } = await trx
    .insertInto('access_token')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function touchToken(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('access_token').set({ seen_at: now }).where('id', '=', id).execute()
}

export async function revokeTokenOf(
  trx: Trx,
  { id, personId, now }: { id: string; personId: string; now: Temporal.Instant },
) {
  return trx
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst()
}

/** Live and expired ones, newest first; revoked ones are gone for good. */
export async function listTokens(db: Db, { personId, ...paging }: Paging & { personId: string }) {
  const rows = db
    .selectFrom('access_token')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .select([
      'id',
      'name',
      sql<Scope[]>`scopes`.as('scopes'),
      'created_at as createdAt',
      'expires_at as expiresAt',
      'seen_at as seenAt',
    ])
  return pageBy(db, { rows, by: { id: 'id' }, direction: 'desc' }, paging)
}
