import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Named } from '../../core/shapes.ts'
import { termOf } from '../queries.ts'

/** So many samples of a genealogy are shown each way, and so far. */
const most = 300
const deepest = 20

/** The highest number behind a code among the institution’s samples: 12 of `P-1-12`. By `sample_code_taken`. */
export async function lastNumber(
  trx: Trx,
  { institutionId, code }: { institutionId: string; code: string },
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substring(code from ${code.length + 2}::int)::int), 0) as last
    from sample
    where institution_id = ${institutionId}
      and upper(code) >= upper(${code} || '-') and upper(code) < upper(${code} || '.')
      and substring(code from ${code.length + 2}::int) ~ '^\\d{1,6}$'
  `.execute(trx)
  return rows[0]?.last ?? 0
}

export type Relation = { from: string; id: string; code: string; type: Named }

/** What a sample was made from, and that in turn; the nearest first. By `sample_parent_pkey`. */
export const ancestorsOf = (db: Db, id: string) =>
  walk(db, id, { from: sql`sample_parent.sample_id`, to: sql`sample_parent.parent_id` })

/** What was made of it. By `sample_parent_of`. */
export const descendantsOf = (db: Db, id: string) =>
  walk(db, id, { from: sql`sample_parent.parent_id`, to: sql`sample_parent.sample_id` })

async function walk(
  db: Db,
  id: string,
  { from, to }: { from: ReturnType<typeof sql>; to: ReturnType<typeof sql> },
): Promise<{ relations: Relation[]; isWhole: boolean }> {
  const { rows } = await sql<Relation & { depth: number }>`
    with recursive way (origin, id, depth) as (
      select ${from}, ${to}, 1 from sample_parent where ${from} = ${id}
      union
      select ${from}, ${to}, way.depth + 1
      from way
      join sample_parent on ${from} = way.id
      where way.depth <= ${deepest}
    ), near as (
      select origin, id, min(depth) as depth from way group by origin, id
      order by min(depth), id
      limit ${most + 1}
    )
    select near.origin as "from", sample.id, sample.code, near.depth,
      ${termOf('sample.type', 'miabis_sample_type')} as type
    from near
    join sample on sample.id = near.id
    order by near.depth, sample.code
  `.execute(db)
  const near = rows.filter(({ depth }) => depth <= deepest).slice(0, most)
  return {
    relations: near.map(({ from: origin, id: own, code, type }) => ({
      from: origin,
      id: own,
      code,
      type,
    })),
    isWhole: near.length === rows.length,
  }
}
