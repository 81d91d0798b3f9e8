import { type Insertable, sql } from 'kysely'
import type { DatasetUseTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'

/** The salt of a day, made by whoever asks first. */
export async function saltOf(db: Db, day: string, made: Buffer): Promise<Buffer> {
  await db
    .insertInto('usage_salt')
    .values({ day, salt: made })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { salt } = await db
    .selectFrom('usage_salt')
    .where('day', '=', day)
    .select('salt')
    .executeTakeFirstOrThrow()
  return salt
}

export const findSalt = async (db: Db, day: string) =>
  db.selectFrom('usage_salt').where('day', '=', day).select('salt').executeTakeFirst()

export const insertUse = async (db: Db, use: Insertable<DatasetUseTable>) =>
  db.insertInto('dataset_use').values(use).execute()

/** Uses of a dataset by month, the newest first: days that were counted, and those that are still being. */
export async function usageByMonth(db: Db, recordId: string) {
  const { rows } = await sql<UsageRow>`
    select
      to_char(day, 'YYYY-MM') as month,
      sum(investigations)::int as investigations,
      sum(unique_investigations)::int as "uniqueInvestigations",
      sum(requests)::int as requests,
      sum(unique_requests)::int as "uniqueRequests"
    from (
      select day, investigations, unique_investigations, requests, unique_requests
      from dataset_usage
      where record_id = ${recordId}
      union all
      select day, investigations, unique_investigations, requests, unique_requests
      from dataset_use_count
      where record_id = ${recordId}
    ) counted
    group by 1
    order by 1 desc
  `.execute(db)
  return rows
}

export type UsageRow = {
  month: string
  investigations: number
  uniqueInvestigations: number
  requests: number
  uniqueRequests: number
}

/** Counts the uses of days before one, keeps the sums, and forgets the uses and how visitors were hashed. */
export async function countDaysBefore(trx: Trx, day: string): Promise<void> {
  await sql`
    insert into dataset_usage
      (record_id, day, investigations, unique_investigations, requests, unique_requests)
    select record_id, day, investigations, unique_investigations, requests, unique_requests
    from dataset_use_count
    where day < ${day}
    on conflict (record_id, day) do update set
      investigations = dataset_usage.investigations + excluded.investigations,
      unique_investigations = dataset_usage.unique_investigations + excluded.unique_investigations,
      requests = dataset_usage.requests + excluded.requests,
      unique_requests = dataset_usage.unique_requests + excluded.unique_requests
  `.execute(trx)
  await trx.deleteFrom('dataset_use').where('day', '<', day).execute()
  await trx.deleteFrom('usage_salt').where('day', '<', day).execute()
}
