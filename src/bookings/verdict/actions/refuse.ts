import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { type Period, periodOf, widened } from '../../../core/periods.ts'
import { lookAtSituation } from '../queries.ts'
import type { JudgedDate } from '../rules/dates.ts'
import { slotsInstead } from '../rules/alternatives.ts'
import { bookingFacts } from '../rules/facts.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { objectionWords } from '../words.ts'

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
  asked: Refused,
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

/** A time that may not be, and whose booking it would have been: unset, the viewer's own. */
export type Refused = {
  instrumentId: string
  period: Period
  changing?: string | undefined
  of?: { personId: string; labId: string | null } | undefined
}

/** Free slots of about the same length nearest to the asked one: three within a week, or else within a month. */
export async function alternativesTo(ctx: Context, refused: Refused): Promise<Period[]> {
  const now = ctx.now()
  const wished = later(refused.period.start, now).epochMilliseconds
  for (const days of [7, 31]) {
    const { start, end } = widened(periodOf(wished, wished), days * 1440, days * 1440)
    const window = { start: later(start, now), end }
    // oxlint-disable-next-line no-await-in-loop -- the wider look only where the nearer finds nothing
    const slots = await freeNear(ctx, refused, window)
    if (slots.length > 0) return slots
  }
  return []
}

async function freeNear(ctx: Context, refused: Refused, window: Period): Promise<Period[]> {
  const { instrumentId, period, changing, of } = refused
  const now = ctx.now()
  const { actor } = ctx
  const own = { personId: actor.type === 'person' ? actor.personId : nobody, labId: null }
  const situation = await lookAtSituation(ctx.db, {
    instrumentId,
    ...(of ?? own),
    now: isoOf(now),
    window,
    viewer: actor,
    changing: changing === undefined ? [] : [changing],
  })
  // Who somebody is and what for are no matter of time: whatever is said of them here stands in no slot's way.
  return situation
    ? slotsInstead(
        period,
        bookingFacts(situation, { now, audience: 'own_lab', hasProject: true }),
        window,
      )
    : []
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
