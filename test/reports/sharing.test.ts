import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AssessmentReport, SharingReport } from '../../src/reports/sharing/model.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { complete } from './nrii-scene.ts'
import { at, instrumentInput, tellBookings, tellPolicy } from './scene.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
beforeAll(async () => {
  house = opened.use(await testHouse())
  const open = await house.add('instrument', instrumentInput(house, '质谱仪', complete))
  const input = { ...complete, nation: 'CHN', access: 'closed' }
  await house.add('instrument', instrumentInput(house, '离子源', input))
  await house.add(
    'instrument',
    instrumentInput(house, '天平', { ...complete, worth: 2, fee: null }),
  )
  await tellPolicy(house, { instrumentId: open, rules: {} })
  await tellBookings(house, [
    {
      instrumentId: open,
      startMs: at('2026-05-05T01:00:00Z'),
      endMs: at('2026-05-05T05:00:00Z'),
      state: 'finished',
      audience: 'external',
      samples: 3,
    },
    {
      instrumentId: open,
      startMs: at('2026-05-06T01:00:00Z'),
      endMs: at('2026-05-06T02:00:00Z'),
      state: 'finished',
    },
  ])
})
afterAll(() => opened.disposeAsync())

const may = 'from=2026-05-01&to=2026-05-31'
const get = (path: string, token?: string) => house.as(token).get(`/api/v1/reports/${path}`)

test('sharing counts what is open above the threshold, and who of others came', async () => {
  const report = SharingReport.parse(await (await get(`sharing?${may}`, 'demo-steward')).json())
  const figures = {
    instruments: 3,
    aboveThreshold: 2,
    open: 1,
    openRate: 0.5,
    usedHours: 5,
    externalHours: 4,
    sharedRate: 0.8,
    outsideBookings: 1,
    outsidePeople: 1,
    samples: 3,
    incomeFen: 0,
  }
  expect(report.total).toMatchObject(figures)
  expect(report.items).toMatchObject([{ key: house.own, ...figures }])
  const guest = SharingReport.parse(await (await get(`sharing?${may}`)).json())
  expect(guest.total).toMatchObject({ usedHours: 5, incomeFen: null })
})

test('the assessment has measured facts for each of its nine indicators', async () => {
  const report = AssessmentReport.parse(
    await (await get(`assessment?${may}`, 'demo-steward')).json(),
  )
  expect(report.indicators).toHaveLength(9)
  const measured = Object.fromEntries(
    report.indicators.flatMap(({ measures }) => measures.map(({ key, value }) => [key, value])),
  )
  expect(measured).toMatchObject({
    rulesShare: 0.3333,
    feesShare: 0.6667,
    openRate: 0.5,
    usedShare: 0.3333,
    effectiveEach: 1.7,
    domesticShare: 0.3333,
    outsidePeople: 1,
    samples: 3,
  })
})

test('both are files too', async () => {
  for (const report of ['sharing', 'assessment']) {
    // oxlint-disable-next-line no-await-in-loop -- two files, one after the other
    const answer = await get(`${report}?${may}&format=xlsx&lang=en`, 'demo-steward')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()))
    expect(rows.length).toBeGreaterThan(2)
  }
  const csv = await (await get(`sharing?${may}&format=csv&lang=en`)).text()
  expect(csv).toContain('Institution,id,Instruments,At or above threshold')
})

const read = async (path: string) =>
  (await house.as('demo-steward').get(`/reports/${path}?${may}&lang=en`)).text()

test('the pages show the same, and lead to the rows', async () => {
  expect(await read('sharing')).toMatch(/rows\?[^"]*what=external[^"]*">4</)
  expect(await read('assessment')).toContain('9. Self-reliance in research equipment')
})
