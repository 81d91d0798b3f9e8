import { sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { GermplasmFigures } from './model.ts'
import type { GermplasmGroup } from './words.ts'

export type Sums = GermplasmFigures & { key: string | null; isTotal: boolean }

type Asked = {
  by: GermplasmGroup
  institution: string | undefined
  /** When they were listed: from this moment, and before that one. */
  from: Temporal.Instant | undefined
  before: Temporal.Instant | undefined
}

const columns = {
  institution: sql`record.institution_id`,
  library: sql`record.library`,
  collection: sql`record.collection_id`,
}

/** Passports from one index to the next, of ten parts. */
const bins = Array.from(
  { length: 10 },
  (_, at) =>
    sql`coalesce(sum(number) filter (where least(completeness / 100, 9) = ${sql.lit(at)}), 0)::int`,
)

/**
 * Sums of completeness by group, most passports first, and of all. A million rows are counted by index and group, which
 * are some thousand rows, before anything else is worked out. By `record_completeness` alone, without a period.
 */
export async function sumCompleteness(db: Db, actor: Actor, asked: Asked): Promise<Sums[]> {
  const { by } = asked
  const { rows } = await sql<Sums>`
    with counted as materialized (
      select ${columns[by]} as key, record.completeness, count(*) as number
      from record
      where ${conditionsOf(actor, asked)}
      group by 1, 2
    )
    select key::text as key,
      grouping(key) = 1 as "isTotal",
      coalesce(sum(number), 0)::int as passports,
      round(sum(completeness * number) / sum(number) / 100, 2) as mean,
      min(completeness) / 100.0 as lowest,
      max(completeness) / 100.0 as highest,
      array[${sql.join(bins)}] as bins
    from counted
    group by grouping sets ((key), ())
    order by passports desc, key
  `.execute(db)
  return rows
}

const conditionsOf = (actor: Actor, { institution, from, before }: Omit<Asked, 'by'>) =>
  sql.join(
    [
      sql`record.completeness is not null`,
      listedFor(actor),
      ...(institution === undefined ? [] : [sql`record.institution_id = ${institution}`]),
      ...(from === undefined ? [] : [sql`record.listed_at >= ${from}`]),
      ...(before === undefined ? [] : [sql`record.listed_at < ${before}`]),
    ],
    sql` and `,
  )

/** The least complete of these passports. By `record_completeness`. */
export async function leastComplete(
  db: Db,
  actor: Actor,
  { limit, ...asked }: Omit<Asked, 'by'> & { limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select record.id from record
    where ${conditionsOf(actor, asked)}
    order by record.completeness, record.id
    limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}

type Named = { id: string; name: LocalText }

/** What institutions are called. */
export async function institutionsNamed(db: Db, ids: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, jsonb_build_object('zh', name_zh, 'en', name_en) as name
    from institution
    where id = any(${ids}::uuid[])
  `.execute(db)
  return rows
}

/** What collections are called, those that the viewer may know of. */
export async function collectionsNamed(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, jsonb_build_object('zh', title_zh, 'en', title_en) as name
    from record
    where id = any(${ids}::uuid[]) and ${listedFor(actor)}
  `.execute(db)
  return rows
}
