import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formFor, searchForms } from '../../src/requests/forms/actions/forms.ts'
import {
  answersOfRequest,
  checkedAnswers,
  keepAnswers,
  withAnswerFiles,
} from '../../src/requests/forms/actions/answers.ts'
import { transact } from '../../src/core/context.ts'
import { systemContext } from '../../src/jobs.ts'
import { answerOf } from '../bookings/scene.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

let house: TestHouse
let collection = ''
beforeAll(async () => {
  house = await testHouse()
  const input = { ...publishable.collection, institution: house.own, title: { zh: '血样库' } }
  collection = await house.add('collection', input)
})
afterAll(async () => house[Symbol.asyncDispose]())

const use = {
  key: 'use',
  type: 'choice',
  label: { zh: '用途', en: 'Use' },
  choices: ['育种 | Breeding', '其他 | Other'],
  required: true,
}
const plan = {
  key: 'plan',
  type: 'long',
  label: { zh: '育种方案', en: 'Plan' },
  required: true,
  when: { field: 'use', is: '育种 | Breeding' },
}
const paper = { key: 'paper', type: 'file', label: { zh: '批件' } }

type Who = 'demo-curator' | 'demo-admin' | 'demo-outsider' | 'demo-steward'
const api = (path: string) => `/api/v1/request-forms${path}`
const post = (path: string, body: object = {}, as: Who = 'demo-curator') =>
  answerOf(house.as(as).post(api(path), body))
const patch = (id: string, body: object, version: number) =>
  house.as('demo-curator').patch(api(`/${id}`), body, { 'if-match': `"${version}"` })
const get = (path: string, as?: Who) => answerOf(house.as(as).get(api(path)))
const ctx = () => systemContext(house.services, 'test')

/** A published form of the institution or of its collection. */
async function published(fields: object[], of: object = { institution: house.own }) {
  const made = await post('', { title: { zh: '申请表' }, ...of, fields })
  expect(made.status).toBe(201)
  const id = String(made.body.id)
  expect((await post(`/${id}/publication`)).status).toBe(200)
  return id
}

describe('versions', () => {
  test('a draft is edited and published once, and what is published never changes; the next version takes its place', async () => {
    const made = await post('', {
      title: { zh: '种质申请表' },
      institution: house.own,
      fields: [use],
    })
    expect([made.status, made.body['state'], made.body['number']]).toEqual([201, 'draft', 1])
    const id = String(made.body.id)
    const provider = { institutionId: house.own, collectionId: null }
    expect(await formFor(ctx(), provider)).toBeUndefined()
    expect((await patch(id, { fields: [use, plan] }, 9)).status).toBe(412)
    expect((await patch(id, { fields: [use, plan] }, 1)).status).toBe(200)
    expect((await post('', { title: { zh: '又一份' }, institution: house.own })).status).toBe(409)
    expect((await post(`/${id}/publication`)).body['state']).toBe('current')
    expect((await formFor(ctx(), provider))?.id).toBe(id)
    for (const answer of [
      await patch(id, { fields: [] }, 3),
      await house.as('demo-curator').delete(api(`/${id}`)),
      await house.as('demo-curator').post(api(`/${id}/publication`), {}),
    ])
      expect(answer.status).toBe(409)
    const row = house.db.updateTable('request_form').set({ title_zh: '改' }).where('id', '=', id)
    await expect(row.execute()).rejects.toThrow('never changed')

    const next = await post(`/${id}/next`)
    expect([next.status, next.body['number'], next.body['fields']]).toMatchObject([
      201,
      2,
      [{ key: 'use' }, { key: 'plan' }],
    ])
    const draft = String(next.body.id)
    expect((await formFor(ctx(), provider))?.id).toBe(id)
    expect((await patch(draft, { fields: [] }, 1)).status).toBe(200)
    await post(`/${draft}/publication`)
    expect((await get(`/${id}`)).body['state']).toBe('past')
    // A version without fields asks nothing.
    expect(await formFor(ctx(), provider)).toBeUndefined()
  })

  test('a form of a collection comes before that of its institution, and a draft can be deleted', async () => {
    const whole = await published([use])
    const provider = { institutionId: house.own, collectionId: collection }
    expect((await formFor(ctx(), provider))?.id).toBe(whole)
    const own = await published([paper], { collection })
    expect((await formFor(ctx(), provider))?.id).toBe(own)
    const none = { institutionId: house.own, collectionId: null }
    expect((await formFor(ctx(), none))?.id).toBe(whole)
    const draft = String((await post(`/${own}/next`)).body.id)
    const gone = await house.as('demo-curator').delete(api(`/${draft}`))
    expect(gone.status).toBe(204)
    expect((await get(`/${draft}`, 'demo-curator')).status).toBe(404)
  })

  test('two who begin the next version at once make one', async () => {
    const id = await published([use])
    const [one, other] = await Promise.all([post(`/${id}/next`), post(`/${id}/next`)])
    expect(new Set([one.status, other.status])).toEqual(new Set([201, 409]))
    const draft = [one, other].find(({ status }) => status === 201)?.body.id
    await house.as('demo-curator').delete(api(`/${draft}`))
  })
})

