import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CompletenessAnswer } from '../../../src/germplasm/quality/model.ts'
import { judgeRecords } from '../../../src/catalog/search/actions.ts'
import { systemContext } from '../../../src/jobs.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

let house: TestHouse
const ids = { whole: '', poor: '', wrong: '', strain: '', draft: '' }

const addressed = (id: string, part: string) => `/api/v1/accessions/${id}/${part}`
const Listed = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const Report = z.object({
  items: z.array(z.looseObject({ key: z.string().nullable(), passports: z.int() })),
  next: z.array(z.object({ fields: z.array(z.string()), adds: z.number() })),
  total: z.looseObject({ passports: z.int(), mean: z.number().nullable() }),
})

async function idsIn(path: string, token = 'demo-curator') {
  const answer = await house.as(token).get(`/api/v1${path}`)
  return Listed.parse(await answer.json()).items.map(({ id }) => id)
}
const report = async (query: string, token?: string) =>
  Report.parse(await (await house.as(token).get(`/api/v1/reports/germplasm?${query}`)).json())
const page = async (path: string, token?: string) => (await house.as(token).get(path)).text()

const named = (accenumb: string) => ({ title: { en: accenumb }, accenumb })

beforeAll(async () => {
  house = await testHouse()
  ids.whole = await house.add('accession', {
    ...named('NR 1'),
    library: 'forage',
    genus: 'Medicago',
    species: 'sativa',
    sampstat: '300',
    origcty: 'CHN',
  })
  ids.poor = await house.add('accession', named('NR 2'))
  ids.wrong = await house.add('accession', {
    ...named('NR 3'),
    origcty: 'TUR',
    declatitude: 32.8,
    declongitude: 39.9,
    latitude: '3248--N',
    longitude: '03954--E',
  })
  ids.strain = await house.add('accession', { ...named('ACR 4'), profile: 'microbe' })
  ids.draft = await house.add('accession', named('NR 5'), { publish: false })
}, 120_000)
afterAll(async () => house[Symbol.asyncDispose]())

describe('The completeness of a passport', () => {
  test('is for whoever may read it', async () => {
    const answer = await house.as().get(addressed(ids.whole, 'completeness'))
    const { index, next } = CompletenessAnswer.parse(await answer.json())
    // 120 + 80 + 80 for genus, species and status, 80 for a landrace’s country.
    expect(index).toBe(3.6)
    expect(next[0]).toEqual({ fields: ['declatitude', 'declongitude'], adds: 0.8 })
    expect((await house.as().get(addressed(ids.draft, 'completeness'))).status).toBe(404)
  })

  test('is none for a strain', async () => {
    const answer = await house.as().get(addressed(ids.strain, 'completeness'))
    expect(await answer.json()).toEqual({ index: null, next: [] })
  })

  test('changes with the record', async () => {
    const path = `/api/v1/accessions/${ids.poor}`
    const { index } = z
      .object({ index: z.number() })
      .parse(await (await house.as().get(`${path}/completeness`)).json())
    await house.as('demo-curator').patch(path, { genus: 'Zea' }, { 'if-match': '*' })
    expect(await (await house.as().get(`${path}/completeness`)).json()).toMatchObject({
      index: index + 1.2,
    })
    const { total } = await report('')
    expect(total.passports).toBe(3)
  })

  test('is on the page for those who keep it, with links to the form', async () => {
    const own = await page(`/records/${ids.whole}`, 'demo-curator')
    expect(own).toContain('<meter')
    expect(own).toContain(`/records/${ids.whole}/edit#field-declatitude`)
    expect(await page(`/records/${ids.whole}`)).not.toContain('<meter')
  })
})

