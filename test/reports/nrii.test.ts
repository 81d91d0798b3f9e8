import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NriiReport } from '../../src/reports/nrii/model.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { instrumentInput } from './scene.ts'
import { complete } from './nrii-scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
let whole = ''
let wrong = ''
beforeAll(async () => {
  house = opened.use(await testHouse())
  whole = await house.add('instrument', instrumentInput(house, '高分辨质谱仪', complete))
  wrong = await house.add(
    'instrument',
    instrumentInput(house, '低温恒温器', { ...complete, innerId: null, phone: null, worth: 52 }),
  )
  await house.add('instrument', instrumentInput(house, '离心机', { ...complete, worth: 12 }))
})
afterAll(() => opened.disposeAsync())

async function report(path: string, token = 'demo-curator'): Promise<NriiReport> {
  const answer = await house.as(token).get(`/api/v1/reports/nrii/${path}`)
  expect([answer.status, path]).toEqual([200, path])
  return NriiReport.parse(await answer.json())
}

const decide = async (body: object, token = 'demo-curator') =>
  (await house.as(token).post('/api/v1/reports/nrii/decisions', body)).status

const itemOf = ({ items }: NriiReport, id: string) => items.find((item) => item.id === id)

test('an instrument is told under the network’s names, from the threshold on', async () => {
  const list = await report('instruments')
  expect(list.items.map(({ id }) => id).toSorted()).toEqual([whole, wrong].toSorted())
  expect(itemOf(list, whole)).toMatchObject({
    problems: [],
    state: 'to_review',
    status: 0,
    values: {
      cname: '高分辨质谱仪',
      innerId: 'GB-2021-0007',
      worth: 31.5,
      funds: '1,3',
      beginDate: '2021-07-08',
    },
  })
  expect((await report('instruments?threshold=nation')).items.map(({ id }) => id)).toEqual([wrong])
  expect((await report('instruments?threshold=none')).items).toHaveLength(3)
})

test('every missing field is named', async () => {
  const item = itemOf(await report('instruments'), wrong)
  expect(item?.state).toBe('incomplete')
  expect(item?.problems.map(({ field, code }) => [field, code])).toEqual([
    ['innerId', 'missing'],
    ['phone', 'missing'],
  ])
})

test('a field longer than the list allows, or with a code of no list, is named with its length', async () => {
  await house.db
    .updateTable('instrument')
    .where('record_id', '=', wrong)
    .set({ technical: '长'.repeat(501), nation: 'XXX', funds: ['1', '2', '3', '4', '1'] })
    .execute()
  const item = itemOf(await report('instruments'), wrong)
  expect(item?.problems).toMatchObject([
    { field: 'innerId' },
    { field: 'nation', code: 'not_in_list' },
    { field: 'technical', code: 'too_long', detail: { zh: '超长：501 字，最多 500 字' } },
    { field: 'funds', code: 'too_many' },
    { field: 'phone' },
  ])
})

test('the list of fields is data: what is needed there is needed here', async () => {
  const field = house.db
    .updateTable('nrii_field')
    .where('part', '=', 'instruments')
    .where('name', '=', 'postalcode')
  await field.set({ required: true }).execute()
  expect(itemOf(await report('instruments'), whole)?.problems).toMatchObject([
    { field: 'postalcode', code: 'missing' },
  ])
  await field.set({ required: false }).execute()
})

test('XLSX holds what fits on one sheet, and what the others lack on another', async () => {
  const answer = await house
    .as('demo-curator')
    .get('/api/v1/reports/nrii/instruments?format=xlsx&lang=en')
  const sheets = await readXlsx(Buffer.from(await answer.arrayBuffer()))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Instruments', 'Needs correction'])
  const [fit, lack] = sheets.map(({ data }) => data)
  expect(fit?.[0]?.slice(0, 4)).toEqual(['cname', 'ename', 'innerId', 'insCode'])
  expect(fit?.slice(1).map((row) => [row[0], row[2], row[11]])).toEqual([
    ['高分辨质谱仪', 'GB-2021-0007', 31.5],
  ])
  expect(lack?.map((row) => row[2])).toEqual([
    'Field',
    'innerId',
    'nation',
    'technical',
    'funds',
    'phone',
  ])
  expect(lack?.[1]?.[5]).toBe(`http://hexi.test/records/${wrong}/edit#field-innerId`)
})

test('what is reported was looked at first, and is looked at again when it changed', async () => {
  const part = 'instruments'
  expect(await decide({ part, decision: 'report', ids: [whole] })).toBe(409)
  expect(await decide({ part, decision: 'review', ids: [wrong] })).toBe(409)
  expect(await decide({ part, decision: 'review', ids: [whole] })).toBe(200)
  expect(itemOf(await report(part), whole)?.state).toBe('reviewed')
  expect(await decide({ part, decision: 'report', ids: [whole] })).toBe(200)
  expect(itemOf(await report(part), whole)).toMatchObject({ state: 'reported', status: 100 })

  await house.db
    .updateTable('instrument')
    .where('record_id', '=', whole)
    .set({ fee: '300 元/小时' })
    .execute()
  expect(itemOf(await report(part), whole)).toMatchObject({ state: 'changed', status: 100 })
  expect(await decide({ part, decision: 'review', ids: [whole] })).toBe(200)
  expect(await decide({ part, decision: 'fail', ids: [whole] })).toBe(422)
  const fail = { part, decision: 'fail', ids: [whole], reason: '203 校验失败：联系电话' }
  expect(await decide(fail)).toBe(200)
  expect(itemOf(await report(part), whole)).toMatchObject({
    state: 'failed',
    status: 203,
    reason: '203 校验失败：联系电话',
  })
  expect(await decide({ part, decision: 'reset', ids: [whole] })).toBe(200)
})

test('reports are for staff of the institution', async () => {
  const path = '/api/v1/reports/nrii/instruments'
  expect((await house.as().get(path)).status).toBe(401)
  expect((await house.as('demo-researcher').get(path)).status).toBe(403)
  expect((await house.as('demo-curator').get(`${path}?institution=${house.other}`)).status).toBe(
    403,
  )
  expect(
    await decide({ part: 'instruments', decision: 'review', ids: [whole] }, 'demo-outsider'),
  ).toBe(403)
  expect((await report('instruments', 'demo-admin')).items).toHaveLength(2)
})
