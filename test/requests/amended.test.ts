import { afterAll, beforeAll, expect, test } from 'vitest'
import { area, type FormScene, formScene, use } from './form-scene.ts'

let scene: FormScene
beforeAll(async () => {
  scene = await formScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const other = { use: '其他 | Other' }
const breeding = { use: '育种 | Breeding' }
const sent = async () => {
  await scene.asks([use])
  const [first] = await scene.draft([scene.seeds(20)])
  const id = first?.id ?? ''
  await scene.answer(id, other)
  return scene.give(id, 'submission')
}
const send = async (path: string, fields: Record<string, string>, as = 'demo-outsider') => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return scene.as(as).post(path, form)
}

test('purpose and answers of what was sent are amended alone, and are in the log', async () => {
  const { id } = await sent()
  const purpose = { title: '苜蓿', text: '耐盐', intendedUse: [] }
  const amended = await scene.give(id, 'amendment', { purpose })
  expect(amended).toMatchObject({ purpose, answers: other, items: [{ quantity: 20 }] })
  expect(await scene.refused(id, 'amendment', { answers: { use: 'x' } })).toEqual([
    422,
    'answers.use',
  ])
  await scene.give(id, 'amendment', { answers: breeding, destination: 'CN' })
  const { events } = await scene.read(id)
  expect(events.slice(-2)).toMatchObject([
    { type: 'amended', purpose, answers: other },
    { type: 'amended', purpose, answers: breeding },
  ])
  // Nobody else amends it, and nothing of what was refused is kept.
  const others = await scene.refused(id, 'amendment', { answers: other }, 'demo-curator')
  expect(others).toEqual([403])
  expect(await scene.read(id)).toMatchObject({ answers: breeding })
})

test('the same by pages: what it is for with the items, and the answers to its form', async () => {
  const { id, version, items } = await sent()
  const who = scene.as('demo-outsider')
  const page = await (await who.get(`/requests/${id}/edit`)).text()
  expect(page).toContain(`/requests/${id}/answers`)
  const fields = {
    version: String(version),
    asksAbout: 'amended',
    'items.0.id': items[0]?.id ?? '',
    'items.0.quantity': '30',
    'items.0.unit': 'seed',
    title: '耐盐苜蓿',
    text: '筛选耐盐材料',
  }
  const answer = await send(`/requests/${id}/edit`, fields)
  expect(answer.status).toBe(303)
  expect(await scene.read(id)).toMatchObject({
    purpose: { title: '耐盐苜蓿', text: '筛选耐盐材料' },
    items: [{ quantity: 30 }],
  })
  const at = `/requests/${id}/answers`
  expect(await (await who.get(at)).text()).toContain('保存后将作为修改提交')
  expect((await send(at, { 'answers.use': '' })).status).toBe(422)
  expect((await send(at, { 'answers.use': breeding.use }, 'demo-curator')).status).toBe(403)
  expect((await send(at, { 'answers.use': breeding.use })).status).toBe(303)
  expect(await scene.read(id)).toMatchObject({ answers: breeding })
})

test('what was answered to a provider once is there the next time, as far as it fits', async () => {
  await sent()
  await scene.asks([use, area])
  const [draft] = await scene.draft([scene.seeds(5)])
  const who = scene.as('demo-outsider')
  const page = await (await who.get(`/requests/${draft?.id}/answers`)).text()
  expect(page).toContain('<option value="其他 | Other" selected="">')
  await who.put('/api/v1/basket', { items: [{ record: scene.accession, quantity: 5 }] })
  const checkout = await (await who.get('/basket/checkout/purpose')).text()
  expect(checkout).toContain('<option value="其他 | Other" selected="">')
  // Of a field that has other choices now, nothing is offered; nor to anybody else.
  await scene.asks([{ ...use, choices: ['a', 'b'] }])
  expect(await (await who.get('/basket/checkout/purpose')).text()).not.toContain('selected="">a<')
  const them = scene.as('demo-researcher')
  await them.put('/api/v1/basket', { items: [{ record: scene.accession, quantity: 5 }] })
  expect(await (await them.get('/basket/checkout/purpose')).text()).not.toContain(
    '<option value="a" selected',
  )
})
