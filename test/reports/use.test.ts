import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UseReport } from '../../src/reports/use/model.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { at, instrumentInput, tellBookings, tellOutage, tellPolicy } from './scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
beforeAll(async () => {
  house = opened.use(await testHouse())
})
afterAll(() => opened.disposeAsync())

async function report(query: string, token = 'demo-steward'): Promise<UseReport> {
  const answer = await house.as(token).get(`/api/v1/reports/instrument-use?${query}`)
  expect([answer.status, query]).toEqual([200, query])
  return UseReport.parse(await answer.json())
}

const status = async (query: string, token?: string) =>
  (await house.as(token).get(`/api/v1/reports/instrument-use?${query}`)).status

const weekdays = { hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] }

test('a session over the edge of the period counts with its part, on either side', async () => {
  const id = await house.add('instrument', instrumentInput(house, '扫描电镜'))
  await tellPolicy(house, { instrumentId: id, rules: weekdays })
  await tellBookings(house, [
    // 22:00 to 03:00 in Shanghai, over the end of March.
    {
      instrumentId: id,
      startMs: at('2026-03-31T14:00:00Z'),
      endMs: at('2026-03-31T19:00:00Z'),
      state: 'finished',
      audience: 'external',
      samples: 4,
    },
    {
      instrumentId: id,
      startMs: at('2026-04-01T02:00:00Z'),
      endMs: at('2026-04-01T04:00:00Z'),
      state: 'finished',
      finishedMs: at('2026-04-01T03:30:00Z'),
    },
    {
      instrumentId: id,
      startMs: at('2026-04-02T02:00:00Z'),
      endMs: at('2026-04-02T04:00:00Z'),
      state: 'missed',
    },
  ])
  const march = await report(`instrument=${id}&from=2026-03-01&to=2026-03-31`)
  expect(march.total).toMatchObject({
    usedHours: 2,
    externalHours: 2,
    sharedRate: 1,
    bookings: 1,
    samples: 4,
    openHours: 22 * 8,
    utilisation: 0.0114,
  })
  const april = await report(`instrument=${id}&from=2026-04-01&to=2026-04-30`)
  expect(april.total).toMatchObject({
    usedHours: 4.5,
    externalHours: 3,
    reservedHours: 5,
    bookings: 2,
    missed: 1,
    samples: 0,
  })
  const months = await report(`instrument=${id}&from=2026-03-01&to=2026-04-30&by=month`)
  expect(months.items.map(({ key, usedHours, openHours }) => [key, usedHours, openHours])).toEqual([
    ['2026-03', 2, 22 * 8],
    ['2026-04', 4.5, 22 * 8],
  ])
  const moments = await report(`instrument=${id}&from=2026-03-31T15:00:00Z&to=2026-03-31T18:30:00Z`)
  expect(moments.total).toMatchObject({ usedHours: 3.5, bookings: 0 })
})

test('hours that the policy gives lose closed days and outages, and follow a change of the rules', async () => {
  const id = await house.add(
    'instrument',
    instrumentInput(house, '流式细胞仪', { beginDate: '2026-06-03', type: '1' }),
  )
  await tellPolicy(house, {
    instrumentId: id,
    rules: { ...weekdays, closedDays: [{ from: '2026-06-18', to: '2026-06-19' }] },
  })
  await tellPolicy(house, {
    instrumentId: id,
    version: 2,
    rules: { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] },
    at: '2026-06-28T16:00:00Z',
  })
  // Friday 16:00 to Monday 10:00: two open hours.
  await tellOutage(house, {
    instrumentId: id,
    startMs: at('2026-06-05T08:00:00Z'),
    endMs: at('2026-06-08T02:00:00Z'),
  })
  const june = await report(`instrument=${id}&from=2026-06-01&to=2026-06-30`)
  // 3–26 June has 18 weekdays less two closed; the 29th and 30th are open all day.
  expect(june.total).toMatchObject({ openHours: 16 * 8 - 2 + 48, outageHours: 2 })
  expect(june.total.quotaHours).toBeCloseTo((800 * 30) / 365, 1)
})

