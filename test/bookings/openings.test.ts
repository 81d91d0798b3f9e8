import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { FormFacts } from '../../src/bookings/verdict/model/form-facts.ts'
import type { Policy } from '../../src/bookings/policies/model.ts'
import { bookableMinutes, freePeriods, slotsIn } from '../../src/bookings/openings/rules/slots.ts'
import { bookingFacts } from '../../src/bookings/verdict/rules/facts.ts'
import { objectionsToBooking } from '../../src/bookings/verdict/rules/objections.ts'
import { periodOf } from '../../src/core/periods.ts'
import { isoOf, Temporal } from '../../src/core/time.ts'
import { timePolicy } from './policies.ts'
import { bookingScene, monday } from './scene.ts'

const Slots = z.object({
  items: z.array(z.object({ instrumentId: z.string(), start: z.string(), end: z.string() })),
})

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.setPolicy({})
})

async function slotsAt(path: string, asked: Record<string, string>) {
  const answer = await s.as().get(`/api/v1${path}?${new URLSearchParams(asked)}`)
  expect(answer.status).toBe(200)
  return Slots.parse(await answer.json()).items
}

const window = { from: '2026-03-03T00:00:00+08:00', to: '2026-03-07T00:00:00+08:00' }

test('where nothing is limited, the next whole minute is free, at whatever second one asks', () => {
  const now = Temporal.Instant.from('2026-03-02T08:00:58.414Z')
  const soon = { start: now, end: now.add({ hours: 48 }) }
  const slots = slotsIn(
    { policy: {}, zone: 'Asia/Shanghai', taken: [], now, minutes: 60, window: soon },
    1,
  )
  expect(slots.map(({ start }) => isoOf(start))).toEqual(['2026-03-02T08:01:00Z'])
})

describe('any instrument that fits', () => {
  test('is found by what it is, where it is, whose it is and in words; who is free first comes first', async () => {
    const workday = { hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }] }
    const add = async (zh: string, more: object) => {
      const title = { zh }
      const id = await s.add('instrument', {
        institution: s.own,
        title,
        instrCategory: '010100',
        function: '形貌观察',
        ...more,
      })
      await s.setPolicy(workday, id)
      return id
    }
    const lanzhou = await add('扫描电镜甲', { city: '6201' })
    const zhangye = await add('扫描电镜乙', { city: '6207' })
    const other = await add('核磁共振谱仪', { city: '6201', instrCategory: '010600' })
    await s.book('03 00:00', '03 02:00', { on: lanzhou })

    const [nine, eleven] = ['2026-03-03T00:00:00Z', '2026-03-03T02:00:00Z']
    const sem = { category: '010100' }
    expect(new Map(await found({ ...sem, limit: '2' }))).toEqual(
      new Map([
        [zhangye, nine],
        [lanzhou, eleven],
      ]),
    )
    expect((await found(sem))[0]).toEqual([zhangye, nine])
    expect((await found({ ...sem, region: '620100' }))[0]).toEqual([lanzhou, eleven])
    const kinds = new Set((await found({ region: '620000', category: '010000' })).map(([id]) => id))
    expect([lanzhou, zhangye, other].filter((id) => !kinds.has(id))).toEqual([])
    expect((await found({ category: '010600' }))[0]).toEqual([other, nine])
    expect((await found({ q: '核磁' })).map(([id]) => id)).toContain(other)
    expect((await found({ q: '核磁' })).map(([id]) => id)).not.toContain(lanzhou)
    expect(await found({ ...sem, institution: s.other })).toEqual([])
    expect(await found({ ...sem, minutes: '601' })).toEqual([])
  })

  test('is looked for within hours of each day, by its own clock', async () => {
    const id = await addForceMicroscope({ instrCategory: '050000' })
    const afternoons = await slotsAt('/openings', {
      ...window,
      minutes: '120',
      category: '050000',
      clockFrom: '14:00',
      clockTo: '16:30',
    })
    expect(afternoons.filter(({ instrumentId }) => instrumentId === id)).toEqual(
      ['03', '04', '05', '06'].map((day) => ({
        instrumentId: id,
        start: `2026-03-${day}T06:00:00Z`,
        end: `2026-03-${day}T08:00:00Z`,
      })),
    )
    const asked = new URLSearchParams({ ...window, minutes: '60' })
    for (const hours of ['clockFrom=16:00&clockTo=14:00', 'clockFrom=25:00', 'clockTo=x'])
      expect((await s.as().get(`/api/v1/openings?${asked}&${hours}`)).status).toBe(422)
  })

  test('is one that may be booked: published, in use, and open to somebody', async () => {
    const fit = await addForceMicroscope({})
    await addForceMicroscope({ status: '6' })
    await addForceMicroscope({ access: 'closed' })
    await addForceMicroscope({}, false)
    const items = await slotsAt('/openings', { ...window, minutes: '60', category: '040000' })
    expect(new Set(items.map(({ instrumentId }) => instrumentId))).toEqual(new Set([fit]))
  })
})
const found = async (asked: Record<string, string>) =>
  (await slotsAt('/openings', { ...window, minutes: '120', ...asked })).map(
    ({ instrumentId, start }) => [instrumentId, start] as const,
  )