describe('who', () => {
  test('only those who keep the provider write its forms, and drafts are theirs', async () => {
    const body = { title: { zh: '表' }, institution: house.other }
    expect((await post('', body)).status).toBe(403)
    expect((await post('', { ...body, institution: house.own }, 'demo-outsider')).status).toBe(403)
    expect((await answerOf(house.as().post(api(''), body))).status).toBe(401)
    const foreign = await post('', body, 'demo-admin')
    const id = String(foreign.body.id)
    expect((await get(`/${id}`)).status).toBe(404)
    expect((await get(`/${id}`, 'demo-curator')).status).toBe(404)
    expect((await post(`/${id}/publication`)).status).toBe(404)
    await post(`/${id}/publication`, {}, 'demo-admin')
    expect((await get(`/${id}`)).status).toBe(200)
    expect((await post(`/${id}/next`)).status).toBe(403)
  })

  test('a curator of a collection alone writes its form, and not that of its institution', async () => {
    await house.db
      .insertInto('role_grant')
      .values({
        person_id: house.people['demo-outsider'],
        role: 'curator',
        collection_id: collection,
        created_at: ctx().now(),
      })
      .execute()
    const made = await post('', { title: { zh: '样本' }, collection }, 'demo-outsider')
    expect(made.status).toBe(201)
    const whole = { title: { zh: '单位' }, institution: house.own }
    expect((await post('', whole, 'demo-outsider')).status).toBe(403)
    const { items } = await searchForms(ctx(), { limit: 200 })
    expect(items.some(({ id }) => id === made.body.id)).toBe(true)
    await answerOf(house.as('demo-outsider').delete(api(`/${made.body.id}`)))
  })

  test.each([
    ['neither of the two', {}, 422],
    ['both of them', { institution: 'own', collection: 'c' }, 422],
    [
      'a circle',
      { institution: 'own', fields: [{ ...plan, when: { field: 'plan', is: 'a' } }] },
      422,
    ],
    ['a field twice', { institution: 'own', fields: [use, use] }, 422],
    ['what is no field', { institution: 'own', fields: [{ ...use, script: 'x' }] }, 422],
    [
      '31 fields',
      {
        institution: 'own',
        fields: Array.from({ length: 31 }, (_, n) => ({ ...paper, key: `f${n}` })),
      },
      422,
    ],
    ['NUL', { institution: 'own', fields: [{ ...paper, label: { zh: 'a\0' } }] }, 422],
    ['This institution does not exist', { institution: crypto.randomUUID() }, 404],
    ['This collection does not exist', { collection: crypto.randomUUID() }, 404],
  ])('%s is refused', async (_, input, status) => {
    const named = 'institution' in input && input.institution === 'own'
    const body = { title: { zh: '表' }, ...input, ...(named && { institution: house.own }) }
    expect((await post('', body, 'demo-admin')).status).toBe(status)
  })
})

test('answers keep the version of the form that they answered, without what was not asked, and their files', async () => {
  const id = await published([use, plan, paper])
  const provider = { institutionId: house.own, collectionId: null }
  const form = await formFor(ctx(), provider)
  expect(form?.id).toBe(id)
  const wrong = { answers: { use: '育种 | Breeding' } }
  expect(() => checkedAnswers(form, wrong)).toThrow('Check the highlighted fields')
  const file = { field: 'paper', name: '批件.pdf', bytes: new Uint8Array([1, 2]) }
  const sent = { answers: { use: '其他 | Other', plan: '不问' }, files: [file] }
  const { answers, files } = checkedAnswers(form, sent)
  expect(answers).toEqual({ use: '其他 | Other' })
  const now = ctx().now()
  const request = await house.db
    .insertInto('request')
    .values({
      number: 'R-1',
      institution_id: house.own,
      requester_id: house.people['demo-outsider'],
      created_at: now,
      turn: 'requester',
      turn_since: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const keep = (name: string) =>
    withAnswerFiles(
      ctx(),
      files.map((one) => ({ ...one, name })),
      (stored) =>
        transact(ctx(), (trx) =>
          keepAnswers(trx, ctx(), { requestId: request.id, form, answers, files: stored }),
        ),
    )
  await keep('旧.pdf')
  await keep('批件.pdf')
  const later = await post(`/${id}/next`)
  await post(`/${later.body.id}/publication`)
  const kept = await answersOfRequest(ctx(), request.id)
  expect(kept).toMatchObject({
    formId: id,
    fields: [{ key: 'use' }, { key: 'plan' }, { key: 'paper' }],
    answers: { use: '其他 | Other' },
    files: [{ field: 'paper', name: '批件.pdf', sizeBytes: 2 }],
  })
})

/** What a row of the editor sends. */
const row = (n: number, label: string, more: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ 'label.zh': label, type: 'text', ...more }).map(([name, value]) => [
      `fields.${n}.${name}`,
      value,
    ]),
  )

