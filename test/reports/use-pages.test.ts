import { afterAll, beforeAll, expect, test } from 'vitest'
import { UseReport } from '../../src/reports/use/model.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { at, instrumentInput, tellBookings, tellOutage, tellPolicy } from './scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
let id = ''
let bookings: string[] = []
beforeAll(async () => {
  house = opened.use(await testHouse())
  id = await house.add('instrument', instrumentInput(house, '高分辨质谱仪'))
  await tellPolicy(house, {
    instrumentId: id,
    rules: { hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] },
  })
  bookings = await tellBookings(house, [
    // Monday 22:30 to Tuesday 03:00 in Shanghai, over the end of August.
    {
      instrumentId: id,
      startMs: at('2026-08-31T14:30:00Z'),
      endMs: at('2026-08-31T19:00:00Z'),
      state: 'finished',
      audience: 'external',
      before: 30,
      after: 15,
    },
    {
      instrumentId: id,
      startMs: at('2026-09-02T02:00:00Z'),
      endMs: at('2026-09-02T04:00:00Z'),
      state: 'finished',
      audience: 'own_lab',
      samples: 3,
    },
    {
      instrumentId: id,
      startMs: at('2026-09-03T02:00:00Z'),
      endMs: at('2026-09-03T04:00:00Z'),
      state: 'missed',
    },
    {
      instrumentId: id,
      startMs: at('2026-09-04T02:00:00Z'),
      endMs: at('2026-09-04T04:00:00Z'),
      state: 'cancelled',
    },
  ])
  await tellOutage(house, {
    instrumentId: id,
    startMs: at('2026-09-11T08:00:00Z'),
    endMs: at('2026-09-14T02:00:00Z'),
  })
})
afterAll(() => opened.disposeAsync())

const page = async (path: string, token?: string) => {
  const answer = await house.as(token).get(path)
  return { status: answer.status, text: await answer.text() }
}

const september = () => `instrument=${id}&from=2026-09-01&to=2026-09-30`

/** What the page of rows says they come to: `12 in total · 3.5 h within the period`. */
async function sumOf(query: string) {
  const { status, text } = await page(
    `/reports/use/rows?${september()}&lang=en&${query}`,
    'demo-steward',
  )
  expect(status).toBe(200)
  const said = /class="rows-sum">(?<count>[\d,]+) in total · (?<hours>[\d.,]+) h/.exec(text)
  return [Number(said?.groups?.['count']), Number(said?.groups?.['hours'])]
}

test('every figure opens rows that add up to it', async () => {
  const answer = await house.as('demo-steward').get(`/api/v1/reports/instrument-use?${september()}`)
  const { total } = UseReport.parse(await answer.json())
  expect(total).toMatchObject({ usedHours: 5, effectiveHours: 5.25, outageHours: 2 })
  expect(await sumOf('what=used')).toEqual([2, total.usedHours])
  expect(await sumOf('what=effective')).toEqual([2, total.effectiveHours])
  expect(await sumOf('what=external')).toEqual([1, total.externalHours])
  expect(await sumOf('what=own')).toEqual([1, total.ownHours])
  expect(await sumOf('what=shared')).toEqual([1, total.sharedHours])
  expect(await sumOf('what=reserved')).toEqual([2, total.reservedHours])
  expect(await sumOf('what=outages')).toEqual([1, total.outageHours])
  const counts = { bookings: total.bookings, missed: total.missed, cancelled: total.cancelled }
  for (const [what, count] of Object.entries(counts)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that differs is told alone
    expect([what, (await sumOf(`what=${what}`))[0]]).toEqual([what, count])
  }
  expect((await sumOf('what=samples'))[0]).toBe(1)
})

