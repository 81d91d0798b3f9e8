import type { Db, Trx } from '../../../core/database.ts'
import { sql } from 'kysely'

/**
 * Takes the instruments' rows in order of id, so that writers of one instrument's time come one after another and
 * never wait for each other in a circle. It covers the quotas of a person and of a lab at an instrument too: they
 * are counted while it is held.
 */
export async function lockInstrumentRows(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select record_id as id
    from instrument
    where record_id = any(${ids}::uuid[])
    order by record_id
    for no key update
  `.execute(trx)
  return rows.map(({ id }) => id)
}

/** Whether a live occupancy still counts at a moment: a hold that has expired takes nothing. */
export const isLiveAt = (now: string) =>
  sql<boolean>`(o.released_at is null and (o.expires_at is null or o.expires_at > ${now}::timestamptz))`

/** Forgets holds that have let go, wherever they are. Answers how many. */
export async function deleteExpiredHolds(db: Db, now: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from occupancy where kind = 'hold' and expires_at <= ${now}::timestamptz
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
