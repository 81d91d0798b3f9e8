import { Temporal } from '../../core/time.ts'
import type { Period } from '../model/booking.ts'
import type { Policy } from '../model/policy.ts'
import { clockMinutes, openPeriods } from './hours.ts'
import { clipped, minuteMs, periodOf, widened, without } from './periods.ts'

export type SlotQuestion = {
  policy: Policy
  zone: string
  /** What is taken, buffers included. */
  taken: readonly Period[]
  now: Temporal.Instant
  minutes: number
  window: Period
}

/** Free times of at least so many minutes that the policy gives: hours, lead, horizon and buffers thought of. */
export function freePeriods({ policy, zone, taken, now, minutes, window }: SlotQuestion): Period[] {
  const given = clipped(window, givenWindow(policy, now))
  if (!given) return []
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = policy
  // Another's time keeps ours away by our own buffers too: set up before it begins, clean up before it.
  const kept = taken.map((period) => widened(period, after, before))
  return without(openPeriods({ policy, zone }, given), kept).filter(
    ({ start, end }) => end.epochMilliseconds - start.epochMilliseconds >= minutes * minuteMs,
  )
}

/** Free slots one after the other, in order of start. */
export function slotsIn(question: SlotQuestion, limit: number): Period[] {
  const slots: Period[] = []
  for (const free of freePeriods(question)) {
    let slot = slotFrom(free.start, free, question)
    while (slot && slots.length < limit) {
      slots.push(slot)
      slot = slotFrom(slot.end, free, question)
    }
    if (slots.length >= limit) break
  }
  return slots
}

/** Free slots nearest to a wished start, the nearest first: what a refusal offers instead. */
export function nearestSlots(
  question: SlotQuestion,
  wished: Temporal.Instant,
  limit: number,
): Period[] {
  const lengthMs = question.minutes * minuteMs
  const wish = wished.epochMilliseconds
  return freePeriods(question)
    .flatMap((free) => {
      const latest = free.end.epochMilliseconds - lengthMs
      const near = Math.min(Math.max(wish, free.start.epochMilliseconds), latest)
      const candidates = [alignedDown(near, question), near, free.start.epochMilliseconds]
      const slots = candidates.flatMap((at) => {
        if (at < free.start.epochMilliseconds) return []
        return slotFrom(Temporal.Instant.fromEpochMilliseconds(at), free, question) ?? []
      })
      return slots.toSorted(byDistance(wish)).slice(0, 1)
    })
    .toSorted(byDistance(wish))
    .slice(0, limit)
}

/** When a booking may begin at all, by lead and horizon; from now on. */
export function givenWindow(
  { leadMinutes = 0, horizonDays }: Policy,
  now: Temporal.Instant,
): Period {
  const nowMs = now.epochMilliseconds
  return periodOf(nowMs + leadMinutes * minuteMs, nowMs + (horizonDays ?? 3660) * 1440 * minuteMs)
}

const byDistance = (wish: number) => (one: Period, other: Period) =>
  Math.abs(one.start.epochMilliseconds - wish) - Math.abs(other.start.epochMilliseconds - wish)

/** The first slot at or after `from` that stands on the grid and fits. */
function slotFrom(
  from: Temporal.Instant,
  free: Period,
  { policy, zone, minutes }: SlotQuestion,
): Period | undefined {
  const step = policy.granularityMinutes ?? 1
  const beyond = clockMinutes(from, zone) % step
  const start = Math.round(from.epochMilliseconds + (beyond === 0 ? 0 : step - beyond) * minuteMs)
  const end = start + minutes * minuteMs
  return end <= free.end.epochMilliseconds ? periodOf(start, end) : undefined
}

function alignedDown(at: number, { policy, zone }: SlotQuestion): number {
  const step = policy.granularityMinutes ?? 1
  const beyond = clockMinutes(Temporal.Instant.fromEpochMilliseconds(at), zone) % step
  return Math.round(at - beyond * minuteMs)
}
