import { z } from 'zod'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FactsAnswer, LocatedAnswer } from '../../../src/samples/facts/model.ts'
import { publishable } from '../../support/publishable.ts'
import { type TestHouse, testHouse } from '../../support/house.ts'
import { addDonors, alike } from './scene.ts'

const LocatorAnswer = z.object({ items: z.array(LocatedAnswer) })

let house: TestHouse
/** 45 women with plasma and 12 with E11.9 among them, 3 men; 33 are 45, 12 are 57. */
let cohort: string
let yaks: string

beforeAll(async () => {
  house = await testHouse()
  cohort = await collection('队列')
  await addDonors(house.db, cohort, [
    ...alike(33),
    ...alike(12, { diagnoses: ['E11.9'], age: 57 }),
    ...alike(3, { sex: 'male', type: 'urine' }),
  ])
  yaks = await house.add('collection', {
    ...publishable.collection,
    title: { zh: '牦牛' },
    sampleSource: 'animal',
  })
  await addDonors(house.db, yaks, alike(3, { type: 'blood' }), 'animal')
})
afterAll(() => house[Symbol.asyncDispose]())

const collection = (zh: string, options?: { publish: boolean }) =>
  house.add('collection', { ...publishable.collection, title: { zh } }, options)

const read = async (id: string, query = '', token?: string) => {
  const answer = await house.as(token).get(`/api/v1/collections/${id}/facts${query}`)
  expect(answer.status).toBe(200)
  return FactsAnswer.parse(await answer.json())
}

/** Takes secrets until no answer to these questions goes a step down: what is left is rounding alone. */
async function withoutSteps(queries: readonly string[]) {
  for (let turn = 0; turn < 200; turn += 1) {
    await sql`update fact_secret set secret = ${`secret ${turn}`}`.execute(house.db)
    const answers = await Promise.all(queries.map((query) => read(cohort, query, 'demo-curator')))
    const facts = answers.flatMap(({ items }) => items)
    const isPlain = ({ count = 0, exact }: (typeof facts)[number]) =>
      exact === undefined || count === Math.floor(exact.donors / 10) * 10
    if (facts.every(isPlain)) return
  }
  throw new Error('no such secret')
}

const shownOf = (items: FactsAnswer['items'], by: 'sex' | 'ageBand' | 'type' | 'chapter') =>
  Object.fromEntries(items.flatMap((fact) => (fact.count ? [[fact[by] ?? '', fact.count]] : [])))

