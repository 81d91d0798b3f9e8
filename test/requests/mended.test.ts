import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { decide } from '../../src/requests/requests/rules/decide.ts'
import { replay } from '../../src/requests/requests/rules/apply.ts'
import { begun } from '../../src/requests/requests/rules/state.ts'
import { mayGive } from '../../src/requests/requests/rules/lifecycle.ts'
import type { ItemDecision, RequestEvent } from '../../src/requests/requests/model/events.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const held = async (id: string) => (await scene.read(id, 'demo-curator')).items[0]?.held

const label = (id: string, labels: string) => scene.give(id, 'labels', { labels }, 'demo-curator')

test('material whose first lot appears after the approval and is too small keeps no later command', async () => {
  const sent = await scene.sent()
  await scene.decided(sent, 'approved')
  expect(await held(sent.id)).toBe(0)
  await scene.lot({ quantity: 50 })
  await label(sent.id, 'urgent')
  expect(await held(sent.id)).toBe(0)
  // Another one may not have what is not there.
  const second = await scene.sent()
  expect(
    await scene.refused(
      second.id,
      'decision',
      { decisions: [{ item: second.items[0]?.id, answer: 'approved' }] },
      'demo-curator',
    ),
  ).toEqual([409])
  // Once there is enough, it is held back with whatever happens next.
  await scene.lot({ quantity: 400 })
  await label(sent.id, 'soon')
  expect(await held(sent.id)).toBe(200)
  await label(sent.id, 'done')
  expect(await held(sent.id)).toBe(200)
  await scene.give(sent.id, 'item-withdrawal', { item: sent.items[0]?.id })
  expect(await held(sent.id)).toBe(0)
})

test('a member who is removed and added again within one moment is a member, and no error', async () => {
  const sent = await scene.sent([{ record: scene.dataset }])
  const person = scene.people['demo-researcher']
  const { now } = scene.services
  const still = now()
  scene.services.now = () => still
  try {
    for (let at = 0; at < 2; at += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await scene.give(sent.id, 'members', { person })
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(
        (await scene.post(`/requests/${sent.id}/member-removal`, { person }, 'demo-outsider'))
          .status,
      ).toBe(204)
    }
    await scene.give(sent.id, 'members', { person })
  } finally {
    scene.services.now = now
  }
  const { rows } = await sql<{ now: number; all: number }>`
    select count(*) filter (where until is null)::int as now, count(*)::int as all
    from request_member where request_id = ${sent.id} and person_id = ${person}`.execute(scene.db)
  expect(rows).toEqual([{ now: 1, all: 1 }])
  await scene.decided(await scene.read(sent.id, 'demo-curator'), 'approved')
  expect((await scene.read(sent.id, 'demo-researcher')).sides).toContain('member')
})

const at = '2026-03-01T00:00:00Z'
const clock = {
  personId: null,
  sides: ['clock'],
  at,
  rules: { quorum: 0, appealDays: 30 },
} as const

test('a request does not expire while a loan is out, which can be given back in every state', () => {
  const item = {
    id: 'i',
    recordId: 'r',
    delivery: 'shipment',
    quantity: 10,
    unit: 'seed',
    isLoan: true,
    target: {},
  } as const
  const decision = {
    itemId: 'i',
    answer: 'approved' as const,
    quantity: 10,
    conditions: null,
    reason: null,
    until: null,
    agreementIds: [],
  } satisfies ItemDecision
  const content = { items: [item], purpose: {}, answers: {}, needsConsentOf: null }
  const events: RequestEvent[] = [
    { type: 'submitted', ...content, at, by: 'a' },
    { type: 'items_decided', decisions: [decision], at, by: 's' },
    { type: 'shipped', shipmentId: 'x', lines: [{ itemId: 'i', quantity: 10 }], at, by: 's' },
    { type: 'received', shipmentId: 'x', at, by: 'a' },
    { type: 'returned', note: 'Say more', at, by: 's' },
  ]
  const out = replay(begun('a', at), events)
  expect(decide(out, { command: 'expiry' }, clock)).toEqual({ objections: ['loan_out'] })
  for (const state of ['submitted', 'returned', 'decided', 'fulfilling', 'fulfilled'] as const)
    expect(mayGive(state, 'return_shipment', ['steward'])).toBe('yes')
  const back = replay(out, [
    { type: 'loan_returned', itemId: 'i', quantity: 10, condition: 'Good', at, by: 's' },
  ])
  expect(decide(back, { command: 'expiry' }, clock)).toMatchObject({
    events: [{ type: 'expired' }],
  })
})