describe('What looks wrong', () => {
  test('is told to those who keep the record, and to nobody else', async () => {
    const path = addressed(ids.wrong, 'findings')
    expect(await (await house.as('demo-curator').get(path)).json()).toMatchObject({
      findings: [{ code: 'coordinates_swapped', mend: { declatitude: 39.9, latitude: '3954--N' } }],
    })
    expect((await house.as('demo-outsider').get(path)).status).toBe(403)
    expect((await house.as().get(path)).status).toBe(401)
    expect(await page(`/records/${ids.wrong}`, 'demo-curator')).toContain('经纬度颠倒')
    expect(await page(`/records/${ids.wrong}`, 'demo-outsider')).not.toContain('经纬度颠倒')
  })

  test('stands in the list of the curator, by kind of finding, until it is put right', async () => {
    const list = '/suspicious-passports'
    expect(await idsIn(list)).toEqual([ids.wrong])
    expect(await idsIn(`${list}?code=outside_country`)).toEqual([])
    expect(await idsIn(`${list}?code=coordinates_swapped`)).toEqual([ids.wrong])
    expect(await idsIn(list, 'demo-outsider')).toEqual([])
    const finding = { code: 'coordinates_swapped', field: 'declatitude' }
    const mends = addressed(ids.wrong, 'mends')
    expect((await house.as('demo-outsider').post(mends, finding)).status).toBe(403)
    expect((await house.as('demo-curator').post(mends, finding)).status).toBe(204)
    expect((await house.as('demo-curator').post(mends, finding)).status).toBe(409)
    expect(await idsIn(list)).toEqual([])
    const mended = await house.as().get(`/api/v1/accessions/${ids.wrong}`)
    expect(await mended.json()).toMatchObject({
      declatitude: 39.9,
      declongitude: 32.8,
      latitude: '3954--N',
      longitude: '03248--E',
    })
  })

  test('a name that is rare while one like it is common', async () => {
    for (let at = 0; at < 10; at += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await house.add('accession', {
        title: { en: `Onobrychis ${at}` },
        accenumb: `ON ${at}`,
        genus: 'Onobrychis',
        species: 'viciifolia',
      })
    const id = await house.add('accession', {
      title: { en: 'Sainfoin' },
      accenumb: 'ON 99',
      genus: 'Onobrichis',
      species: 'viciifolia',
    })
    const answer = await house.as('demo-curator').get(addressed(id, 'findings'))
    expect(await answer.json()).toMatchObject({
      findings: [{ code: 'taxon_spelling', field: 'genus', mend: { genus: 'Onobrychis' } }],
    })
    const right = await house.as('demo-curator').get(addressed(ids.whole, 'findings'))
    expect(await right.json()).toEqual({ findings: [] })
  })
})

describe('The curator’s lists', () => {
  test('have the least complete first, drafts too, strains never', async () => {
    const [first, ...rest] = await idsIn('/incomplete-passports?limit=200')
    expect(first).toBe(ids.draft)
    expect(rest).toContain(ids.poor)
    expect(rest).not.toContain(ids.strain)
    expect(await idsIn('/incomplete-passports?library=forage')).toEqual([ids.whole])
    const list = await (await house.as('demo-curator').get('/api/v1/incomplete-passports')).json()
    const one = await (
      await house.as('demo-curator').get(`/api/v1/accessions/${ids.poor}/completeness`)
    ).json()
    const listed = list.items.find(({ id }: { id: string }) => id === ids.poor)
    expect(listed.next).toEqual(one.next.slice(0, 3))
    expect(await idsIn('/incomplete-passports', 'demo-outsider')).toEqual([])
    expect((await house.as().get('/api/v1/incomplete-passports')).status).toBe(401)
  })

  test('are pages beside the one of all records', async () => {
    const desk = await page('/desk', 'demo-curator')
    expect(desk).toContain('href="/desk/incomplete-passports"')
    const html = await page('/desk/incomplete-passports?below=3', 'demo-curator')
    expect(html).toContain('NR 5')
    expect(html).not.toContain('>NR 1<')
    expect(html).toContain('属（拉丁名）、')
    expect((await house.as('demo-curator').get('/desk/suspicious-passports')).status).toBe(200)
  })
})

test('a collecting date is compared with the founding of whoever collected, on the list too', async () => {
  await sql`update institution set wiews = 'CHN777', founded = 1990 where id = ${house.other}`.execute(
    house.db,
  )
  const collected = { collcode: ['CHN777'], colldate: '1950----' }
  const id = await house.add('accession', { ...named('NR 6'), ...collected })
  expect(await idsIn('/suspicious-passports?code=before_institute')).toEqual([id])
  const answer = await house.as('demo-curator').get(addressed(id, 'findings'))
  expect(await answer.json()).toMatchObject({ findings: [{ code: 'before_institute' }] })
})

describe('The report', () => {
  test('sums by institution, library or collection what the viewer may see', async () => {
    const { items, total } = await report('by=library')
    expect(items.find(({ key }) => key === 'forage')).toMatchObject({
      name: { en: 'Forage' },
      passports: 1,
      mean: 3.6,
      lowest: 3.6,
      highest: 3.6,
      bins: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    })
    const own = await report('by=institution', 'demo-curator')
    expect(own.items.map(({ key }) => key)).toEqual([house.own])
    expect(own.total.passports).toBe(total.passports + 1)
    expect((await report(`institution=${house.other}`)).total).toMatchObject({
      passports: 0,
      mean: null,
    })
    expect((await report('by=collection')).items.map(({ key }) => key)).toEqual([null])
  })

  test('says what to fill in next in the least complete, as far as the viewer sees them', async () => {
    const { next } = await report('')
    expect(next[0]).toMatchObject({ fields: ['sampstat'] })
    const adds = next.map((one) => one.adds)
    expect(adds).toEqual(adds.toSorted((one, other) => other - one))
    expect((await report(`institution=${house.other}`)).next).toEqual([])
    expect(await page('/reports/germplasm?lang=en')).toContain(
      'Fill in next for the least complete passports: Biological status',
    )
  })

  test('is of a period where one is asked for', async () => {
    expect((await report('to=1999-12-31')).total.passports).toBe(0)
    expect((await report('from=2000-01-01')).total.passports).toBeGreaterThan(0)
    const wrong = await house.as().get('/api/v1/reports/germplasm?from=2026-01-02&to=2026-01-01')
    expect(wrong.status).toBe(422)
  })

  test('is a page and a file', async () => {
    expect(await page('/reports/germplasm?by=library')).toContain('种质护照完整度')
    const file = await house.as().get('/api/v1/reports/germplasm?by=library&format=csv')
    expect(await file.text()).toContain('3.6')
  })
})

test('records from before there was a judgement are judged by a job', async () => {
  await sql`update record set findings = null, completeness = null`.execute(house.db)
  expect((await report('')).total.passports).toBe(0)
  const ctx = systemContext(house.services, 'judge_records')
  expect(await judgeRecords(ctx)).toBeGreaterThan(10)
  expect(await judgeRecords(ctx)).toBe(0)
  expect((await report('by=library')).items.find(({ key }) => key === 'forage')?.passports).toBe(1)
})