test('a late cancellation is one after the deadline of the rules it was booked under', async () => {
  const id = await house.add('instrument', instrumentInput(house, '光谱仪'))
  await tellPolicy(house, { instrumentId: id, rules: { cancelDeadlineMinutes: 60 } })
  const slot = (day: number) => ({
    instrumentId: id,
    startMs: at(`2026-05-0${day}T02:00:00Z`),
    endMs: at(`2026-05-0${day}T04:00:00Z`),
    state: 'cancelled' as const,
  })
  await tellBookings(house, [
    { ...slot(4), cancelledMs: at('2026-05-04T01:30:00Z') },
    { ...slot(5), cancelledMs: at('2026-05-05T00:30:00Z') },
  ])
  const { total } = await report(`instrument=${id}&from=2026-05-01&to=2026-05-31`)
  expect(total).toMatchObject({ cancelled: 2, lateCancelled: 1, bookings: 0, usedHours: 0 })
})

test('everybody sees totals, labs are for staff and for the lab itself', async () => {
  const id = await house.add('instrument', instrumentInput(house, '质谱仪'))
  const closed = await house.add(
    'instrument',
    instrumentInput(house, '内部仪器', { audience: 'institution' }),
  )
  const created = await house.as('demo-curator').post('/api/v1/labs', {
    institution: house.own,
    name: { zh: '河西组' },
  })
  const { id: labId }: { id: string } = await created.json()
  await tellBookings(house, [
    {
      instrumentId: id,
      startMs: at('2026-02-02T02:00:00Z'),
      endMs: at('2026-02-02T04:00:00Z'),
      state: 'finished',
      labId,
    },
  ])
  const open = await report(`from=2026-02-01&to=2026-02-28&institution=${house.own}`, '')
  expect(open.items.find(({ key }) => key === id)).toMatchObject({
    usedHours: 2,
    incomeFen: null,
  })
  expect(open.items.some(({ key }) => key === closed)).toBe(false)

  const period = 'from=2026-02-01&to=2026-02-28'
  expect(await status(`${period}&by=lab`)).toBe(401)
  expect(await status(`${period}&by=lab&institution=${house.own}`, 'demo-outsider')).toBe(403)
  expect(await status(`${period}&lab=${labId}`, 'demo-pi')).toBe(403)
  const labs = await report(`${period}&by=lab&institution=${house.own}`)
  expect(labs.items).toMatchObject([{ key: labId, name: { zh: '河西组' }, usedHours: 2 }])
  expect(labs.items[0]?.openHours).toBeNull()

  await house.as('demo-curator').post(`/api/v1/labs/${labId}/members`, {
    person: house.people['demo-pi'],
    role: 'pi',
  })
  const own = await report(`${period}&lab=${labId}`, 'demo-pi')
  expect(own.total).toMatchObject({ usedHours: 2, openHours: null })
})

test('a period that ends before it begins, or is longer than ten years, is refused', async () => {
  expect(await status('from=2026-02-02&to=2026-02-01')).toBe(422)
  expect(await status('from=2000-01-01&to=2026-02-01')).toBe(422)
  expect(await status('from=gestern')).toBe(422)
  expect(await status(`instrument=${crypto.randomUUID()}`)).toBe(404)
})

const first = ({ openHours, outageHours, reservedHours, usedHours }: UseReport['total']) => [
  openHours,
  outageHours,
  reservedHours,
  usedHours,
]

test('CSV and XLSX hold what the JSON holds', async () => {
  const query = 'from=2026-01-01&to=2026-06-30&by=month'
  const { items, total } = await report(query)
  const steward = house.as('demo-steward')
  const path = `/api/v1/reports/instrument-use?${query}&lang=en`
  const lines = (await (await steward.get(`${path}&format=csv`)).text()).split('\r\n')
  expect(lines[0]).toMatch(/^.?Month,id,Open,Outages,/)
  expect(lines.slice(1, 7).map((line) => line.split(',').slice(0, 6))).toEqual(
    items.map((item) => [item.key, item.key, ...first(item)].map(String)),
  )
  const file = await steward.get(`${path}&format=xlsx`)
  expect(file.headers.get('content-disposition')).toContain('.xlsx')
  const sheet = await readSheet(Buffer.from(await file.arrayBuffer()))
  expect(sheet[0]?.slice(0, 3)).toEqual(['Month', 'id', 'Open'])
  expect(sheet.slice(1).map((row) => row.slice(0, 6))).toEqual([
    ...items.map((item) => [item.key, item.key, ...first(item)]),
    ['Total', null, ...first(total)],
  ])
})