describe('what everybody sees of a collection of people', () => {
  beforeAll(() => withoutSteps(['', '?by=sex', '?by=ageBand', '?by=type', '?by=chapter']))

  test('is rounded down to tens, and says nothing of fewer than ten', async () => {
    const all = await read(cohort)
    expect(all).toMatchObject({
      counts: 'donors',
      smallestCell: 10,
      total: { count: 40, samples: 40 },
    })
    const { items, others } = await read(cohort, '?by=sex')
    expect(shownOf(items, 'sex')).toEqual({ female: 40 })
    // Men, of whom there are three, and those whose sex is unknown, of whom there is none, look the same.
    const [male, unknown] = ['male', 'unknown'].map((sex) => items.find((item) => item.sex === sex))
    expect({ ...male, sex: '', label: '' }).toEqual({ ...unknown, sex: '', label: '' })
    expect(male).toMatchObject({ suppressed: true })
    expect(others).toEqual({ suppressed: true })
  })

  test('is the same by age, type and disease, and names no value that is not shown', async () => {
    const byAge = await read(cohort, '?by=ageBand')
    expect(shownOf(byAge.items, 'ageBand')).toEqual({ '40-49': 30, '50-59': 10 })
    const byType = await read(cohort, '?by=type')
    expect(shownOf(byType.items, 'type')).toEqual({ plasma: 40 })
    const byChapter = await read(cohort, '?by=chapter')
    expect(shownOf(byChapter.items, 'chapter')).toEqual({ 'E00-E90': 10 })
    const { items } = await read(cohort, '?by=disease&sex=male')
    expect(items).toEqual([])
  })

  test('is one answer to one question, as a filter, as a cell, on the page and in files', async () => {
    const [cell] = (await read(cohort, '?by=sex')).items.filter(({ sex }) => sex === 'female')
    const [asked] = (await read(cohort, '?sex=female')).items
    expect(asked).toMatchObject({ count: cell?.count, samples: cell?.samples })
    const csv = await house.as().get(`/api/v1/collections/${cohort}/facts?by=sex&format=csv`)
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines).toContain(`女（雌）,${cell?.count},${cell?.samples}`)
    expect(lines).toContain('男（雄）,,')
    const page = await (await house.as().get(`/collections/${cohort}/facts`)).text()
    const row = page.split('<tr>').filter((part) => part.includes('女（雌）'))
    expect(row.some((part) => part.includes(`>${cell?.count}</td>`))).toBe(true)
    const xlsx = await house.as().get(`/api/v1/collections/${cohort}/facts?by=sex&format=xlsx`)
    expect(xlsx.status).toBe(200)
  })

  test('is found by code, by block and by chapter, and by the years and ages that are asked for', async () => {
    await withoutSteps([
      '?disease=E11',
      '?disease=E11.9',
      '?disease=E10-E14',
      '?ageFrom=50&ageTo=59',
    ])
    for (const query of ['disease=E11', 'disease=e11.9', 'disease=E10-E14', 'ageFrom=50&ageTo=59'])
      expect((await read(cohort, `?${query}`)).total).toMatchObject({ count: 10 })
    for (const query of ['disease=E12', 'ageFrom=46&ageTo=56', 'year=2019'])
      expect((await read(cohort, `?${query}`)).total).toEqual({ suppressed: true })
  })
})

test('staff see exact counts beside, nobody else does', async () => {
  const exact = { donors: 3, samples: 3 }
  const { items } = await read(cohort, '?by=sex', 'demo-curator')
  expect(items.find(({ sex }) => sex === 'male')).toMatchObject({ suppressed: true, exact })
  for (const token of [undefined, 'demo-researcher', 'demo-outsider', 'demo-pi'])
    expect(JSON.stringify(await read(cohort, '?by=sex', token))).not.toContain('exact')
})

test('samples of donors who withdrew, and those that are used up, count no more from the next request on', async () => {
  const id = await collection('退出')
  await addDonors(house.db, id, alike(30))
  const exactly = async () => (await read(id, '', 'demo-curator')).total.exact
  expect(await exactly()).toEqual({ donors: 30, samples: 30 })
  await sql`update sample set blocked_at = now() where id in
    (select id from sample where record_id = ${id} limit 1)`.execute(house.db)
  expect(await exactly()).toEqual({ donors: 29, samples: 29 })
  await sql`update sample set state = 'used_up' where id in
    (select id from sample where record_id = ${id} and blocked_at is null limit 2)`.execute(
    house.db,
  )
  expect(await exactly()).toEqual({ donors: 27, samples: 27 })
  const { rows } = await sql<{ id: string }>`select donor_id as id from sample
    where record_id = ${id} and blocked_at is null and state = 'stored' limit 1`.execute(house.db)
  const withdrawal = `/api/v1/donors/${rows[0]?.id}/withdrawal`
  expect((await house.as('demo-curator').post(withdrawal, {})).ok).toBe(true)
  expect(await exactly()).toEqual({ donors: 26, samples: 26 })
})

test('what is not of people is counted exactly', async () => {
  const facts = await read(yaks, '?by=type')
  expect(facts).toMatchObject({ counts: 'samples', smallestCell: null, total: { count: 3 } })
  expect(facts.items).toMatchObject([{ type: 'blood', count: 3, samples: 3 }])
  expect(facts.others).toBeNull()
  // With a single person in it, the rule about people holds for all of it.
  await addDonors(house.db, yaks, alike(1))
  expect(await read(yaks, '?by=type')).toMatchObject({
    smallestCell: 10,
    total: { suppressed: true },
  })
})

