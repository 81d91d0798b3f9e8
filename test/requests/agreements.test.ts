import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agreementsFor } from '../../src/requests/agreements/actions/read.ts'
import { only } from '../charges/scene.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { houseContext } from '../support/people.ts'

const houses: TestHouse[] = []
const house = () => only(houses)

beforeAll(async () => {
  houses.push(await testHouse())
})
afterAll(async () => {
  await houses.pop()?.[Symbol.asyncDispose]()
})

const Id = z.object({ id: z.string() })
const path = '/api/v1/agreements'
const body = { zh: '# 一\n1. {{items}}', en: '# A\n1. {{items}}' }
const given = (more: object = {}) => ({
  title: { zh: '材料转移协议', en: 'MTA' },
  kind: 'mta',
  institution: house().own,
  isDefault: true,
  body,
  ...more,
})
const add = async (more: object = {}, as = 'demo-curator') => house().as(as).post(path, given(more))
const made = async (more: object = {}, as = 'demo-curator') => {
  const answer = await add(more, as)
  expect(answer.status).toBe(201)
  return Id.parse(await answer.json()).id
}
const publish = async (id: string, number = 1, as = 'demo-curator') =>
  house().as(as).post(`${path}/${id}/texts/${number}/publication`, {})
const write = async (id: string, change: object, { number = 1, match = '*' } = {}) =>
  house().as('demo-curator').patch(`${path}/${id}/texts/${number}`, change, { 'if-match': match })
const listed = async (as?: string) =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(await (await house().as(as).get(path)).json())
    .items.map(({ id }) => id)

describe('an agreement', () => {
  test('is added by curators of its institution, those of the catalogue by administrators', async () => {
    expect((await house().as().post(path, given())).status).toBe(401)
    for (const as of ['demo-steward', 'demo-researcher', 'demo-outsider'])
      expect((await add({}, as)).status).toBe(403)
    expect((await add({ institution: house().other })).status).toBe(403)
    expect((await add({ institution: undefined })).status).toBe(403)
    expect((await add({ institution: undefined }, 'demo-admin')).status).toBe(201)
    expect((await add({ collection: house().own })).status).toBe(422)
  })

  test('is read by everybody once a text is published, by who keeps it before', async () => {
    const id = await made()
    for (const as of [undefined, 'demo-researcher', 'demo-outsider']) {
      expect((await house().as(as).get(`${path}/${id}`)).status).toBe(404)
      expect((await house().as(as).get(`${path}/${id}/texts`)).status).toBe(404)
      expect((await house().as(as).get(`${path}/${id}/texts/1`)).status).toBe(404)
      expect((await house().as(as).get(`/agreements/${id}/texts/1`)).status).toBe(404)
      expect(await listed(as)).not.toContain(id)
    }
    expect(await listed('demo-curator')).toContain(id)
    expect((await publish(id, 1, 'demo-outsider')).status).toBe(404)
    expect((await publish(id)).status).toBe(200)
    expect(await listed()).toContain(id)
    expect(await (await house().as().get(`${path}/${id}`)).json()).toMatchObject({
      state: 'published',
      newest: { number: 1 },
    })
    expect((await publish(id, 1, 'demo-outsider')).status).toBe(403)
  })

  test('shows drafts of later texts to who keeps it alone', async () => {
    const id = await made()
    await publish(id)
    expect((await house().as('demo-outsider').post(`${path}/${id}/texts`, {})).status).toBe(403)
    const drafted = await house().as('demo-curator').post(`${path}/${id}/texts`, {})
    expect(await drafted.json()).toMatchObject({ number: 2 })
    expect((await house().as('demo-researcher').get(`${path}/${id}/texts/2`)).status).toBe(404)
    expect(
      await (await house().as('demo-researcher').get(`${path}/${id}/texts`)).json(),
    ).toMatchObject({
      total: { value: 1 },
    })
    expect(
      await (await house().as('demo-curator').get(`${path}/${id}/texts/2`)).json(),
    ).toMatchObject({
      body,
    })
  })

  test('that is archived is asked of nobody, does not change, and stays to be read', async () => {
    const id = await made()
    await publish(id)
    const archive = async (as: string) => house().as(as).post(`${path}/${id}/archival`, {})
    expect((await archive('demo-outsider')).status).toBe(403)
    expect((await archive('demo-curator')).status).toBe(204)
    expect((await archive('demo-curator')).status).toBe(204)
    expect(await listed()).not.toContain(id)
    expect((await house().as().get(`/agreements/${id}`)).status).toBe(200)
    expect((await house().as('demo-curator').post(`${path}/${id}/texts`, {})).status).toBe(409)
    const edit = house().as('demo-curator').patch(`${path}/${id}`, {}, { 'if-match': '*' })
    expect((await edit).status).toBe(409)
  })
})

