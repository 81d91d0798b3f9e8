import { afterAll, beforeAll, expect, test } from 'vitest'
import { NriiReport } from '../../src/reports/nrii/model.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { complete } from './nrii-scene.ts'
import { at, instrumentInput, tellBookings } from './scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
let whole = ''
beforeAll(async () => {
  house = opened.use(await testHouse())
  whole = await house.add('instrument', instrumentInput(house, '高分辨质谱仪', complete))
})
afterAll(() => opened.disposeAsync())

async function report(path: string): Promise<NriiReport> {
  const answer = await house.as('demo-curator').get(`/api/v1/reports/nrii/${path}`)
  expect([answer.status, path]).toEqual([200, path])
  return NriiReport.parse(await answer.json())
}

const itemOf = ({ items }: NriiReport, id: string) => items.find((item) => item.id === id)

test('a finished use is a service record, with the hour of its end by the institution’s clock', async () => {
  const [id = ''] = await tellBookings(house, [
    {
      instrumentId: whole,
      startMs: at('2026-05-03T14:00:00Z'),
      endMs: at('2026-05-03T16:30:00Z'),
      state: 'finished',
      audience: 'external',
      samples: 6,
      assisted: true,
      project: '祁连山项目',
    },
    {
      instrumentId: whole,
      startMs: at('2026-05-05T14:00:00Z'),
      endMs: at('2026-05-05T16:00:00Z'),
      state: 'missed',
    },
  ])
  const list = await report('service-records?from=2026-05-04&to=2026-05-31')
  expect(list.items).toHaveLength(1)
  expect(itemOf(list, id)).toMatchObject({
    instrumentId: whole,
    problems: [],
    values: {
      recordInnerId: id,
      innerId: 'GB-2021-0007',
      serviceTime: 2.5,
      endTime: '2026-05-04 00',
      serviceAmount: 6,
      subjectName: '祁连山项目',
      applicant: 'demo-researcher',
      applicantUnit: '甘肃省种质资源库',
      serviceWay: '技术',
      serviceType: '130',
    },
  })
})

const idOf = async (answer: Response | Promise<Response>) =>
  String((await (await answer).json()).id)

async function deliveredOrder() {
  const post = (
    path: string,
    body: object,
    as: 'demo-curator' | 'demo-outsider' = 'demo-curator',
  ) => house.as(as).post(`/api/v1${path}`, body)
  const service = await idOf(
    post(`/instruments/${whole}/services`, {
      title: { zh: '蛋白质组测定' },
      unit: 'sample',
      turnaroundDays: 5,
      prices: {},
      fields: [],
    }),
  )
  const samples = [{ name: '叶片', quantity: '2 g' }]
  const placed = post(
    `/instruments/${whole}/services/${service}/orders`,
    { samples },
    'demo-outsider',
  )
  const order = `/orders/${await idOf(placed)}`
  await post(`${order}/quote`, { lines: [{ text: '测定', quantity: 1, priceFen: 60_050 }] })
  await post(`${order}/acceptance`, {}, 'demo-outsider')
  await post(`${order}/start`, {})
  const results = new FormData()
  results.set('file', new File(['x'], 'result.csv'))
  expect((await house.as('demo-curator').post(`/api/v1${order}/delivery`, results)).status).toBe(
    200,
  )
  return { order, post }
}

test('work done to order is a service record, which lacks its hours until somebody says them', async () => {
  const { order, post: say } = await deliveredOrder()
  const id = order.split('/').at(-1) ?? ''
  const lacking = itemOf(await report('service-records'), id)
  expect(lacking?.problems.map(({ field }) => field)).toEqual(['serviceTime'])
  const page = await house.as('demo-curator').get('/reports/nrii?part=service-records')
  expect(await page.text()).toContain(`href="${order}"`)
  await house.as('demo-curator').patch(`/api/v1${order}`, { machineHours: 1.5 })
  await say(`${order}/rating`, { rating: 4 }, 'demo-outsider')
  expect(itemOf(await report('service-records'), id)).toMatchObject({
    problems: [],
    values: {
      recordInnerId: id,
      amounts: 600.5,
      serviceTime: 1.5,
      serviceContent: '蛋白质组测定',
      serviceAmount: 1,
      serviceWay: '委托',
      comment: '满意',
      serviceType: '130',
      applicant: 'demo-outsider',
    },
  })
})

test('an institution’s own report says what nothing of ours holds, until somebody adds it', async () => {
  const [item] = (await report('organisation')).items
  expect(item).toMatchObject({
    id: house.own,
    values: { cname: '甘肃省种质资源库', instrumentCount: 1 },
  })
  expect(item?.problems.map(({ field }) => field)).toEqual([
    'insCode',
    'creditCode',
    'address',
    'contact',
    'phone',
    'email',
  ])
})

const typed = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (path: string, form: Record<string, string>) =>
  house.app.request(path, {
    method: 'POST',
    headers: { ...typed, authorization: 'Bearer demo-curator' },
    body: new URLSearchParams(form),
  })

test('what people add beside the report is checked with the rest', async () => {
  const path = `/reports/nrii/organisation/${house.own}`
  const answer = await post(`${path}/extras`, {
    insCode: 'GS-0101',
    contact: '资源共享办公室',
    phone: '1'.repeat(61),
    email: 'office@hexi.example',
    creditCode: 'not ours to say here',
  })
  expect(answer.status).toBe(303)
  const [item] = (await report('organisation')).items
  expect(item?.values).toMatchObject({ insCode: 'GS-0101', contact: '资源共享办公室' })
  expect(item?.problems.map(({ field, code }) => [field, code])).toEqual([
    ['creditCode', 'missing'],
    ['address', 'missing'],
    ['phone', 'too_long'],
  ])
  const shown = await (await house.as('demo-curator').get(`${path}?lang=en`)).text()
  expect(shown).toContain('too long: 61 characters, at most 60')
})

test('the page leads from each missing field to where it is put right', async () => {
  const lacking = await house.add(
    'instrument',
    instrumentInput(house, '低温恒温器', { ...complete, phone: null }),
  )
  const text = await (await house.as('demo-curator').get('/reports/nrii?lang=en')).text()
  expect(text).toContain(`/records/${lacking}/edit#field-phone`)
  expect(text).toContain('Approve 1 complete records')
  expect((await house.as('demo-researcher').get('/reports/nrii')).status).toBe(403)
})

test('all complete records are passed, then reported, with a button each', async () => {
  const asked = { part: 'instruments', threshold: 'province', back: '/reports/nrii' }
  const act = (form: Record<string, string>) =>
    post('/reports/nrii/decisions', { ...asked, ...form })
  expect((await act({ wanted: 'to_review', decision: 'review' })).status).toBe(303)
  expect(itemOf(await report('instruments'), whole)?.state).toBe('reviewed')
  expect((await act({ wanted: 'reviewed', decision: 'report' })).status).toBe(303)
  expect(itemOf(await report('instruments'), whole)?.status).toBe(100)

  const path = `/reports/nrii/instruments/${whole}/decision`
  expect((await post(path, { decision: 'fail', reason: '' })).status).toBe(422)
  expect((await post(path, { decision: 'fail', reason: '203 缺图片' })).status).toBe(303)
  expect(itemOf(await report('instruments'), whole)).toMatchObject({ status: 203 })
})
