import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aToken, somebody } from '../support/people.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

test('what is asked of two providers becomes two drafts, and a draft is its requester’s alone', async () => {
  await scene.lot({ code: 'TWO' })
  const [first, second, ...more] = await scene.draft([scene.seeds(100), { record: scene.dataset }])
  expect(more).toEqual([])
  expect(second).toBeUndefined()
  expect(first).toMatchObject({ state: 'draft', turn: 'requester' })
  expect(first?.items.map(({ quantity }) => quantity)).toEqual([100, null])
  const id = first?.id ?? ''
  expect((await scene.as('demo-curator').get(`/api/v1/requests/${id}`)).status).toBe(404)
  expect((await scene.as().get(`/api/v1/requests/${id}`)).status).toBe(401)
})

test('an approval holds seeds back, a withdrawal lets go of them', async () => {
  const lot = await scene.lot({ code: 'HELD', quantity: 300 })
  const request = await scene.sent([{ ...scene.seeds(120), target: { lotId: lot } }])
  expect(request).toMatchObject({ state: 'submitted', turn: 'steward' })
  const decided = await scene.decided(request, 'approved', { quantity: 100 })
  expect(decided).toMatchObject({ state: 'fulfilling', turn: 'steward' })
  expect(decided.items[0]).toMatchObject({ held: 100, decision: { quantity: 100 } })
  expect(await scene.read(decided.id)).toMatchObject({ events: [{ type: 'submitted' }, {}] })
  const before = await readLot(lot)
  expect(before).toMatchObject({ reserved: 100 })
  await scene.give(request.id, 'item-withdrawal', { item: request.items[0]?.id })
  expect(await readLot(lot)).toMatchObject({ reserved: 0, balance: 300 })
})

const readLot = async (id: string) =>
  (await scene.as('demo-curator').get(`/api/v1/lots/${id}`)).json()

test('thirty-two approvals of the last fifty seeds at once give fifty and no more', async () => {
  const lot = await scene.lot({ code: 'LAST', quantity: 50 })
  const requests = []
  for (let at = 0; at < 32; at += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    requests.push(await scene.sent([{ ...scene.seeds(5), target: { lotId: lot } }]))
  const answers = await Promise.all(
    requests.map(async ({ id, items }) =>
      scene.post(`/requests/${id}/decision`, {
        decisions: [{ item: items[0]?.id, answer: 'approved' }],
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.filter((status) => status === 409)).toHaveLength(22)
  expect(await readLot(lot)).toMatchObject({ reserved: 50, balance: 50 })
})

test('access to a dataset begins with the approval and ends with the revocation', async () => {
  const request = await scene.sent([{ record: scene.dataset }])
  await scene.decided(request, 'approved', { until: '2099-01-01' })
  expect(await entitledTo(request.id)).toHaveLength(1)
  const item = request.items[0]?.id
  await scene.give(request.id, 'revocation', { item, note: '用途不符' }, 'demo-curator')
  expect(await entitledTo(request.id)).toEqual([])
})

const entitledTo = async (id: string) =>
  (
    await sql<{ person_id: string }>`
      select person_id from entitlement where request_id = ${id}::uuid and ended_at is null
    `.execute(scene.db)
  ).rows

test('what staff write among themselves never reaches who asked', async () => {
  const request = await scene.sent([{ record: scene.dataset }])
  await scene.write(request.id, { path: 'notes', text: 'SECRET-NOTE' }, 'demo-curator')
  await scene.give(request.id, 'labels', { labels: 'SECRET-LABEL；b' }, 'demo-curator')
  await scene.write(request.id, { text: 'Which area?' }, 'demo-curator')
  for (const path of [`/api/v1/requests/${request.id}`, `/requests/${request.id}`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const theirs = await (await scene.as('demo-outsider').get(path)).text()
    expect(theirs).toContain('Which area?')
    expect(theirs).not.toContain('SECRET')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const staff = await (await scene.as('demo-curator').get(path)).text()
    expect(staff).toContain('SECRET-NOTE')
  }
})

test('a rejected item may be appealed, and somebody else answers', async () => {
  const request = await scene.sent([{ record: scene.dataset }])
  await scene.decided(request, 'rejected', { reason: 'No purpose' })
  const item = request.items[0]?.id
  const appealed = await scene.give(request.id, 'appeal', { item, note: 'It is for teaching' })
  expect(appealed.state).toBe('submitted')
  const decision = { decisions: [{ item, answer: 'approved' }] }
  expect(await scene.refused(request.id, 'decision', decision, 'demo-curator')).toEqual([
    409,
    'own_decision',
  ])
  const answered = await scene.give(request.id, 'decision', decision, 'demo-admin')
  expect(answered.items[0]).toMatchObject({ appeal: 'answered', decision: { answer: 'approved' } })
})

test('lists are of one’s own, and of what one decides', async () => {
  const request = await scene.sent([{ record: scene.dataset }])
  const listed = async (as: string, role: string) =>
    (await (await scene.as(as).get(`/api/v1/requests?role=${role}&limit=200`)).json()).items.map(
      ({ id }: { id: string }) => id,
    )
  expect(await listed('demo-outsider', 'requester')).toContain(request.id)
  expect(await listed('demo-curator', 'steward')).toContain(request.id)
  expect(await listed('demo-curator', 'requester')).not.toContain(request.id)
  expect(await listed('demo-researcher', 'steward')).toEqual([])
  expect((await scene.as('demo-researcher').get(`/api/v1/requests/${request.id}`)).status).toBe(404)
})

test('of two reviewers, only the one who has not answered is told that it is their turn', async () => {
  const { id } = await scene.sent([{ record: scene.dataset }])
  const reviewers = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const person = await somebody(scene.services, { email: `${name}@reviewers.test` })
      return { ...person, token: await aToken(scene.services, person.id) }
    }),
  )
  for (const { email } of reviewers)
    // oxlint-disable-next-line no-await-in-loop -- one command after the other
    await scene.give(id, 'review-request', { person: email }, 'demo-curator')
  const [one, two] = reviewers
  const isTold = async (token = '') =>
    /等待您处理/.test(await (await scene.as(token).get(`/requests/${id}`)).text())
  await scene.give(id, 'review', { verdict: 'for', note: '好' }, one?.token ?? '')
  expect([await isTold(one?.token), await isTold(two?.token)]).toEqual([false, true])
})
