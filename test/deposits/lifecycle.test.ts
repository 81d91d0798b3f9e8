import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { depositStates } from '../../src/deposits/plans/model.ts'
import { type Command, commands } from '../../src/deposits/packages/rules.ts'
import { type DepositScene, depositScene, ok } from './scene.ts'

let scene: DepositScene
beforeAll(async () => {
  scene = await depositScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

/** Said once more, in sentences of the domain: who gives which command when, and what the state is then. */
const allowed: Readonly<Record<string, readonly [command: Command, who: string, next: string][]>> =
  {
    promised: [
      ['beginning', 'depositor', 'draft'],
      ['ending', 'unit', 'ended'],
    ],
    draft: [
      ['submission', 'depositor', 'unit_check'],
      ['ending', 'unit', 'ended'],
    ],
    unit_check: [
      ['recall', 'depositor', 'draft'],
      ['approval', 'unit', 'centre_check'],
      ['return', 'unit', 'returned'],
    ],
    centre_check: [
      ['acceptance', 'centre', 'receipted'],
      ['return', 'centre', 'returned'],
    ],
    // Remarks have to be answered first: see below.
    returned: [['ending', 'unit', 'ended']],
    receipted: [],
    ended: [],
  }

const bodies: Partial<Record<Command, object>> = {
  return: { text: '请补充单位' },
  ending: { reason: '仪器损坏' },
}

describe.each(depositStates)('a deposit that is %s', (state) => {
  test('takes the commands of its table from who they are for, and no others from anybody', async () => {
    const actors = {
      depositor: 'demo-researcher',
      unit: 'demo-curator',
      centre: scene.clerk.token,
      stranger: scene.stranger,
      nobody: undefined,
    }
    let deposit = ''
    const anew = async () => {
      deposit = (await scene.register()).deposit
      await scene.lead(deposit, state)
    }
    await anew()
    for (const command of commands)
      for (const [who, token] of Object.entries(actors)) {
        const rule = allowed[state]?.find(([name]) => name === command)
        const { version } = await scene.read(deposit, 'demo-admin')
        const answer = await scene
          .as(token)
          .post(`/api/v1/deposits/${deposit}/${command}`, bodies[command] ?? {}, {
            'if-match': `"${version}"`,
          })
        const after = await scene.read(deposit, 'demo-admin')
        if (rule?.[1] === who) {
          expect([command, who, answer.status]).toEqual([command, who, 200])
          expect(after.state).toBe(rule[2])
          await anew()
        } else {
          const refused = { stranger: [404], nobody: [401] }[who] ?? [403, 409]
          expect(refused, `${state} ${command} ${who}`).toContain(answer.status)
          expect(after.state).toBe(state)
        }
      }
  })
})

test('every step is an audit row, and who has to act is told', async () => {
  const { deposit } = await scene.register()
  await scene.lead(deposit, 'receipted')
  const actions = await scene.db
    .selectFrom('audit')
    .where('entity', '=', 'deposit')
    .where('entity_id', '=', deposit)
    .orderBy('id')
    .select('action')
    .execute()
  expect(actions.map(({ action }) => action)).toEqual([
    'deposit.beginning',
    'deposit.parts',
    'deposit.submission',
    'deposit.approval',
    'deposit.acceptance',
  ])
})

test('a package that lacks something is refused with everything that it lacks', async () => {
  const { deposit } = await scene.register()
  await ok(scene.give(deposit, 'beginning', { as: 'demo-researcher' }))
  const { missing } = await scene.read(deposit)
  expect(missing.map(({ code }) => code)).toEqual(['fields', 'files', 'part', 'part', 'part'])
  const answer = await scene.give(deposit, 'submission', { as: 'demo-researcher' })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ objections: missing.map(({ code }) => ({ code })) })
  expect((await scene.read(deposit)).state).toBe('draft')
})

test('what was remarked is answered one by one before it is submitted again', async () => {
  const { deposit } = await scene.register()
  await scene.lead(deposit, 'unit_check')
  const curator = scene.as('demo-curator')
  const researcher = scene.as('demo-researcher')
  const remarks = `/api/v1/deposits/${deposit}/remarks`
  for (const about of ['摘要', 'day.csv'])
    await ok(curator.post(remarks, { about, text: `请补充${about}` }))
  // Nobody but its checkers reads what is still being written.
  expect(await (await researcher.get(remarks)).json()).toMatchObject({ items: [] })
  expect((await scene.give(deposit, 'approval', { as: 'demo-curator' })).status).toBe(409)
  await ok(scene.give(deposit, 'return', { as: 'demo-curator' }))
  const { items } = (await (await researcher.get(remarks)).json()) as { items: { id: string }[] }
  expect(items).toHaveLength(2)
  for (const [at, { id }] of items.entries()) {
    const answer = await scene.give(deposit, 'submission', { as: 'demo-researcher' })
    expect([at, answer.status]).toEqual([at, 409])
    await ok(researcher.post(`${remarks}/${id}/answer`, { answer: '已补充' }))
    expect((await researcher.post(`${remarks}/${id}/answer`, { answer: '再答' })).status).toBe(409)
  }
  await ok(scene.give(deposit, 'submission', { as: 'demo-researcher' }))
  expect((await scene.read(deposit)).state).toBe('unit_check')
})

test('a check that finds nothing to say cannot return a package', async () => {
  const { deposit } = await scene.register()
  await scene.lead(deposit, 'unit_check')
  expect((await scene.give(deposit, 'return', { as: 'demo-curator' })).status).toBe(409)
})
