import { type Period, minutesByCalendar, minutesInside } from '../../../core/periods.ts'
import type { BookingFacts, Objection } from '../model/facts.ts'
import type { Quota } from '../../policies/model.ts'
import { objectionWords as words } from '../words.ts'
import { calendarPeriods, peakPeriods } from './hours.ts'

/** Limits on how much one person or lab takes. What was missed counts as if it had been used. */
export function objectionsOfQuotas(period: Period, facts: BookingFacts): Objection[] {
  const { policy, mine, now, instrument } = facts
  const objections: Objection[] = []
  const toCome = mine.filter(({ start }) => start.epochMilliseconds > now.epochMilliseconds)
  if (policy.maxFutureCount !== undefined && toCome.length + 1 > policy.maxFutureCount)
    objections.push({ code: 'future_count', detail: words.futureCount(policy.maxFutureCount) })
  const { maxFutureMinutes } = policy
  if (maxFutureMinutes !== undefined) {
    const lengthOf = (one: Period) => minutesByCalendar(one, instrument.zone)
    const minutes = toCome.reduce((sum, own) => sum + lengthOf(own), lengthOf(period))
    if (minutes > maxFutureMinutes)
      objections.push({ code: 'future_minutes', detail: words.futureMinutes(maxFutureMinutes) })
  }
  for (const quota of policy.quotas ?? []) {
    const used = mostUsedBeyond(quota, period, facts)
    if (used !== undefined)
      objections.push({ code: 'quota', detail: words.quota({ ...quota, used }) })
  }
  return objections
}

/** What is used already of the fullest calendar period in which the booking would go beyond the quota. */
function mostUsedBeyond(quota: Quota, period: Period, facts: BookingFacts): number | undefined {
  const { instrument, mine, ofLab } = facts
  const counted = quota.of === 'lab' ? ofLab : mine
  const beyond = calendarPeriods(quota.per, instrument.zone, period).flatMap((span) => {
    const measure = measureIn(quota, span, facts)
    const added = measure(period)
    if (added === 0) return []
    const used = counted.reduce((sum, own) => sum + measure(own), 0)
    return used + added > quota.max ? [used] : []
  })
  return beyond.length === 0 ? undefined : Math.max(...beyond)
}

/** Minutes of a booking inside the span, or whether it touches it; in the peak windows only where the quota says so. */
function measureIn(
  { measure, peakOnly }: Quota,
  span: Period,
  { policy, instrument }: BookingFacts,
) {
  const { zone } = instrument
  const lengthOf = (part: Period) => minutesByCalendar(part, zone)
  const within = peakOnly ? peakPeriods({ policy, zone }, span) : [span]
  return measure === 'minutes'
    ? (period: Period): number => minutesInside(period, within, lengthOf)
    : (period: Period): number => (minutesInside(period, within) > 0 ? 1 : 0)
}
