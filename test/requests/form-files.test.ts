import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { area, type FormScene, formScene, paper, use } from './form-scene.ts'

let scene: FormScene
beforeAll(async () => {
  scene = await formScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const me = 'demo-researcher'
const purpose = '/basket/checkout/purpose'
type Fields = Record<string, string | File>

const send = async (path: string, fields: Fields, as = me) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await scene.as(as).post(path, form)
  const { status } = answer
  return { status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}
const basket = async (items: object[]) => {
  const answer = await scene.as(me).put('/api/v1/basket', { items })
  expect(answer.status).toBe(200)
  const text = await (await scene.as(me).get(purpose)).text()
  return { text, version: /name="version" value="(\d+)"/.exec(text)?.[1] ?? '' }
}
const hidden = (text: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', String.raw`\.`)}" value="([^"]+)"`).exec(text)?.[1] ?? ''
const typed = { title: '冻土碳库', text: '比较两种土壤' }
const requestsIn = (location: string) =>
  new URLSearchParams(location.split('?')[1]).get('requests')?.split(',') ?? []
const fileOf = async (id: string) => {
  const text = await (await scene.as(me).get(`/requests/${id}`)).text()
  return /\/api\/v1\/requests\/[^"]+\/content/.exec(text)?.[0] ?? ''
}

test('files go with the forms of two providers at checkout, and stay when something else is wrong', async () => {
  await scene.asks([use, paper])
  await scene.asks(
    [area, { ...paper, required: false }],
    { institution: scene.other },
    scene.strangerToken,
  )
  const { text, version } = await basket([
    { record: scene.accession, quantity: 20 },
    { record: scene.foreign, quantity: 5 },
  ])
  expect(text).toContain('enctype="multipart/form-data"')
  const own = text.indexOf('p0.answers.use') > 0 ? 'p0' : 'p1'
  const foreign = own === 'p0' ? 'p1' : 'p0'
  const fields = { ...typed, version, [`${own}.answers.use`]: '其他 | Other' }
  const missing = await send(purpose, { ...fields, [`${foreign}.answers.area`]: '3' })
  expect([missing.status, missing.text.includes('请附上文件')]).toEqual([422, true])
  const refused = await send(purpose, {
    ...fields,
    [`${own}.answers.paper`]: new File(['approved'], '批件 1.txt'),
    [`${foreign}.answers.paper`]: new File(['permit'], 'permit.txt'),
    [`${foreign}.answers.area`]: 'three',
  })
  expect(refused.status).toBe(422)
  for (const shown of ['冻土碳库', 'value="three"', '已收到“批件 1.txt”', '已收到“permit.txt”'])
    expect(refused.text).toContain(shown)
  const kept = {
    [`kept.${own}.answers.paper`]: hidden(refused.text, `kept.${own}.answers.paper`),
    [`kept.${foreign}.answers.paper`]: hidden(refused.text, `kept.${foreign}.answers.paper`),
  }
  // Of two files for one field, the one that was chosen last counts.
  const done = await send(purpose, {
    ...fields,
    ...kept,
    [`${foreign}.answers.area`]: '3',
    [`${foreign}.answers.paper`]: new File(['newer'], 'newer.txt'),
  })
  expect(done.status).toBe(303)
  const [first = '', second = ''] = requestsIn(done.location)
  const [mine, theirs] = own === 'p0' ? [first, second] : [second, first]
  const contents = await Promise.all(
    [mine, theirs].map(async (id) => (await scene.as(me).get(await fileOf(id))).text()),
  )
  expect(contents).toEqual(['approved', 'newer'])
  expect(await left()).toEqual([])

  // Its provider reads the file once the request is sent; nobody else does.
  const file = await fileOf(mine)
  expect((await scene.as('demo-curator').get(file)).status).toBe(404)
  const sent = await send('/basket/checkout/sending', { request: mine })
  expect(sent.status).toBe(303)
  const page = await (await scene.as('demo-curator').get(`/requests/${mine}`)).text()
  expect(page).toContain('批件 1.txt')
  const answer = await scene.as('demo-curator').get(file)
  expect([answer.status, await answer.text()]).toEqual([200, 'approved'])
  for (const [who, status] of [
    ['demo-outsider', 404],
    [scene.strangerToken, 404],
    [undefined, 401],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await scene.as(who).get(file)).status).toBe(status)
})

/** What was kept of forms that were refused. */
const left = async () =>
  scene.db
    .selectFrom('object_intent')
    .select('key')
    .where('key', 'like', 'kept/%')
    .where('purpose', '<>', 'reaped')
    .execute()

test('what was kept for somebody is nobody else’s, and nothing but what was kept can be named', async () => {
  await scene.asks([use, paper])
  const { version } = await basket([{ record: scene.accession, quantity: 20 }])
  const fields = { version, title: '', text: 'x', 'p0.answers.use': '其他 | Other' }
  const refused = await send(purpose, {
    ...fields,
    'p0.answers.paper': new File(['mine'], 'a.txt'),
  })
  const token = hidden(refused.text, 'kept.p0.answers.paper')
  expect(token).toMatch(/^[\da-f]{32}\/a\.txt$/)
  const [id] = (await scene.draft([scene.seeds(5)], 'demo-outsider')).map((one) => one.id)
  const at = `/requests/${id}/answers`
  const answers = { 'answers.use': '其他 | Other' }
  const secret = token.split('/')[0] ?? ''
  for (const stolen of [token, `${secret}/../x`, '../requests/x', 'x', 'a'.repeat(32) + '/b'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(
      (
        await send(
          at,
          { ...answers, 'kept.answers.paper': stolen, 'answers.none': new File(['x'], 'x') },
          'demo-outsider',
        )
      ).status,
    ).toBe(422)
  // An empty file is no file, and is not kept.
  const empty = await send(
    at,
    { ...answers, 'answers.paper': new File([], 'a.txt') },
    'demo-outsider',
  )
  expect([empty.status, empty.text.includes('已收到')]).toEqual([422, false])
  const own = await send(
    at,
    { 'answers.use': '', 'answers.paper': new File(['ok'], 'b.txt') },
    'demo-outsider',
  )
  expect(own.status).toBe(422)
  const saved = { ...answers, 'kept.answers.paper': hidden(own.text, 'kept.answers.paper') }
  expect((await send(at, saved, 'demo-outsider')).status).toBe(303)
  await scene.as(me).put('/api/v1/basket', { items: [] })
})

test('programs answer a field with a file too', async () => {
  await scene.asks([use, paper])
  const [first] = await scene.draft([scene.seeds(5)])
  const id = first?.id ?? ''
  const file = async (field: string, as = 'demo-outsider') => {
    const form = new FormData()
    form.set('field', field)
    form.set('file', new File(['scan'], 'scan.pdf'))
    return scene.as(as).post(`/api/v1/requests/${id}/files`, form)
  }
  expect((await scene.answer(id, { use: '其他 | Other' })).status).toBe(422)
  expect((await file('use')).status).toBe(422)
  expect((await file('paper', 'demo-researcher')).status).toBe(404)
  expect((await file('paper')).status).toBe(204)
  expect(await scene.refused(id, 'submission')).toEqual([422, 'answers.use'])
  expect((await scene.answer(id, { use: '其他 | Other' })).status).toBe(204)
  expect((await scene.give(id, 'submission')).state).toBe('submitted')
  expect((await file('paper')).status).toBe(409)
})

const Listed = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

/** A draft of the outsider's with its form answered by a file, and what is done with its files. */
async function filed(name = '错误.pdf') {
  await scene.asks([use, { ...paper, required: false }])
  const [first] = await scene.draft([scene.seeds(5)])
  const id = first?.id ?? ''
  await scene.answer(id, { use: '其他 | Other' })
  const attach = async () => {
    const form = new FormData()
    form.set('field', 'paper')
    form.set('file', new File(['wrong'], name))
    expect(
      (await scene.as('demo-outsider').post(`/api/v1/requests/${id}/files`, form)).status,
    ).toBe(204)
    const [file] = await files()
    return file?.id ?? ''
  }
  const files = async (as = 'demo-outsider') =>
    Listed.parse(await (await scene.as(as).get(`/api/v1/requests/${id}/files`)).json()).items
  const remove = async (file: string, as: string | undefined = 'demo-outsider') =>
    (await scene.as(as).delete(`/api/v1/requests/${id}/files/${file}`)).status
  return { id, attach, files, remove }
}

test('a file is removed from a draft by who attached it, once, and its bytes go', async () => {
  const { id, attach, files, remove } = await filed()
  const file = await attach()
  const content = `/api/v1/requests/${id}/files/${file}/content`
  const { key } = await scene.db
    .selectFrom('request_answer_file')
    .where('id', '=', file)
    .select('key')
    .executeTakeFirstOrThrow()
  expect(await remove(file, 'demo-researcher')).toBe(404)
  expect(await remove(file, '')).toBe(401)
  await scene.give(id, 'members', { person: 'researcher@hexi.example' })
  expect(await remove(file, 'demo-researcher')).toBe(403)
  expect(await remove(file, 'demo-curator')).toBe(404)
  for (const none of ['nothing', '00000000-0000-0000-0000-000000000000', '%00'])
    // oxlint-disable-next-line no-await-in-loop -- few
    expect(await remove(none)).toBe(404)
  expect((await files()).map(({ name }) => name)).toEqual(['错误.pdf'])
  const both = await Promise.all([remove(file), remove(file)])
  expect(both.toSorted()).toEqual([204, 404])
  expect(await files()).toEqual([])
  expect((await scene.as('demo-outsider').get(content)).status).toBe(404)
  const { rows: jobs } = await sql<{ keys: string[] }>`
    select job.payload->'keys' as keys from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'remove_objects'`.execute(scene.db)
  expect(jobs.filter(({ keys }) => keys.includes(key))).toHaveLength(1)
  const audit = await scene.db
    .selectFrom('audit')
    .where('entity_id', '=', id)
    .where('action', '=', 'request.remove_file')
    .select(['actor_id', 'institution_id', 'before'])
    .execute()
  // A draft is the requester’s alone: its provider reads nothing of its files, not even in the audit.
  expect(audit).toMatchObject([
    {
      actor_id: scene.people['demo-outsider'],
      institution_id: null,
      before: { field: 'paper', file: '错误.pdf' },
    },
  ])
})

test('what was sent stays, and is removed again once it is returned', async () => {
  const { id, attach, files, remove } = await filed('批件.pdf')
  const file = await attach()
  await scene.give(id, 'submission')
  expect(await remove(file)).toBe(409)
  expect(await remove(file, 'demo-curator')).toBe(403)
  const removal = `/requests/${id}/files/${file}/removal`
  const as = (token: string) => scene.as(token)
  const sentPage = await (await as('demo-outsider').get(`/requests/${id}/answers`)).text()
  expect([sentPage.includes('批件.pdf'), sentPage.includes(removal)]).toEqual([true, false])
  const refused = await as('demo-outsider').post(removal, new FormData())
  expect([refused.status, (await refused.text()).includes('附件不能移除')]).toEqual([409, true])
  expect(await (await as('demo-curator').get(`/requests/${id}`)).text()).not.toContain(removal)
  await scene.give(id, 'return', { note: '请换成盖章的批件。' }, 'demo-curator')
  const page = await (await as('demo-outsider').get(`/requests/${id}/answers`)).text()
  expect(page).toContain(removal)
  const done = await as('demo-outsider').post(removal, new FormData())
  expect([done.status, done.headers.get('location')]).toEqual([303, `/requests/${id}/answers`])
  expect(await files()).toEqual([])
  // Its provider had seen it, and reads that it is gone.
  const audit = await scene.db
    .selectFrom('audit')
    .where('entity_id', '=', id)
    .where('action', '=', 'request.remove_file')
    .select('institution_id')
    .execute()
  expect(audit).toEqual([{ institution_id: scene.own }])
  expect((await scene.give(id, 'submission')).state).toBe('submitted')
})

test('a file that its form requires is asked for again, and sending at the same time takes it or waits for another', async () => {
  const { id, attach, files, remove } = await filed()
  await scene.asks([use, paper])
  const file = await attach()
  expect(await remove(file)).toBe(204)
  expect(await scene.refused(id, 'submission')).toEqual([422, 'answers.paper'])
  const again = await attach()
  const [removed, sent] = await Promise.all([
    remove(again),
    scene.post(`/requests/${id}/submission`, {}, 'demo-outsider'),
  ])
  expect([
    [204, 422],
    [409, 200],
  ]).toContainEqual([removed, sent.status])
  expect(await files()).toHaveLength(sent.status === 200 ? 1 : 0)
})
