import { signedIn } from '../../../core/permission.ts'
import { bookerOf, allowBehalf } from '../../../bookings/bookings/actions/person.ts'
import { getBookable } from '../../../bookings/policies/actions.ts'
import type { Audience } from '../../../bookings/policies/model.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import type { Context } from '../../../core/context.ts'
import type { LocalText } from '../../../core/text.ts'
import type { NewEstimate } from '../../charges/model/answers.ts'
import type { Line } from '../../charges/model/lines.ts'
import { listRates } from '../queries.ts'
import { priceOf } from '../rules/price.ts'
import { ratesAt } from '../rules/validity.ts'
import { paysOf } from '../../vouchers/rules.ts'
import { usableVouchers } from '../../vouchers/actions.ts'

export type Estimate = {
  audience: Audience
  lines: Line[]
  totalFen: number
  /** False where the instrument has no prices: nothing is charged. */
  isPriced: boolean
  vouchers: { id: string; title: LocalText; paysFen: number }[]
}

/** What a use would cost that lasts as long as is reserved, under the rules and prices known now. */
export async function estimateUse(
  ctx: Context,
  instrumentId: string,
  input: NewEstimate,
): Promise<Estimate> {
  signedIn(ctx)
  const instrument = await getBookable(ctx, instrumentId)
  const booker = await bookerOf(ctx, { onBehalfOf: input.onBehalfOf, lab: input.lab })
  allowBehalf(ctx, booker, instrument)
  const { policy, zone } = instrument
  const audience = audienceOf(booker.person, instrument)
  const card = ratesAt(await listRates(ctx.db, instrument.id), input.start)
  const { start, end, assisted = false, samples = 0 } = input
  const price =
    card &&
    priceOf(
      { reserved: { start, end }, audience, assisted, samples },
      { policy, zone, rates: card.rates },
    )
  const { lines, totalFen } = price ?? { lines: [], totalFen: 0 }
  const vouchers = booker.labId === null ? [] : await usableVouchers(ctx, booker.labId)
  return {
    audience,
    lines,
    totalFen,
    isPriced: price !== undefined,
    vouchers: vouchers
      .map((voucher) => ({
        id: voucher.id,
        title: voucher.title,
        paysFen: paysOf(voucher, totalFen),
      }))
      .filter(({ paysFen }) => paysFen > 0),
  }
}
