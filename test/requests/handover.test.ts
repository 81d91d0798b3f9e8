import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

let scene: RequestScene
let instrument: string
let service: string
beforeAll(async () => {
  scene = await requestScene()
  instrument = await scene.add('instrument', {
    ...publishable.instrument,
    title: { zh: '质谱仪', en: 'Mass spectrometer' },
  })
  service = await scene.made(`/instruments/${instrument}/services`, {
    title: { zh: '元素分析', en: 'Elemental analysis' },
    unit: 'sample',
    turnaroundDays: 7,
    fields: [
      { key: 'elements', type: 'text', label: { zh: '元素', en: 'Elements' }, required: true },
    ],
  })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const curator = 'demo-curator'
const itemOf = ({ items }: Shown) => items[0]?.id ?? ''
const asked = (target: object) => scene.sent([{ record: instrument, target }])

test('an approved service becomes an order of who asked, and each page leads to the other', async () => {
  const sent = await asked({ serviceId: service, answers: { elements: 'Fe' } })
  const item = itemOf(sent)
  expect(await scene.refused(sent.id, 'order', { item }, curator)).toEqual([409])
  const request = await scene.decided(sent, 'approved')
  expect(request).toMatchObject({ state: 'fulfilling', turn: 'steward' })
  expect(await scene.refused(request.id, 'order', { item })).toEqual([403])
  expect(await scene.refused(request.id, 'order', { item }, 'demo-researcher')).toEqual([404])
  const done = await scene.give(request.id, 'order', { item, note: '样品寄到 3 号楼' }, curator)
  expect(done.state).toBe('fulfilled')
  const { orderId } = z.looseObject({ orderId: z.string() }).parse(done.items[0])
  const order = await (await scene.as('demo-outsider').get(`/api/v1/orders/${orderId}`)).json()
  expect(order).toMatchObject({
    state: 'submitted',
    requester: { id: scene.people['demo-outsider'] },
    answers: { elements: 'Fe' },
    request: { id: request.id, number: request.number },
    sides: ['requester'],
  })
  const page = async (path: string) => (await scene.as('demo-outsider').get(path)).text()
  expect(await page(`/requests/${request.id}`)).toContain(`/orders/${orderId}`)
  expect(await page(`/orders/${orderId}`)).toContain(`/requests/${request.id}`)
  expect((await scene.as('demo-researcher').get(`/api/v1/orders/${orderId}`)).status).toBe(404)
  expect(await scene.refused(request.id, 'order', { item }, curator)).toEqual([409])
})

test('a service is handed over once, whoever does it at the same moment', async () => {
  const sent = await asked({ serviceId: service, answers: { elements: 'Cu' } })
  const request = await scene.decided(sent, 'approved')
  const body = { item: itemOf(request) }
  const answers = await Promise.all(
    [curator, 'demo-admin', curator].map((as) =>
      scene.post(`/requests/${request.id}/order`, body, as),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
})

test('without a service, or without what its form asks, nothing is ordered', async () => {
  const bare = await scene.decided(await asked({}), 'approved')
  expect(await scene.refused(bare.id, 'order', { item: itemOf(bare) }, curator)).toEqual([409])
  const body = { item: itemOf(bare), service }
  expect(await scene.refused(bare.id, 'order', body, curator)).toEqual([422, 'answers.elements'])
  expect(await scene.read(bare.id)).toMatchObject({ state: 'fulfilling' })
})
