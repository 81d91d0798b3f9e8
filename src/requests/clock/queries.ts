import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Deed } from './rules.ts'

/** Requests for which something may be due, after one of them; by `request_to_wake`. */
export const awakeRequests = async (
  db: Db,
  { now, after, limit }: { now: Temporal.Instant; after: string | null; limit: number },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('request')
    .where('wakes_at', '<=', now)
    .$if(after !== null, (some) => some.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether something may be due, of a request that is held. */
export async function isAwake(trx: Trx, id: string, now: Temporal.Instant): Promise<boolean> {
  const row = await trx
    .selectFrom('request')
    .where('id', '=', id)
    .where('wakes_at', '<=', now)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function sleepUntil(trx: Trx, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('request').set({ wakes_at: at }).where('id', '=', id).execute()
}

/** Notes what is done; false where it was done before. */
export async function noteDeed(
  trx: Trx,
  requestId: string,
  { deed: { kind, about, step }, at }: { deed: Deed; at: Temporal.Instant },
): Promise<boolean> {
  const row = await trx
    .insertInto('request_deed')
    .values({ request_id: requestId, kind, about, step, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst()
  return row !== undefined
}

/** Whose access to an item is not ended. */
export const entitledTo = async (db: Db, itemId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('entitlement')
    .where('item_id', '=', itemId)
    .where('ended_at', 'is', null)
    .select(sql<string>`distinct person_id`.as('id'))
    .execute()
  return rows.map(({ id }) => id)
}
