import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Limit } from '../rules/limits.ts'

/**
 * Takes a turn from a leaky bucket, in one statement, so that any number of processes agree.
 * Undefined: there was a turn. Otherwise how many seconds to wait for one; nothing was taken.
 */
export async function takeTurnFrom(
  db: Db,
  { bucket, now, limit }: { bucket: string; now: Temporal.Instant; limit: Limit },
): Promise<number | undefined> {
  const at = now.toString()
  const drained = sql`greatest(0, rate_limit.level - ${limit.perMinute}::float8 / 60
    * ${elapsed(at)})`
  // Until enough has drained, or, where the bucket slows, for the wait that has grown so far.
  const draining = sql`(${drained} + 1 - ${limit.capacity}::float8) * 60 / ${limit.perMinute}::float8`
  const wait =
    limit.longestWaitSeconds === undefined
      ? draining
      : sql`least(${draining}, least(
          ${limit.longestWaitSeconds}::float8,
          power(2, least(rate_limit.level - ${limit.capacity}::float8, 30))
        ) - ${elapsed(at)})`
  const { rows } = await sql<{ taken: boolean; wait: number }>`
    with taken as (
      insert into rate_limit (bucket, level, updated_at)
      values (${bucket}, 1, ${at}::timestamptz)
      on conflict (bucket) do update
      set level = ${drained} + 1, updated_at = ${at}::timestamptz
      where ${wait} <= 0
      returning level
    )
    select true as taken, 0::float8 as wait from taken
    union all
    select false, ${wait} from rate_limit
    where bucket = ${bucket} and not exists (select from taken)`.execute(db)
  const [row] = rows
  if (row?.taken) return undefined
  // No row: somebody else filled the bucket between the two halves of the statement.
  return row?.wait ?? 1
}

/** Seconds since the last turn. */
const elapsed = (at: string) =>
  sql`greatest(0, extract(epoch from ${at}::timestamptz - rate_limit.updated_at))`

export async function emptyBucket(db: Db, bucket: string): Promise<void> {
  await db.deleteFrom('rate_limit').where('bucket', '=', bucket).execute()
}

/** Buckets that have drained long ago. */
export async function deleteBucketsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('rate_limit').where('updated_at', '<', before).execute()
}