describe('a text', () => {
  test('names only what requests fill in', async () => {
    const refused = await add({ body: { zh: '{{money}} {{date', en: null } })
    expect(refused.status).toBe(422)
    expect(
      z.object({ issues: z.array(z.object({ path: z.string() })) }).parse(await refused.json()),
    ).toEqual({
      issues: [{ path: 'body.zh' }, { path: 'body.zh' }],
    })
  })

  test('is published in both languages, once, and never changes', async () => {
    const id = await made({ body: { zh: '一' } })
    expect((await publish(id)).status).toBe(422)
    expect((await write(id, { body }, { match: '"7"' })).status).toBe(412)
    expect((await write(id, { body })).status).toBe(200)
    const herd = await Promise.all([1, 2, 3, 4].map(async () => publish(id)))
    expect(herd.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect((await write(id, { body: { zh: '二', en: 'b' } })).status).toBe(409)
    const change = house()
      .db.updateTable('agreement_text')
      .set({ body_zh: '二' })
      .where('agreement_id', '=', id)
      .execute()
    await expect(change).rejects.toThrow('never changed')
  })

  test('has one draft at a time', async () => {
    const id = await made()
    const draft = async () => house().as('demo-curator').post(`${path}/${id}/texts`, {})
    expect((await draft()).status).toBe(409)
    await publish(id)
    const herd = await Promise.all([1, 2, 3].map(draft))
    expect(herd.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })

  test.each(['0', '-1', 'x', '1e3', '999999999999'])('has no number %s', async (number) => {
    const id = await made()
    expect((await house().as('demo-curator').get(`${path}/${id}/texts/${number}`)).status).toBe(404)
  })

  test('is as long as a contract and no longer', async () => {
    await made({ body: { zh: '条'.repeat(40_000), en: null } })
    expect((await add({ body: { zh: '条'.repeat(40_001) } })).status).toBe(422)
  })

  test('is text on its page, whatever is in it', async () => {
    const hostile = '<script>alert(1)</script>\n# <img src=x onerror=alert(2)>\n- "\'&'
    const id = await made({ body: { zh: hostile, en: hostile } })
    await publish(id)
    const html = await (await house().as().get(`/agreements/${id}`)).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script>alert|<img src=x/)
  })
})

test('a provider asks its own default texts and those of the catalogue, of what they are about', async () => {
  await using other = await testHouse()
  const { own, as, services } = other
  const ask = async (more: object, by = 'demo-curator') => {
    const answer = await as(by).post(path, { ...given(), institution: own, ...more })
    const { id } = Id.parse(await answer.json())
    await as(by).post(`${path}/${id}/texts/1/publication`, {})
    return id
  }
  const seeds = await ask({ recordKinds: ['accession'], deliveries: ['shipment'] })
  await ask({ isDefault: false })
  const archived = await ask({})
  await as('demo-curator').post(`${path}/${archived}/archival`, {})
  await as('demo-curator').post(path, { ...given(), institution: own })
  const common = await ask({ institution: undefined }, 'demo-admin')
  const asked = async (institutionId: string, kind: string) =>
    (
      await agreementsFor(houseContext(services), { institutionId, collectionId: null }, [
        { kind, delivery: 'shipment' },
      ])
    ).map(({ agreementId }) => agreementId)
  expect(await asked(own, 'accession')).toEqual([seeds, common])
  expect(await asked(own, 'collection')).toEqual([common])
  expect(await asked(other.other, 'accession')).toEqual([common])
})

const status = async (at: string, as?: string) => (await house().as(as).get(at)).status

test('the pages are for everybody, the editor for who keeps something', async () => {
  const id = await made()
  expect(await status('/agreements')).toBe(200)
  expect(await status('/agreements/new')).toBe(303)
  expect(await status('/agreements/new', 'demo-researcher')).toBe(403)
  for (const at of [
    '/agreements/new',
    `/agreements/${id}`,
    `/agreements/${id}/edit`,
    `/agreements/${id}/texts/1`,
  ])
    expect(await status(at, 'demo-curator')).toBe(200)
  await publish(id)
  expect(await status(`/agreements/${id}/edit`, 'demo-outsider')).toBe(403)
  expect(await status(`/agreements/${id}/texts/1`)).toBe(200)
})
