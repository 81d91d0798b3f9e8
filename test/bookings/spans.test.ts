import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerOf, bookingScene, monday } from './scene.ts'

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.setPolicy({ hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] })
})

const start = '2026-03-03T02:00Z'
const post = (path: string, body: object, as = 'demo-researcher') =>
  answerOf(s.as(as).post(`/api/v1/instruments/${s.instrument}/${path}`, body))
const purpose = '叶片切片'

/** Every door at which one names a time of an instrument. */
const doors = {
  bookings: (times: object) => post('bookings', { ...times, purpose }),
  'booking-checks': (times: object) => post('booking-checks', times),
  holds: (times: object) => post('holds', times),
  estimates: (times: object) => post('estimates', times),
  together: (times: object) =>
    answerOf(
      s
        .as('demo-researcher')
        .post('/api/v1/bookings', { ...times, purpose, instruments: [s.instrument] }),
    ),
}

describe.each(Object.entries(doors))('%s', (_, door) => {
  test.each([
    ['two thousand years', '4026-03-03T02:00Z', '92'],
    ['a minute over 92 days', '2026-06-03T02:01Z', '92'],
    ['a nanosecond', '2026-03-03T02:00:00.000000001Z', '1'],
    ['59 seconds', '2026-03-03T02:00:59Z', '1'],
  ])('refuses %s in bounded time, naming the limit', async (_name, end, limit) => {
    const began = performance.now()
    const { status, body } = await door({ start, end })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(limit === '92' ? '92 天' : '1 分钟')
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

test('the longest and the shortest booking are given, and the check says so too', async () => {
  for (const end of ['2026-06-03T02:00Z', '2026-03-03T02:01Z']) {
    const check = await doors['booking-checks']({ start, end })
    expect([check.status, check.codes]).toEqual([200, []])
    const booked = await doors.bookings({ start, end })
    expect(booked.status).toBe(201)
    await s.cancel(booked.body.id)
  }
})

test('a change of one end alone is held to the same limits', async () => {
  const { body } = await s.book('03 02:00', '03 03:00')
  const longer = await s.change(body.id, { end: '2126-03-03T02:00Z' })
  const shorter = await s.change(body.id, { end: '2026-03-03T02:00:10Z' })
  expect([longer.status, shorter.status]).toEqual([422, 422])
  expect(JSON.stringify(longer.body)).toContain('92 天')
  expect(JSON.stringify(shorter.body)).toContain('1 分钟')
})

test('outages, trainings and waits have a longest and a shortest span', async () => {
  const end = '4026-03-03T02:00Z'
  const outage = { reason: '检修', kind: 'fault', start }
  const training = { title: '培训', place: '一楼', start, seats: 5, kinds: ['training'] }
  const wait = { from: start, purpose }
  const answers = [
    await post('outages', { ...outage, end }, 'demo-steward'),
    await post('outages', { ...outage, end: '2026-03-03T02:00:10Z' }, 'demo-steward'),
    await post('trainings', { ...training, end }, 'demo-steward'),
    await post('trainings', { ...training, end: '2026-03-03T02:00:10Z' }, 'demo-steward'),
    await post('waitlist', { ...wait, to: end, minutes: 60 }),
    await post('waitlist', { ...wait, to: '2026-03-03T03:00Z', minutes: 0 }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(422))
  const said = answers.map(({ body }) => JSON.stringify(body))
  expect(said[0]).toContain('366 天')
  expect(said[1]).toContain('1 分钟')
  expect(said[2]).toContain('92 天')
  expect(said[3]).toContain('1 分钟')
  expect(said[4]).toContain('31 天')
})

test('a qualification lasts ten years at most, unless for good', async () => {
  const { status, body } = await post(
    'qualifications',
    { person: s.people['demo-researcher'], kind: 'safety', expiresAt: '4026-01-01T00:00Z' },
    'demo-steward',
  )
  expect(status).toBe(422)
  expect(JSON.stringify(body)).toContain('10 年')
})

test('a moment is of the years 1 to 9999', async () => {
  for (const year of ['+010000', '+200000', '-000001']) {
    const times = { start: `${year}-03-03T02:00Z`, end: `${year}-03-03T03:00Z` }
    expect((await doors['booking-checks'](times)).status).toBe(422)
    const window = new URLSearchParams({ from: times.start, to: times.end })
    const path = `/api/v1/instruments/${s.instrument}/occupancy?${window}`
    expect((await s.as('demo-researcher').get(path)).status).toBe(422)
  }
})

test.each([
  'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
  'FREQ=WEEKLY;BYMONTH=2;BYSETPOS=9',
  'FREQ=MONTHLY;BYDAY=99MO;COUNT=2',
  'FREQ=DAILY;INTERVAL=0;COUNT=5',
  'FREQ=DAILY;INTERVAL=99999999;COUNT=5',
  'FREQ=YEARLY;INTERVAL=9999;COUNT=200',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=-1',
  'FREQ=DAILY;COUNT=201',
  'FREQ=DAILY;COUNT=9999999999',
  'FREQ=DAILY;COUNT=A',
  'FREQ=DAILY;COUNT=3;COUNT=4',
  'FREQ=YEARLY;BYMONTH=13;COUNT=2',
  'FREQ=DAILY;UNTIL=99999999',
  'FREQ=DAILY;UNTIL=19990101',
  'FREQ=YEARLY;COUNT=200',
])('the rule %s is refused in bounded time, at booking and in the check', async (recurrence) => {
  const began = performance.now()
  const times = { start, end: '2026-03-03T03:00Z', recurrence }
  expect((await doors['booking-checks'](times)).status).toBe(422)
  expect((await doors.bookings(times)).status).toBe(422)
  expect(performance.now() - began).toBeLessThan(2000)
})
