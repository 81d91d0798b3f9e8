import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

/** `reaped` is given up: whoever still means to attach its bytes is too late. */
export type IntentPurpose = 'original' | 'derivative' | 'reaped'

export async function insertIntents(
  db: Db,
  keys: readonly string[],
  { purpose, by, at }: { purpose: IntentPurpose; by: string | null; at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('object_intent')
    .values(keys.map((key) => ({ key, purpose, created_by: by, created_at: at })))
    .execute()
}

/** Ends intents whose bytes are attached in the same transaction; answers how many there still were. */
export async function deleteLiveIntents(trx: Trx, keys: readonly string[]): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('object_intent')
    .where('key', 'in', keys)
    .where('purpose', '<>', 'reaped')
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function isLiveIntentOf(db: Db, key: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('object_intent')
    .where('key', '=', key)
    .where('created_by', '=', personId)
    .where('purpose', '<>', 'reaped')
    .select('key')
    .executeTakeFirst()
  return found !== undefined
}

/** Forgets intents whose objects are gone. */
export async function deleteIntents(db: Db, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await db.deleteFrom('object_intent').where('key', 'in', keys).execute()
}

/** Gives up those of the intents that are not attached yet. */
export async function giveUpTheseIntents(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db
    .updateTable('object_intent')
    .set({ purpose: 'reaped' })
    .where('key', 'in', keys)
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Gives up intents older than `before`, the oldest first; by `object_intent_by_age`. */
export async function giveUpIntents(
  db: Db,
  before: Temporal.Instant,
  most: number,
): Promise<string[]> {
  const rows = await db
    .updateTable('object_intent')
    .set({ purpose: 'reaped' })
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('object_intent')
        .where('created_at', '<', before)
        .select('key')
        .orderBy('created_at')
        .limit(most)
        .modifyEnd(sql`for update skip locked`),
    )
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}
