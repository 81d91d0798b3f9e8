import type { Bucket } from '../model.ts'
import type { Policy } from '../../../bookings/policies/model.ts'
import { openPeriods } from '../../../bookings/verdict/rules/hours.ts'
import { msOf, periodOf } from '../../../core/periods.ts'

type Instrument = Timetables & { id: string; sinceMs: number | null; untilMs: number | null }
type Outage = { instrumentId: string; startMs: number; endMs: number }
type OpenTime = { openMs: number; outageMs: number }

type OpenTimesInput = {
  instruments: readonly Instrument[]
  outages: readonly Outage[]
  clocks: (tables: Timetables) => OpenClock
}

/**
 * Open time of instruments: their hours without closed days and outages, from when each was in use until it was not.
 * Outages of one instrument never overlap (`occupancy_slot_taken`).
 */
export function openTimes({ instruments, outages, clocks }: OpenTimesInput) {
  const outagesOf = Map.groupBy(outages, ({ instrumentId }) => instrumentId)
  const ofInstrument = (instrument: Instrument, buckets: readonly Bucket[]): OpenTime => {
    const clock = clocks(instrument)
    const own = outagesOf.get(instrument.id) ?? []
    return buckets
      .filter(({ zone }) => zone === instrument.zone)
      .reduce((sum, bucket) => added(sum, openInside(instrument, { bucket, clock, own })), none)
  }
  const ofAll = (buckets: readonly Bucket[]): OpenTime =>
    instruments.reduce((sum, one) => added(sum, ofInstrument(one, buckets)), none)
  return { ofInstrument, ofAll }
}

const none: OpenTime = { openMs: 0, outageMs: 0 }

function openInside(
  { sinceMs, untilMs }: Instrument,
  { bucket, clock, own }: { bucket: Bucket; clock: OpenClock; own: readonly Outage[] },
): OpenTime {
  const from = Math.max(bucket.startMs, sinceMs ?? -Infinity)
  const to = Math.min(bucket.endMs, untilMs ?? Infinity)
  const outageMs = own.reduce(
    (sum, { startMs, endMs }) => sum + clock(Math.max(from, startMs), Math.min(to, endMs)),
    0,
  )
  return { openMs: clock(from, to) - outageMs, outageMs }
}

const added = (one: OpenTime, other: OpenTime): OpenTime => ({
  openMs: one.openMs + other.openMs,
  outageMs: one.outageMs + other.outageMs,
})

type Hours = Pick<Policy, 'hours' | 'closedDays'>

/** Opening hours of an instrument, version by version: each holds until the next begins, the first from the beginning. */
type Timetables = { zone: string; versions: readonly (Hours & { sinceMs: number })[] }

type Span = readonly [startMs: number, endMs: number]

/** How much of a span is open. */
type OpenClock = (startMs: number, endMs: number) => number

/**
 * Makes clocks of open time for one window. Instruments with the same rules share one, so that a thousand of them
 * cost as much as there are different rules.
 */
export function openClocks({
  startMs,
  endMs,
}: Pick<Bucket, 'startMs' | 'endMs'>): (tables: Timetables) => OpenClock {
  const clocks = new Map<string, OpenClock>()
  const clockOf = (zone: string, hours: Hours): OpenClock => {
    const key = JSON.stringify([zone, hours.hours ?? null, hours.closedDays ?? null])
    const known = clocks.get(key)
    if (known) return known
    const window = periodOf(startMs, endMs)
    const clock = clockOver(openPeriods({ policy: hours, zone }, window).map(msOf))
    clocks.set(key, clock)
    return clock
  }
  return ({ zone, versions }) => {
    const [first = { sinceMs: 0 }, ...later] = versions
    if (later.length === 0) return clockOf(zone, hoursOf(first))
    return (from, to) =>
      [first, ...later].reduce((sum, version, at) => {
        const begins = at === 0 ? from : Math.max(from, version.sinceMs)
        const ends = Math.min(to, later[at]?.sinceMs ?? to)
        return begins < ends ? sum + clockOf(zone, hoursOf(version))(begins, ends) : sum
      }, 0)
  }
}

const hoursOf = ({ hours, closedDays }: Hours): Hours => ({
  ...(hours && { hours }),
  ...(closedDays && { closedDays }),
})

/** Open time up to a moment: the spans before it and part of one, found by binary search. */
function clockOver(spans: readonly Span[]): OpenClock {
  const before: number[] = []
  let sum = 0
  for (const [start, end] of spans) {
    before.push(sum)
    sum += end - start
  }
  const until = (at: number): number => {
    const index = lastBefore(spans, at)
    const span = spans[index]
    return span ? (before[index] ?? 0) + Math.min(at, span[1]) - span[0] : 0
  }
  return (from, to) => (from < to ? until(to) - until(from) : 0)
}

/** The last span that begins before a moment; −1 for none. */
function lastBefore(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.[0] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low - 1
}
