import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const alfalfa = {
  title: { zh: '陇东紫花苜蓿', en: 'Longdong alfalfa' },
  accenumb: 'ZXM000123',
  genus: 'Medicago',
  species: 'sativa',
  origcty: 'CHN',
  colldate: '1981----',
  access: 'on_request',
}

describe('a record', () => {
  test('is created by a curator, as a draft of their institution', async () => {
    const answer = await house.as('demo-curator').post('/api/v1/accessions', alfalfa)
    expect(answer.status).toBe(201)
    const record = await answer.json()
    expect(record).toMatchObject({
      kind: 'accession',
      profile: 'plant',
      title: alfalfa.title,
      visibility: 'draft',
      accenumb: 'ZXM000123',
      colldate: '1981----',
      institution: { id: house.own },
      taxon: 'Medicago sativa',
    })
    expect(answer.headers.get('location')).toBe(`/api/v1/accessions/${record.id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
  })

  test('has papers, whose DOIs lead to them', async () => {
    const literature = ['Li (2020). Alfalfa, doi:10.1000/ab(c)1.', '石峰 1998']
    const id = await house.add('accession', { ...alfalfa, literature })
    const page = await (await house.as().get(`/records/${id}`)).text()
    expect(page).toContain('<a href="https://doi.org/10.1000/ab(c)1">10.1000/ab(c)1</a>.')
    expect(page).toContain('石峰 1998')
  })

  test('needs a title in one language, and says so', async () => {
    const answer = await house.as('demo-curator').post('/api/v1/datasets', { title: {} })
    expect(answer.status).toBe(422)
    expect((await answer.json()).issues).toEqual([
      { path: 'title', message: '请至少用一种语言填写名称。' },
    ])
  })

  test('names every wrong field at once', async () => {
    const answer = await house.as('demo-curator').post('/api/v1/accessions', {
      title: { en: 'x' },
      declatitude: 123,
      origcty: 'XXX',
      colour: 'red',
    })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const paths = (await answer.json()).issues.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['declatitude', 'colour']))
  })

  test('refuses a code that its vocabulary does not have', async () => {
    const answer = await house
      .as('demo-curator')
      .post('/api/v1/accessions', { title: { en: 'x' }, origcty: 'XXX' })
    expect(answer.status).toBe(422)
    expect((await answer.json()).issues).toMatchObject([{ path: 'origcty' }])
  })

  test('that cannot be read as JSON is 400, as another type 415', async () => {
    const curator = { authorization: 'Bearer demo-curator' }
    const broken = await house.app.request('/api/v1/accessions', {
      method: 'POST',
      headers: { ...curator, 'content-type': 'application/json' },
      body: '{"title":',
    })
    expect(broken.status).toBe(400)
    const text = await house.app.request('/api/v1/accessions', {
      method: 'POST',
      headers: { ...curator, 'content-type': 'text/plain' },
      body: 'title=x',
    })
    expect(text.status).toBe(415)
  })

  test('is not created by anybody else', async () => {
    expect((await house.as().post('/api/v1/accessions', alfalfa)).status).toBe(401)
    expect((await house.as('demo-researcher').post('/api/v1/accessions', alfalfa)).status).toBe(403)
    const foreign = { ...alfalfa, institution: house.other }
    expect((await house.as('demo-curator').post('/api/v1/accessions', foreign)).status).toBe(403)
    expect((await house.as('no-such-token').get('/api/v1/records/x')).status).toBe(401)
  })
})

describe('a change', () => {
  test('needs the version that was read, and a stale one is refused', async () => {
    const id = await house.add('accession', alfalfa)
    const curator = house.as('demo-curator')
    const path = `/api/v1/accessions/${id}`
    const etag = (await curator.get(path)).headers.get('etag') ?? ''
    expect((await curator.patch(path, { cropname: '苜蓿' })).status).toBe(422)
    const changed = await curator.patch(path, { cropname: '苜蓿' }, { 'if-match': etag })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({ cropname: '苜蓿', accenumb: 'ZXM000123' })
    const stale = await curator.patch(path, { cropname: 'x' }, { 'if-match': etag })
    expect(stale.status).toBe(412)
    expect((await curator.patch(path, { cropname: 'x' }, { 'if-match': '*' })).status).toBe(200)
  })

  test('keeps what it does not name and empties what it says is null', async () => {
    const id = await house.add('accession', { ...alfalfa, cropname: '苜蓿', acqdate: '2001----' })
    const answer = await house
      .as('demo-curator')
      .patch(
        `/api/v1/accessions/${id}`,
        { cropname: null, title: { en: 'Alfalfa' } },
        { 'if-match': '*' },
      )
    expect(await answer.json()).toMatchObject({
      title: { zh: '陇东紫花苜蓿', en: 'Alfalfa' },
      cropname: null,
      acqdate: '2001----',
    })
  })

  test('is in the history, with its differences for the curator only', async () => {
    const id = await house.add('accession', alfalfa)
    const curator = house.as('demo-curator')
    await curator.patch(`/api/v1/accessions/${id}`, { cropname: '苜蓿' }, { 'if-match': '*' })
    const history = await (await curator.get(`/api/v1/records/${id}/history`)).json()
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
      'record.edit',
      'record.publish',
      'record.create',
    ])
    expect(history.items[0]).toMatchObject({
      before: { cropname: null },
      after: { cropname: '苜蓿' },
    })
    const outside = await (await house.as().get(`/api/v1/records/${id}/history`)).json()
    expect(outside.items).toMatchObject([
      { action: 'record.edit', before: {}, actor: { name: null } },
      {},
    ])
  })
})

describe('publication', () => {
  test('waits for the fields that it needs, and names them', async () => {
    const id = await house.add('accession', { title: { en: 'No number' } }, { publish: false })
    const answer = await house.as('demo-curator').post(`/api/v1/accessions/${id}/publication`)
    expect(answer.status).toBe(422)
    expect((await answer.json()).issues).toMatchObject([{ path: 'accenumb' }])
  })

  test('of core data is refused, and important data is never open', async () => {
    const dataset = {
      title: { en: 'Dam safety' },
      creators: [{ name: 'Gansu Bureau', nameType: 'Organizational' }],
      publicationYear: 2024,
      resourceTypeGeneral: 'Dataset',
    }
    const core = await house.add('dataset', { ...dataset, dataGrade: 'core' }, { publish: false })
    const refused = await house.as('demo-curator').post(`/api/v1/datasets/${core}/publication`)
    expect((await refused.json()).issues).toMatchObject([{ path: 'dataGrade' }])
    const open = { ...dataset, dataGrade: 'important', access: 'open' }
    const important = await house.add('dataset', open, { publish: false })
    const again = await house.as('demo-curator').post(`/api/v1/datasets/${important}/publication`)
    expect((await again.json()).issues).toMatchObject([{ path: 'access' }])
  })

  test('happens once', async () => {
    const id = await house.add('accession', alfalfa)
    const answer = await house.as('demo-curator').post(`/api/v1/accessions/${id}/publication`)
    expect(answer.status).toBe(409)
  })
})

test('an Idempotency-Key makes one record of many tries', async () => {
  const key = { 'idempotency-key': 'seeds-2026-1' }
  const create = () => house.as('demo-curator').post('/api/v1/accessions', alfalfa, key)
  const answers = await Promise.all([create(), create(), create(), create()])
  const made = answers.filter(({ status }) => status === 201)
  expect(made.length).toBeGreaterThan(0)
  const later = await create()
  expect(later.status).toBe(201)
  const ids = await Promise.all([...made, later].map(async (one) => (await one.json()).id))
  expect(new Set(ids).size).toBe(1)
  const other = await house
    .as('demo-curator')
    .post('/api/v1/accessions', { title: { en: 'Other' } }, key)
  expect(other.status).toBe(422)
})
