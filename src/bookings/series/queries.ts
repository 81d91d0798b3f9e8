import { sql } from 'kysely'
import type { Trx } from '../../core/database.ts'

/** Gives the time of several bookings back for a moment, so that they may take one another's places. */
export async function liftOccupancies(
  trx: Trx,
  { instrumentId, ids, at }: { instrumentId: string; ids: readonly string[]; at: string },
): Promise<void> {
  await sql`
    update occupancy set released_at = ${at}::timestamptz
    where instrument_id = ${instrumentId}::uuid and id = any(${[...ids]}::uuid[])
  `.execute(trx)
}

/** Takes it again; breaks `occupancy_slot_taken` when it is not free. */
export async function settleOccupancies(
  trx: Trx,
  { instrumentId, ids }: { instrumentId: string; ids: readonly string[] },
): Promise<void> {
  await sql`
    update occupancy set released_at = null
    where instrument_id = ${instrumentId}::uuid and id = any(${[...ids]}::uuid[])
  `.execute(trx)
}
