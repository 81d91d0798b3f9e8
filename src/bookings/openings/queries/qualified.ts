import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

/** How many people may run an instrument now: those who hold all of these kinds, or any where none is asked for. */
export async function countQualified(
  db: Db,
  {
    instrumentId,
    kinds,
    now,
  }: { instrumentId: string; kinds: readonly string[]; now: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from (
      select person_id
      from qualification
      where instrument_id = ${instrumentId}::uuid
        and revoked_at is null
        and (expires_at is null or expires_at > ${now}::timestamptz)
        and (${kinds.length}::int = 0 or kind = any(${[...kinds]}::text[]))
      group by person_id
      having count(distinct kind) >= ${kinds.length}::int
    ) qualified
  `.execute(db)
  return rows[0]?.count ?? 0
}
