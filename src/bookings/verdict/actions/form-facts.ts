import { signedIn } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { FormFacts } from '../model/form-facts.ts'
import type { Period } from '../../../core/periods.ts'
import { lookAtSituation } from '../queries.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import { allowBehalf, bookerOf } from '../../bookings/actions/person.ts'
import { refuseTooLong } from '../../calendar/actions/window.ts'

type Asked = {
  period: Period
  lab?: string | undefined
  onBehalfOf?: string | undefined
  /** The booking that is changed. */
  booking?: string | undefined
}

/**
 * All that the rules ask about bookings of one person inside a period: with it a form says why not while one types,
 * without asking again. What is true when it is sent, the server finds out then.
 */
export async function formFacts(
  ctx: Context,
  instrumentId: string,
  { period, booking, ...asked }: Asked,
): Promise<FormFacts> {
  signedIn(ctx)
  refuseTooLong(period)
  const booker = await bookerOf(ctx, asked)
  const situation = await lookAtSituation(ctx.db, {
    instrumentId,
    personId: booker.person.personId,
    labId: booker.labId,
    now: isoOf(ctx.now()),
    window: period,
    viewer: ctx.actor,
    changing: booking === undefined ? [] : [booking],
  })
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  allowBehalf(ctx, booker, situation)
  const { policy } = situation
  return {
    now: isoOf(ctx.now()),
    from: isoOf(period.start),
    to: isoOf(period.end),
    audience: audienceOf(booker.person, situation),
    visibility: situation.visibility,
    access: situation.access,
    status: situation.status,
    decommissionDate: situation.decommissionDate,
    zone: situation.zone,
    policy,
    policyVersion: situation.policyVersion,
    taken: situation.taken,
    mine: situation.mine,
    ofLab: situation.ofLab,
    qualifications: situation.qualifications,
  }
}
