import type { UseFigures, UseSums } from '../model/use.ts'

/** One group with all that is known of it; open time and quota where the group has instruments of its own. */
export type Group = {
  sums: UseSums
  openMs: number | null
  outageMs: number | null
  quotaHours: number | null
  /** Null for who may not know. */
  incomeFen: number | null
}

export const noUse: UseSums = {
  reservedMs: 0,
  usedMs: 0,
  effectiveMs: 0,
  externalMs: 0,
  ownMs: 0,
  bookings: 0,
  finished: 0,
  missed: 0,
  late: 0,
  cancelled: 0,
  samples: 0,
}

export const emptyGroup = (known: Partial<Group> = {}): Group => ({
  sums: noUse,
  openMs: null,
  outageMs: null,
  quotaHours: null,
  incomeFen: null,
  ...known,
})

export const groupSum = (groups: readonly Group[], empty: Group): Group =>
  groups.reduce(
    (sum, group) => ({
      sums: useSum(sum.sums, group.sums),
      openMs: plus(sum.openMs, group.openMs),
      outageMs: plus(sum.outageMs, group.outageMs),
      quotaHours: plus(sum.quotaHours, group.quotaHours),
      incomeFen: plus(sum.incomeFen, group.incomeFen),
    }),
    empty,
  )

export const useSum = (one: UseSums, other: UseSums): UseSums => ({
  reservedMs: one.reservedMs + other.reservedMs,
  usedMs: one.usedMs + other.usedMs,
  effectiveMs: one.effectiveMs + other.effectiveMs,
  externalMs: one.externalMs + other.externalMs,
  ownMs: one.ownMs + other.ownMs,
  bookings: one.bookings + other.bookings,
  finished: one.finished + other.finished,
  missed: one.missed + other.missed,
  late: one.late + other.late,
  cancelled: one.cancelled + other.cancelled,
  samples: one.samples + other.samples,
})

const plus = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : one + other

/** What a group shows: hours with two decimals, rates with four. */
export function figuresOf({ sums, openMs, outageMs, quotaHours, incomeFen }: Group): UseFigures {
  return {
    openHours: openMs === null ? null : hoursOf(openMs),
    outageHours: outageMs === null ? null : hoursOf(outageMs),
    reservedHours: hoursOf(sums.reservedMs),
    usedHours: hoursOf(sums.usedMs),
    effectiveHours: hoursOf(sums.effectiveMs),
    externalHours: hoursOf(sums.externalMs),
    ownHours: hoursOf(sums.ownMs),
    sharedHours: hoursOf(sums.usedMs - sums.ownMs),
    utilisation: openMs === null ? null : rateOf(sums.usedMs, openMs),
    sharedRate: rateOf(sums.externalMs, sums.usedMs),
    quotaHours: quotaHours === null ? null : rounded(quotaHours, 2),
    quotaRate: quotaHours === null ? null : rateOf(sums.effectiveMs / hourMs, quotaHours),
    bookings: sums.bookings,
    missed: sums.missed,
    lateCancelled: sums.late,
    cancelled: sums.cancelled,
    samples: sums.samples,
    incomeFen,
  }
}

export const hourMs = 3_600_000

export const hoursOf = (ms: number): number => rounded(ms / hourMs, 2)

const rateOf = (part: number, whole: number) => (whole > 0 ? rounded(part / whole, 4) : null)

export const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals
