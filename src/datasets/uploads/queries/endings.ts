import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

/** Uploads into a version that are under way: some of their names, and how many. */
export async function openUploadsOf(db: Db, versionId: string) {
  const rows = await db
    .selectFrom('dataset_upload')
    .where('version_id', '=', versionId)
    .where('ended_at', 'is', null)
    .orderBy('path_key')
    .limit(5)
    .select(['path', sql<number>`count(*) over ()::int`.as('count')])
    .execute()
  return { names: rows.map(({ path }) => path), count: rows[0]?.count ?? 0 }
}

type Ending = { state: 'cancelled' | 'expired'; at: Temporal.Instant; by: string | null }

/** Ends all that is under way in a version, or in all of a record's. */
export async function endUploads(
  trx: Trx,
  { versionId, recordId }: { versionId?: string; recordId?: string },
  { state, at, by }: Ending,
): Promise<string[]> {
  const rows = await trx
    .updateTable('dataset_upload')
    .set({ state, ended_at: at, ended_by: by })
    .where('ended_at', 'is', null)
    .$if(versionId !== undefined, (some) => some.where('version_id', '=', versionId ?? ''))
    .$if(versionId === undefined, (some) => some.where('record_id', '=', recordId ?? ''))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Ends uploads that nobody went on with, the oldest first. */
export async function expireUploads(db: Db, at: Temporal.Instant, most: number): Promise<string[]> {
  const rows = await db
    .updateTable('dataset_upload')
    .set({ state: 'expired', ended_at: at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('dataset_upload')
        .where('ended_at', 'is', null)
        .where('state', '=', 'open')
        .where('expires_at', '<', at)
        .select('id')
        .orderBy('expires_at')
        .limit(most)
        .modifyEnd(sql`for update skip locked`),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Ended uploads that may have left bytes behind, the oldest first; by `dataset_upload_uncleared`. */
export async function unclearedUploads(
  db: Db,
  before: Temporal.Instant,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('dataset_upload')
    .where('ended_at', '<', before)
    .where('cleared_at', 'is', null)
    .orderBy('ended_at')
    .limit(most)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Uploads that were completed before a moment, and are neither attached nor failed yet. */
export async function unverifiedUploads(db: Db, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('dataset_upload')
    .where('ended_at', 'is', null)
    .where('state', 'in', ['completing', 'verifying'])
    .where('completed_at', '<', before)
    .orderBy('completed_at')
    .limit(1000)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const deleteUploads = async (db: Db, clearedBefore: Temporal.Instant) =>
  db.deleteFrom('dataset_upload').where('cleared_at', '<', clearedBefore).execute()

/** Whether the bytes under a key are a dataset's. */
export async function isAttached(db: Db, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('dataset_object')
    .where('key', '=', key)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
