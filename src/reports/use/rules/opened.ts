import type { Bucket } from '../model/period.ts'
import type { OpenClock, Timetables } from './open.ts'

type Instrument = Timetables & { id: string; sinceMs: number | null; untilMs: number | null }
type Outage = { instrumentId: string; startMs: number; endMs: number }
export type OpenTime = { openMs: number; outageMs: number }

type Given = {
  instruments: readonly Instrument[]
  outages: readonly Outage[]
  clocks: (tables: Timetables) => OpenClock
}

/**
 * Open time of instruments: their hours without closed days and outages, from when each was in use until it was not.
 * Outages of one instrument never overlap (`occupancy_slot_taken`).
 */
export function openTimes({ instruments, outages, clocks }: Given) {
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
