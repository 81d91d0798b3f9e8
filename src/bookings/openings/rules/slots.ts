import { Temporal } from '../../../core/time.ts'
import {
  type Period,
  clipped,
  minuteMs,
  periodOf,
  widened,
  without,
} from '../../../core/periods.ts'
import type { Policy } from '../../policies/model.ts'
import { clockMinutes, openPeriods } from '../../verdict/rules/hours.ts'

export type SlotQuestion = {
  policy: Policy
  zone: string
  /** What is taken, buffers included. */
  taken: readonly Period[]
  now: Temporal.Instant
  minutes: number
  window: Period
}

/**
 * How long a booking is that is offered to somebody who wishes for so many minutes: as long, or the next longer that
 * grid and limits give, or else the longest. Undefined where they give no length at all.
 */
export function bookableMinutes(policy: Policy, wished: number): number | undefined {
  const { granularityMinutes: step = 1, minMinutes = 0 } = policy
  const { maxMinutes = Number.POSITIVE_INFINITY } = policy
  const least = Math.ceil(Math.max(wished, minMinutes, 1) / step) * step
  const length = Math.min(least, Math.floor(maxMinutes / step) * step)
  return length >= Math.max(minMinutes, 1) ? length : undefined
}

/** Free times of at least so many minutes that the policy gives: hours, lead, horizon and buffers thought of. */
export function freePeriods({ policy, zone, taken, now, minutes, window }: SlotQuestion): Period[] {
  const bookable = clipped(window, bookableWindow(policy, { now, minutes }))
  if (!bookable) return []
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = policy
  // Another's time keeps ours away by our own buffers too: set up before it begins, clean up before it.
  const kept = taken.map((period) => widened(period, after, before))
  return without(openPeriods({ policy, zone }, bookable), kept).filter(
    ({ start, end }) => end.epochMilliseconds - start.epochMilliseconds >= minutes * minuteMs,
  )
}

/** Free slots one after the other, in order of start. */
export function slotsIn(question: SlotQuestion, limit: number): Period[] {
  const slots: Period[] = []
  for (const free of freePeriods(question)) {
    let slot = slotFrom(free.start.epochMilliseconds, free, question)
    while (slot && slots.length < limit) {
      slots.push(slot)
      slot = slotFrom(slot.end.epochMilliseconds, free, question)
    }
    if (slots.length >= limit) break
  }
  return slots
}

type Nearest = {
  limit: number
  /** Moments worth a try beside the nearest and the earliest of each free time. */
  turns: readonly number[]
  fits: (slot: Period) => boolean
}

/** Free slots that fit, one of each free time, nearest to a wished start, the nearest first. */
export function nearestSlots(
  question: SlotQuestion,
  wished: Temporal.Instant,
  { limit, turns, fits }: Nearest,
): Period[] {
  const lengthMs = question.minutes * minuteMs
  const wish = wished.epochMilliseconds
  const frees = freePeriods(question)
    .map((free) => {
      const latest = free.end.epochMilliseconds - lengthMs
      const near = Math.min(Math.max(wish, free.start.epochMilliseconds), latest)
      return { free, near, awayMs: Math.abs(near - wish) }
    })
    .toSorted((one, other) => one.awayMs - other.awayMs)
  let slots: Period[] = []
  for (const { free, near, awayMs } of frees) {
    const farthest = slots[limit - 1]
    // No slot of this free time, nor of those after it, is nearer than its nearest moment.
    if (farthest && awayMs >= Math.abs(farthest.start.epochMilliseconds - wish)) break
    const startMs = free.start.epochMilliseconds
    const nearest = [alignedDown(near, question), near, startMs, ...turns]
      .filter((at) => at >= startMs && at < free.end.epochMilliseconds)
      .flatMap((at) => slotFrom(at, free, question) ?? [])
      .toSorted(byDistance(wish))
      .find(fits)
    if (nearest) slots = [...slots, nearest].toSorted(byDistance(wish)).slice(0, limit)
  }
  return slots
}

/** Within what a booking of so many minutes may lie: it begins by lead and horizon, and may end after the horizon. */
export function bookableWindow(
  { leadMinutes = 0, horizonDays = 3660 }: Policy,
  { now, minutes }: { now: Temporal.Instant; minutes: number },
): Period {
  const nowMs = now.epochMilliseconds
  return periodOf(nowMs + leadMinutes * minuteMs, nowMs + (horizonDays * 1440 + minutes) * minuteMs)
}

const byDistance = (wish: number) => (one: Period, other: Period) =>
  Math.abs(one.start.epochMilliseconds - wish) - Math.abs(other.start.epochMilliseconds - wish)

/** The first slot at or after `from` that stands on the grid with both its ends, and fits. */
function slotFrom(fromMs: number, free: Period, question: SlotQuestion) {
  const lengthMs = question.minutes * minuteMs
  let at = fromMs
  while (at + lengthMs <= free.end.epochMilliseconds) {
    // Where the grid begins anew at midnight, or clocks change, a start on it may have its end beside it.
    const wait = untilGrid(at, question)
    if (wait === 0 && untilGrid(at + lengthMs, question) === 0) return periodOf(at, at + lengthMs)
    at += wait > 0 ? wait : minuteMs
  }
  return undefined
}

/** Milliseconds to the next point of the grid, which begins at each local midnight. */
function untilGrid(at: number, { policy, zone }: SlotQuestion): number {
  const { granularityMinutes: step = 1 } = policy
  // Minutes begin alike in every zone; asking the clock of one takes a while.
  if (step === 1) return at % minuteMs === 0 ? 0 : minuteMs - (at % minuteMs)
  const clock = clockMinutes(Temporal.Instant.fromEpochMilliseconds(at), zone)
  const beyond = clock % step
  if (beyond === 0) return 0
  const minutes = Math.min(step - beyond, 1440 - clock)
  const wait = Math.round(minutes * minuteMs)
  const then = clockMinutes(Temporal.Instant.fromEpochMilliseconds(at + wait), zone)
  // Clocks that change on the way bring the grid nearer, or farther: then it is looked for minute by minute.
  const isThere = Math.abs(((clock + minutes) % 1440) - then) < 0.001
  return isThere ? wait : minuteMs - (at % minuteMs)
}

function alignedDown(at: number, { policy, zone }: SlotQuestion): number {
  const { granularityMinutes: step = 1 } = policy
  if (step === 1) return at - (at % minuteMs)
  const beyond = clockMinutes(Temporal.Instant.fromEpochMilliseconds(at), zone) % step
  return Math.round(at - beyond * minuteMs)
}