const addForceMicroscope = (more: object, publish = true) =>
  s.add(
    'instrument',
    {
      institution: s.own,
      title: { zh: '原子力显微镜' },
      instrCategory: '040000',
      function: '形貌',
      ...more,
    },
    { publish },
  )

/** In the second, clocks change in Berlin on its Sunday. */
const weeks = [monday, Temporal.Instant.from('2026-03-27T08:00Z')] as const
const quarter = 900_000
const days = 8

const anyTaken = record({
  start: integer({ min: 1, max: days * 96 }),
  quarters: integer({ min: 1, max: 60 }),
})
type Taken = { start: number; quarters: number }

/** Staff take time whatever the rules are; what is taken already stays. */
async function take({ start, quarters }: Taken): Promise<void> {
  const from = s.clock.now.epochMilliseconds + start * quarter
  const { start: begin, end } = periodOf(from, from + quarters * quarter)
  const staff = { as: 'demo-steward', override: '占用' }
  const { status } = await s.book(begin.toString(), end.toString(), staff)
  expect([201, 409]).toContain(status)
}

/** The first quarter of an hour at which the rules themselves have nothing to object. */
async function firstByRules(around: { from: string; to: string }, minutes: number) {
  const path = `/api/v1/instruments/${s.instrument}/booking-facts?${new URLSearchParams(around)}`
  const facts = FormFacts.parse(await (await s.as('demo-researcher').get(path)).json())
  const now = Temporal.Instant.from(facts.now)
  const known = bookingFacts(facts, { now, audience: facts.audience, hasProject: true })
  const [from, to] = [Date.parse(around.from), Date.parse(around.to)]
  for (let at = from; at + minutes * 60_000 <= to; at += quarter)
    if (objectionsToBooking(periodOf(at, at + minutes * 60_000), known).length === 0) return at
  return undefined
}

async function bookFirst(
  { start, end }: { start: string; end: string },
  { minutes, byRules = Number.POSITIVE_INFINITY }: { minutes: number; byRules: number | undefined },
) {
  expect(Date.parse(start)).toBeLessThanOrEqual(byRules)
  expect((await s.book(start, end)).status).toBe(201)
  expect(await alternativesRefused(minutes)).toEqual([])
}

/** Asks for a time that begins at once: what the answer offers instead, and the rules then refuse. */
async function alternativesRefused(minutes: number) {
  const { body } = await s.book(s.clock.now.toString(), s.clock.now.add({ minutes }).toString())
  const refused = []
  for (const { start, end } of body.alternatives ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- they may overlap: each is given back before the next
    const { status, body: made, codes } = await s.book(start, end)
    if (status !== 201) refused.push({ start, end, codes })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    else await s.cancel(made.id)
  }
  return refused
}

/** Five hours that begin within a horizon of a day, and end after it. */
const overHorizon: [Policy, (typeof weeks)[number], Taken[], 300] = [
  { hours: [{ days: [6], from: '00:00', to: '23:00' }], horizonDays: 1 },
  weeks[1],
  [{ start: 30, quarters: 50 }],
  300,
]

