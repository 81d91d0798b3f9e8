import type { Policy, Quota, WeeklyHours } from '../model.ts'

const day = 1440
const week = 7 * day

/** `start`: minutes since the midnight with which a Monday begins. */
export type WeekSlot = { start: number; minutes: number }
export type SlotRule = (slot: WeekSlot) => boolean

/** For every start in a week that is on the grid, the shortest booking that ends on it; at most 10,080. */
export function slotsOfWeek({ granularityMinutes: step = 1, minMinutes = 0 }: Policy): WeekSlot[] {
  const slots: WeekSlot[] = []
  for (let start = 0; start < week; start = onGrid(start + 1, step))
    slots.push({ start, minutes: onGrid(start + Math.max(minMinutes, 1), step) - start })
  return slots
}

/** The first point of the grid at or after a moment; the grid begins anew at each midnight. */
function onGrid(at: number, step: number): number {
  const clock = at % day
  return at - clock + Math.min(Math.ceil(clock / step) * step, day)
}

export const lastsAtMost =
  (most: number): SlotRule =>
  ({ minutes }) =>
    minutes <= most

export function isInside(hours: readonly WeeklyHours[]): SlotRule {
  const open = minutesWithin(hours)
  return ({ start, minutes }) => open(start, start + minutes) === minutes
}

export function hasAtMost(most: number, windows: readonly WeeklyHours[]): SlotRule {
  const counted = minutesWithin(windows)
  return ({ start, minutes }) => counted(start, start + minutes) <= most
}

/**
 * After how many minutes a quota counts anew. A booking that fits a month’s or a year’s only because it goes over the
 * end of one is not thought of: those count it whole.
 */
const periodMinutes = {
  day,
  week,
  month: Number.POSITIVE_INFINITY,
  year: Number.POSITIVE_INFINITY,
} as const

/** Whether a booking fits a quota of which nothing is used. */
export function fitsQuota(
  { measure, max, per, peakOnly }: Quota,
  peak: readonly WeeklyHours[],
): SlotRule {
  const counted = peakOnly ? minutesWithin(peak) : allMinutes
  const most = measure === 'minutes' || max === 0 ? max : Number.POSITIVE_INFINITY
  const length = periodMinutes[per]
  return ({ start, minutes }) => {
    // After a whole week of whole periods everything comes again.
    const end = start + Math.min(minutes, length + week)
    for (let from = start, to = 0; from < end; from = to) {
      to = Math.min((Math.floor(from / length) + 1) * length, end)
      if (counted(from, to) > most) return false
    }
    return true
  }
}

/** The longest time without a break in a week of these hours; without end where it is never closed. */
export function longestOpen(hours: readonly WeeklyHours[]): number {
  const open = minutesWithin(hours)
  let [longest, run] = [0, 0]
  // Twice round the week: hours may go on from Sunday to Monday.
  for (let at = 0; at < 2 * week; at += 1) {
    run = open(at, at + 1) === 1 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest >= week ? Number.POSITIVE_INFINITY : longest
}

/** How many of the minutes between two moments count. */
type MinutesBetween = (from: number, to: number) => number

const allMinutes: MinutesBetween = (from, to) => to - from

function minutesWithin(spans: readonly WeeklyHours[]): MinutesBetween {
  const counts = new Uint8Array(week)
  for (const { days, from, to } of spans)
    for (const weekday of days) {
      const midnight = (weekday - 1) * day
      counts.fill(1, midnight + minutesOf(from), midnight + minutesOf(to))
    }
  const sums = new Uint16Array(week)
  let inWeek = 0
  for (const [at, counted] of counts.entries()) {
    sums[at] = inWeek
    inWeek += counted
  }
  const before = (at: number) => Math.floor(at / week) * inWeek + (sums[at % week] ?? 0)
  return (from, to) => before(to) - before(from)
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
