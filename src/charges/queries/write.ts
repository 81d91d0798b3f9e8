import { sql } from 'kysely'
import type { Trx } from '../../core/database.ts'
import { isoOf, type Temporal } from '../../core/time.ts'
import type { Cause, Line } from '../model/lines.ts'

export type NewCharge = {
  instrumentId: string
  cause: Cause
  bookingId: string | null
  orderId: string | null
  aboutId: string | null
  institutionId: string
  personId: string
  labId: string | null
  amountFen: number
  lines: readonly Line[]
  policyVersion: number | null
  rateVersion: number | null
  at: Temporal.Instant
  month: string
  reason: string | null
  madeAt: Temporal.Instant
  madeBy: string | null
}

const atOnce = 1000

/** Writes charges; what is charged for a booking or an order already is left as it is. Answers what was written. */
export async function insertCharges(
  trx: Trx,
  charges: readonly NewCharge[],
): Promise<{ id: string; bookingId: string | null }[]> {
  const written: { id: string; bookingId: string | null }[] = []
  for (let from = 0; from < charges.length; from += atOnce) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement after the other
    const rows = await trx
      .insertInto('charge')
      .values(charges.slice(from, from + atOnce).map(valuesOf))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'booking_id as bookingId'])
      .execute()
    written.push(...rows)
  }
  return written
}

const valuesOf = (charge: NewCharge) => ({
  instrument_id: charge.instrumentId,
  cause: charge.cause,
  booking_id: charge.bookingId,
  order_id: charge.orderId,
  about_id: charge.aboutId,
  institution_id: charge.institutionId,
  person_id: charge.personId,
  lab_id: charge.labId,
  amount_fen: charge.amountFen,
  lines: JSON.stringify(charge.lines),
  policy_version: charge.policyVersion,
  rate_version: charge.rateVersion,
  at: isoOf(charge.at),
  month: charge.month,
  reason: charge.reason,
  made_at: isoOf(charge.madeAt),
  made_by: charge.madeBy,
})

/** Holds a charge until the end of the transaction, so that corrections of it take turns; answers what is open of it. */
export async function lockCharge(
  trx: Trx,
  { instrumentId, id }: { instrumentId: string; id: string },
): Promise<number> {
  await sql`
    select 1 from charge where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid for update
  `.execute(trx)
  const { rows } = await sql<{ fen: number }>`
    select sum(amount_fen)::bigint as fen
    from charge
    where instrument_id = ${instrumentId}::uuid and (id = ${id}::uuid or about_id = ${id}::uuid)
  `.execute(trx)
  return rows[0]?.fen ?? 0
}
