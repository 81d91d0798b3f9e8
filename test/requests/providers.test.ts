import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RequestScene, requestScene } from './scene.ts'
import { publishable } from '../support/publishable.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const chosen = {
  answerDays: 5,
  quorum: 1,
  needsConsent: true,
  appealDays: 14,
  reportMonths: 6,
  mailbox: 'bank@hexi.example',
}
const path = (query = '') => `/api/v1/request-providers/${scene.own}${query}`
const put = async (body: object, { as = 'demo-curator', match = '*', query = '' } = {}) =>
  scene.as(as).put(path(query), body, { 'if-match': match })

test('curators choose how their institution answers; others may not', async () => {
  const before = await (await scene.as('demo-curator').get(path())).json()
  expect(before).toMatchObject({ isOwn: false, version: 0, answerDays: 10, collection: null })
  for (const [as, status] of [
    ['demo-outsider', 403],
    ['demo-steward', 403],
    [scene.strangerToken, 403],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await put(chosen, { as })).status).toBe(status)
  expect((await scene.as().get(path())).status).toBe(401)
  const saved = await put(chosen, { match: '"0"' })
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"'])
  expect(await saved.json()).toMatchObject({ ...chosen, isOwn: true, version: 1 })
  expect((await put(chosen, { match: '"0"' })).status).toBe(412)
  const { reportMonths: _, mailbox: __, ...bare } = chosen
  expect(await (await put(bare)).json()).toMatchObject({ reportMonths: null, mailbox: null })
  const audited = await scene.db
    .selectFrom('audit')
    .where('action', '=', 'request_provider.edit')
    .selectAll()
    .execute()
  expect(audited).toHaveLength(2)
})

test('a collection has its own, which its requests then follow', async () => {
  const collection = await scene.add('collection', {
    ...publishable.collection,
    title: { zh: '豆科库', en: 'Legumes' },
  })
  const query = `?collection=${collection}`
  await put({ ...chosen, answerDays: 7 })
  const inherited = await (await scene.as('demo-curator').get(path(query))).json()
  expect(inherited).toMatchObject({ isOwn: false, version: 0, answerDays: 7 })
  const both = await Promise.all([
    put({ ...chosen, answerDays: 3 }, { query, match: '"0"' }),
    put({ ...chosen, answerDays: 4 }, { query, match: '"0"' }),
  ])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await (await scene.as('demo-curator').get(path(query))).json()).toMatchObject({
    isOwn: true,
    version: 1,
    collection: { id: collection },
  })
  expect((await put(chosen, { query: `?collection=${scene.dataset}` })).status).toBe(404)
  expect((await put(chosen, { query: '?collection=x' })).status).toBe(422)
})

test('what cannot hold is refused, each beside its field, and nothing typed is lost', async () => {
  for (const wrong of [
    { answerDays: 0 },
    { answerDays: 91 },
    { quorum: 10 },
    { appealDays: -1 },
    { reportMonths: 61 },
    { mailbox: 'no' },
    { mailbox: 'a@b.example\nBcc: c@d.example' },
    { other: 1 },
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await put({ ...chosen, ...wrong })).status).toBe(422)
  const form = (fields: Record<string, string>) =>
    scene.app.request('/requests/settings', {
      method: 'POST',
      body: new URLSearchParams({ of: scene.own, quorum: '0', appealDays: '30', ...fields }),
      headers: { authorization: 'Bearer demo-curator' },
    })
  const { version } = await (await scene.as('demo-curator').get(path())).json()
  const refused = await form({
    version: String(version),
    answerDays: '400',
    mailbox: 'kept@x.example',
  })
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('kept@x.example'),
  ])
  expect((await form({ version: String(version), answerDays: '8' })).status).toBe(303)
  expect((await form({ version: String(version), answerDays: '9' })).status).toBe(412)
  const page = await scene.as('demo-curator').get('/requests/settings')
  expect(await page.text()).toContain('value="8"')
  expect((await scene.as('demo-outsider').get('/requests/settings')).status).toBe(200)
  expect((await scene.as('demo-outsider').get(`/requests/settings?of=${scene.own}`)).status).toBe(
    403,
  )
})

test('a kind of thing may have days of its own, which its requests are then due by', async () => {
  await put({ ...chosen, needsConsent: false, datasetDays: 2 })
  expect(await (await scene.as('demo-curator').get(path())).json()).toMatchObject({
    answerDays: 5,
    datasetDays: 2,
    accessionDays: null,
  })
  const page = await (await scene.as('demo-curator').get('/requests/settings?lang=en')).text()
  expect(page).toContain('Response time (datasets)')
  const [data, seeds] = [
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([scene.seeds(5)]),
  ]
  expect(Date.parse(String(data['dueAt']))).toBeLessThan(Date.parse(String(seeds['dueAt'])))
  await put({ ...chosen, needsConsent: false })
  expect(await (await scene.as('demo-curator').get(path())).json()).toMatchObject({
    datasetDays: null,
  })
})
