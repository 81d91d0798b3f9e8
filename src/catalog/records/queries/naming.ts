import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

/** What descriptions of other records name: a record that these are related to or part of, or their owner. */
export type Named = { record: string } | { institution: string }

const isShown = sql`(record.published_at is not null and record.withdrawn_at is null)`

/** By `relation_taken`, `relation_to`, `record_of_collection` and `record_of_institution`. */
const naming = (named: Named) =>
  'institution' in named
    ? sql`select record.id from record where record.institution_id = ${named.institution}::uuid`
    : sql`
        select to_id as id from relation where from_id = ${named.record}::uuid
        union select from_id from relation where to_id = ${named.record}::uuid
        union select record.id from record where record.collection_id = ${named.record}::uuid`

/** Whether the description of any shown record names it. */
export async function isNamed(db: Db, named: Named): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from record where record.id in (${naming(named)}) and ${isShown}
    ) as "is"
  `.execute(db)
  return rows[0]?.is ?? false
}

type Batch = { after: string; limit: number }

/** So many of the shown records that name it, in the order of ids. */
export async function idsNaming(db: Db, named: Named, { after, limit }: Batch): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select record.id
    from record
    where record.id in (${naming(named)}) and ${isShown} and record.id > ${after}::uuid
    order by record.id
    limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Marks those that are shown as changed now, without a new version: their own fields are as they were. */
export async function touchShown(
  trx: Trx,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as (
      select id from record where id = any(${ids}::uuid[]) and ${isShown}
      order by id
      for no key update
    )
    update record
    set updated_at = greatest(updated_at, ${at.toString()}::timestamptz)
    from held
    where record.id = held.id
    returning record.id
  `.execute(trx)
  return rows.map(({ id }) => id)
}
