import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishable } from '../support/publishable.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

const houses: TestHouse[] = []
beforeAll(async () => {
  houses.push(await testHouse())
}, 120_000)
afterAll(async () => {
  await houses.pop()?.[Symbol.asyncDispose]()
})
function scene() {
  const [house] = houses
  if (!house) throw new Error('the house is not there yet')
  return house
}

type Body = {
  id: string
  items: { id: string; kind?: string; code?: string }[]
  [more: string]: unknown
}
async function bodyOf(answer: Response | Promise<Response>) {
  const { status, headers } = await answer
  const text = await (await answer).text()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a test then looks into
  const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Body
  return { status, body, text, etag: headers.get('etag') ?? '' }
}
const curator = () => scene().as('demo-curator')
const ask = async (path: string, as?: string) => bodyOf(scene().as(as).get(`/api/v1${path}`))
async function add(path: string, body: object, as = 'demo-curator') {
  const answer = await bodyOf(scene().as(as).post(`/api/v1${path}`, body))
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return answer.body.id
}
const addBiobank = async (own: object = {}) =>
  add('/biobanks', { institution: scene().own, name: { zh: '测试样本库' }, ...own })
const addCollection = async (title: string, own: object = {}, published = true) =>
  scene().add(
    'collection',
    { ...publishable.collection, institution: scene().own, title: { zh: title }, ...own },
    { publish: published },
  )
const host = async (collection: string, biobank: string, as = 'demo-curator') =>
  scene().as(as).put(`/api/v1/collections/${collection}/biobank`, { biobank })

