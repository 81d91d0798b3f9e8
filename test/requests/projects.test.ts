import { afterAll, beforeAll, expect, test } from 'vitest'
import { purposeOf } from '../../src/requests/projects/rules.ts'
import { Purpose } from '../../src/requests/requests/model/request.ts'
import { answerOf } from '../bookings/scene.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

type Who = 'demo-researcher' | 'demo-outsider' | 'demo-admin'
const project = { title: '抗旱苜蓿', purpose: '杂交，筛选', intendedUse: ['DUO:0000042'] }
const post = (body: object, as: Who | undefined = 'demo-researcher') =>
  answerOf(house.as(as).post('/api/v1/projects', body))
const get = (path: string, as?: Who) => answerOf(house.as(as).get(`/api/v1/projects${path}`))
const change = (id: string, body: object, match: string, as: Who = 'demo-researcher') =>
  answerOf(house.as(as).patch(`/api/v1/projects/${id}`, body, { 'if-match': match }))
const items = async (as: Who = 'demo-researcher') =>
  JSON.parse(JSON.stringify((await get('', as)).body['items']))

test('the first project is the default, another takes its place, and codes are answered by name', async () => {
  const first = await post(project)
  expect(first.body).toMatchObject({
    isDefault: true,
    intendedUse: [{ id: 'DUO:0000042', name: { zh: '一般研究', en: 'General research' } }],
    lab: null,
  })
  const second = await post({ ...project, title: '绵羊', endsOn: '2028-12-31' })
  expect(second.body['isDefault']).toBe(false)
  const moved = await change(String(second.body.id), { isDefault: true }, '"1"')
  expect([moved.status, moved.body['isDefault']]).toEqual([200, true])
  expect((await items()).map(({ title }: { title: string }) => title)).toEqual(['绵羊', '抗旱苜蓿'])
  expect((await change(String(first.body.id), { title: 'x' }, '"1"')).status).toBe(412)
  const both = ['a', 'b'].map(() => post({ ...project, isDefault: true }))
  for (const { status } of await Promise.all(both)) expect(status).toBe(201)
  const defaults = (await items()).filter((one: { isDefault: boolean }) => one.isDefault)
  expect(defaults).toHaveLength(1)
})

test('a project is its person’s own, and an administrator’s no less', async () => {
  const { id } = (await post(project)).body
  for (const as of ['demo-outsider', 'demo-admin'] as const) {
    expect((await get(`/${id}`, as)).status).toBe(404)
    expect((await change(String(id), { title: 'x' }, '*', as)).status).toBe(404)
    expect((await house.as(as).delete(`/api/v1/projects/${id}`)).status).toBe(404)
    expect(await items(as)).toEqual([])
  }
  expect((await answerOf(house.as().get('/api/v1/projects'))).status).toBe(401)
  expect((await answerOf(house.as().post('/api/v1/projects', project))).status).toBe(401)
  expect((await house.as('demo-researcher').delete(`/api/v1/projects/${id}`)).status).toBe(204)
  expect((await get(`/${id}`, 'demo-researcher')).status).toBe(404)
})

test.each([
  ['no purpose', { purpose: ' ' }, 'purpose'],
  ['a code that is none', { intendedUse: ['DUO:1'] }, 'intendedUse'],
  ['a lab of others', { lab: crypto.randomUUID() }, 'lab'],
  ['no day', { endsOn: '2027-02-30' }, 'endsOn'],
  ['somebody else', { personId: crypto.randomUUID() }, 'personId'],
])('%s is refused at its field', async (_, wrong, path) => {
  const { status, body } = await post({ ...project, ...wrong })
  expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(`"${path}"`)])
})

test('both languages show the page, a form without scripts adds and deletes, and a refusal keeps what was typed', async () => {
  const who = house.as('demo-outsider')
  const send = (path: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return who.post(path, form)
  }
  const blank = await send('/projects', { title: '只有名称', purpose: '' })
  expect([blank.status, (await blank.text()).includes('value="只有名称"')]).toEqual([422, true])
  const made = await send('/projects', {
    title: '沙葱',
    purpose: '引种',
    intendedUse: 'DUO:0000031',
  })
  expect(made.status).toBe(303)
  const [{ id, intendedUse }] = await items('demo-outsider')
  expect(intendedUse).toHaveLength(1)
  const english = await (await who.get('/projects', { cookie: 'hexi_lang=en' })).text()
  for (const text of ['My projects', 'Method development', '沙葱']) expect(english).toContain(text)
  const chinese = await (await who.get(`/projects/${id}`, { cookie: 'hexi_lang=zh' })).text()
  for (const text of ['方法开发', '用途', '沙葱']) expect(chinese).toContain(text)
  expect((await send(`/projects/${id}/deletion`, {})).status).toBe(303)
  expect(await items('demo-outsider')).toEqual([])
})

test('a request keeps the purpose as it then was', () => {
  const row = {
    id: 'p',
    title: '沙葱',
    purpose: '引种',
    intendedUse: [{ id: 'DUO:0000042', name: { zh: null, en: null } }],
    awardNumber: '24JRRA',
    organisation: null,
    ethicsNumber: null,
    endsOn: null,
  }
  const kept = purposeOf(row)
  expect(kept).toMatchObject({
    projectId: 'p',
    text: '引种',
    intendedUse: ['DUO:0000042'],
    projectNumber: '24JRRA',
  })
  expect(Purpose.parse(kept)).toEqual(kept)
})
