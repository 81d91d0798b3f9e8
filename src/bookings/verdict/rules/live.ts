import type { Lang } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { type Period, periodOf } from '../../../core/periods.ts'
import type { BookingFacts } from '../model/facts.ts'
import type { FormFacts } from '../model/form-facts.ts'
import { slotsInstead } from './alternatives.ts'
import { isTaken } from './elsewhere.ts'
import { bookingFacts } from './facts.ts'
import { hardOnly, needsApproval, objectionsToBooking } from './objections.ts'

/** Moments as the API takes them. */
type Slot = { start: string; end: string }
/** Facts as they were fetched, and when by the browser's own clock. */
export type Fetched = { of: FormFacts; lab: string; atMs: number }

const dayMs = 86_400_000
const freshMs = 60_000

/** Days around a time for which facts are asked at once. */
export const factsWindow = ({ start, end }: Slot) => ({
  from: new Date(Date.parse(start) - 4 * dayMs).toISOString(),
  to: new Date(Date.parse(end) + 10 * dayMs).toISOString(),
})

/** Whether what was fetched still does for a time: of the same lab, a minute old at most, with days to spare. */
export const covers = (
  { of, lab, atMs }: Fetched,
  asked: Slot & { lab: string; nowMs: number },
): boolean =>
  lab === asked.lab &&
  asked.nowMs - atMs < freshMs &&
  Date.parse(of.from) <= Date.parse(asked.start) - 2 * dayMs &&
  Date.parse(of.to) >= Date.parse(asked.end) + 6 * dayMs

type Typed = { hasProject: boolean; isOverride: boolean; before?: Slot | undefined }

/** What the rules say of a time, in a language: why not and what is free near it, or that it may be. */
export function liveVerdict(
  slot: Slot,
  { of, atMs }: Fetched,
  { nowMs, lang, before, ...typed }: Typed & { nowMs: number; lang: Lang },
) {
  const period = periodIn(slot)
  const facts = bookingFacts(of, {
    now: Temporal.Instant.from(of.now).add({ milliseconds: nowMs - atMs }),
    audience: of.audience,
    hasProject: typed.hasProject,
    ...(before && { before: periodIn(before) }),
  })
  const all = objectionsToBooking(period, facts)
  const objections = typed.isOverride ? hardOnly(all) : all
  const { start, end } = period
  return {
    needsApproval: needsApproval(period, facts),
    isTaken: isTaken(objections),
    warnings: of.elsewhere
      .filter(([from, to]) => from < end.epochMilliseconds && to > start.epochMilliseconds)
      .map(([, , sentence]) => sentence[lang]),
    objections: objections.map(({ detail }) => ({ detail: detail[lang] })),
    alternatives: objections.length === 0 ? [] : near(period, facts),
  }
}

function near(period: Period, facts: BookingFacts): Slot[] {
  const startMs = period.start.epochMilliseconds
  const fromMs = Math.max(facts.now.epochMilliseconds, startMs - 2 * dayMs)
  return slotsInstead(period, facts, periodOf(fromMs, startMs + 6 * dayMs)).map(
    ({ start, end }) => ({ start: start.toString(), end: end.toString() }),
  )
}

const periodIn = ({ start, end }: Slot) => periodOf(Date.parse(start), Date.parse(end))
