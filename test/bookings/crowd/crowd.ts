import { z } from 'zod'

/** One request as one of the crowd: answers its status and what it said. */
export type Send = (
  token: string,
  request: { method: string; path: string; body?: unknown },
) => Promise<{ status: number; body: unknown }>

export type CrowdPlan = {
  attempts: number
  atOnce: number
  tokens: readonly string[]
  steward: string
  instruments: readonly string[]
  /** Bookings fall on so many days from here, on a grid of half hours. */
  from: number
  days: number
  seed: number
}

export type Tally = { statuses: Record<number, number>; worstMs: number }

const Made = z.looseObject({ id: z.string() })

/**
 * A crowd that books, moves, cancels, approves and shuts instruments down, all at once, over the same few days: about
 * two thirds are bookings, most of which must be refused. Same seed, same wishes.
 */
export async function letCrowdIn(send: Send, plan: CrowdPlan): Promise<Tally> {
  const random = randomOf(plan.seed)
  const tally: Tally = { statuses: {}, worstMs: 0 }
  const made: Known = { bookings: [], outages: [] }
  let left = plan.attempts
  const visitor = async () => {
    while (left > 0) {
      left -= 1
      const wish = wishOf(plan, made, random)
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one visitor waits for each answer
      const { status, body } = await send(wish.token, wish)
      tally.worstMs = Math.max(tally.worstMs, performance.now() - started)
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1
      const { success, data } = Made.safeParse(body)
      if (status === 201 && success && wish.makes)
        made[wish.makes].push({ id: data.id, token: wish.token, instrument: wish.instrument })
    }
  }
  await Promise.all(Array.from({ length: plan.atOnce }, visitor))
  return tally
}

type Thing = { id: string; token: string; instrument: string }
type Known = { bookings: Thing[]; outages: Thing[] }
type Wish = {
  token: string
  method: string
  path: string
  body: unknown
  instrument: string
  makes?: keyof Known
}
type Random = (below: number) => number

type Chance = {
  instrument: string
  token: string
  steward: string
  time: object
  booking: Thing | undefined
  outage: Thing | undefined
}

/** Of a hundred wishes so many are of each kind; one about a thing that is not there yet is a booking instead. */
const wishes: readonly (readonly [share: number, make: (chance: Chance) => Wish | undefined])[] = [
  [14, ({ booking, time }) => booking && { ...about(booking), method: 'PATCH', body: time }],
  [
    12,
    ({ booking }) => booking && { ...about(booking, '/cancellation'), method: 'POST', body: {} },
  ],
  [
    8,
    ({ booking, steward }) =>
      booking && { ...about(booking, '/approval'), token: steward, method: 'POST', body: {} },
  ],
  [1, (chance) => shutting(chance, 'refuse')],
  [1, (chance) => shutting(chance, 'displace')],
  [
    2,
    ({ outage, steward }) =>
      outage && {
        token: steward,
        instrument: outage.instrument,
        method: 'POST',
        path: `/api/v1/instruments/${outage.instrument}/outages/${outage.id}/cancellation`,
        body: {},
      },
  ],
  [
    4,
    ({ token, instrument, time }) => ({
      token,
      instrument,
      method: 'POST',
      path: `/api/v1/instruments/${instrument}/holds`,
      body: time,
    }),
  ],
]

function wishOf(plan: CrowdPlan, { bookings, outages }: Known, random: Random): Wish {
  const chance = {
    instrument: plan.instruments[random(plan.instruments.length)] ?? '',
    token: plan.tokens[random(plan.tokens.length)] ?? '',
    steward: plan.steward,
    time: timeOf(plan, random),
    booking: bookings[random(bookings.length)],
    outage: outages[random(outages.length)],
  }
  let dice = random(100)
  const make = wishes.find(([share]) => (dice -= share) < 0)?.[1]
  return make?.(chance) ?? booking(chance)
}

const booking = ({ token, instrument, time }: Chance): Wish => ({
  token,
  instrument,
  method: 'POST',
  path: `/api/v1/instruments/${instrument}/bookings`,
  body: { ...time, purpose: '并发检验' },
  makes: 'bookings',
})

const shutting = ({ steward, instrument, time }: Chance, onBookings: string): Wish => ({
  token: steward,
  instrument,
  method: 'POST',
  path: `/api/v1/instruments/${instrument}/outages`,
  body: { ...time, kind: 'maintenance', reason: '检修', onBookings },
  makes: 'outages',
})

const about = ({ token, instrument, id }: Thing, command = '') => ({
  token,
  instrument,
  path: `/api/v1/bookings/${id}${command}`,
})
const halfHour = 1_800_000

function timeOf({ from, days }: CrowdPlan, random: Random) {
  const start = from + random(days * 48) * halfHour
  const end = start + (1 + random(5)) * halfHour
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
}

/** Small and repeatable (a linear congruence over 32 bits). */
function randomOf(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return below === 0 ? 0 : Math.floor((state / 2 ** 32) * below)
  }
}
