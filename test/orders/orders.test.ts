import { expect, test } from 'vitest'
import { tellWaiting } from '../support/told.ts'
import { upkeepScene } from '../upkeep/scene.ts'

const { scene, get, post, here, turnTo } = upkeepScene()
const label = (zh: string, en: string) => ({ zh, en })

async function offer() {
  const made = await post(here('/services'), {
    title: label('元素分析', 'Elemental analysis'),
    unit: 'sample',
    turnaroundDays: 7,
    prices: { institution: 5000, external: 12_000 },
    fields: [
      { key: 'elements', type: 'text', label: label('元素', 'Elements'), required: true },
      { key: 'plan', type: 'file', label: label('方案', 'Plan') },
    ],
  })
  expect(made.status).toBe(201)
  return here(`/services/${made.body.id}`)
}

const order = (service: string, as: 'demo-researcher' | 'demo-outsider' = 'demo-outsider') =>
  post(
    `${service}/orders`,
    { answers: { elements: 'Fe' }, samples: [{ name: '土样', quantity: '3 g' }] },
    as,
  )

const quote = {
  lines: [
    { text: '测样', quantity: 3, priceFen: 12_000 },
    { text: '前处理', quantity: 1, priceFen: 0 },
  ],
}

async function deliver(path: string, name?: string, hours?: string) {
  const form = new FormData()
  if (hours !== undefined) form.set('machineHours', hours)
  form.set('note', '请查收')
  if (name) form.set('file', new File(['Fe 3.2%'], name))
  return scene().as('demo-steward').post(`/api/v1${path}/delivery`, form)
}

test('an order goes from its form to its rating, and is charged once', async () => {
  const service = await offer()
  const placed = await order(service)
  expect(placed).toMatchObject({ status: 201, body: { state: 'submitted', number: '2026-0001' } })
  const path = `/orders/${placed.body.id}`
  expect((await post(`${path}/quote`, quote)).body).toMatchObject({
    state: 'quoted',
    quoteFen: 36_000,
  })
  expect((await post(`${path}/start`)).status).toBe(409)
  expect((await post(`${path}/acceptance`, {}, 'demo-outsider')).body).toMatchObject({
    state: 'accepted',
  })
  expect((await post(`${path}/quote`, quote)).body).toMatchObject({
    state: 'quoted',
    acceptedAt: null,
  })
  await post(`${path}/acceptance`, {}, 'demo-outsider')
  expect((await post(`${path}/start`)).body).toMatchObject({ state: 'in_work' })
  expect((await deliver(path, '结果.csv')).status).toBe(200)
  expect((await deliver(path, '谱图.csv')).status).toBe(200)
  const { body } = await get(path, 'demo-outsider')
  expect(body).toMatchObject({
    state: 'delivered',
    files: [{ name: '结果.csv', field: null }, { name: '谱图.csv' }],
  })
  const charged = await scene()
    .db.selectFrom('charge')
    .where('order_id', '=', placed.body.id ?? '')
    .selectAll()
    .execute()
  expect(charged).toHaveLength(1)
  expect(charged).toMatchObject([{ amount_fen: 36_000 }])
  const rated = await post(`${path}/rating`, { rating: 4, note: '很快' }, 'demo-outsider')
  expect(rated.body).toMatchObject({
    state: 'closed',
    rating: 4,
    ratingWords: '很快',
    commands: [],
  })
  expect((await post(`${path}/rating`, { rating: 5 }, 'demo-outsider')).status).toBe(409)
  expect((await get(service)).body).toMatchObject({ rating: { mean: 4, count: 1 } })
})

test('staff say how long the instrument ran, with the results or after the order is closed', async () => {
  const placed = await order(await offer())
  const path = `/orders/${placed.body.id}`
  const say = (machineHours: number, as: 'demo-steward' | 'demo-outsider' = 'demo-steward') =>
    scene().as(as).patch(`/api/v1${path}`, { machineHours })
  await post(`${path}/quote`, quote)
  expect((await say(2)).status).toBe(409)
  await post(`${path}/acceptance`, {}, 'demo-outsider')
  await post(`${path}/start`)
  expect((await deliver(path, 'a.csv', 'long')).status).toBe(422)
  expect(await (await deliver(path, 'a.csv', '2.5')).json()).toMatchObject({ machineHours: 2.5 })
  expect(await (await deliver(path, 'b.csv')).json()).toMatchObject({ machineHours: 2.5 })
  await post(`${path}/rating`, { rating: 4 }, 'demo-outsider')
  expect((await say(3, 'demo-outsider')).status).toBe(403)
  expect((await say(-1)).status).toBe(422)
  const said = await say(3.25)
  expect(await said.json()).toMatchObject({ state: 'closed', machineHours: 3.25, sides: ['staff'] })
})

