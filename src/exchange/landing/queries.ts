import { sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Db } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

const shownToAll = listedFor({ type: 'anonymous' })

/** Parts of the order of listing that have public records; each is one probe of `record_newest`. */
export async function listSitemapParts(db: Db, size: number): Promise<number[]> {
  const { rows } = await sql<{ part: number }>`
    select part::int
    from generate_series(0, (select coalesce(max(listed_no), -1) / ${size}::int from record)) as part
    where exists (
      select from record
      where record.listed_no >= part * ${size}::int and record.listed_no < (part + 1) * ${size}::int
        and ${shownToAll}
    )
    order by part
  `.execute(db)
  return rows.map(({ part }) => part)
}

/** Public records of one part of the order of listing; by `record_newest`. */
export async function listSitemapPart(db: Db, part: number, size: number) {
  const { rows } = await sql<{ id: string; updatedAt: Temporal.Instant }>`
    select record.id, record.updated_at as "updatedAt"
    from record
    where record.listed_no >= ${part}::bigint * ${size} and record.listed_no < (${part}::bigint + 1) * ${size}
      and ${shownToAll}
    order by record.listed_no
  `.execute(db)
  return rows
}
