import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createJobs, systemContext } from '../../src/jobs.ts'
import { runBulkDecision } from '../../src/requests/desk/actions.ts'
import { BulkDecisionAnswer } from '../../src/requests/desk/model.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Desk = z.object({
  items: z.array(z.looseObject({ id: z.string(), due: z.string(), waitingDays: z.int() })),
  total: z.object({ value: z.int() }),
})
const Bulk = BulkDecisionAnswer.extend({ createdAt: z.string() })

const desk = async (query = '', as = 'demo-curator') =>
  Desk.parse(await (await scene.as(as).get(`/api/v1/requests/desk${query}`)).json())
const idsOf = async (query = '', as = 'demo-curator') =>
  (await desk(query, as)).items.map(({ id }) => id)

const decide = (body: object, as = 'demo-curator') => scene.post('/request-decisions', body, as)
const started = async (body: object, as = 'demo-curator') => {
  const answer = await decide(body, as)
  const text = await answer.text()
  if (answer.status !== 202) throw new Error(`${answer.status} ${text}`)
  return Bulk.parse(JSON.parse(text))
}
const outcome = async (id: string, as = 'demo-curator') =>
  Bulk.parse(await (await scene.as(as).get(`/api/v1/request-decisions/${id}`)).json())
const run = (bulkDecisionId: string) =>
  createJobs(scene.services).decide_requests({ bulkDecisionId })

const data = () => [{ record: scene.dataset }]
async function several(count: number): Promise<string[]> {
  const ids: string[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let at = 0; at < count; at += 1) ids.push((await scene.sent(data())).id)
  return ids
}

/** How many decisions the logs of these requests hold. */
async function decisionsIn(ids: readonly string[]) {
  const { rows } = await sql<{ requests: number; decisions: number }>`
    select count(distinct request_id)::int as requests, count(*)::int as decisions
    from request_event where type = 'items_decided' and request_id = any(${[...ids]}::uuid[])`.execute(
    scene.db,
  )
  return rows[0]
}

test('a desk has what waits for its steward, the first due on top, and narrows it', async () => {
  const [late, soon, calm] = await several(3)
  const draft = (await scene.draft(data()))[0]?.id
  const seeds = await scene.sent()
  const now = scene.services.now()
  const due = async (id: string | undefined, hours: number) =>
    sql`update request set due_at = ${now.add({ hours })}, turn_since = ${now.subtract({ hours: 50 })}
      where id = ${id}`.execute(scene.db)
  await due(late, -1)
  await due(soon, 24)
  expect((await desk()).items.slice(0, 2)).toMatchObject([
    { id: late, due: 'late', waitingDays: 2 },
    { id: soon, due: 'soon' },
  ])
  expect(await idsOf()).not.toContain(draft)
  expect(await idsOf('?due=late')).toEqual([late])
  expect(await idsOf('?due=soon')).toEqual([soon])
  expect(await idsOf('?kind=accession')).toEqual([seeds.id])
  await scene.give(String(calm), 'labels', { labels: 'urgent; 甘南' }, 'demo-curator')
  expect(await idsOf('?label=urgent')).toEqual([calm])
  expect((await desk('?label=urgent')).items).toMatchObject([{ labels: ['urgent', '甘南'] }])
  await scene.give(String(calm), 'claim', {}, 'demo-curator')
  expect(await idsOf('?handler=me')).toEqual([calm])
  expect(await idsOf('?handler=nobody')).not.toContain(calm)
  await scene.give(String(soon), 'return', { note: 'More, please' }, 'demo-curator')
  expect(await idsOf()).not.toContain(soon)
  expect(await idsOf('?turn=requester')).toEqual([soon])
  expect(await idsOf('?turn=anybody')).toContain(soon)
  // Nobody else's desk has them; what is internal narrows nothing for a requester.
  expect(await idsOf('?turn=anybody', 'demo-outsider')).toEqual([])
  expect((await scene.as().get('/api/v1/requests/desk')).status).toBe(401)
  expect((await scene.as('demo-curator').get('/api/v1/requests/desk?label=%00')).status).toBe(422)
})

const work = async (as: string) => (await scene.as(as).get('/me?lang=en')).text()

test('the page of my work has requests that wait for me, on either side', async () => {
  expect(await work('demo-outsider')).toContain('My requests')
  expect(await work('demo-curator')).toContain('Requests to decide')
  expect(await work('demo-pi')).not.toContain('Requests to decide</h3')
})

test('a list of requests says whose they are, and what one has to do first', async () => {
  const page = await (await scene.as('demo-outsider').get('/requests?lang=en')).text()
  expect(page).toMatch(/<option value="requester" selected[^>]*>My requests/)
  expect(page).toContain('You: change and resubmit')
})

