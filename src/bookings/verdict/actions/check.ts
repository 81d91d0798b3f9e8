import { signedIn } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { BookingCheck } from '../../bookings/model/booking.ts'
import type { Period } from '../../../core/periods.ts'
import type { BookingFacts } from '../model/facts.ts'
import { lookAtSituation } from '../queries.ts'
import { judgedDates, type JudgedDate } from '../rules/dates.ts'
import { bookingFacts } from '../rules/facts.ts'
import { needsApproval } from '../rules/objections.ts'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { datesOfRule } from '../../series/actions/dates.ts'
import { allowBehalf, bookerOf } from '../../bookings/actions/person.ts'
import { windowOf } from '../../bookings/actions/place.ts'
import { type BookingRow, getBooking } from '../../bookings/actions/read.ts'
import { alternativesTo, type Refused } from './refuse.ts'

export type Checked = {
  dates: JudgedDate[]
  alternatives: Period[]
  needsApproval: boolean
}

/** What booking would answer, without booking: every date with its objections, and the nearest free slots. */
export async function checkBooking(
  ctx: Context,
  instrumentId: string,
  input: BookingCheck,
): Promise<Checked> {
  signedIn(ctx)
  const changed = input.booking === undefined ? undefined : await getBooking(ctx, input.booking)
  const period = { start: input.start, end: input.end }
  const periods = input.recurrence
    ? await datesOfRule(ctx, { instrumentId, rule: input.recurrence, period })
    : ([period] as const)
  const { facts, isStaff, of } = await factsFor(ctx, { instrumentId, input, changed, periods })
  const dates = judgedDates(periods, facts, { override: isStaff && input.override !== undefined })
  const isRefused = dates.some(({ objections }) => objections.length > 0)
  const asked = { instrumentId, period, of, changing: changed?.id }
  return {
    dates,
    alternatives: isRefused ? await alternativesTo(ctx, asked) : [],
    needsApproval: !isStaff && periods.some((one) => needsApproval(one, facts)),
  }
}

type Asked = {
  instrumentId: string
  input: BookingCheck
  changed: BookingRow | undefined
  periods: readonly [Period, ...Period[]]
}

async function factsFor(
  ctx: Context,
  { instrumentId, input, changed, periods }: Asked,
): Promise<{ facts: BookingFacts; isStaff: boolean; of: NonNullable<Refused['of']> }> {
  const onBehalfOf = changed ? changed.personId : input.onBehalfOf
  const booker = await bookerOf(ctx, { lab: input.lab, onBehalfOf })
  const of = { personId: booker.person.personId, labId: booker.labId }
  const situation = await lookAtSituation(ctx.db, {
    instrumentId,
    ...of,
    now: isoOf(ctx.now()),
    window: windowOf(periods),
    viewer: ctx.actor,
    changing: changed && [changed.id],
  })
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  if (!changed) allowBehalf(ctx, booker, situation)
  const facts = bookingFacts(situation, {
    now: ctx.now(),
    audience: audienceOf(booker.person, situation),
    hasProject: (input.project ?? changed?.project ?? '') !== '',
    ...(changed && {
      before: { start: changed.start, end: changed.end },
      isInUse: changed.state === 'in_use',
    }),
  })
  return { facts, isStaff: isStaffOf(ctx.actor, situation), of }
}
