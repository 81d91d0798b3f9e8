import autocannon from 'autocannon'
import { Temporal } from '../../../src/core/time.ts'
import type { BenchScene } from './scene.ts'

export const atOnce = 32
const turnMs = 4000
export const hourMs = 3_600_000

/** Midnight of some day, so many days from now. */
export const dayFromNow = (days: number) =>
  (Math.floor(Date.now() / (24 * hourMs)) + days) * 24 * hourMs
export const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
const iso = (ms: number) => instant(ms).toString()

/** A slot that nobody has: instruments in turn, hour by hour. */
export function slots(ids: readonly string[], fromMs: number) {
  let next = 0
  return () => {
    const number = next
    next += 1
    const startMs = fromMs + Math.floor(number / ids.length) * hourMs
    return { number, instrument: ids[number % ids.length] ?? '', startMs, endMs: startMs + hourMs }
  }
}

/** How often a second it is done, by 32 at once. */
export async function rateOf(work: (worker: number) => Promise<void>): Promise<number> {
  const started = performance.now()
  let done = 0
  const one = async (_: unknown, worker: number) => {
    while (performance.now() - started < turnMs) {
      // oxlint-disable-next-line no-await-in-loop -- each of the 32 waits for its own answer
      await work(worker)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return (done * 1000) / (performance.now() - started)
}

/** Bookings a second; every answer has to be a booking. */
export async function rateOfHttp(
  origin: string,
  { people }: BenchScene,
  slotOf: ReturnType<typeof slots>,
): Promise<number> {
  const {
    requests,
    errors,
    '2xx': booked,
  } = await autocannon({
    url: origin,
    connections: atOnce,
    duration: turnMs / 1000,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { number, instrument, startMs, endMs } = slotOf()
          return {
            ...request,
            path: `/api/v1/instruments/${instrument}/bookings`,
            headers: {
              authorization: `Bearer ${people[number % people.length]?.token}`,
              'content-type': 'application/json',
            },
            body: JSON.stringify({ start: iso(startMs), end: iso(endMs), purpose: '成像' }),
          }
        },
      },
    ],
  })
  if (errors > 0 || booked < requests.total)
    throw new Error(
      `${requests.total - booked} of ${requests.total} were refused, ${errors} failed.`,
    )
  return requests.average
}
