import { afterAll, beforeAll, expect, test } from 'vitest'
import { area, type FormScene, formScene, plan, use } from './form-scene.ts'

let scene: FormScene
beforeAll(async () => {
  scene = await formScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const drafted = async (more: object = {}) => {
  const [first] = await scene.draft([scene.seeds(20)], 'demo-outsider', more)
  if (!first) throw new Error('No draft')
  return first.id
}
const submit = (id: string, as = 'demo-outsider') =>
  scene.as(as).post(`/api/v1/requests/${id}/submission`, {})
const refused = async (id: string) => {
  const { status, issues } = await scene.issuesOf(await submit(id))
  return [status, ...issues.map(({ path }) => path)]
}
const formOf = async (id: string) =>
  scene.db.selectFrom('request').select(['form_id', 'answers']).where('id', '=', id).execute()

test('a request is not sent before each field that its provider requires is answered, and says which are not', async () => {
  const form = await scene.asks([use, plan])
  const id = await drafted()
  const { status, issues } = await scene.issuesOf(await submit(id))
  expect([status, issues]).toEqual([422, [{ path: 'answers.use', message: '“用途”：请填写。' }]])
  // An answer decides what else is asked.
  expect((await scene.answer(id, { use: '育种 | Breeding' })).status).toBe(422)
  expect(
    (
      await scene.as('demo-outsider').patch(
        `/api/v1/requests/${id}`,
        {
          answers: { use: '育种 | Breeding' },
        },
        { 'if-match': `"${(await scene.read(id)).version}"` },
      )
    ).status,
  ).toBe(200)
  expect(await refused(id)).toEqual([422, 'answers.plan'])
  expect((await scene.answer(id, { use: '其他 | Other', plan: '没有人问' })).status).toBe(204)
  expect((await submit(id)).status).toBe(200)
  expect(await formOf(id)).toEqual([{ form_id: form, answers: { use: '其他 | Other' } }])
  expect((await scene.read(id)).events[0]).toMatchObject({
    type: 'submitted',
    answers: { use: '其他 | Other' },
  })
})

test('what does not fit its field is refused, whoever wrote it and however', async () => {
  await scene.asks([use, area])
  for (const answers of [
    { use: 'something else', area: 3 },
    { use: '其他 | Other', area: 'three' },
    { use: ['其他 | Other'], area: [['3']] },
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const [status, ...paths] = await refused(await drafted({ answers }))
    expect([status, paths.length > 0]).toEqual([422, true])
  }
  const wrong = { items: [scene.seeds(20)], answers: { use: { $ne: 1 } } }
  expect((await scene.post('/requests', wrong, 'demo-outsider')).status).toBe(422)
  // What the form does not have is left out, also a name that every object has.
  const id = await drafted({ answers: { use: '其他 | Other', area: 3, constructor: 'x', old: 1 } })
  expect((await submit(id)).status).toBe(200)
  expect((await scene.read(id))['answers']).toEqual({ use: '其他 | Other', area: 3 })
})

test('a version that is published between the draft and its sending is the one that is asked', async () => {
  await scene.asks([use])
  const id = await drafted()
  await scene.answer(id, { use: '其他 | Other' })
  const next = await scene.asks([use, area])
  expect(await refused(id)).toEqual([422, 'answers.area'])
  const page = await (await scene.as('demo-outsider').get(`/requests/${id}`)).text()
  expect(page).toContain('提交前还要填写')
  expect(page).toContain(`/requests/${id}/answers#field-answers.area`)
  await scene.answer(id, { use: '其他 | Other', area: 2.5 })
  expect((await submit(id)).status).toBe(200)
  expect(await formOf(id)).toMatchObject([{ form_id: next }])
  // What was sent keeps its version, and is asked the newest again when it was returned.
  const last = await scene.asks([area])
  expect(await formOf(id)).toMatchObject([{ form_id: next }])
  await scene.give(id, 'return', { note: '请补充' }, 'demo-curator')
  expect((await submit(id)).status).toBe(200)
  expect(await formOf(id)).toEqual([{ form_id: last, answers: { area: 2.5 } }])
  // A version without fields asks nothing.
  const bare = await drafted({ answers: { area: 'x' } })
  await scene.asks([])
  expect((await submit(bare)).status).toBe(200)
  expect(await formOf(bare)).toEqual([{ form_id: null, answers: {} }])
})

test('requests to two providers each answer their own form', async () => {
  await scene.asks([use])
  await scene.asks([area], { institution: scene.other }, scene.strangerToken)
  const drafts = await scene.draft(
    [scene.seeds(20), { record: scene.foreign, quantity: 5, unit: 'seed' }],
    'demo-researcher',
    { answers: { use: '其他 | Other' } },
  )
  const [own = '', foreign = ''] = drafts.map(({ id }) => id)
  expect((await submit(own, 'demo-researcher')).status).toBe(200)
  const { status, issues } = await scene.issuesOf(await submit(foreign, 'demo-researcher'))
  expect([status, issues.map(({ path }) => path)]).toEqual([422, ['answers.area']])
  expect((await scene.answer(foreign, { area: 1 }, 'demo-researcher')).status).toBe(204)
  expect((await submit(foreign, 'demo-researcher')).status).toBe(200)
  expect((await scene.read(foreign, 'demo-researcher'))['answers']).toEqual({ area: 1 })
})

test('the page of a request leads to what is open, and a refusal there names the field', async () => {
  await scene.asks([use])
  const id = await drafted()
  const who = scene.as('demo-outsider')
  const form = new FormData()
  const answer = await who.post(`/requests/${id}/submission`, form, { cookie: 'hexi_lang=en' })
  const text = await answer.text()
  expect([answer.status, text.includes('“Use”: Fill this in.')]).toEqual([422, true])
  expect((await scene.read(id)).state).toBe('draft')
  // Whoever may not send it learns nothing of it.
  expect((await submit(id, 'demo-researcher')).status).toBe(404)
  await scene.answer(id, { use: '其他 | Other' })
  expect((await (await who.get(`/requests/${id}`)).text()).includes('提交前还要填写')).toBe(false)
  await scene.asks([])
  const none = await (await who.get(`/requests/${await drafted()}`)).text()
  expect(none).not.toContain('填写申请表')
})
