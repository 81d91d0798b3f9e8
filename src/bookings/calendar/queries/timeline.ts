import { sql } from 'kysely'
import { listedFor } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { type Candidates, fitting } from '../../openings/queries/fitting.ts'
import { instrumentTables } from '../../../instruments/expressions.ts'
import { type BookableRow, bookableColumns } from '../../policies/queries/bookable.ts'

export type TimelineRow = BookableRow & {
  /** What it is sorted by: its institution, then its own name. */
  place: string
}

const name = sql`coalesce(record.title_zh, record.title_en, '')`
const place = sql`(coalesce(institution.name_zh, institution.name_en) || ' ' || ${name})`

/** A page of published instruments by institution and name, one row more than the limit when there are more. */
export async function listTimeline(
  db: Db,
  viewer: Actor,
  asked: Candidates & { limit: number; after?: { place: string; id: string } | undefined },
): Promise<TimelineRow[]> {
  const { after, limit } = asked
  const beyond = after
    ? sql`(${place}, record.id) > (${after.place}, ${after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<TimelineRow>`
    select ${bookableColumns}, ${place} as place
    from ${instrumentTables}
    where ${shown(viewer, asked)} and ${beyond}
    order by ${place}, record.id
    limit ${limit + 1}
  `.execute(db)
  return rows
}

/** How many there are in all. */
export async function countTimeline(db: Db, viewer: Actor, asked: Candidates): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from record join instrument on instrument.record_id = record.id
    where ${shown(viewer, asked)}
  `.execute(db)
  return rows[0]?.count ?? 0
}

const shown = (viewer: Actor, asked: Candidates) => sql`
  record.kind = 'instrument'
  and record.visibility = 'published'
  and ${listedFor(viewer)}
  and ${fitting(asked)}
`
