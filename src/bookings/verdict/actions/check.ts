import type { BookingCheck, BookingRow } from '../../bookings/model.ts'
import { signedIn } from '../../../core/permission.ts'
import { allowBehalf, bookerOf } from '../../bookings/actions/person.ts'
import { getBooking } from '../../bookings/actions/read.ts'
import { refuseTooLong } from '../../calendar/actions/occupancy.ts'
import { periodsAsked } from '../../series/actions.ts'
import { ownElsewhere } from './elsewhere.ts'
import { findFacts, judge } from './judge.ts'
import { alternativesTo, elsewhereInstead, type FreeInstead, personIn } from './refuse.ts'
import type { FormFacts } from '../model/form-facts.ts'
import type { OwnBooking } from '../queries.ts'
import type { JudgedDate } from '../rules/dates.ts'
import { isTaken } from '../rules/elsewhere.ts'
import { objectionWords } from '../words.ts'
import type { Context } from '../../../core/context.ts'
import { msOf, type Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { instrumentWords } from '../../../instruments/words.ts'

export type Checked = {
  dates: JudgedDate[]
  alternatives: Period[]
  /** Other instruments that are free when this one is taken. */
  elsewhere: FreeInstead[]
  /** What should be known, and stands in no way. */
  warnings: Text[]
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
  const objections = dates.flatMap((date) => date.objections)
  const period = { start: input.start, end: input.end }
  const asked = { instrumentId, period, of, changing: booking?.id }
  const isOne = others.length === 0 && isTaken(objections)
  const overlapping = await ownElsewhere(ctx, { ...asked, personId: personIn(of) })
  return {
    dates,
    alternatives: objections.length > 0 ? await alternativesTo(ctx, asked) : [],
    elsewhere: isOne ? await elsewhereInstead(ctx, asked) : [],
    warnings: overlapping.map(warningOf),
    needsApproval: dates.some(({ needsApproval }) => needsApproval),
  }
}

const warningOf = (row: OwnBooking): Text =>
  objectionWords.alsoYours(titleOfInstrument(row), whenText(row, row.zone))

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
  const { personId } = of.person
  const elsewhere = await ownElsewhere(ctx, { instrumentId, period, personId })
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
    elsewhere: elsewhere.map((row) => [...msOf(row), warningOf(row)]),
  }
}
