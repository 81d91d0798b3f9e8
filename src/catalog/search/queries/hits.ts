import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Extent } from '../../../core/place.ts'
import { listedFor } from '../../visible.ts'

/**
 * The one way in which search reads records: era by era (see `record_eras`), through the index on documents alone,
 * until there are enough. Rows are read for hits only, documents only where a quoted phrase asks for positions.
 */

export type Reading = {
  actor: Actor
  /** A tsquery; null asks for everything. */
  terms: string | null
  boxes?: readonly Extent[] | undefined
}

/** Newest place in the listing. */
export const newestNo = sql<number>`(select coalesce(max(listed_no), 0) from record)`

/** Eras newest first, from a place on. */
export const erasFrom = (place: RawBuilder<number>) => sql`record_eras(${place}) as eras`

/** Hits of each era in turn: `eras` is a table of them, `hit` the rows. Stops as soon as nobody asks for more. */
export function hitsIn(
  eras: RawBuilder<unknown>,
  reading: Reading,
  { columns, rest }: { columns: RawBuilder<unknown>; rest: RawBuilder<unknown> },
) {
  return sql`
    ${eras}
    cross join lateral (
      select ${columns}
      from record
      where record.document @@ eras.era
        and ${matching(reading)}
      ${rest}
    ) as hit`
}

/** What a hit is: it has the terms, touches the place, and is for the viewer to see. */
export function matching({ actor, terms, boxes }: Reading): RawBuilder<SqlBool> {
  const conditions = [
    ...(terms === null ? [] : [sql<SqlBool>`record.document @@ ${terms}::tsquery`]),
    ...(boxes ? [sql<SqlBool>`(${sql.join(boxes.map(touching), sql` or `)})`] : []),
    sql<SqlBool>`${listedFor(actor)}`,
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

const touching = ({ west, south, east, north }: Extent) =>
  sql`record.extent && ${`(${west},${south}),(${east},${north})`}::box`