test('drafts, withdrawn collections and collections that are none are not counted', async () => {
  const draft = await collection('草稿', { publish: false })
  await addDonors(house.db, draft, alike(50))
  const gone = await collection('已撤回')
  await addDonors(house.db, gone, alike(50))
  const withdrawn = await house
    .as('demo-curator')
    .post(`/api/v1/collections/${gone}/withdrawal`, { reason: '鉴定有误，已更正编号' })
  expect(withdrawn.status).toBe(200)
  for (const id of [draft, gone, 'nothing', '00000000-0000-7000-8000-000000000000'])
    for (const path of [`/api/v1/collections/${id}/facts`, `/collections/${id}/facts`])
      expect((await house.as().get(path)).status).toBe(404)
  expect((await read(draft, '', 'demo-curator')).total.exact).toEqual({ donors: 50, samples: 50 })
})

test('the locator finds collections of everybody’s by their shown counts', async () => {
  const hidden = await collection('未公开', { publish: false })
  await addDonors(house.db, hidden, alike(100))
  const find = async (query: string) => {
    const answer = await house.as().get(`/api/v1/collections/locator?${query}`)
    return LocatorAnswer.parse(await answer.json()).items.map(({ id }) => id)
  }
  await withoutSteps(['?type=plasma&sex=female&ageFrom=40&ageTo=60'])
  const criteria = 'type=plasma&sex=female&ageFrom=40&ageTo=60'
  const found = await find(criteria)
  expect(found).toContain(cohort)
  expect(found).not.toContain(hidden)
  expect(await find(`${criteria}&atLeast=41`)).not.toContain(cohort)
  expect(await find('sex=male')).toEqual([])
  const page = await house.as().get(`/collections/locator?${criteria}&atLeast=`)
  expect(await page.text()).toContain(`/collections/${cohort}/facts?`)
})

const settingsPath = () => `/api/v1/collections/${cohort}/sample-settings`

describe('the smallest number shown', () => {
  test('is set by staff, between 5 and 1000, under If-Match, and audited', async () => {
    const curator = house.as('demo-curator')
    const kept = await curator.get(settingsPath())
    expect(await kept.json()).toEqual({ smallestCell: 10, version: 1 })
    const match = { 'if-match': kept.headers.get('etag') ?? '' }
    for (const smallestCell of [4, 1001, 7.5, null])
      expect((await curator.patch(settingsPath(), { smallestCell }, match)).status).toBe(422)
    const changed = await curator.patch(settingsPath(), { smallestCell: 20 }, match)
    expect(await changed.json()).toEqual({ smallestCell: 20, version: 2 })
    expect((await curator.patch(settingsPath(), { smallestCell: 5 }, match)).status).toBe(412)
    expect((await read(cohort)).smallestCell).toBe(20)
    const { rows } =
      await sql`select before, after from audit where action = 'sample_settings.edit'`.execute(
        house.db,
      )
    expect(rows).toEqual([{ before: { smallestCell: 10 }, after: { smallestCell: 20 } }])
  })

  test('is nobody else’s', async () => {
    expect((await house.as().get(settingsPath())).status).toBe(401)
    for (const token of ['demo-researcher', 'demo-outsider'])
      expect((await house.as(token).get(settingsPath())).status).toBe(403)
    const page = await house.as('demo-curator').get(`/collections/${cohort}/sample-settings`)
    expect(page.status).toBe(200)
  })
})

const statusOf = async (query: string) =>
  (await house.as().get(`/api/v1/collections/${cohort}/facts?${query}`)).status

test('a question that nobody can answer is refused in words', async () => {
  for (const query of [
    'by=sex,type,year',
    'by=sex,sex',
    'by=colour',
    'ageFrom=-1',
    'ageFrom=x',
    'year=99999999999',
    'disease=%27',
    'disease=E1',
  ])
    expect(await statusOf(query)).toBe(422)
  for (const query of ['ageFrom=60&ageTo=40', 'sex=nobody', 'sex=&type=&disease=&ageFrom=', 'by='])
    expect(await statusOf(query)).toBe(200)
})
