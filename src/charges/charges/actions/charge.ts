import { personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { BookingEvent, BookingHappened } from '../../../bookings/bookings/model.ts'
import { bookingsToCharge, type BookingToChargeRow, feesToWaive } from '../queries/bookings.ts'
import { insertCharges, type NewCharge } from '../queries/write.ts'
import { isRefilled, owedFor } from '../rules/charge.ts'
import { monthOf } from '../../statements/rules/month.ts'
import { onceLine } from '../../rates/rules/price.ts'
import { priceWords } from '../../rates/words/price.ts'

const ending: ReadonlySet<BookingEvent> = new Set(['finished', 'cancelled', 'missed'])

/**
 * What follows for money when a booking ended: the charge for its use, or the fee for giving it back too late or not
 * coming; and where it finished in time of such a fee, that is waived. Done once, however often it is asked.
 */
export async function chargeBooking(
  ctx: Context,
  { instrumentId, bookingId, event }: BookingHappened,
): Promise<void> {
  if (!ending.has(event)) return
  await transact(ctx, async (trx) => {
    const rows = await bookingsToCharge(trx, instrumentId, bookingId)
    const charges = rows.flatMap((row) => chargeOf(ctx, row) ?? [])
    await writeCharges(trx, ctx, charges)
    const waivers = await waiversFor(trx, ctx, { instrumentId, bookingId })
    await writeCharges(trx, ctx, waivers)
  })
}

/** Charges all bookings of an instrument that have ended, without a line in the audit for each: for the demo. */
export async function chargeAllIn(trx: Trx, ctx: Context, instrumentId: string): Promise<number> {
  const rows = await bookingsToCharge(trx, instrumentId)
  const written = await insertCharges(
    trx,
    rows.flatMap((row) => chargeOf(ctx, row) ?? []),
  )
  return written.length
}

/** Writes charges that are not there yet, and says so in the audit. */
export async function writeCharges(
  trx: Trx,
  ctx: Context,
  charges: readonly NewCharge[],
): Promise<string[]> {
  const ids: string[] = []
  for (const charge of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one or two, in one transaction
    const [written] = await insertCharges(trx, [charge])
    if (!written) continue
    ids.push(written.id)
    // oxlint-disable-next-line no-await-in-loop -- with its row
    await recordChange(trx, ctx, {
      action: actionOf[charge.cause],
      entity: 'charge',
      entityId: written.id,
      institutionId: charge.institutionId,
      after: {
        cause: charge.cause,
        amountFen: charge.amountFen,
        booking: charge.bookingId,
        order: charge.orderId,
        lab: charge.labId,
        reason: charge.reason,
      },
    })
  }
  return ids
}

const actionOf = {
  use: 'charge.make',
  late_cancel: 'charge.make',
  no_show: 'charge.make',
  order: 'charge.make',
  waiver: 'charge.waive',
  correction: 'charge.correct',
} as const

function chargeOf(ctx: Context, row: BookingToChargeRow): NewCharge | undefined {
  const owed = owedFor(row)
  if (!owed) return undefined
  const { instrumentId, institutionId, personId, labId, policyVersion, rateVersion } = row
  return {
    instrumentId,
    cause: owed.cause,
    bookingId: row.id,
    orderId: null,
    aboutId: null,
    institutionId,
    personId,
    labId,
    amountFen: owed.totalFen,
    lines: owed.lines,
    policyVersion,
    rateVersion: owed.cause === 'use' ? rateVersion : null,
    at: owed.at,
    month: monthOf(owed.at, row.zone),
    reason: null,
    madeAt: ctx.now(),
    madeBy: personIdOf(ctx),
  }
}

async function waiversFor(
  trx: Trx,
  ctx: Context,
  { instrumentId, bookingId }: { instrumentId: string; bookingId: string },
): Promise<NewCharge[]> {
  const fees = await feesToWaive(trx, instrumentId, bookingId)
  return fees
    .filter((fee) => fee.openFen > 0 && isRefilled(fee, fee.finished))
    .map((fee) => ({
      instrumentId,
      cause: 'waiver',
      bookingId: fee.bookingId,
      orderId: null,
      aboutId: fee.id,
      institutionId: fee.institutionId,
      personId: fee.personId,
      labId: fee.labId,
      amountFen: -fee.openFen,
      lines: [onceLine('waiver', -fee.openFen, priceWords.refilled)],
      policyVersion: null,
      rateVersion: null,
      at: ctx.now(),
      month: monthOf(ctx.now(), fee.zone),
      reason: null,
      madeAt: ctx.now(),
      madeBy: null,
    }))
}