test('whatever the rules and whatever is taken, the first opening is the first that can be booked', async () => {
  let given = 0
  let none = 0
  await assert(
    asyncProperty(
      timePolicy,
      constantFrom(...weeks),
      array(anyTaken, { maxLength: 6 }),
      constantFrom(15, 60, 120, 300),
      async (policy: Policy, now, taken, minutes) => {
        s.clock.now = now
        await s.db.deleteFrom('occupancy').execute()
        await s.storePolicy(policy)
        // oxlint-disable-next-line no-await-in-loop -- one after the other: they may be in each other's way
        for (const one of taken) await take(one)
        const around = {
          from: now.toString(),
          to: now.add({ hours: 24 * days }).toString(),
        }
        const asked = { ...around, minutes: String(minutes), limit: '100' }
        const among = await slotsAt('/openings', { ...asked, q: 'confocal' })
        const alone = await slotsAt(`/instruments/${s.instrument}/openings`, asked)
        expect(alone[0]).toEqual(among[0])
        const byRules = await firstByRules(around, minutes)
        const [first] = among
        if (first) given += 1
        else none += 1
        expect(first !== undefined || byRules === undefined).toBe(true)
        if (first) await bookFirst(first, { minutes, byRules })
      },
    ),
    { numRuns: 80, examples: [overHorizon] },
  )
  expect(given).toBeGreaterThan(20)
  expect(none).toBeGreaterThan(0)
}, 120_000)

async function firstsByRules(
  policy: Policy & { timezone: string },
  { wished, now, end }: { wished: number; now: Temporal.Instant; end: Temporal.Instant },
) {
  const minutes = bookableMinutes(policy, wished)
  if (minutes === undefined || minutes < wished) return []
  const rows = await s.db
    .selectFrom('occupancy')
    .where('instrument_id', '=', s.instrument)
    .select([
      sql<Temporal.Instant>`lower(taken)`.as('start'),
      sql<Temporal.Instant>`upper(taken)`.as('end'),
    ])
    .execute()
  const question = { policy, zone: policy.timezone, now, minutes, window: { start: now, end } }
  return freePeriods({ ...question, taken: rows })
    .flatMap((free) => slotsIn({ ...question, taken: [], window: free }, 1))
    .map((slot) => `${isoOf(slot.start)} ${isoOf(slot.end)}`)
}

/** With half an hour of summer time, with clocks that change at midnight, and with none that change. */
const zones = [
  ['Asia/Shanghai', monday],
  ['Europe/Berlin', Temporal.Instant.from('2026-03-27T08:00Z')],
  ['Europe/Berlin', Temporal.Instant.from('2026-10-23T08:00Z')],
  ['Australia/Lord_Howe', Temporal.Instant.from('2026-04-02T08:00Z')],
  ['America/Havana', Temporal.Instant.from('2026-03-06T08:00Z')],
  ['America/Havana', Temporal.Instant.from('2026-10-30T08:00Z')],
] as const

/** 500 minutes from 08:20 on a Sunday that has no hour between 2 and 3. */
const acrossSpring: [Policy, (typeof zones)[number], 500, never[], 15] = [
  { hours: [{ days: [7], from: '01:00', to: '17:00' }] },
  zones[1],
  500,
  [],
  15,
]

test('the first opening of every free time is the one that the rules compute', async () => {
  let compared = 0
  await assert(
    asyncProperty(
      timePolicy,
      constantFrom(...zones),
      constantFrom(1, 7, 15, 45, 90, 120, 500, 1440),
      array(anyTaken, { maxLength: 6 }),
      constantFrom(15, 60, 120),
      async (times: Policy, [timezone, now], granularityMinutes, taken, wished) => {
        s.clock.now = now
        await s.db.deleteFrom('occupancy').execute()
        const policy = { ...times, timezone, granularityMinutes }
        await s.storePolicy(policy)
        // oxlint-disable-next-line no-await-in-loop -- one after the other: they may be in each other's way
        for (const one of taken) await take(one)
        const end = now.add({ hours: 24 * days })
        const around = { from: now.toString(), to: end.toString() }
        const asked = { ...around, minutes: String(wished), limit: '100', q: 'confocal' }
        const expected = await firstsByRules(policy, { wished, now, end })
        const answered = await slotsAt('/openings', asked)
        expect(answered.map(({ start, end: until }) => `${start} ${until}`).toSorted()).toEqual(
          expected,
        )
        compared += expected.length
      },
    ),
    { numRuns: 80, examples: [acrossSpring] },
  )
  expect(compared).toBeGreaterThan(100)
}, 120_000)
