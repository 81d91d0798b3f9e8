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

describe('seeing a record', () => {
  test('a draft is its curators’ alone', async () => {
    const id = await house.add('accession', alfalfa, { publish: false })
    const path = `/api/v1/records/${id}`
    expect((await house.as().get(path)).status).toBe(404)
    expect((await house.as('demo-researcher').get(path)).status).toBe(404)
    expect((await house.as('demo-outsider').get(path)).status).toBe(404)
    expect((await house.as('demo-curator').get(path)).status).toBe(200)
    expect((await house.as('demo-admin').get(path)).status).toBe(200)
    expect((await house.as().get(`/records/${id}`)).status).toBe(404)
  })

  test('an audience is who it says', async () => {
    const members = await house.add('accession', { ...alfalfa, audience: 'members' })
    const own = await house.add('accession', { ...alfalfa, audience: 'institution' })
    const status = async (token: string | undefined, id: string) =>
      (await house.as(token).get(`/api/v1/records/${id}`)).status
    expect(await status(undefined, members)).toBe(404)
    expect(await status('demo-outsider', members)).toBe(200)
    expect(await status('demo-outsider', own)).toBe(404)
    expect(await status('demo-researcher', own)).toBe(200)
  })

  test('a withdrawn one leaves its tombstone: title, reason and date, nothing else', async () => {
    const id = await house.add('accession', { ...alfalfa, summary: { en: 'Secret of the trade' } })
    const reason = { reason: '鉴定有误，已更正编号' }
    const withdrawn = await house
      .as('demo-curator')
      .post(`/api/v1/accessions/${id}/withdrawal`, reason)
    expect(withdrawn.status).toBe(200)
    const tombstone = await (await house.as().get(`/api/v1/records/${id}`)).json()
    expect(tombstone).toMatchObject({
      visibility: 'withdrawn',
      withdrawal: reason,
      title: alfalfa.title,
    })
    expect(tombstone).not.toHaveProperty('accenumb')
    expect(tombstone).not.toHaveProperty('summary')
    const page = await house.as().get(`/records/${id}`)
    expect(page.status).toBe(410)
    const html = await page.text()
    expect(html).toContain(reason.reason)
    expect(html).not.toContain('Secret of the trade')
  })

  test('the same version is not sent again', async () => {
    const id = await house.add('accession', alfalfa)
    const first = await house.as().get(`/api/v1/records/${id}`)
    const again = await house
      .as()
      .get(`/api/v1/records/${id}`, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })
})

test('a relation shows on both sides, and never leads to what the viewer may not see', async () => {
  const seeds = await house.add('accession', alfalfa)
  const draft = await house.add('accession', { title: { en: 'Hidden sister' } }, { publish: false })
  const curator = house.as('demo-curator')
  const type = 'IsDerivedFrom'
  for (const to of [draft]) {
    // oxlint-disable-next-line no-await-in-loop -- a handful, in order
    const made = await curator.post(`/api/v1/records/${seeds}/relations`, { to, type })
    expect(made.status).toBe(201)
  }
  const kept = await (await curator.get(`/api/v1/records/${seeds}/relations`)).json()
  expect(kept.items).toHaveLength(1)
  const back = await (await curator.get(`/api/v1/records/${draft}/relations`)).json()
  expect(back.items).toMatchObject([{ isInverse: true, record: { id: seeds } }])
  const outside = await (await house.as().get(`/api/v1/records/${seeds}/relations`)).json()
  expect(outside).toEqual({ items: [], next: null, total: { value: 0, relation: 'eq' } })
  const itself = await curator.post(`/api/v1/records/${seeds}/relations`, { to: seeds, type })
  expect(itself.status).toBe(409)
})
