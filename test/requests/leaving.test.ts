import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOverRequestsJob } from '../../src/requests/leaving/jobs.ts'
import { houseContext } from '../support/people.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const disable = async (who: 'demo-outsider' | 'demo-researcher' | 'demo-pi') =>
  scene.db
    .updateTable('person')
    .set({ disabled_at: scene.services.now() })
    .where('id', '=', scene.people[who])
    .execute()

test('requests of somebody who leaves go to the oldest member who is there, or are withdrawn for all to see', async () => {
  const lot = await scene.lot({ code: 'LEFT', quantity: 500 })
  const kept = await scene.sent([{ record: scene.dataset }])
  for (const who of ['demo-pi', 'demo-researcher', 'demo-steward'] as const)
    // oxlint-disable-next-line no-await-in-loop -- the oldest first
    await scene.give(kept.id, 'members', { person: scene.people[who] })
  await scene.db
    .updateTable('request_member')
    .set({ since: scene.services.now().subtract({ hours: 2 }) })
    .where('person_id', 'in', [scene.people['demo-pi'], scene.people['demo-researcher']])
    .execute()
  const alone = await scene.sent([{ ...scene.seeds(20), target: { lotId: lot } }])
  await scene.decided(alone, 'approved')
  const [draft] = await scene.draft([{ record: scene.dataset }])
  await disable('demo-pi')
  await disable('demo-outsider')
  const ctx = houseContext(scene.services, 'hand_over_requests')
  await handOverRequestsJob(ctx)
  await handOverRequestsJob(ctx)
  const after = await scene.read(kept.id, 'demo-researcher')
  expect(after).toMatchObject({ state: 'submitted', requester: { name: 'demo-researcher' } })
  expect(after.events.filter(({ type }) => type === 'handed_over')).toHaveLength(1)
  expect(after.sides).toContain('requester')
  const ended = await scene.read(alone.id, 'demo-curator')
  expect(ended).toMatchObject({ state: 'withdrawn', items: [{ held: 0 }] })
  expect(ended.events.at(-1)).toMatchObject({ type: 'withdrawn', isPublic: true, actor: null })
  const rows = await scene.db
    .selectFrom('request')
    .where('id', '=', draft?.id ?? '')
    .select('state')
    .execute()
  expect(rows).toEqual([{ state: 'withdrawn' }])
})

test('what was provided already stays as it is', async () => {
  const request = await scene.sent([{ record: scene.dataset }], 'demo-researcher')
  await scene.decided(request, 'approved')
  await disable('demo-researcher')
  await handOverRequestsJob(houseContext(scene.services, 'hand_over_requests'))
  expect(await scene.read(request.id, 'demo-curator')).toMatchObject({ state: 'fulfilled' })
})