test('one answer decides every open item, and names each request that it could not decide', async () => {
  const [open, decided, claimed, returned] = await several(4)
  const own = await scene.sent(data(), 'demo-outsider')
  await scene.decided(await scene.read(String(decided)), 'rejected', { reason: 'No' })
  await scene.give(String(returned), 'return', { note: 'More, please' }, 'demo-curator')
  await scene.give(String(claimed), 'claim', {}, 'demo-admin')
  const requests = [open, decided, claimed, returned, own.id]
  const { id } = await started({ requests, answer: 'approved', conditions: 'Cite it' })
  expect(await outcome(id)).toMatchObject({ state: 'running', total: 5, decided: 0 })
  await run(id)
  const after = await outcome(id)
  expect(after).toMatchObject({ state: 'done', decided: 2, refused: 3 })
  expect(after.requests.map(({ outcome: what }) => what)).toEqual([
    'decided',
    'refused',
    'refused',
    'refused',
    'decided',
  ])
  expect(after.requests[2]?.detail?.en).toContain('Another steward')
  expect(await scene.read(String(open))).toMatchObject({
    items: [{ decision: { answer: 'approved', conditions: 'Cite it' } }],
  })
  expect((await scene.as('demo-outsider').get(`/api/v1/request-decisions/${id}`)).status).toBe(404)
  expect((await scene.as().get(`/api/v1/request-decisions/${id}`)).status).toBe(401)
})

const status = async (body: object, as?: string) => (await decide(body, as)).status

test('a bulk answer is refused where it names nothing, too much, both, or what is not there to see', async () => {
  const [request] = await several(1)
  const zero = '00000000-0000-4000-8000-000000000000'
  expect(await status({ requests: [], answer: 'rejected' })).toBe(422)
  expect(await status({ answer: 'rejected' })).toBe(422)
  expect(await status({ requests: [request], filter: {}, answer: 'rejected' })).toBe(422)
  expect(await status({ requests: [request, zero], answer: 'rejected' })).toBe(422)
  expect(await status({ requests: ['x\u0000'], answer: 'rejected' })).toBe(422)
  expect(await status({ requests: [request], answer: 'rejected' }, 'demo-researcher')).toBe(422)
  // A requester sees their own request, and does not decide it.
  const { id } = await started({ requests: [request], answer: 'approved' }, 'demo-outsider')
  await run(id)
  expect(await outcome(id, 'demo-outsider')).toMatchObject({ decided: 0, refused: 1 })
})

test(
  'of two hundred, none is lost or decided twice when the job is stopped, again and again, and runs twice at once',
  { timeout: 300_000 },
  async () => {
    await sql`update request set ended_at = now() where ended_at is null`.execute(scene.db)
    const ids = await several(200)
    const { id, total } = await started({ filter: { kind: 'dataset' }, answer: 'approved' })
    expect(total).toBe(200)
    // Each stop is a clock that fails: now inside the transaction of a request, now between two of them.
    const ctx = systemContext(scene.services, 'decide_requests')
    for (const reads of [7, 50, 151, 402]) {
      let left = reads
      const now = () => {
        left -= 1
        if (left < 0) throw new Error('stopped')
        return ctx.now()
      }
      // oxlint-disable-next-line no-await-in-loop -- one run follows the other
      await expect(runBulkDecision({ ...ctx, now }, id)).rejects.toThrow('still to decide')
    }
    const between = await outcome(id)
    expect(between.state).toBe('running')
    expect(between.decided).toBeGreaterThan(0)
    expect(await decisionsIn(ids)).toEqual({
      requests: between.decided,
      decisions: between.decided,
    })
    await Promise.all([run(id), run(id)])
    expect(await outcome(id)).toMatchObject({ state: 'done', decided: 200, refused: 0 })
    expect(await decisionsIn(ids)).toEqual({ requests: 200, decisions: 200 })
    await run(id)
    expect(await decisionsIn(ids)).toEqual({ requests: 200, decisions: 200 })
  },
)

test('several are chosen and answered on pages, without a program', async () => {
  const [first, second] = await several(2)
  const list = await (await scene.as('demo-curator').get('/requests/desk?lang=en')).text()
  expect(list).toContain(`value="${first}"`)
  const form = await (
    await scene
      .as('demo-curator')
      .get(`/requests/desk/decision?request=${first}&request=${second}&lang=en`)
  ).text()
  expect(form).toContain('Answer these requests')
  const body = new FormData()
  for (const id of [first, second]) body.append('requests', String(id))
  body.append('answer', 'rejected')
  body.append('reason', 'Out of stock')
  const sent = await scene.as('demo-curator').post('/requests/desk/decision', body)
  expect(sent.status).toBe(303)
  const at = sent.headers.get('location') ?? ''
  expect(await (await scene.as('demo-curator').get(`${at}?lang=en`)).text()).toContain(
    '0 of 2 done',
  )
  await run(at.split('/').at(-1) ?? '')
  expect(await (await scene.as('demo-curator').get(`${at}?lang=en`)).text()).toContain(
    '2 answered, 0 not answered',
  )
})
