import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import type { NewCorrection } from '../model/answers.ts'
import { lockCharge } from '../queries/write.ts'
import { monthOf } from '../../statements/rules/month.ts'
import { onceLine } from '../../rates/rules/price.ts'
import { chargeWords as words } from '../words.ts'
import { writeCharges } from './charge.ts'
import { type ChargeRow, getCharge } from './read.ts'

/** Adds to a charge, or takes from it, by a further one; never below nothing. By staff of the instrument. */
export async function correctCharge(
  ctx: Context,
  id: string,
  { amountFen, reason }: NewCorrection,
): Promise<ChargeRow> {
  allowWriting(ctx)
  const written = await transact(ctx, async (trx) => {
    const charge = await getCharge(ctx, id, trx)
    if (!isStaffOf(ctx.actor, charge)) throw new Problem('forbidden', instrumentWords.notStaff)
    if (charge.aboutId !== null) throw new Problem('conflict', words.onlyOriginal)
    const openFen = await lockCharge(trx, charge)
    if (openFen + amountFen < 0)
      throw new Problem('invalid', words.notBelowZero, {
        issues: [{ path: 'amountFen', message: words.notBelowZero }],
      })
    const [made] = await writeCharges(trx, ctx, [correctionOf(ctx, charge, { amountFen, reason })])
    return made
  })
  return getCharge(ctx, written ?? id)
}

const correctionOf = (ctx: Context, charge: ChargeRow, { amountFen, reason }: NewCorrection) => ({
  instrumentId: charge.instrumentId,
  cause: 'correction' as const,
  bookingId: charge.bookingId,
  orderId: charge.orderId,
  aboutId: charge.id,
  institutionId: charge.institutionId,
  personId: charge.personId,
  labId: charge.labId,
  amountFen,
  lines: [onceLine('correction', amountFen, { zh: reason, en: reason })],
  policyVersion: null,
  rateVersion: null,
  at: ctx.now(),
  month: monthOf(ctx.now(), charge.zone),
  reason,
  madeAt: ctx.now(),
  madeBy: personIdOf(ctx),
})
