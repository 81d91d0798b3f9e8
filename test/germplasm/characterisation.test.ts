import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse, type TestHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

const height = {
  code: 'GS-HEIGHT',
  name: { zh: '株高', en: 'Plant height' },
  category: 'agronomic',
  scale: 'numerical',
  unit: 'cm',
  lowest: 0,
  highest: 400,
}
const habit = {
  code: 'GS-HABIT',
  name: { zh: '株型', en: 'Growth habit' },
  category: 'morphological',
  scale: 'ordinal',
  classes: '1 = 直立 / erect\n2 = 半直立 / semi-erect\n3 = 匍匐 / prostrate',
}

const Made = z.looseObject({ id: z.string() })
let s: TestHouse
let [trial, first, second, draft, foreign] = ['', '', '', '', '']

const as = (token?: string) => s.as(token)
const made = async (path: string, json: object, token = 'demo-curator') =>
  Made.parse(await (await as(token).post(path, json)).json()).id
const accession = async (accenumb: string, options = {}) =>
  s.add('accession', { ...publishable.accession, accenumb, title: { zh: accenumb } }, options)
const enter = async (observations: object[], token = 'demo-curator', at = trial) =>
  as(token).post(`/api/v1/trials/${at}/observations`, { observations })
const json = async (path: string, token?: string) => (await as(token).get(path)).json()

beforeAll(async () => {
  s = await testHouse()
  await made('/api/v1/traits', height)
  await made('/api/v1/traits', habit)
  trial = await made('/api/v1/trials', {
    institution: s.own,
    code: 'ZY-2025',
    name: { zh: '张掖 2025 春播' },
    season: '2025',
    startsOn: '2025-04-01',
    endsOn: '2025-09-30',
  })
  foreign = await made(
    '/api/v1/trials',
    { institution: s.other, code: 'DH', name: { zh: '敦煌' }, season: '2025' },
    'demo-admin',
  )
  first = await accession('ZM 1')
  second = await accession('ZM 2')
  draft = await accession('ZM 3', { publish: false })
})
afterAll(() => s[Symbol.asyncDispose]())

describe('a trait', () => {
  test.each([
    ['a scale of classes without classes', { ...habit, code: 'A', classes: '1 = only' }, 'classes'],
    ['classes of one code', { ...habit, code: 'A', classes: '1 = a\n1 = b' }, 'classes'],
    ['a number with classes', { ...height, code: 'A', classes: '1 = a\n2 = b' }, 'classes'],
    ['bounds the wrong way round', { ...height, code: 'A', lowest: 9, highest: 1 }, 'highest'],
    ['no name', { ...height, code: 'A', name: {} }, 'name'],
  ])('is refused with %s', async (_, input, path) => {
    const answer = await as('demo-curator').post('/api/v1/traits', input)
    expect([answer.status, await answer.json()]).toMatchObject([422, { issues: [{ path }] }])
  })

  test('is kept by curators, has its code alone, and is changed under its version', async () => {
    expect((await as('demo-researcher').post('/api/v1/traits', height)).status).toBe(403)
    expect((await as().post('/api/v1/traits', height)).status).toBe(401)
    expect((await as('demo-curator').post('/api/v1/traits', height)).status).toBe(409)
    const { items } = z
      .object({ items: z.array(Made) })
      .parse(await json('/api/v1/traits?q=height'))
    const path = `/api/v1/traits/${items[0]?.id}`
    const change = async (match: string, fields: object) =>
      as('demo-curator').patch(path, fields, { 'if-match': match })
    expect((await change('"9"', { unit: 'm' })).status).toBe(412)
    // A rule across fields sees what is there and what is changed together.
    expect((await change('"1"', { highest: -1 })).status).toBe(422)
    expect(await (await change('"1"', { highest: 300 })).json()).toMatchObject({
      lowest: 0,
      highest: 300,
      version: 2,
    })
  })
})

