import { sql } from 'kysely'
import { readableBy } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import {
  type InstrumentRow,
  instrumentColumns,
  instrumentTables,
} from '../../../instruments/expressions.ts'
import type { Policy } from '../model.ts'

/** An instrument with its policy in force: what every question about its time needs. */
export type BookableRow = InstrumentRow & {
  /** 0: no policy was ever written, nothing is limited. */
  policyVersion: number
  policy: Policy
}

/** Columns of {@link BookableRow}, of `instrumentTables`. */
export const bookableColumns = sql`
  ${instrumentColumns},
  coalesce(policy.version, 0) as "policyVersion",
  coalesce(policy.rules, '{}') as policy
`

/** Instruments that the viewer may know of, by `record_pkey` and `booking_policy_pkey`. */
export async function findBookables(
  db: Db,
  viewer: Actor,
  ids: readonly string[],
): Promise<BookableRow[]> {
  const { rows } = await sql<BookableRow>`
    select ${bookableColumns}
    from ${instrumentTables}
    where record.id = any(${ids}::uuid[]) and ${readableBy(viewer)}
    order by record.id
  `.execute(db)
  return rows
}
