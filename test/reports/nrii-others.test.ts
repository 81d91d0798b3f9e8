import { afterAll, beforeAll, expect, test } from 'vitest'
import { NriiReport } from '../../src/reports/model/nrii.ts'
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
