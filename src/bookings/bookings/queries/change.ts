import { sql } from 'kysely'
import type { Trx } from '../../../core/database.ts'
import type { Period } from '../../../core/periods.ts'

type Key = { instrumentId: string; id: string }

/** New particulars and times; whatever calendars must learn of raises the sequence. */
export async function updateBooking(
  trx: Trx,
  { instrumentId, id }: Key,
  change: {
    period: Period
    purpose: string
    labId: string | null
    project: string | null
    samples: number | null
    assisted: boolean
    overrideReason: string | null
    policyVersion: number
    /** Asks for a yes again. */
    isPending: boolean
  },
): Promise<void> {
  await sql`
    update booking
    set
      starts_at = ${change.period.start}::timestamptz,
      ends_at = ${change.period.end}::timestamptz,
      purpose = ${change.purpose},
      lab_id = ${change.labId}::uuid,
      project = ${change.project},
      planned_samples = ${change.samples}::int,
      assisted = ${change.assisted}::boolean,
      override_reason = ${change.overrideReason},
      policy_version = ${change.policyVersion}::int,
      confirmed_at = case when ${change.isPending}::boolean then null else confirmed_at end,
      confirmed_by = case when ${change.isPending}::boolean then null else confirmed_by end,
      reminded_at = case when starts_at = ${change.period.start}::timestamptz then reminded_at end,
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

export async function cancelBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  ending: {
    at: string
    by: string | null
    reason: string | null
    as: 'own' | 'staff' | 'declined' | 'outage'
  },
): Promise<void> {
  await sql`
    update booking
    set
      cancelled_at = ${ending.at}::timestamptz,
      cancelled_by = ${ending.by}::uuid,
      cancel_reason = ${ending.reason},
      cancelled_as = ${ending.as},
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

export async function confirmBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  yes: { at: string; by: string | null; note: string | null; override: string | null },
): Promise<void> {
  await sql`
    update booking
    set
      confirmed_at = ${yes.at}::timestamptz,
      confirmed_by = ${yes.by}::uuid,
      decision_note = ${yes.note},
      override_reason = coalesce(${yes.override}, override_reason),
      version = version + 1,
      sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}
