import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import type { Period } from '../model/booking.ts'
import { lookAtSituation } from '../queries/situation.ts'
import type { JudgedDate } from '../rules/dates.ts'
import { minutesIn, periodOf, widened } from '../rules/periods.ts'
import { givenWindow, nearestSlots } from '../rules/slots.ts'
import { bookingWords as words } from '../words/booking.ts'
import { objectionWords } from '../words/objections.ts'

/** A booking that may not be: all reasons, and with {@link withAlternatives} the nearest free slots. */
export const refusal = (objections: readonly Reason[]): Problem =>
  new Problem('conflict', joined(objections), { objections })

/** An objection of the rules or of anything else that refuses. */
type Reason = { code: string; detail: Text }

export const joined = (objections: readonly Reason[]): Text => ({
  zh: objections.map(({ detail }) => detail.zh).join(''),
  en: objections.map(({ detail }) => detail.en).join(' '),
})

/** One date is refused by its reasons; several say which date has which. */
export function refusalOfDates(dates: readonly JudgedDate[]): Problem {
  const [only] = dates
  if (dates.length === 1 && only) return refusal(only.objections)
  const objections = dates.flatMap((date) => date.objections)
  return new Problem('conflict', words.datesRefused(dates.length), {
    objections,
    dates: dates.map(({ period, objections: own }) => ({
      start: isoOf(period.start),
      end: isoOf(period.end),
      objections: own.map(({ code }) => code),
      detail: joined(own),
    })),
  })
}

/** Does what takes time of an instrument; what the database or the rules refuse is answered with other free times. */
export async function withAlternatives<T>(
  ctx: Context,
  asked: { instrumentId: string; period: Period; changing?: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const problem = brokenSlot(error) ?? error
    if (!(problem instanceof Problem) || !problem.facts.objections) throw problem
    const slots = await alternativesTo(ctx, asked)
    throw new Problem(problem.kind, problem.detail, {
      ...problem.facts,
      alternatives: slots.map(({ start, end }) => ({
        instrumentId: asked.instrumentId,
        start: isoOf(start),
        end: isoOf(end),
      })),
    })
  }
}

/** Free slots of the same length nearest to the asked one: three within a week, or else within a month. */
export async function alternativesTo(
  ctx: Context,
  { instrumentId, period, changing }: { instrumentId: string; period: Period; changing?: string },
): Promise<Period[]> {
  const now = ctx.now()
  const wished = later(period.start, now)
  for (const days of [7, 31]) {
    const around = widened(
      periodOf(wished.epochMilliseconds, wished.epochMilliseconds),
      days * 1440,
      days * 1440,
    )
    const window = periodOf(
      Math.max(around.start.epochMilliseconds, now.epochMilliseconds),
      around.end.epochMilliseconds,
    )
    // oxlint-disable-next-line no-await-in-loop -- the wider look only where the nearer finds nothing
    const slots = await freeNear(ctx, { instrumentId, period, changing, window, wished })
    if (slots.length > 0) return slots
  }
  return []
}

async function freeNear(
  ctx: Context,
  asked: {
    instrumentId: string
    period: Period
    changing: string | undefined
    window: Period
    wished: Temporal.Instant
  },
): Promise<Period[]> {
  const { instrumentId, period, changing, window, wished } = asked
  const now = ctx.now()
  const { actor } = ctx
  const situation = await lookAtSituation(ctx.db, {
    instrumentId,
    personId: actor.type === 'person' ? actor.personId : nobody,
    labId: null,
    now: isoOf(now),
    window,
    viewer: actor,
    changing: changing === undefined ? [] : [changing],
  })
  if (!situation) return []
  const { policy, zone } = situation
  const given = givenWindow(policy, now)
  // What was asked for may be shorter or longer than is given: offered is what is.
  const minutes = Math.min(
    Math.max(minutesIn(period), policy.minMinutes ?? 1),
    policy.maxMinutes ?? Number.POSITIVE_INFINITY,
  )
  const taken = situation.taken.map(([, , from, to]) => periodOf(from, to))
  const near = later(wished, given.start)
  return nearestSlots({ policy, zone, taken, now, minutes, window }, near, 3)
}

const nobody = '00000000-0000-0000-0000-000000000000'

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one

/** The exclusion has the last word: whoever came between, its refusal is the same as the rules'. */
function brokenSlot(error: unknown): Problem | undefined {
  return error instanceof Error &&
    'constraint' in error &&
    error.constraint === 'occupancy_slot_taken'
    ? refusal([{ code: 'slot_taken', detail: objectionWords.slotTaken }])
    : undefined
}
