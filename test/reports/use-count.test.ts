import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  record,
} from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Temporal } from '../../src/core/time.ts'
import { systemContext } from '../../src/jobs.ts'
import { useByHour, useScope } from '../../src/reports/use/actions/use.ts'
import { UseReport } from '../../src/reports/use/model.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { at, instrumentInput, tellBookings, tellPolicy, type Told } from './scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
beforeAll(async () => {
  house = opened.use(await testHouse())
})
afterAll(() => opened.disposeAsync())

async function report(query: string): Promise<UseReport> {
  const answer = await house.as('demo-steward').get(`/api/v1/reports/instrument-use?${query}`)
  expect([answer.status, query]).toEqual([200, query])
  return UseReport.parse(await answer.json())
}

/** The heat map of the same. */
async function heat(query: string) {
  const ctx = systemContext(house.services, 'test')
  const asked = Object.fromEntries(new URLSearchParams(query))
  return useByHour(ctx, await useScope(ctx, asked))
}

const zone = 'Europe/Berlin'
const midnight = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: zone }).epochMilliseconds
const hoursIn = (ms: number) => Math.round(ms / 36_000) / 100

const buffer = (long = 0) => long * 60_000

type Counted = { usedMs: number; effectiveMs: number; reservedMs: number; begun: number }

/** One booking between two moments, counted the simple way. */
function counted(one: Told, startMs: number, endMs: number): Counted {
  const inside = (from: number, to: number) =>
    Math.max(0, Math.min(to, endMs) - Math.max(from, startMs))
  const isUsed = one.state === 'finished'
  const [from, to] = [one.startedMs ?? one.startMs, one.finishedMs ?? one.endMs]
  return {
    usedMs: isUsed ? inside(from, to) : 0,
    effectiveMs: isUsed ? inside(from - buffer(one.before), to + buffer(one.after)) : 0,
    reservedMs: ['confirmed', 'finished'].includes(one.state) ? inside(one.startMs, one.endMs) : 0,
    begun: one.startMs >= startMs && one.startMs < endMs ? 1 : 0,
  }
}

/** What the report must say of these bookings. */
function oracle(told: readonly Told[], startMs: number, endMs: number) {
  const all = told.map((one) => ({ ...one, ...counted(one, startMs, endMs) }))
  const sum = (pick: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + pick(one), 0)
  const usedBy = (...audiences: readonly (string | undefined)[]) =>
    hoursIn(sum((one) => (audiences.includes(one.audience) ? one.usedMs : 0)))
  const begun = (...states: readonly string[]) =>
    sum((one) => (states.includes(one.state) ? one.begun : 0))
  return {
    usedHours: hoursIn(sum(({ usedMs }) => usedMs)),
    effectiveHours: hoursIn(sum(({ effectiveMs }) => effectiveMs)),
    externalHours: usedBy('member', 'external'),
    ownHours: usedBy('own_lab'),
    reservedHours: hoursIn(sum(({ reservedMs }) => reservedMs)),
    bookings: begun('confirmed', 'finished', 'missed'),
    missed: begun('missed'),
    cancelled: begun('cancelled'),
    openHours: hoursIn(endMs - startMs),
  }
}

const minutes = (min: number, max: number) => integer({ min, max })

/** Bookings of one instrument one after the other. */
const tales = array(
  record({
    gap: minutes(0, 2 * 1440),
    length: minutes(1, 3000),
    late: minutes(-20, 20),
    over: minutes(-30, 30),
    before: minutes(0, 15),
    after: minutes(0, 15),
    state: constantFrom<Told['state'][]>(
      'finished',
      'finished',
      'confirmed',
      'missed',
      'cancelled',
      'pending',
    ),
    audience: constantFrom<NonNullable<Told['audience']>[]>(
      'own_lab',
      'institution',
      'member',
      'external',
    ),
  }),
  { minLength: 1, maxLength: 25 },
)

type Tale = typeof tales extends Arbitrary<infer Value> ? Value : never

function toldFrom(tale: Tale, instrumentId: string, fromMs: number): Told[] {
  let now = fromMs
  return tale.map(({ gap, length, late, over, ...rest }): Told => {
    const startMs = now + (gap + 61) * 60_000
    const endMs = startMs + length * 60_000
    now = endMs
    const startedMs = startMs + late * 60_000
    const finishedMs = Math.max(startedMs + 1000, endMs + over * 60_000)
    return { ...rest, instrumentId, startMs, endMs, startedMs, finishedMs }
  })
}

const day = integer({ min: 0, max: 20 })

test('the report is what a simple count over the same bookings is, over edges, changes of the clock and a new year', async () => {
  const property = asyncProperty(
    tales,
    constantFrom('2026-03-20', '2026-10-15', '2025-12-20'),
    day,
    day,
    async (tale, base, one, other) => {
      const id = await house.add('instrument', instrumentInput(house, '柏林的仪器'))
      await tellPolicy(house, { instrumentId: id, rules: { timezone: zone } })
      const told = toldFrom(tale, id, at(`${base}T00:00:00Z`))
      await tellBookings(house, told)
      const first = Temporal.PlainDate.from(base).add({ days: Math.min(one, other) })
      const last = Temporal.PlainDate.from(base).add({ days: Math.max(one, other) })
      const query = `instrument=${id}&from=${first.toString()}&to=${last.toString()}`
      const { total } = await report(query)
      expect(total).toMatchObject(oracle(told, midnight(first), midnight(last.add({ days: 1 }))))
      const cells = await heat(query)
      const heatMs = cells.reduce((all, { usedMs }) => all + usedMs, 0)
      expect(Math.abs(heatMs / 3_600_000 - total.usedHours)).toBeLessThan(0.006)
      const months = await report(`${query}&by=month`)
      const sum = months.items.reduce((all, { usedHours }) => all + usedHours, 0)
      expect(Math.abs(sum - total.usedHours)).toBeLessThan(0.02)
    },
  )
  await assert(property, { numRuns: 25 })
}, 60_000)

test('a session over the change of the clock fills the hours that there were', async () => {
  const id = await house.add('instrument', instrumentInput(house, '夜间的仪器'))
  await tellPolicy(house, { instrumentId: id, rules: { timezone: zone } })
  // 29 March 2026: after 01:59 comes 03:00. 00:30 to 04:30 by the clock is three hours.
  const [startMs, endMs] = [at('2026-03-28T23:30:00Z'), at('2026-03-29T02:30:00Z')]
  await tellBookings(house, [{ instrumentId: id, startMs, endMs, state: 'finished' }])
  const cells = await heat(`instrument=${id}&from=2026-03-29&to=2026-03-29`)
  const byHour = cells.map(({ weekday, hour, usedMs }) => [weekday, hour, usedMs / 60_000])
  expect(byHour.toSorted(([, one = 0], [, other = 0]) => one - other)).toEqual([
    [7, 0, 30],
    [7, 1, 60],
    [7, 3, 60],
    [7, 4, 30],
  ])
})
