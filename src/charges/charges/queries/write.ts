import { sql } from 'kysely'
import type { Trx } from '../../../core/database.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
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

/** Writes charges; what is charged for a booking or an order already is left as it is. Answers what was written. */
export async function insertCharges(
  trx: Trx,
  charges: readonly NewCharge[],
): Promise<{ id: string; bookingId: string | null }[]> {
  const { rows } = await sql<{ id: string; bookingId: string | null }>`
    insert into charge (
      instrument_id, cause, booking_id, order_id, about_id, institution_id, person_id, lab_id,
      amount_fen, lines, policy_version, rate_version, at, month, reason, made_at, made_by
    )
    select
      "instrumentId", cause, "bookingId", "orderId", "aboutId", "institutionId", "personId", "labId",
      "amountFen", lines, "policyVersion", "rateVersion", at, month, reason, "madeAt", "madeBy"
    from jsonb_to_recordset(${JSON.stringify(charges.map(valuesOf))}::jsonb) as new (
      "instrumentId" uuid, cause text, "bookingId" uuid, "orderId" uuid, "aboutId" uuid,
      "institutionId" uuid, "personId" uuid, "labId" uuid, "amountFen" bigint, lines jsonb,
      "policyVersion" int, "rateVersion" int, at timestamptz, month text, reason text,
      "madeAt" timestamptz, "madeBy" uuid
    )
    on conflict do nothing
    returning id, booking_id as "bookingId"
  `.execute(trx)
  return rows
}

const valuesOf = (charge: NewCharge) => ({
  ...charge,
  at: isoOf(charge.at),
  madeAt: isoOf(charge.madeAt),
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
