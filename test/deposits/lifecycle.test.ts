import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldLabels } from '../../src/labels.ts'
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

test.each(depositStates)(
  'a deposit that is %s takes the commands of its table from who they are for, and no others from anybody',
  async (state) => {
    const actors = {
      depositor: 'demo-researcher',
      unit: 'demo-curator',
      centre: scene.clerk.token,
      // Of both institutions: who decides bookings and requests reads no drafts, and checks none.
      steward: scene.steward,
      stranger: scene.stranger,
      nobody: undefined,
    }
    const wrong: object[] = []
    let deposit = await inState(state)
    for (const command of commands)
      for (const [who, token] of Object.entries(actors)) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const found = await given({ deposit, command, token })
        const rule = allowed[state]?.find((one) => one[0] === command && one[1] === who)
        const refused = { steward: [404], stranger: [404], nobody: [401] }[who] ?? [403, 409]
        const isRight = rule
          ? found.status === 200 && found.state === rule[2]
          : refused.includes(found.status) && found.state === state
        if (!isRight) wrong.push({ command, who, ...found })
        // oxlint-disable-next-line no-await-in-loop -- likewise
        if (rule) deposit = await inState(state)
      }
    expect(wrong).toEqual([])
  },
)

async function inState(state: string): Promise<string> {
  const { deposit } = await scene.register()
  await scene.lead(deposit, state)
  return deposit
}

type Given = { deposit: string; command: Command; token: string | undefined }

async function given({ deposit, command, token }: Given) {
  const { version } = await scene.read(deposit, 'demo-admin')
  const { status } = await scene
    .as(token)
    .post(`/api/v1/deposits/${deposit}/${command}`, bodies[command] ?? {}, {
      'if-match': `"${version}"`,
    })
  return { status, state: (await scene.read(deposit, 'demo-admin')).state }
}

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

const Remarks = z.object({ items: z.array(z.looseObject({ id: z.string() })) })

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
  const { items } = Remarks.parse(await (await researcher.get(remarks)).json())
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

test('a depositor writes the draft, its files and versions until it is submitted, and again once it is returned', async () => {
  const { deposit } = await scene.register({}, { lab: undefined })
  const record = await scene.prepare(deposit)
  const files = `/api/v1/datasets/${record}/versions/1/files`
  const tries = async (token: string) => {
    const as = scene.as(token)
    const title = { title: { zh: '改名' } }
    const answers = await Promise.all([
      as.patch(`/api/v1/datasets/${record}`, title, { 'if-match': '*' }),
      as.patch(
        `/api/v1/datasets/${record}/versions/1`,
        { notes: { zh: '首版' } },
        { 'if-match': '*' },
      ),
      as.get(files),
    ])
    return answers.map(({ status }) => status)
  }
  expect(await tries('demo-researcher')).toEqual([200, 200, 200])
  expect(await tries(scene.clerk.token)).toEqual([404, 404, 404])
  await ok(scene.give(deposit, 'submission', { as: 'demo-researcher' }))
  expect(await tries('demo-researcher')).toEqual([403, 403, 200])
  await ok(scene.give(deposit, 'return', { as: 'demo-curator', body: { text: '请改名' } }))
  expect(await tries('demo-researcher')).toEqual([200, 200, 200])
  const publication = await scene
    .as('demo-researcher')
    .post(`/api/v1/datasets/${record}/publication`, {})
  expect(publication.status).toBe(403)
})

test('members of the lab write its packages, and nobody else of the institution does', async () => {
  const { lab } = scene
  await scene.db
    .insertInto('lab_member')
    .values({
      lab_id: lab,
      person_id: scene.people['demo-researcher'],
      role: 'member',
      created_at: scene.services.now(),
    })
    .execute()
  const { deposit } = await scene.register({}, { lab })
  const record = await scene.prepare(deposit)
  const edited = async (token: string) => {
    const answer = await scene
      .as(token)
      .patch(`/api/v1/datasets/${record}`, { keywords: ['冰川'] }, { 'if-match': '*' })
    return answer.status
  }
  expect(await edited('demo-pi')).toBe(200)
  expect(await edited('demo-steward')).toBe(404)
})

test('every field that the audit of deposits has, has a name in both languages', async () => {
  const admin = scene.as('demo-admin')
  await ok(admin.put('/api/v1/deposit-holidays', { day: '2028-10-01', name: '国庆节' }))
  const name = { zh: '权属与授权声明', en: 'Statement of rights' }
  await ok(admin.put('/api/v1/deposit-parts', { code: 'rights', name, needed: false, position: 6 }))
  const { project, deposit } = await scene.register()
  await scene.lead(deposit, 'returned')
  const [remark] = Remarks.parse(
    await (await admin.get(`/api/v1/deposits/${deposit}/remarks`)).json(),
  ).items
  await ok(
    admin.post(`/api/v1/deposits/${deposit}/remarks/${remark?.id}/answer`, { answer: '已补充' }),
  )
  await ok(
    admin.patch(`/api/v1/deposit-projects/${project}`, { leader: '李' }, { 'if-match': '*' }),
  )
  const rows = await scene.db
    .selectFrom('audit')
    .where('entity', 'in', ['deposit', 'deposit_project', 'deposit_centre', 'dataset_version'])
    .select(['entity', 'action', 'before', 'after'])
    .execute()
  expect(new Set(rows.map(({ entity }) => entity)).size).toBe(4)
  const names: Readonly<Record<string, Readonly<Record<string, unknown>>>> = fieldLabels
  const nameless = rows.flatMap(({ entity, action, ...states }) =>
    Object.values(states)
      .flatMap((state) => Object.keys(state ?? {}))
      .filter((field) => !names[entity]?.[field])
      .map((field) => `${action} ${field}`),
  )
  expect([...new Set(nameless)]).toEqual([])
})
