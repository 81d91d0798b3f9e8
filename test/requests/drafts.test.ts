import { afterAll, beforeAll, expect, test } from 'vitest'
import { somebody } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'
import { formsIn } from '../web/forms-in.ts'
import { type ConsentScene, consentScene } from './consent-scene.ts'

let scene: ConsentScene
beforeAll(async () => {
  scene = await consentScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const send = async (path: string, fields: Record<string, string>, as = 'demo-outsider') =>
  scene.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { authorization: `Bearer ${as}`, cookie: 'hexi_lang=en' },
  })
const textOf = async (path: string, as = 'demo-outsider') => (await scene.as(as).get(path)).text()
const idIn = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? ''

const drafted = async () => {
  const [first] = await scene.draft([scene.seeds(100), { record: scene.dataset }])
  if (!first) throw new Error('No draft')
  return first
}
const asked = (items: readonly { id: string }[]) =>
  Object.fromEntries(items.map(({ id }, place) => [`items.${place}.id`, id]))

test('a draft is edited on its page: amounts, purpose, lab and supervisor; what is wrong is shown with what was typed', async () => {
  const { id, items, version } = await drafted()
  const page = await textOf(`/requests/${id}/edit`)
  expect(page).toContain('value="100"')
  const fields = {
    version: String(version),
    asksAbout: 'true',
    ...asked(items),
    'items.0.quantity': '40',
    'items.0.unit': 'seed',
    'items.0.loan': 'true',
    title: 'Roots & shoots',
    text: 'Drought',
    lab: scene.lab,
    supervisor: scene.chief.id,
  }
  const wrong = await send(`/requests/${id}/edit`, { ...fields, 'items.0.quantity': '4x' })
  const again = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const typed of ['4x', 'Roots &amp; shoots', 'Drought']) expect(again).toContain(typed)
  expect(
    (await send(`/requests/${id}/edit`, { ...fields, 'items.0.quantity': '0.5' })).status,
  ).toBe(422)
  expect((await send(`/requests/${id}/edit`, fields)).status).toBe(303)
  expect(await scene.read(id)).toMatchObject({
    state: 'draft',
    purpose: { title: 'Roots & shoots', text: 'Drought' },
    supervisor: { name: 'Prof. Li' },
    lab: { id: scene.lab },
    items: [{ quantity: 40, loan: true }, { quantity: null }],
  })
  // What somebody else, or another tab, changed meanwhile is not written over.
  const stale = await send(`/requests/${id}/edit`, fields)
  expect([stale.status, await stale.text()]).toEqual([412, expect.stringContaining('Drought')])
})

test('an item is removed, but not the last of them; errors stand beside the item that they are about', async () => {
  const { id, items, version } = await drafted()
  const fields = { version: String(version), ...asked(items) }
  const all = { ...fields, 'items.0.removed': 'true', 'items.1.removed': 'true' }
  expect((await send(`/requests/${id}/edit`, all)).status).toBe(422)
  const [first, second] = await scene.draft([{ record: scene.dataset }, scene.seeds(3)])
  expect(second).toBeUndefined()
  const shifted = await send(`/requests/${first?.id}/edit`, {
    version: String(first?.version),
    ...asked(first?.items ?? []),
    'items.0.removed': 'true',
    'items.1.quantity': '0.3',
    'items.1.unit': 'seed',
  })
  expect(await shifted.text()).toContain('href="#field-items.1.quantity"')
  const one = {
    ...fields,
    'items.1.removed': 'true',
    'items.0.quantity': '7',
    'items.0.unit': 'seed',
  }
  expect((await send(`/requests/${id}/edit`, one)).status).toBe(303)
  expect((await scene.read(id)).items).toMatchObject([{ quantity: 7 }])
})

test('a sent request is amended there, and says that consent is asked for again', async () => {
  const sent = await scene.asked()
  await scene.give(sent.id, 'consent', { given: true }, scene.chief.token)
  const page = await textOf(`/requests/${sent.id}/edit`)
  expect(page).toContain('重新征求负责人同意和各成员对协议的接受')
  expect(page).not.toContain('name="supervisor"')
  const { version, items } = await scene.read(sent.id)
  const fields = { version: String(version), ...asked(items) }
  expect((await send(`/requests/${sent.id}/edit`, fields)).status).toBe(303)
  expect(await scene.read(sent.id)).toMatchObject({
    turn: 'supervisor',
    consent: { state: 'asked' },
  })
})

test('only the requester edits, while it can be edited', async () => {
  const { id } = await drafted()
  const path = `/requests/${id}/edit`
  expect((await scene.as('demo-curator').get(path)).status).toBe(404)
  expect((await scene.as('demo-researcher').get(path)).status).toBe(404)
  expect((await scene.as().get(path)).status).not.toBe(200)
  const sent = await scene.asked()
  const theirs = `/requests/${sent.id}/edit`
  expect((await scene.as('demo-curator').get(theirs)).status).toBe(409)
  await scene.give(sent.id, 'withdrawal', {})
  expect((await scene.as('demo-outsider').get(theirs)).status).toBe(409)
  expect((await send(theirs, { version: '1' })).status).toBe(409)
})