describe('a biobank', () => {
  test('is public with every attribute of MIABIS, and leaves the list when it is closed', async () => {
    const whole = {
      name: { zh: '祁连样本库', en: 'Qilian biobank' },
      acronym: 'QLB',
      miabisId: 'HEXI:QLB',
      url: 'https://qlb.example/',
      description: { zh: '简介', en: 'About' },
      country: 'CN',
      infrastructure: ['sample_storage', 'biosafety'],
      organisation: ['recontact'],
      bioprocessing: ['genomics'],
      qualityStandards: ['iso20387'],
      contactName: '样本库服务台',
      contactEmail: 'biobank@hexi.example',
      contactPhone: '0931-1234567',
      contactAddress: '兰州',
    }
    const id = await addBiobank(whole)
    const { status, body, etag } = await ask(`/biobanks/${id}`)
    expect([status, etag]).toEqual([200, '"1"'])
    expect(body).toMatchObject({ ...whole, collections: 0, version: 1, closedAt: null })
    const named = await bodyOf(scene().as().get(`/biobanks?q=qlb`))
    expect(named.text).toContain(`/biobanks/${id}`)
    const change = { closed: true, acronym: null }
    const closed = await curator().patch(`/api/v1/biobanks/${id}`, change, { 'if-match': etag })
    expect(await closed.json()).toMatchObject({ acronym: null, url: whole.url, version: 2 })
    expect((await ask('/biobanks?q=qlb')).body.items).toEqual([])
    const page = await bodyOf(scene().as().get(`/biobanks/${id}`))
    expect([page.status, page.text.includes('已停用')]).toEqual([200, true])
  })

  test('is kept by curators of its institution alone', async () => {
    const id = await addBiobank()
    const input = { institution: scene().own, name: { zh: '样本库' } }
    for (const [as, status] of [
      [undefined, 401],
      ['demo-researcher', 403],
      ['demo-outsider', 403],
    ] as const) {
      const other = scene().as(as)
      const changed = other.patch(`/api/v1/biobanks/${id}`, { closed: true }, { 'if-match': '*' })
      expect((await changed).status).toBe(status)
      expect((await other.post('/api/v1/biobanks', input)).status).toBe(status)
    }
    const elsewhere = { ...input, institution: scene().other }
    expect((await curator().post('/api/v1/biobanks', elsewhere)).status).toBe(403)
    const stale = { 'if-match': '"9"' }
    expect((await curator().patch(`/api/v1/biobanks/${id}`, { closed: true }, stale)).status).toBe(
      412,
    )
  })

  test.each([
    ['an unknown code', { infrastructure: ['cellar'] }],
    ['personal mobile number', { contactPhone: '+86 138 0000 1234' }],
    ['half an address', { contactEmail: 'biobank' }],
    ['a country that there is not', { country: 'XX' }],
    ['no name', { name: { zh: ' ' } }],
    ['a text that no database holds', { acronym: 'a\0b' }],
  ])('is refused with %s', async (_, wrong) => {
    const input = { institution: scene().own, name: { zh: '样本库' }, ...wrong }
    expect((await curator().post('/api/v1/biobanks', input)).status).toBe(422)
  })

  test('has a MIABIS ID of its own, also when two take it at once', async () => {
    const input = { institution: scene().own, name: { zh: '样本库' }, miabisId: 'HEXI:ONCE' }
    const both = await Promise.all([
      curator().post('/api/v1/biobanks', input),
      curator().post('/api/v1/biobanks', { ...input, miabisId: 'hexi:once' }),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
  })
})

describe('a collection in a biobank', () => {
  test('is listed to who may see it, and a draft or withdrawn one is not counted for others', async () => {
    const id = await addBiobank({ acronym: 'HOST' })
    const open = await addCollection('公开样本集', { storageTemperatures: ['RT'] })
    const draft = await addCollection('草稿样本集', {}, false)
    const gone = await addCollection('撤回样本集')
    for (const each of [open, draft, gone]) expect((await host(each, id)).status).toBe(204)
    await curator().post(`/api/v1/collections/${gone}/withdrawal`, { reason: '样本已销毁' })
    const seen = await ask(`/biobanks/${id}/collections`)
    expect(seen.body.items.map((one) => one.id)).toEqual([open])
    expect((await ask(`/biobanks/${id}`)).body).toMatchObject({
      collections: 1,
      sampleSources: ['human'],
      sampleTypes: ['blood'],
    })
    const kept = await ask(`/biobanks/${id}/collections`, 'demo-curator')
    expect(new Set(kept.body.items.map((one) => one.id))).toEqual(new Set([open, draft]))
    for (const path of [`/biobanks/${id}`, '/biobanks?q=HOST', `/api/v1/biobanks?q=HOST`]) {
      const { text } = await bodyOf(scene().as().get(path))
      expect(text).not.toContain('草稿样本集')
      expect(text).not.toContain('撤回样本集')
    }
    expect((await ask('/biobanks?q=HOST&temperature=RT')).body.items).toHaveLength(1)
    expect((await ask('/biobanks?q=HOST&source=animal')).body.items).toHaveLength(0)
    const page = await bodyOf(scene().as().get(`/records/${open}`))
    expect(page.text).toContain(`/biobanks/${id}`)
  })

  test('shows the biobank in place of its own fields about one, which are kept and folded away in its form', async () => {
    const id = await addBiobank({ name: { zh: '接管样本库' }, contactPhone: '0931-7654321' })
    const old = { biobankName: '旧样本库名称', infrastructure: ['sample_storage'] }
    const collection = await addCollection('换库样本集', old)
    const page = async () => (await bodyOf(curator().get(`/records/${collection}`))).text
    const form = async () => (await bodyOf(curator().get(`/records/${collection}/edit`))).text
    expect(await page()).toContain(old.biobankName)
    expect(await form()).not.toContain('不显示以下字段')
    await host(collection, id)
    expect(await page()).not.toContain(old.biobankName)
    expect(await page()).toContain('0931-7654321')
    expect(await form()).toMatch(/接管样本库.*不显示以下字段[\s\S]*<details>[\s\S]*旧样本库名称/)
    expect((await ask(`/collections/${collection}`)).body).toMatchObject(old)
    await curator().delete(`/api/v1/collections/${collection}/biobank`)
    expect(await page()).toContain(old.biobankName)
  })

  test('is put there by its own staff alone, and into no biobank of strangers', async () => {
    const id = await addBiobank()
    const collection = await addCollection('样本集')
    expect((await host(collection, id, 'demo-researcher')).status).toBe(403)
    expect((await host(collection, id, 'demo-outsider')).status).toBe(403)
    const strange = await add(
      '/biobanks',
      { institution: scene().other, name: { zh: '别家样本库' } },
      'demo-admin',
    )
    expect((await host(collection, strange)).status).toBe(403)
    expect((await host(collection, id)).status).toBe(204)
    const away = await curator().delete(`/api/v1/collections/${collection}/biobank`)
    expect(away.status).toBe(204)
    expect((await ask(`/biobanks/${id}/collections`)).body.items).toEqual([])
  })
})

const network = {
  juristicPerson: '甘肃省样本库联盟',
  status: 'active',
  countries: 'cn, kz',
  types: ['biobanks'],
  topics: ['sops', 'mta'],
  otherMembers: '阿拉木图样本库\n\n 比什凯克样本库 ',
}

const addNetwork = async () =>
  add('/networks', { institution: scene().own, name: { zh: '丝路样本库网络' }, ...network })

describe('a network', () => {
  test('has every attribute of MIABIS, and the members that its keepers add', async () => {
    const id = await addNetwork()
    const { body } = await ask(`/networks/${id}`)
    expect(body).toMatchObject({
      juristicPerson: network.juristicPerson,
      countries: ['CN', 'KZ'],
      otherMembers: ['阿拉木图样本库', '比什凯克样本库'],
      topics: ['sops', 'mta'],
    })
    const biobank = await addBiobank({ name: { zh: '网络中的样本库' } })
    const collection = await addCollection('网络中的样本集')
    const draft = await addCollection('未公开的样本集', {}, false)
    const join = async (kind: string, member: string, as = 'demo-curator') =>
      (await scene().as(as).post(`/api/v1/networks/${id}/members`, { kind, member })).status
    const found = await bodyOf(curator().get(`/networks/${id}?find=网络中`))
    expect(found.text).toContain(`value="${biobank}"`)
    expect(await join('biobank', biobank, 'demo-outsider')).toBe(403)
    expect(await join('biobank', biobank)).toBe(204)
    expect(await join('biobank', biobank)).toBe(409)
    expect(await join('collection', collection)).toBe(204)
    expect(await join('biobank', collection)).toBe(404)
    expect(await join('collection', draft)).toBe(404)
    const members = await ask(`/networks/${id}/members`)
    expect(new Set(members.body.items.map(({ kind }) => kind))).toEqual(
      new Set(['biobank', 'collection']),
    )
    await curator().post(`/api/v1/collections/${collection}/withdrawal`, { reason: '样本已销毁' })
    expect((await ask(`/networks/${id}`)).body).toMatchObject({ members: 1 })
    const out = await curator().delete(`/api/v1/networks/${id}/members/${biobank}`)
    expect(out.status).toBe(204)
    expect((await ask(`/networks/${id}/members`)).body.items).toEqual([])
  })
})

const input = () => ({
  institution: scene().own,
  name: { zh: '高原糖尿病研究' },
  sampleSource: 'human',
  sampleTypes: ['plasma'],
  ageLow: 40,
  ageLowUnit: 'years',
  diseases: ['e11.9', 'orpha:558'],
  publications: '10.1000/one\n10.1000/two',
  subjectsTotal: 400,
  useConditions: ['collaboration'],
})

describe('a research resource', () => {
  test('has every attribute of MIABIS and the public collections that it was made of', async () => {
    const id = await add('/research-resources', input())
    expect((await ask(`/research-resources/${id}`)).body).toMatchObject({
      diseases: ['E11.9', 'ORPHA:558'],
      ageLow: 40,
      publications: ['10.1000/one', '10.1000/two'],
      collections: 0,
    })
    const collection = await addCollection('研究用样本集')
    const put = async (as?: string) =>
      (await scene().as(as).post(`/api/v1/research-resources/${id}/collections`, { collection }))
        .status
    expect([
      await put('demo-outsider'),
      await put('demo-curator'),
      await put('demo-curator'),
    ]).toEqual([403, 204, 409])
    const listed = await ask(`/research-resources/${id}/collections`)
    expect(listed.body.items.map((one) => one.id)).toEqual([collection])
    const page = await bodyOf(scene().as().get(`/research-resources/${id}`))
    expect(page.text).toContain('研究用样本集')
  })

  test('is refused with an age that has no unit, a disease that is no code', async () => {
    const { ageLowUnit: _, ...noUnit } = input()
    expect((await curator().post('/api/v1/research-resources', noUnit)).status).toBe(422)
    const words = { ...input(), diseases: '糖尿病' }
    expect((await curator().post('/api/v1/research-resources', words)).status).toBe(422)
    const id = await add('/research-resources', input())
    const half = { ageLowUnit: null }
    const changed = curator().patch(`/api/v1/research-resources/${id}`, half, { 'if-match': '*' })
    expect((await changed).status).toBe(422)
  })
})

test('a collection of human samples is published with ethics approval and filing alone, others without', async () => {
  const own = { institution: scene().own, title: { zh: '样本集' }, sampleTypes: ['other'] }
  const publish = async (more: object) => {
    const id = await scene().add('collection', { ...own, ...more }, { publish: false })
    return bodyOf(curator().post(`/api/v1/collections/${id}/publication`, {}))
  }
  const { status, body } = await publish({ sampleSource: 'human' })
  expect(status).toBe(422)
  expect(body['issues']).toMatchObject([{ path: 'ethicsApproval' }, { path: 'hgrFiling' }])
  expect((await publish({ sampleSource: 'geological' })).status).toBe(200)
  const permits = { ethicsApproval: 'LZUH-1', hgrFiling: 'HGR-1' }
  expect((await publish({ sampleSource: 'human', ...permits })).status).toBe(200)
})

test('what is to be done in a biobank is listed to who keeps its collections, and to nobody else', async () => {
  const { db, own, services } = scene()
  const id = await addBiobank()
  const record_id = await addCollection('在库样本集', { sampleSource: 'animal' })
  await host(record_id, id)
  const at = services.now()
  const common = {
    record_id,
    institution_id: own,
    family: 'animal',
    type: 'dna',
    created_at: at,
    amount: 1,
    state: 'stored',
    blocked_at: null,
  }
  await db
    .insertInto('sample')
    .values([
      { ...common, code: 'W-UNPLACED' },
      { ...common, code: 'W-EMPTY', amount: 0 },
      { ...common, code: 'W-OUT', state: 'out' },
      { ...common, code: 'W-OVERDUE', state: 'out' },
      { ...common, code: 'W-BLOCKED', blocked_at: at },
      { ...common, code: 'W-SHIPPED', state: 'shipped' },
    ])
    .execute()
  const left = at.subtract({ hours: 91 * 24 })
  const events = db.insertInto('sample_event').columns(['sample_id', 'kind', 'at'])
  const sent = db.selectFrom('sample').where('code', '=', 'W-OVERDUE')
  await events
    .expression(sent.select(['id', sql.lit('ship').as('kind'), sql.val(left).as('at')]))
    .execute()
  const path = `/biobanks/${id}/work`
  const { body } = await ask(path, 'demo-curator')
  expect(body.items.map(({ kind, code }) => [kind, code])).toEqual([
    ['withdrawn', 'W-BLOCKED'],
    ['overdue', 'W-OVERDUE'],
    ['out', 'W-OUT'],
    ['empty', 'W-EMPTY'],
    ['unplaced', 'W-UNPLACED'],
  ])
  expect((await ask(`${path}?kind=empty`, 'demo-curator')).body.items).toHaveLength(1)
  expect((await ask(path)).status).toBe(401)
  expect((await ask(path, 'demo-researcher')).status).toBe(403)
})
