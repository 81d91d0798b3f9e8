import { personIdOf } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Text } from '../../../core/text.ts'
import { monthOf } from '../../statements/rules/month.ts'
import { onceLine } from '../../rates/rules/price.ts'
import { writeCharges } from './charge.ts'

export type OrderToCharge = {
  instrumentId: string
  orderId: string
  /** Who is paid. */
  institutionId: string
  personId: string
  /** Who pays; the person where there is none. */
  labId: string | null
  /** The instrument's: the charge belongs to the month of its calendar. */
  zone: string
  amountFen: number
  /** What for, as the statement tells it. */
  why: Text
}

/** Charges a service order, once however often it is asked; answers the charge's id, or nothing where it is there already. */
export async function chargeOrderIn(
  trx: Trx,
  ctx: Context,
  { zone, why, ...order }: OrderToCharge,
): Promise<string | undefined> {
  const [id] = await writeCharges(trx, ctx, [
    {
      ...order,
      cause: 'order',
      bookingId: null,
      aboutId: null,
      lines: [onceLine('order', order.amountFen, why)],
      policyVersion: null,
      rateVersion: null,
      at: ctx.now(),
      month: monthOf(ctx.now(), zone),
      reason: null,
      madeAt: ctx.now(),
      madeBy: personIdOf(ctx),
    },
  ])
  return id
}