test('a draft is discarded without telling anybody; what was sent is not', async () => {
  const { id } = await drafted()
  expect((await send(`/requests/${id}/discard`, {}, 'demo-researcher')).status).toBe(404)
  expect((await send(`/requests/${id}/discard`, {})).status).toBe(303)
  expect(await scene.read(id)).toMatchObject({ state: 'withdrawn' })
  await scene.letter('nobody@nowhere.test')
  const told = await scene.db
    .selectFrom('notice')
    .where('path', '=', `/requests/${id}`)
    .select('id')
    .execute()
  expect(told).toEqual([])
  const sent = await scene.asked()
  expect((await send(`/requests/${sent.id}/discard`, {})).status).toBe(409)
})

test('a request is copied as a new draft with what can still be asked for', async () => {
  const gone = await scene.add('dataset', {
    ...publishable.dataset,
    title: { zh: '将撤回', en: 'To be withdrawn' },
    access: 'on_request',
  })
  const [first] = await scene.draft([scene.seeds(9), { record: gone }], 'demo-outsider', {
    purpose: { title: 'Again' },
    lab: scene.lab,
    supervisor: scene.chief.id,
  })
  const id = first?.id ?? ''
  await scene.give(id, 'withdrawal', {})
  await scene.as('demo-curator').post(`/api/v1/datasets/${gone}/withdrawal`, { reason: 'Wrong' })
  expect((await scene.post(`/requests/${id}/copy`, {}, 'demo-curator')).status).toBe(404)
  const answer = await scene.post(`/requests/${id}/copy`, {}, 'demo-outsider')
  expect(answer.status).toBe(201)
  const copy = await scene.read(idIn(answer))
  expect(copy).toMatchObject({
    state: 'draft',
    purpose: { title: 'Again' },
    supervisor: { name: 'Prof. Li' },
    items: [{ quantity: 9, unit: 'seed' }],
  })
  const sent = await scene.asked()
  expect((await scene.post(`/requests/${sent.id}/copy`, {}, 'demo-curator')).status).toBe(403)
  expect((await send(`/requests/${sent.id}/copy`, {})).status).toBe(303)
})

test('one thing is asked for from its record in two steps', async () => {
  const data = await textOf(`/requests/new?record=${scene.dataset}`)
  expect(data).not.toContain('items.0.quantity')
  const page = await textOf(`/requests/new?record=${scene.accession}`)
  expect(formsIn(page).some(({ action }) => action === '/requests/new')).toBe(true)
  expect(page).toContain('items.0.quantity')
  const fields = { record: scene.accession, 'items.0.unit': 'seed', title: 'Kept & typed' }
  const missing = await send('/requests/new', fields)
  expect([missing.status, await missing.text()]).toEqual([
    422,
    expect.stringContaining('Kept &amp; typed'),
  ])
  const made = await send('/requests/new', { ...fields, 'items.0.quantity': '12' })
  expect(made.status).toBe(303)
  const id = idIn(made)
  expect(await scene.read(id)).toMatchObject({ state: 'draft', items: [{ quantity: 12 }] })
  expect(await textOf(`/requests/${id}`)).toContain(`/requests/${id}/edit`)
  for (const record of ['', 'x', `${scene.accession}0`])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await send('/requests/new', { ...fields, record })).status).toBe(404)
  for (const path of ['/requests/new', '/requests/new?record=x'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await scene.as('demo-outsider').get(path)).status).toBe(404)
  expect((await scene.as().get(`/requests/new?record=${scene.accession}`)).status).not.toBe(200)
})

test('what was returned is sent again in another lab’s name, and another supervisor is asked for consent', async () => {
  const second = await somebody(scene.services, { email: 'second@lab.test', name: 'Prof. Wang' })
  const lab = await scene.addLab('高寒生态组', [
    [second.id, 'pi'],
    [scene.people['demo-outsider'], 'member'],
  ])
  const { id } = await scene.asked()
  const back = { given: false, note: 'Another lab' }
  const refused = await scene.post(`/requests/${id}/consent`, back, scene.chief.token)
  expect(refused.status).toBe(200)
  const { version, items } = await scene.read(id)
  const page = await textOf(`/requests/${id}/edit`)
  expect(page).toContain('name="supervisor"')
  const fields = { version: String(version), asksAbout: 'true', ...asked(items), text: 'Drought' }
  const changed = await send(`/requests/${id}/edit`, { ...fields, lab, supervisor: second.id })
  expect(changed.status).toBe(303)
  expect(await scene.give(id, 'submission')).toMatchObject({
    turn: 'supervisor',
    lab: { id: lab },
    supervisor: { name: 'Prof. Wang' },
    consent: { state: 'asked', person: { name: 'Prof. Wang' } },
  })
})