test('income is what was charged in the period, for staff only', async () => {
  const charge = (booking: string, moment: string, amount: number) => ({
    instrument_id: id,
    booking_id: booking,
    cause: 'use',
    institution_id: house.own,
    person_id: house.people['demo-researcher'],
    amount_fen: amount,
    lines: '[]',
    at: moment,
    month: moment.slice(0, 7),
    made_at: moment,
  })
  await house.db
    .insertInto('charge')
    .values([
      charge(bookings[0] ?? '', '2026-08-31T15:59:59Z', 10_000),
      charge(bookings[1] ?? '', '2026-09-02T04:00:00Z', 12_345),
    ])
    .execute()
  const path = `/api/v1/reports/instrument-use?${september()}`
  const staff = UseReport.parse(await (await house.as('demo-steward').get(path)).json())
  expect(staff.total.incomeFen).toBe(12_345)
  const guest = UseReport.parse(await (await house.as().get(path)).json())
  expect(guest.total.incomeFen).toBeNull()
  const { text } = await page(
    `/reports/use/rows?${september()}&what=income&lang=en`,
    'demo-steward',
  )
  expect(text).toContain('1 in total · ¥123.45 in total')
})

test('an hour of the heat map opens what was used in it', async () => {
  // Of Tuesday's first hours three are in September; Monday's last is August's.
  expect(await sumOf('weekday=2&hour=0')).toEqual([1, 1])
  expect(await sumOf('weekday=2&hour=2')).toEqual([1, 1])
  expect(await sumOf('weekday=1&hour=23')).toEqual([0, 0])
  expect(await sumOf('weekday=3&hour=10')).toEqual([1, 1])
})

test('guests see totals, staff every figure with the rows behind it', async () => {
  const open = await page(`/reports/use?${september()}`)
  expect(open.status).toBe(200)
  expect(open.text).toContain('高分辨质谱仪')
  expect(open.text).not.toContain('/reports/use/rows')
  const staff = await page(`/reports/use?${september()}`, 'demo-steward')
  expect(staff.text).toContain('/reports/use/rows?')
  expect((await page(`/reports/use/rows?${september()}`)).status).toBe(303)
  expect((await page(`/reports/use/rows?${september()}`, 'demo-outsider')).status).toBe(403)
})

test('staff who say nothing see their own institution, and all when they ask', async () => {
  const own = await page('/reports/use?from=2026-09-01&to=2026-09-30', 'demo-steward')
  expect(own.text).toContain(`value="${house.own}" selected`)
  const all = await page(
    '/reports/use?from=2026-09-01&to=2026-09-30&institution=all',
    'demo-steward',
  )
  expect(all.text).toContain('value="all" selected')
})

test('charts say what they show, and have a table beside them', async () => {
  const { text } = await page(`/reports/use?${september()}&lang=en`, 'demo-steward')
  expect(text).toMatch(/<svg class="chart" role="img" aria-labelledby="trend-title"/)
  expect(text).toContain('<title id="heat-title">Use by time of week</title>')
  expect(text.match(/View as table/g)).toHaveLength(2)
})

test('a period that ends before it begins keeps what was typed and says why', async () => {
  const { status, text } = await page('/reports/use?from=2026-09-30&to=2026-09-01&lang=en')
  expect(status).toBe(422)
  expect(text).toContain('value="2026-09-30"')
  expect(text).toContain('The end date must not be before the start date.')
})

test('members of a lab look at what their own lab used', async () => {
  const created = await house
    .as('demo-curator')
    .post('/api/v1/labs', { institution: house.own, name: { zh: '祁连组' } })
  const { id: lab }: { id: string } = await created.json()
  await house
    .as('demo-curator')
    .post(`/api/v1/labs/${lab}/members`, { person: house.people['demo-pi'], role: 'pi' })
  await tellBookings(house, [
    {
      instrumentId: id,
      startMs: at('2026-09-16T02:00:00Z'),
      endMs: at('2026-09-16T05:00:00Z'),
      state: 'finished',
      labId: lab,
    },
  ])
  const { text } = await page(`/reports/use?${september()}&lab=${lab}&lang=en`, 'demo-pi')
  expect(text).toContain('>祁连组</option>')
  expect(text).toMatch(/rows\?[^"]*what=used">3</)
  const rows = await page(`/reports/use/rows?${september()}&lab=${lab}&lang=en`, 'demo-pi')
  expect(rows.text).toContain('1 in total · 3 h within the period')
  const all = await page(`/reports/use/rows?${september()}`, 'demo-pi')
  expect(all.status).toBe(403)
})
