import type { BookingCheck, BookingRow } from '../../bookings/model.ts'
import { signedIn } from '../../../core/permission.ts'
import { allowBehalf, bookerOf } from '../../bookings/actions/person.ts'
import { getBooking } from '../../bookings/actions/read.ts'
import { refuseTooLong } from '../../calendar/actions/occupancy.ts'
import { periodsAsked } from '../../series/actions.ts'
import { findFacts, judge } from './judge.ts'
import { alternativesTo } from './refuse.ts'
import type { FormFacts } from '../model/form-facts.ts'
import type { JudgedDate } from '../rules/dates.ts'
import type { Context } from '../../../core/context.ts'
import type { Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { instrumentWords } from '../../../instruments/words.ts'

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
  const booking = input.booking === undefined ? undefined : await getBooking(ctx, input.booking)
  const [first, ...others] = await periodsAsked(ctx, instrumentId, input)
  const dateOf = (period: Period) => ({ period, ...(booking && { booking }) })
  const of = booking ? await subjectOf(ctx, booking, input.lab) : await bookerOf(ctx, input)
  const { dates } = await judge(ctx, {
    instrumentId,
    of,
    project: input.project ?? booking?.project,
    dates: [dateOf(first), ...others.map(dateOf)],
    override: input.override,
  })
  const isRefused = dates.some(({ objections }) => objections.length > 0)
  const period = { start: input.start, end: input.end }
  const asked = { instrumentId, period, of, changing: booking?.id }
  return {
    dates,
    alternatives: isRefused ? await alternativesTo(ctx, asked) : [],
    needsApproval: dates.some(({ needsApproval }) => needsApproval),
  }
}

/** Whose booking a change would leave it: its lab stays unless another one pays. */
async function subjectOf(ctx: Context, booking: BookingRow, lab?: string | null) {
  const { personId, labId, audience } = booking
  if (lab && lab !== labId) await bookerOf(ctx, { onBehalfOf: personId, lab })
  return { personId, labId: lab === undefined ? labId : lab, audience }
}

type FactsAsked = {
  period: Period
  lab?: string | undefined
  onBehalfOf?: string | undefined
  /** The booking that is changed. */
  booking?: string | undefined
}

/**
 * All that the rules ask about bookings of one person in a period: with it a form shows objections while one types,
 * without asking again. The server judges anew when it is sent.
 */
export async function formFacts(
  ctx: Context,
  instrumentId: string,
  { period, booking, ...asked }: FactsAsked,
): Promise<FormFacts> {
  signedIn(ctx)
  refuseTooLong(period)
  const of = await bookerOf(ctx, asked)
  const changing = booking === undefined ? [] : [booking]
  const known = await findFacts(ctx, { instrumentId, of, window: period, changing })
  if (!known) throw new Problem('not-found', instrumentWords.noInstrument)
  const { situation, facts } = known
  allowBehalf(ctx, of, situation)
  return {
    now: isoOf(facts.now),
    from: isoOf(period.start),
    to: isoOf(period.end),
    audience: facts.audience,
    visibility: situation.visibility,
    access: situation.access,
    status: situation.status,
    decommissionDate: situation.decommissionDate,
    zone: situation.zone,
    policy: situation.policy,
    policyVersion: situation.policyVersion,
    taken: situation.taken,
    mine: situation.mine,
    ofLab: situation.ofLab,
    qualifications: situation.qualifications,
  }
}