test('a curator makes, reorders and publishes a form by pages without scripts, in either language', async () => {
  const who = house.as('demo-admin')
  const send = (path: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return who.post(path, form)
  }
  const look = async (path: string, lang = 'zh') =>
    (await who.get(path, { cookie: `hexi_lang=${lang}` })).text()
  const { id: institution } = (
    await answerOf(who.post('/api/v1/institutions', { name: { zh: '草地所' } }))
  ).body
  const none = await send('/requests/forms/new', { 'title.zh': '无主' })
  expect([none.status, (await none.text()).includes('value="无主"')]).toEqual([422, true])
  const made = await send('/requests/forms/new', {
    'title.zh': '草种申请',
    institution: String(institution),
  })
  const edit = made.headers.get('location') ?? ''
  expect(edit).toMatch(/^\/requests\/forms\/[\da-f-]{36}\/edit$/)
  const typed = {
    'title.zh': '草种申请',
    version: '1',
    rows: '4',
  }
  const choice = { type: 'choice', choices: '育种 | Breeding；其他', key: 'use' }
  const planned = (more: Record<string, string>) => row(0, '方案', more)
  const second = row(2, '用途', choice)
  const up = await send(edit, { ...typed, ...planned({}), ...second, act: 'up.1' })
  const reordered = await up.text()
  expect(up.status).toBe(200)
  expect(reordered.indexOf('value="用途"')).toBeLessThan(reordered.indexOf('value="方案"'))
  expect(reordered).toContain('“用途”为“育种”时')
  const at = edit.replace('/edit', '')
  const id = at.split('/').at(-1)
  expect((await get(`/${id}`, 'demo-admin')).body['fields']).toEqual([])
  const when = JSON.stringify({ field: 'use', is: '育种 | Breeding' })
  const wrong = await send(edit, { ...typed, ...planned({ when }), ...second })
  expect([wrong.status, (await wrong.text()).includes('条件只能依据前面的字段')]).toEqual([
    422,
    true,
  ])
  const ordered = { ...row(0, '用途', choice), ...row(2, '方案', { when, required: 'true' }) }
  const saved = await send(edit, { ...typed, ...ordered })
  expect(saved.headers.get('location')).toBe(at)
  expect(await look(at)).toContain('仅在“用途”为“育种”时填写')
  expect(await look(at, 'en')).toContain('Breeding')
  expect((await send(`${at}/publication`, {})).status).toBe(303)
  expect(await look('/requests/forms', 'en')).toContain('In use')
  expect((await house.as().get('/requests/forms/new')).status).toBe(303)
  expect((await house.as('demo-researcher').get('/requests/forms/new')).status).toBe(403)
  expect((await house.as('demo-researcher').get(edit)).status).toBe(403)
  expect((await who.get(edit)).status).toBe(409)
})

test('who makes a request answers the form of its provider, while it is a draft, and its sides take the files', async () => {
  const id = await published([use, plan, paper])
  const dataset = await house.add('dataset', {
    ...publishable.dataset,
    institution: house.own,
    title: { zh: '冰川厚度' },
    access: 'on_request',
  })
  const who = house.as('demo-outsider')
  const made = await answerOf(who.post('/api/v1/requests', { items: [{ record: dataset }] }))
  const [{ id: request }] = JSON.parse(JSON.stringify(made.body['items']))
  const at = `/requests/${request}/answers`
  expect(await (await who.get(at)).text()).toContain('育种方案')
  const send = (as: Who, fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return house.as(as).post(at, form)
  }
  const blank = await send('demo-outsider', { 'answers.use': '育种 | Breeding' })
  expect([blank.status, (await blank.text()).includes('请填写')]).toEqual([422, true])
  const answered = {
    'answers.use': '其他 | Other',
    'answers.plan': '不问',
    'answers.paper': new File(['x'], '批件.txt'),
  }
  expect((await send('demo-curator', answered)).status).toBe(404)
  expect((await send('demo-outsider', answered)).status).toBe(303)
  const page = await (await who.get(`/requests/${request}`)).text()
  const file = /\/api\/v1(\/requests\/[^"]+\/content)/.exec(page)?.[0] ?? ''
  expect(page).toContain('批件.txt')
  expect((await who.get(file)).status).toBe(200)
  expect((await house.as('demo-researcher').get(file)).status).toBe(404)
  expect((await house.as().get(file)).status).toBe(401)
  expect((await house.as('demo-outsider').get('/requests/x/answers')).status).toBe(404)
  const json = { answers: { use: '其他 | Other', more: 1 } }
  expect((await who.put(`/api/v1${at}`, json)).status).toBe(422)
  const kept = house.db.selectFrom('request').select('form_id').where('id', '=', request)
  expect(await kept.executeTakeFirst()).toEqual({ form_id: id })
  await house.db
    .updateTable('request')
    .set({ state: 'submitted' })
    .where('id', '=', request)
    .execute()
  expect((await send('demo-outsider', answered)).status).toBe(409)
})
