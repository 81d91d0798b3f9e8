import { allowBehalf, type Booker } from '../../bookings/actions/person.ts'
import { bookingWords } from '../../bookings/words/booking.ts'
import type { Audience } from '../../policies/model.ts'
import type { BookingFacts } from '../model/facts.ts'
import { findSituation, lookAtSituation, type Situation } from '../queries.ts'
import { type AskedDate, judgeDates, type JudgedDate, type Rules } from '../rules/dates.ts'
import { bookingFacts } from '../rules/facts.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { type Period, periodOf } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { isoOf } from '../../../core/time.ts'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { instrumentWords } from '../../../instruments/words.ts'

/** Whose booking it is: somebody who books now, or the person and audience of a booking that exists. */
type Subject = Booker | { personId: string; labId: string | null; audience: Audience }

type Question = {
  instrumentId: string
  of: Subject
  project?: string | null | undefined
  /** In it all taken time is read. */
  window: Period
  /** Bookings that are being changed: they are not in their own way, nor counted in quotas. */
  changing?: readonly string[]
  /** Who asks, unless it is the actor: the instrument must be visible to them, and their own holds do not count. */
  viewer?: Actor
}

/** All that decides about bookings of one person at one instrument. `isStaff`: the actor decides about its bookings. */
export type CaseFacts = { situation: Situation; facts: BookingFacts; isStaff: boolean }

/**
 * Reads the facts in one statement; undefined where the viewer may not know of the instrument. With `trx`, which has
 * the instrument locked, they stay true until its commit, and expired holds and the viewer's own are deleted; without
 * it nothing is locked or changed.
 */
export async function findFacts(
  ctx: Context,
  { of, project, viewer = ctx.actor, ...question }: Question,
  trx?: Trx,
): Promise<CaseFacts | undefined> {
  if (!isId(question.instrumentId)) return undefined
  const now = ctx.now()
  const personId = 'person' in of ? of.person.personId : of.personId
  const asked = { ...question, viewer, personId, labId: of.labId, now: isoOf(now) }
  const situation = await (trx ? findSituation(trx, asked) : lookAtSituation(ctx.db, asked))
  if (!situation) return undefined
  const audience = 'person' in of ? audienceOf(of.person, situation) : of.audience
  const facts = bookingFacts(situation, { now, audience, hasProject: (project ?? '') !== '' })
  return { situation, facts, isStaff: isStaffOf(ctx.actor, situation) }
}

type Case<D extends AskedDate> = Omit<Question, 'window' | 'changing'> & {
  /** One date, or those of a series; each with the booking that would move there, if there is one. */
  dates: readonly [D, ...D[]]
  /** Which rules apply: those of booking by default. */
  rules?: Rules
  /** The reason for which staff sets soft rules aside; ignored for everybody else. */
  override?: string | null | undefined
  /** Dates that cannot move stay where they are. */
  skips?: boolean
  /** Read taken time in it, where the rules look beyond the dates. */
  window?: Period
}

export type Verdict<D extends AskedDate = AskedDate> = CaseFacts & {
  dates: JudgedDate<D>[]
}

/** Who decides about an instrument's bookings need not be of its audience: asked once it is known that they decide. */
export const whoDecides: Actor = { type: 'system', job: 'approval' }

/**
 * The one judgement of bookings: what stands against each date, and whether staff has to approve it. Not-found where the
 * viewer may not know of the instrument, forbidden where they may not book for this person. `trx` as in {@link findFacts}.
 */
export async function judge<D extends AskedDate>(
  ctx: Context,
  { dates, rules, override, skips = false, window, ...question }: Case<D>,
  trx?: Trx,
): Promise<Verdict<D>> {
  const known = await findFacts(
    ctx,
    {
      ...question,
      window: window ?? windowOf(dates),
      changing: dates.flatMap(({ booking }) => booking?.id ?? []),
    },
    trx,
  )
  if (!known) throw new Problem('not-found', instrumentWords.noInstrument)
  const { situation, facts, isStaff } = known
  if ('person' in question.of) allowBehalf(ctx, question.of, situation)
  const isOverridden = typeof override === 'string'
  if (isOverridden && !isStaff) throw new Problem('forbidden', bookingWords.overrideNotAllowed)
  return { ...known, dates: judgeDates(dates, facts, { rules, isOverridden, isStaff, skips }) }
}

/** From the first beginning to the last end. */
function windowOf(dates: readonly AskedDate[]): Period {
  const [first, ...others] = dates
  if (first && others.length === 0) return first.period
  return periodOf(
    Math.min(...dates.map(({ period }) => period.start.epochMilliseconds)),
    Math.max(...dates.map(({ period }) => period.end.epochMilliseconds)),
  )
}
