import { sql } from 'kysely'
import type { Db, Trx } from '../core/database.ts'
import type { Temporal } from '../core/time.ts'

export type Claim = { actorId: string; key: string; requestHash: Buffer }

export async function findClaim(db: Db, { actorId, key }: Claim) {
  return db
    .selectFrom('idempotency_key')
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .select([
      'request_hash as requestHash',
      'status',
      sql<Record<string, string> | null>`headers`.as('headers'),
      'body',
    ])
    .executeTakeFirst()
}

export async function insertClaim(trx: Trx, claim: Claim, at: Temporal.Instant): Promise<void> {
  await trx
    .insertInto('idempotency_key')
    .values({
      actor_id: claim.actorId,
      key: claim.key,
      request_hash: claim.requestHash,
      created_at: at,
    })
    .execute()
}

export async function storeAnswer(
  db: Db,
  { actorId, key }: Claim,
  answer: { status: number; headers: Record<string, string>; body: string },
): Promise<void> {
  await db
    .updateTable('idempotency_key')
    .set({ status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body })
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .execute()
}

export async function deleteClaimsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('idempotency_key').where('created_at', '<', before).execute()
}