describe('observations', () => {
  test('are entered all or nothing, and every fault is named', async () => {
    const answer = await enter([
      { accession: 'ZM 1', trait: 'GS-HEIGHT', value: '95' },
      { accession: 'nobody', trait: 'GS-HEIGHT', value: '95' },
      { accession: 'ZM 1', trait: 'GS-WIDTH', value: '95' },
      { accession: 'ZM 2', trait: 'GS-HEIGHT', value: '12,5' },
      { accession: 'ZM 2', trait: 'GS-HEIGHT', value: '999' },
      { accession: 'ZM 2', trait: 'GS-HABIT', value: 'upside down' },
      { accession: 'ZM 1', trait: 'GS-HEIGHT', value: '96' },
    ])
    const { issues } = z
      .object({ issues: z.array(z.object({ path: z.string() })) })
      .parse(await answer.json())
    expect([answer.status, issues.map(({ path }) => path)]).toEqual([
      422,
      [
        'observations.1.accession',
        'observations.2.trait',
        'observations.3.value',
        'observations.4.value',
        'observations.5.value',
        'observations.6.accession',
      ],
    ])
    expect(await json(`/api/v1/trials/${trial}/observations`)).toMatchObject({ items: [] })
  })

  test('are read as their scale has them; the same plot again is a correction', async () => {
    const replicates = [90, 100, 110].map((value, at) => ({
      accession: 'ZM 1',
      trait: 'GS-HEIGHT',
      value: String(value),
      replicate: at + 1,
    }))
    const answer = await enter([
      ...replicates,
      { accession: second, trait: 'GS-HEIGHT', value: '１２０' },
      { accession: second, trait: 'GS-HABIT', value: '匍匐' },
      { accession: 'ZM 1', trait: 'GS-HABIT', value: 'ERECT' },
    ])
    expect(await answer.json()).toEqual({ entered: 6, corrected: 0 })
    const again = await enter([{ ...replicates[0], value: '93' }])
    expect(await again.json()).toEqual({ entered: 0, corrected: 1 })
    expect(await json(`/api/v1/accessions/${first}/traits`)).toMatchObject({
      items: [
        { trait: { code: 'GS-HABIT' }, value: '1', valueText: { zh: '直立', en: 'erect' } },
        { trait: { code: 'GS-HEIGHT' }, mean: 101, observations: 3, seasons: ['2025'] },
      ],
    })
  })

  test('are shown of accessions that one may see, and counted of no others', async () => {
    expect((await enter([{ accession: draft, trait: 'GS-HEIGHT', value: '50' }])).status).toBe(200)
    const total = async (token?: string) =>
      z
        .object({ total: z.object({ value: z.int() }) })
        .parse(await json(`/api/v1/trials/${trial}/observations`, token)).total.value
    expect([await total(), await total('demo-outsider'), await total('demo-curator')]).toEqual([
      6, 6, 7,
    ])
    const { items } = z
      .object({ items: z.array(Made) })
      .parse(await json('/api/v1/traits?q=height'))
    const spread = `/api/v1/traits/${items[0]?.id}/distribution`
    expect(await json(spread)).toMatchObject({ observations: 4, accessions: 2 })
    expect(await json(spread, 'demo-curator')).toMatchObject({ observations: 5, accessions: 3 })
    expect((await as().get(`/api/v1/accessions/${draft}/traits`)).status).toBe(404)
    expect((await as().get(`/api/v1/comparison?accession=${draft}`)).status).toBe(422)
  })

  test('are entered and removed by who keeps the trial alone', async () => {
    const one = { accession: 'ZM 1', trait: 'GS-HEIGHT', value: '70' }
    expect((await enter([one], 'demo-researcher')).status).toBe(403)
    expect((await enter([one], 'demo-curator', foreign)).status).toBe(403)
    const { items } = z
      .object({ items: z.array(Made) })
      .parse(await json(`/api/v1/trials/${trial}/observations?accession=ZM%202`))
    const path = `/api/v1/trials/${trial}/observations/${items[0]?.id}`
    expect((await as('demo-researcher').delete(path)).status).toBe(403)
    expect((await as('demo-admin').delete(path.replace(trial, foreign))).status).toBe(404)
    expect((await as('demo-curator').delete(path)).status).toBe(204)
    expect((await as('demo-curator').delete(path)).status).toBe(404)
  })

  test('are pasted as a table of accessions and traits', async () => {
    const paste = async (table: string) => {
      const form = new FormData()
      form.set('table', table)
      return as('demo-curator').post(`/trials/${trial}/observations`, form)
    }
    const bad = await paste('高度\n12')
    expect([bad.status, (await bad.text()).includes('高度')]).toEqual([422, true])
    const table = '种质编号\t重复\tGS-HEIGHT\tGS-HABIT\nZM 2\t4\t88\t\nZM 1\t4\t\t2\n'
    expect((await paste(table)).status).toBe(303)
    expect(await json(`/api/v1/trials/${trial}/observations?accession=ZM%202`)).toMatchObject({
      items: [{ value: '88', replicate: 4 }, {}],
    })
  })
})

test('accessions stand side by side in the order in which they were named, also in a file', async () => {
  const path = `/api/v1/comparison?accession=ZM%202&accession=${first}`
  const compared = z
    .object({ accessions: z.array(z.object({ number: z.string() })) })
    .parse(await json(path))
  expect(compared.accessions.map(({ number }) => number)).toEqual(['ZM 2', 'ZM 1'])
  const file = await (await as().get(`${path}&format=csv`)).text()
  expect(file.split('\r\n')[0]).toBe('性状,ZM 2,ZM 1')
  const many = Array.from({ length: 13 }, (_, at) => `accession=${at}`).join('&')
  expect((await as().get(`/api/v1/comparison?${many}`)).status).toBe(422)
})

test.each(['/traits', '/trials', '/comparison', `/comparison?accession=ZM%201`])(
  'the page %s is there in both languages, and says what there is',
  async (path) => {
    for (const lang of ['zh-CN', 'en']) {
      // oxlint-disable-next-line no-await-in-loop -- one language after the other
      const answer = await s.app.request(path, { headers: { 'accept-language': lang } })
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect([answer.status, (await answer.text()).includes('<h1')]).toEqual([200, true])
    }
  },
)
