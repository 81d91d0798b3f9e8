import { type Period, minuteMs, minutesIn } from '../../../core/periods.ts'
import type { BookingFacts, ObjectionCode } from '../model/facts.ts'
import { calendarPeriods, peakPeriods } from './hours.ts'
import { objectionsToBooking } from './objections.ts'
import { bookableMinutes, nearestSlots } from '../../openings/rules/slots.ts'

/** What no other time mends: who somebody is, what the instrument is, how much is booked already whenever that is. */
const timeless: ReadonlySet<ObjectionCode> = new Set([
  'not_published',
  'out_of_use',
  'closed',
  'audience',
  'training_missing',
  'training_expired',
  'operation_missing',
  'operation_expired',
  'safety_missing',
  'safety_expired',
  'project_missing',
  'future_count',
  'future_minutes',
  'edit_deadline',
  'cancel_deadline',
])

const most = 3

/**
 * What is offered instead of a time that is refused: free slots inside the window nearest to it, about as long, to which
 * the rules have no objection that another time could mend. None where the time is not why it is refused.
 */
export function slotsInstead(asked: Period, facts: BookingFacts, window: Period): Period[] {
  const { policy, instrument, now } = facts
  const minutes = bookableMinutes(policy, minutesIn(asked))
  const fits = (slot: Period) =>
    objectionsToBooking(slot, facts).every(({ code }) => timeless.has(code))
  if (minutes === undefined || fits(asked)) return []
  const taken = facts.taken.map((one) => one.taken)
  const question = { policy, zone: instrument.zone, taken, now, minutes, window }
  return nearestSlots(question, asked.start, {
    limit: most,
    turns: turnsIn(window, facts, minutes * minuteMs),
    fits,
  })
}

/** Moments from which on the rules of quotas, gaps and peak hours may say something else. */
function turnsIn(window: Period, { policy, instrument, mine }: BookingFacts, lengthMs: number) {
  const { zone } = instrument
  const { gapMinutes } = policy
  const days = policy.quotas ? calendarPeriods('day', zone, window) : []
  const gapMs = (gapMinutes ?? 0) * minuteMs
  return [
    ...days.map(({ start }) => start.epochMilliseconds),
    ...peakPeriods({ policy, zone }, window).flatMap(({ start, end }) => [
      start.epochMilliseconds - lengthMs,
      end.epochMilliseconds,
    ]),
    ...(gapMinutes === undefined ? [] : mine).flatMap(({ start, end }) => [
      start.epochMilliseconds - gapMs - lengthMs,
      end.epochMilliseconds + gapMs,
    ]),
  ]
}
