import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishable } from '../support/publishable.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
let found = ''
beforeAll(async () => {
  scene = await requestScene()
  found = await scene.add('accession', {
    ...publishable.accession,
    accenumb: 'N 1',
    title: { zh: '新发现的野豌豆', en: 'A vetch found lately' },
    newlyFound: true,
  })
  await scene.lot({ quantity: 1000, requestMax: 200 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const me = 'demo-researcher'
const english = { cookie: 'hexi_lang=en' }
const look = async (path: string) => (await scene.as(me).get(path, english)).text()
const basket = async (items: object[]) => {
  expect((await scene.as(me).put('/api/v1/basket', { items })).status).toBe(200)
}
const made = async () => (await scene.db.selectFrom('request').select('id').execute()).length

test('what may not go where it is to be sent is said with its clause before anything is written, on pages', async () => {
  await basket([{ record: found, quantity: 10, unit: 'seed' }])
  const before = await made()
  expect(await look('/basket/checkout')).not.toContain('Not permitted by law')
  const abroad = await look('/basket/checkout?destination=KZ')
  expect(abroad).toMatch(/Not permitted by law[\s\S]*article 20/)
  expect(abroad).not.toContain('/basket/checkout/purpose')
  const purpose = await look('/basket/checkout/purpose?destination=KZ')
  expect(purpose).toContain('Destination: Kazakhstan')
  const version = /name="version" value="(\d+)"/.exec(purpose)?.[1] ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries({
    version,
    destination: 'KZ',
    title: 'Vetches',
    text: 'To sow them',
  }))
    form.set(name, value)
  const refused = await scene.as(me).post('/basket/checkout/purpose', form, english)
  const text = await refused.text()
  expect([refused.status, text.includes('article 20'), text.includes('To sow them')]).toEqual([
    409,
    true,
    true,
  ])
  expect(await made()).toBe(before)
  // What may go is asked for without it, and the request keeps where it goes.
  await basket([
    { record: found, quantity: 10, unit: 'seed' },
    { record: scene.accession, quantity: 5, unit: 'seed' },
  ])
  const again = await look('/basket/checkout/purpose?destination=KZ')
  form.set('version', /name="version" value="(\d+)"/.exec(again)?.[1] ?? '')
  form.set('address', '1 Abai Avenue, Almaty')
  const done = await scene.as(me).post('/basket/checkout/purpose', form, english)
  expect(done.status).toBe(303)
  const id = new URLSearchParams(done.headers.get('location')?.split('?')[1]).get('requests') ?? ''
  expect(await scene.read(id, me)).toMatchObject({
    destination: 'KZ',
    address: '1 Abai Avenue, Almaty',
    items: [{ record: { id: scene.accession } }],
  })
  const page = await look(`/requests/${id}`)
  for (const shown of ['Kazakhstan', '1 Abai Avenue, Almaty']) expect(page).toContain(shown)
})

test('and to programs: nothing is made of what is named, nor of what is in the basket', async () => {
  await basket([
    { record: found, quantity: 10, unit: 'seed' },
    { record: scene.accession, quantity: 5, unit: 'seed' },
  ])
  const before = await made()
  const item = { record: found, quantity: 10, unit: 'seed' }
  for (const body of [{ items: [item], destination: 'KZ' }, { destination: 'KZ' }]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await scene.post('/requests', body, me)
    expect(answer.status).toBe(409)
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await answer.json()).toMatchObject({
      objections: [{ code: 'blocked_by_law', detail: expect.stringContaining('条') }],
    })
  }
  expect((await scene.post('/requests', { destination: 'Q1' }, me)).status).toBe(422)
  expect(await made()).toBe(before)
  const whole = await scene.post('/requests', { destination: 'CN' }, me)
  expect(whole.status).toBe(201)
  expect(await made()).toBe(before + 1)
  expect((await scene.post('/requests', {}, me)).status).toBe(409)
})
