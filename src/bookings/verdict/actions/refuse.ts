import type { Booker } from '../../bookings/actions/person.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { freeElsewhere } from './elsewhere.ts'
import { findFacts, type Verdict } from './judge.ts'
import type { Reason } from '../model/facts.ts'
import { slotsInstead } from '../rules/alternatives.ts'
import { isTaken } from '../rules/elsewhere.ts'
import type { AskedDate, JudgedDate } from '../rules/dates.ts'
import { objectionWords } from '../words.ts'
import type { Context } from '../../../core/context.ts'
import { type Period, periodOf, widened } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { isoOf, Temporal } from '../../../core/time.ts'

/** A booking that is refused, with all reasons; {@link withAlternatives} adds the nearest free slots. */
export const refusal = (objections: readonly Reason[]): Problem =>
  new Problem('conflict', joined(objections), { objections })

export const joined = (objections: readonly Reason[]): Text => ({
  zh: objections.map(({ detail }) => detail.zh).join(''),
  en: objections.map(({ detail }) => detail.en).join(' '),
})

/** Dates that were accepted, at least one, and those that are left out with their objections. */
type Accepted<D extends AskedDate> = {
  accepted: [JudgedDate<D>, ...JudgedDate<D>[]]
  skipped: JudgedDate<D>[]
}

/** Refuses unless every date may be; with `skip` one is enough, and the others are left out. */
export function acceptDates<D extends AskedDate>(
  { dates }: Verdict<D>,
  onConflict: 'refuse' | 'skip' = 'refuse',
): Accepted<D> {
  const [first, ...others] = dates.filter(({ objections }) => objections.length === 0)
  const skipped = dates.filter(({ objections }) => objections.length > 0)
  if (!first || (skipped.length > 0 && onConflict === 'refuse')) throw refusalOfDates(skipped)
  return { accepted: [first, ...others], skipped }
}

/** One date is refused with its reasons; of several each has its own. */
function refusalOfDates(dates: readonly JudgedDate[]): Problem {
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

/** Runs what takes an instrument's time; a refusal by the rules or the database is answered with other free times. */
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
    const isElsewhere = asked.isSingle && isTaken(problem.facts.objections)
    const elsewhere = isElsewhere ? await elsewhereInstead(ctx, asked) : []
    throw new Problem(problem.kind, problem.detail, {
      ...problem.facts,
      ...(elsewhere.length > 0 && { elsewhere }),
      alternatives: slots.map(({ start, end }) => ({
        instrumentId: asked.instrumentId,
        start: isoOf(start),
        end: isoOf(end),
      })),
    })
  }
}

export type FreeInstead = {
  instrumentId: string
  title: LocalText
  institution: LocalText
  start: string
  end: string
}

/** Other instruments that are free then, where it is or would be the viewer's own booking. */
export async function elsewhereInstead(
  ctx: Context,
  { instrumentId, period, of }: Refused,
): Promise<FreeInstead[]> {
  const { actor } = ctx
  if (!of || actor.type !== 'person' || personIn(of) !== actor.personId) return []
  const viewer = { person: actor, labId: of.labId }
  const free = await freeElsewhere(ctx, { instrumentId, period, of: viewer })
  return free.map(({ id, titleZh, titleEn, institutionZh, institutionEn }) => ({
    instrumentId: id,
    title: { zh: titleZh, en: titleEn },
    institution: { zh: institutionZh, en: institutionEn },
    start: isoOf(period.start),
    end: isoOf(period.end),
  }))
}

type Subject = Booker | { personId: string; labId: string | null }

export const personIn = (of: Subject): string => ('person' in of ? of.person.personId : of.personId)

/** A time that was refused, and whose booking it would have been: by default the viewer's own. */
export type Refused = {
  instrumentId: string
  period: Period
  changing?: string | undefined
  of?: Subject | undefined
  /** One time alone is booked or moved: another instrument that is free then would do. */
  isSingle?: boolean
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
  const { actor } = ctx
  const viewer = { personId: actor.type === 'person' ? actor.personId : nobody, labId: null }
  // No other time changes who somebody is: the audience stands in no slot's way.
  const somebody = { ...(of ?? viewer), audience: 'own_lab' } as const
  const known = await findFacts(ctx, {
    instrumentId,
    of: somebody,
    window,
    changing: changing === undefined ? [] : [changing],
  })
  return known ? slotsInstead(period, known.facts, window) : []
}

const nobody = '00000000-0000-0000-0000-000000000000'

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one

/** The exclusion constraint has the last word; its refusal reads like that of the rules. */
function brokenSlot(error: unknown): Problem | undefined {
  return error instanceof Error &&
    'constraint' in error &&
    error.constraint === 'occupancy_slot_taken'
    ? refusal([{ code: 'slot_taken', detail: objectionWords.slotTaken }])
    : undefined
}
