import {
  type Period,
  merged,
  minuteMs,
  minutesIn,
  minutesInside,
  periodOf,
} from '../../../core/periods.ts'
import type { Policy } from '../../../bookings/policies/model.ts'
import { peakPeriods } from '../../../bookings/verdict/rules/hours.ts'

export type BilledPolicy = Pick<Policy, 'billBy' | 'billRoundMinutes' | 'peak'>
export type BilledTimes = { reserved: Period; actual?: Period | undefined }
export type Billed = { minutes: number; peakMinutes: number; periods: Period[] }

/**
 * The time that is paid for, in whole minutes by the clock: a use counts from the minute in which it began to the one
 * in which it ended. What is rounded up to full steps is added at its end, so that every minute lies in the peak or
 * outside it; peak windows are the instrument's own clock's, also where that is put forward or back.
 */
export function billedTime(
  { reserved, actual }: BilledTimes,
  { policy, zone }: { policy: BilledPolicy; zone: string },
): Billed {
  const counted = chosen(reserved, actual, policy.billBy).map(wholeMinutes)
  const periods = roundedUp(counted, policy.billRoundMinutes ?? 1)
  const minutes = sum(periods)
  const peakMinutes = periods.reduce(
    (before, period) => before + minutesInside(period, peakPeriods({ policy, zone }, period)),
    0,
  )
  return { minutes, peakMinutes, periods }
}

/** `union` is all that was reserved or used; `max` is the longer of the two. */
function chosen(reserved: Period, actual: Period | undefined, billBy: Policy['billBy']): Period[] {
  if (!actual || billBy === undefined || billBy === 'reserved') return [reserved]
  if (billBy === 'actual') return [actual]
  if (billBy === 'union') return merged([wholeMinutes(reserved), wholeMinutes(actual)])
  return [minutesOf(actual) > minutesOf(reserved) ? actual : reserved]
}

const floored = (ms: number) => Math.floor(ms / minuteMs) * minuteMs
const wholeMinutes = ({ start, end }: Period): Period =>
  periodOf(floored(start.epochMilliseconds), floored(end.epochMilliseconds))
const minutesOf = (period: Period) => minutesIn(wholeMinutes(period))
const sum = (periods: readonly Period[]) =>
  periods.reduce((before, period) => before + minutesIn(period), 0)

function roundedUp(periods: readonly Period[], step: number): Period[] {
  const minutes = sum(periods)
  const missing = Math.ceil(minutes / step) * step - minutes
  return periods.map((period, at) =>
    at === periods.length - 1 && missing > 0
      ? periodOf(period.start.epochMilliseconds, period.end.epochMilliseconds + missing * minuteMs)
      : period,
  )
}