test('files are for the two sides only, and so is the order', async () => {
  const placed = await order(await offer())
  const path = `/orders/${placed.body.id}`
  await post(`${path}/quote`, quote)
  await post(`${path}/acceptance`, {}, 'demo-outsider')
  await post(`${path}/start`)
  await deliver(path, 'result.csv')
  const { body } = await get(path, 'demo-outsider')
  const [file] = JSON.parse(JSON.stringify(body['files']))
  const content = `/api/v1${path}/files/${file.id}/content`
  const mine = await scene().as('demo-outsider').get(content)
  expect(mine.headers.get('content-disposition')).toContain('result.csv')
  expect(await mine.text()).toBe('Fe 3.2%')
  expect((await scene().as('demo-researcher').get(content)).status).toBe(404)
  expect((await get(path, 'demo-researcher')).status).toBe(404)
  expect((await get(path)).status).toBe(401)
  expect((await post(`${path}/note`, { note: 'x' }, 'demo-researcher')).status).toBe(404)
  expect((await get('/orders?role=staff', 'demo-researcher')).body['items']).toEqual([])
})

test('each side takes its own steps, by the version it read', async () => {
  const placed = await order(await offer())
  const path = `/orders/${placed.body.id}`
  expect((await post(`${path}/quote`, quote, 'demo-outsider')).status).toBe(403)
  expect((await post(`${path}/withdrawal`, { note: 'x' })).status).toBe(403)
  const stale = await scene()
    .as('demo-steward')
    .post(`/api/v1${path}/quote`, quote, { 'if-match': '"7"' })
  expect(stale.status).toBe(412)
  expect((await post(`${path}/decline`, {})).status).toBe(422)
  expect((await post(`${path}/decline`, { note: '设备检修' })).body).toMatchObject({
    state: 'declined',
  })
})

test('a form that is wrong is refused whole, and one with a file keeps it', async () => {
  const service = await offer()
  const empty = await post(`${service}/orders`, { answers: { colour: 'red' } }, 'demo-outsider')
  expect(empty.status).toBe(422)
  expect(JSON.stringify(empty.body)).toMatch(/answers\.elements.*answers\.colour/)
  const form = new FormData()
  form.set('order', JSON.stringify({ answers: { elements: 'Fe' } }))
  form.set('plan', new File(['plan'], 'plan.txt'))
  const sent = await scene().as('demo-outsider').post(`/api/v1${service}/orders`, form)
  expect(sent.status).toBe(201)
  expect(await sent.json()).toMatchObject({ files: [{ name: 'plan.txt', field: 'plan' }] })
})

test('an order keeps the form that it answered while the service changes, and an ended service takes none', async () => {
  const service = await offer()
  const placed = await order(service)
  const change = (body: object, version: string) =>
    scene().as('demo-steward').patch(`/api/v1${service}`, body, { 'if-match': version })
  expect((await change({ fields: [] }, '"1"')).status).toBe(200)
  expect((await change({ unit: 'hour' }, '"1"')).status).toBe(412)
  const { body } = await get(`/orders/${placed.body.id}`, 'demo-outsider')
  expect(body).toMatchObject({ service: { version: 1 }, unit: 'sample' })
  expect((await change({ active: false }, '"2"')).status).toBe(200)
  expect((await order(service)).status).toBe(404)
})

test('an expired quote is not accepted, and each step is one letter to the other side', async () => {
  const placed = await order(await offer())
  const path = `/orders/${placed.body.id}`
  await post(`${path}/quote`, { ...quote, validUntil: '2026-03-04T00:00Z' })
  turnTo('05 01:00')
  expect((await post(`${path}/acceptance`, {}, 'demo-outsider')).status).toBe(409)
  await tellWaiting(scene().services)
  const letters = await scene()
    .db.selectFrom('mail')
    .where('body', 'like', `%${path}%`)
    .select(['to_address as to'])
    .orderBy('id')
    .execute()
  expect(letters.map(({ to }) => to)).toEqual(['steward@hexi.example', 'outsider@hexi.example'])
})

test('orders at two instruments have different numbers in the list of one person', async () => {
  const first = await order(await offer(), 'demo-researcher')
  const elsewhere = await scene().add('instrument', {
    institution: scene().own,
    title: { zh: '另一台质谱仪' },
    instrCategory: '010000',
    function: '分析',
  })
  const made = await post(`/instruments/${elsewhere}/services`, {
    title: label('测年', 'Dating'),
    unit: 'sample',
    turnaroundDays: 7,
    prices: { external: 100 },
    fields: [],
  })
  const second = await post(
    `/instruments/${elsewhere}/services/${made.body.id}/orders`,
    { answers: {}, samples: [] },
    'demo-researcher',
  )
  expect(second.status).toBe(201)
  expect(second.body['number']).not.toBe(first.body['number'])
})

test('two who order at once get numbers of their own', async () => {
  const service = await offer()
  const placed = await Promise.all([order(service), order(service), order(service)])
  const numbers = placed.map(({ body }) => String(body['number'])).toSorted()
  const [first = 0, ...others] = numbers.map((number) => Number(number.replace(/^2026-/, '')))
  expect(others).toEqual([first + 1, first + 2])
})
