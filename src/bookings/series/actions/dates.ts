import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import type { Period } from '../../../core/periods.ts'
import { datesOf, mostDates, objectionToRule } from '../rules/recurrence.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { getInstrument } from '../../../instruments/actions.ts'

/** The dates of a rule of recurrence in the instrument's zone; refused when it is none, has none, or has no end. */
export async function datesOfRule(
  ctx: Context,
  { instrumentId, rule, period }: { instrumentId: string; rule: string; period: Period },
): Promise<readonly [Period, ...Period[]]> {
  const wrong = objectionToRule(rule)
  if (wrong) throw badRule(wrong)
  const { zone } = await getInstrument(ctx, instrumentId)
  const { dates, isCut } = datesOf({ rule, period, zone })
  const [first, ...others] = dates
  if (!first) throw badRule(words.noDates)
  if (isCut) throw badRule(words.tooManyDates(mostDates))
  return [first, ...others]
}

const badRule = (message: Text) =>
  new Problem('invalid', message, { issues: [{ path: 'recurrence', message }] })
