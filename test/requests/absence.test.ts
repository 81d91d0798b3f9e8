import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { tellOfRequest } from '../../src/requests/conversation/jobs.ts'
import { handOverRequestsJob } from '../../src/requests/leaving/jobs.ts'
import { aRole, aToken, houseContext, somebody, stoppedClock } from '../support/people.ts'
import { type RequestScene, requestScene } from './scene.ts'

// 16:00 of 23 November in Shanghai.
const clock = stoppedClock('2026-11-23T08:00:00Z')
let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 }, { now: clock.now })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const path = '/steward-absences'
const Answer = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.int(),
  delegate: z.object({ id: z.string() }).nullable(),
})

/** The day of the calendar that is so many days from today. */
const day = (days = 0) =>
  clock
    .now()
    .add({ hours: 24 * days })
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString()

type Days = { from?: number; until?: number }
const bodyOf = ({ from = 0, until = 2 }: Days, delegate?: string) => ({
  institution: scene.own,
  from: day(from),
  until: day(until),
  delegate,
})

const away = async (as: string, delegate?: string, days: Days = {}) => {
  const answer = await scene.post(path, bodyOf(days, delegate), as)
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
  return Answer.parse(JSON.parse(text))
}
const refusedWith = async (as: string, body: object) => {
  const answer = await scene.post(path, body, as)
  const { issues = [] } = z
    .looseObject({ issues: z.array(z.object({ path: z.string() })).optional() })
    .parse(await answer.json())
  return [answer.status, ...issues.map((issue) => issue.path)]
}
const endedBy = async (id: string, as: string) =>
  (await scene.post(`${path}/${id}/end`, {}, as)).status
/** Nothing of one test is left for the next. */
const nobodyIsAway = async () =>
  sql`update steward_absence set ended_at = ${clock.now()} where ended_at is null`.execute(scene.db)

/** A member of the institution without a role, or of no institution at all. */
async function member(email: string, institution: string | null = scene.own) {
  const person = await somebody(scene.services, { email })
  if (institution !== null)
    await sql`insert into membership (person_id, institution_id, created_at, approved_at)
      values (${person.id}, ${institution}, ${clock.now()}, ${clock.now()})`.execute(scene.db)
  return { ...person, token: await aToken(scene.services, person.id) }
}

const Desk = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const deskOf = async (as: string, query = '') =>
  Desk.parse(await (await scene.as(as).get(`/api/v1/requests/desk${query}`)).json()).items.map(
    ({ id }) => id,
  )

/** Letters of a kind: what each is about and to whom it goes. */
async function letters(kind: string) {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'tell_people' and payload->>'letter' = ${kind}
    order by job.id`.execute(scene.db)
  return rows.map(({ payload }) =>
    z
      .looseObject({
        to: z.object({ people: z.array(z.string()) }),
        facts: z.looseObject({}),
      })
      .parse(payload),
  )
}

/** Who is written to of all that happened to a request. */
async function toldOf(requestId: string): Promise<string[]> {
  await tellOfRequest(houseContext(scene.services, 'tell_request'), { requestId })
  return (await letters('request_received'))
    .filter(({ facts }) => facts['requestId'] === requestId)
    .flatMap(({ to }) => to.people)
    .toSorted()
}

/** Staff read in the history for whom somebody acted; the requester reads who did it, and nothing of who is away. */
async function saysForWhom(id: string, delegate: { id: string; token: string }) {
  const name = await nameOf(delegate.id)
  const curator = {
    id: scene.people['demo-curator'],
    name: await nameOf(scene.people['demo-curator']),
  }
  const byDelegate = async (as: string) =>
    z
      .array(z.looseObject({ type: z.string(), actor: z.object({ id: z.string() }).nullable() }))
      .parse((await scene.read(id, as)).events)
      .filter(({ actor }) => actor?.id === delegate.id)
  for (const as of [delegate.token, 'demo-steward'])
    // oxlint-disable-next-line no-await-in-loop -- two
    expect(await byDelegate(as)).toMatchObject([
      { type: 'claimed', standsInFor: [curator] },
      { type: 'message', standsInFor: [curator] },
    ])
  const [message, ...others] = await byDelegate('demo-outsider')
  expect([message?.type, others, message && 'standsInFor' in message]).toEqual([
    'message',
    [],
    false,
  ])
  const page = async (as: string, lang: string) =>
    (await scene.as(as).get(`/requests/${id}`, { cookie: `hexi_lang=${lang}` })).text()
  expect(await page('demo-steward', 'zh')).toContain(`${name}（代${curator.name}）`)
  expect(await page('demo-steward', 'en')).toContain(`${name}, standing in for ${curator.name}`)
  for (const lang of ['zh', 'en'])
    for (const text of [
      // oxlint-disable-next-line no-await-in-loop -- two
      await page('demo-outsider', lang),
      // oxlint-disable-next-line no-await-in-loop -- two
      await (await scene.as('demo-outsider').get(`/api/v1/requests/${id}`)).text(),
    ]) {
      expect(text).toContain(name)
      for (const hidden of [curator.name, curator.id, 'standsInFor', 'standing in', '（代'])
        expect(text).not.toContain(hidden)
    }
}

const nameOf = async (id: string) =>
  (
    await scene.db
      .selectFrom('person')
      .where('id', '=', id)
      .select('name')
      .executeTakeFirstOrThrow()
  ).name

test('whoever acts for a steward who is away sees their requests, is written to, and decides; then no longer', async () => {
  const delegate = await member('delegate@hexi.test')
  const sent = await scene.sent([{ record: scene.dataset }])
  expect(await deskOf(delegate.token)).toEqual([])
  expect((await scene.as(delegate.token).get(`/api/v1/requests/${sent.id}`)).status).toBe(404)
  const { id } = await away('demo-curator', delegate.email)
  const [named] = (await letters('stand_in_asked')).slice(-1)
  expect(named).toMatchObject({ to: { people: [delegate.id] } })
  expect(await deskOf(delegate.token)).toContain(sent.id)
  const home = await (await scene.as(delegate.token).get('/')).text()
  expect(home).toContain('href="/requests/desk"')
  expect((await scene.read(sent.id, delegate.token)).sides).toEqual(['steward'])
  // The other who decides is there and is told too; who is away is not.
  expect(await toldOf(sent.id)).toEqual([delegate.id, scene.people['demo-steward']].toSorted())
  await scene.give(sent.id, 'claim', {}, delegate.token)
  await handOverRequestsJob(houseContext(scene.services, 'hand_over_requests'))
  expect(await scene.read(sent.id, delegate.token)).toMatchObject({
    internal: { claim: { person: { id: delegate.id } } },
  })
  const { rows } = await sql<{ absent: unknown }>`
    select after->'for' as absent from audit
    where entity_id = ${sent.id} and actor_id = ${delegate.id}`.execute(scene.db)
  expect(rows).toEqual([{ absent: [scene.people['demo-curator']] }])
  await scene.write(sent.id, { text: '请补充用途。' }, delegate.token)
  await saysForWhom(sent.id, delegate)
  expect(await endedBy(id, delegate.token)).toBe(403)
  expect(await endedBy(id, 'demo-curator')).toBe(200)
  expect(await endedBy(id, 'demo-curator')).toBe(409)
  expect(await deskOf(delegate.token)).toEqual([])
  expect(await scene.refused(sent.id, 'release', {}, delegate.token)).toEqual([404])
  // Nobody waits for the claim of who no longer acts for anybody.
  await handOverRequestsJob(houseContext(scene.services, 'hand_over_requests'))
  await scene.decided(sent, 'approved')
  await nobodyIsAway()
})

test('the right begins with the first day and ends with the last, by the clock of Shanghai', async () => {
  const delegate = await member('days@hexi.test')
  await away('demo-curator', delegate.email, { from: 1, until: 1 })
  const sent = await scene.sent([{ record: scene.dataset }])
  expect(await deskOf(delegate.token)).toEqual([])
  // Midnight of Shanghai is 16:00 UTC.
  clock.pass({ hours: 7, minutes: 59 })
  expect(await deskOf(delegate.token)).toEqual([])
  clock.pass({ minutes: 1 })
  expect(await deskOf(delegate.token)).toContain(sent.id)
  await scene.give(
    sent.id,
    'decision',
    { decisions: sent.items.map(({ id }) => ({ item: id, answer: 'approved' })) },
    delegate.token,
  )
  clock.pass({ hours: 23, minutes: 59 })
  expect((await scene.read(sent.id, delegate.token)).sides).toEqual(['steward'])
  clock.pass({ minutes: 1 })
  expect((await scene.as(delegate.token).get(`/api/v1/requests/${sent.id}`)).status).toBe(404)
  await nobodyIsAway()
})

test('what is assigned to somebody who is away goes to who acts for them, and their claims are free', async () => {
  const delegate = await member('assigned@hexi.test')
  const [claimed, assigned] = [
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([{ record: scene.dataset }]),
  ]
  await scene.give(claimed.id, 'claim', {}, 'demo-steward')
  const steward = scene.people['demo-steward']
  await scene.give(assigned.id, 'reassignment', { person: steward }, 'demo-curator')
  expect(await toldOf(assigned.id)).toEqual([steward])
  await away('demo-steward', delegate.email)
  await scene.write(assigned.id, { text: '请尽快处理。' }, 'demo-outsider')
  expect(await toldOf(assigned.id)).toEqual([steward, delegate.id].toSorted())
  expect(await deskOf('demo-curator', '?handler=nobody')).toContain(assigned.id)
  await handOverRequestsJob(houseContext(scene.services, 'hand_over_requests'))
  expect(await scene.read(claimed.id, 'demo-curator')).toMatchObject({ internal: { claim: null } })
  await nobodyIsAway()
})

test('where everybody is away all are written to', async () => {
  const delegate = await member('alone@hexi.test')
  await away('demo-curator', delegate.email)
  await away('demo-steward', delegate.email)
  await sql`update person set disabled_at = ${clock.now()} where id = ${delegate.id}`.execute(
    scene.db,
  )
  const sent = await scene.sent([{ record: scene.dataset }])
  expect(await toldOf(sent.id)).toEqual(
    [scene.people['demo-curator'], scene.people['demo-steward']].toSorted(),
  )
  await nobodyIsAway()
})

test('who is on the other side of a request decides nothing, for whomever they act', async () => {
  const asking = await member('asking@hexi.test')
  const own = await scene.sent([{ record: scene.dataset }], asking.token)
  await away('demo-curator', asking.email)
  const decisions = own.items.map(({ id }) => ({ item: id, answer: 'approved' }))
  expect(await scene.refused(own.id, 'decision', { decisions }, asking.token)).toContain(
    'conflict_of_interest',
  )
  // What who is away asked for themselves is not theirs to give to a delegate.
  const curators = await scene.sent([{ record: scene.dataset }], 'demo-curator')
  expect(await deskOf(asking.token)).not.toContain(curators.id)
  expect((await scene.as(asking.token).get(`/api/v1/requests/${curators.id}`)).status).toBe(404)
  const declared = await scene.sent([{ record: scene.dataset }])
  await scene.give(declared.id, 'conflict', { note: '与申请人合作' }, asking.token)
  expect(
    await scene.refused(
      declared.id,
      'decision',
      { decisions: declared.items.map(({ id }) => ({ item: id, answer: 'approved' })) },
      asking.token,
    ),
  ).toContain('conflict_of_interest')
  await nobodyIsAway()
})

test('nobody goes away alone, to strangers, backwards, or twice at once', async () => {
  const stranger = await member('stranger@hexi.test', null)
  const helper = await member('helper@hexi.test')
  expect(await refusedWith('demo-curator', bodyOf({}, stranger.email))).toEqual([422, 'delegate'])
  expect(await refusedWith('demo-curator', bodyOf({}, 'nobody@hexi.test'))).toEqual([
    422,
    'delegate',
  ])
  const self = scene.people['demo-curator']
  expect(await refusedWith('demo-curator', bodyOf({}, self))).toEqual([422, 'delegate'])
  const past = bodyOf({ from: -1 }, helper.email)
  expect(await refusedWith('demo-curator', past)).toEqual([422, 'from'])
  const backwards = bodyOf({ from: 3, until: 2 }, helper.email)
  expect(await refusedWith('demo-curator', backwards)).toEqual([422, 'until'])
  const long = bodyOf({ until: 400 }, helper.email)
  expect(await refusedWith('demo-curator', long)).toEqual([422, 'until'])
  // Another institution, no role, no sign-in.
  expect(await refusedWith(scene.strangerToken, bodyOf({}, helper.email))).toEqual([403])
  expect(await refusedWith(helper.token, bodyOf({}, stranger.email))).toEqual([403])
  expect((await scene.as('').post(`/api/v1${path}`, bodyOf({}))).status).toBe(401)
  // The last who stays names somebody.
  await away('demo-steward')
  expect(await refusedWith('demo-curator', bodyOf({}))).toEqual([422, 'delegate'])
  const steward = scene.people['demo-steward']
  expect(await refusedWith('demo-curator', bodyOf({}, steward))).toEqual([422, 'delegate'])
  const both = await Promise.all(
    [helper.email, helper.email].map(async (email) =>
      refusedWith('demo-curator', bodyOf({}, email)),
    ),
  )
  expect(both.map(String).toSorted()).toEqual(['201', '409'])
  await nobodyIsAway()
  // Two who rely on each other: one of them stays.
  const each = await Promise.all([
    refusedWith('demo-curator', bodyOf({})),
    refusedWith('demo-steward', bodyOf({})),
  ])
  expect(each.map(String).toSorted()).toEqual(['201', '422,delegate'])
  await nobodyIsAway()
})

test('an absence is changed by who is away, and read by those who decide with them', async () => {
  const helper = await member('changing@hexi.test')
  const other = await member('changing-other@hexi.test')
  const { id } = await away('demo-steward', helper.email, { from: 5, until: 6 })
  const change = async (body: object, as: string, version = '*') =>
    (await scene.as(as).patch(`/api/v1${path}/${id}`, body, { 'if-match': version })).status
  expect(await change({ until: day(9), delegate: other.email }, 'demo-steward')).toBe(200)
  expect(await change({ until: day(8) }, 'demo-steward', '"1"')).toBe(412)
  expect(await change({ until: day(8) }, helper.token)).toBe(404)
  expect(await change({ until: day(8) }, other.token)).toBe(403)
  expect(await change({ until: day(4) }, 'demo-steward')).toBe(422)
  const read = async (as: string) => (await scene.as(as).get(`/api/v1${path}/${id}`)).status
  expect(await Promise.all(['demo-curator', other.token, scene.strangerToken].map(read))).toEqual([
    200, 200, 404,
  ])
  expect(
    (await letters('stand_in_asked')).filter(({ to }) => to.people.includes(other.id)),
  ).toHaveLength(1)
  const form = await (await scene.as('demo-steward').get(`/requests/away/${id}`)).text()
  expect(form).toContain(`value="${other.email}"`)
  for (const lang of ['zh', 'en'])
    for (const page of ['/requests/away', `/requests/away/${id}`])
      // oxlint-disable-next-line no-await-in-loop -- few
      expect((await scene.as('demo-steward').get(`${page}?lang=${lang}`)).status).toBe(200)
  await nobodyIsAway()
})

test('all that somebody works on goes over in one step, with one letter', async () => {
  const leaving = await somebody(scene.services, { email: 'going@hexi.test' })
  await aRole(scene.services, leaving.id, 'steward', scene.own)
  const token = await aToken(scene.services, leaving.id)
  const steward = scene.people['demo-steward']
  const [claimed, assigned, others] = [
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([{ record: scene.dataset }]),
  ]
  // What the heir asks for themselves stays.
  const heirs = await scene.sent([{ record: scene.dataset }], 'demo-steward')
  await scene.give(claimed.id, 'claim', {}, token)
  await scene.give(heirs.id, 'claim', {}, token)
  await scene.give(assigned.id, 'reassignment', { person: leaving.id }, 'demo-curator')
  const letterCounts = async () =>
    Promise.all([claimed, assigned].map(async ({ id }) => (await toldOf(id)).length))
  const before = await letterCounts()
  const over = async (body: object, as = token) => scene.post('/request-handovers', body, as)
  const reason = '调离岗位'
  expect((await over({ person: leaving.id, reason })).status).toBe(422)
  const stranger = await member('no-heir@hexi.test')
  expect((await over({ person: stranger.id, reason })).status).toBe(422)
  expect(
    (await over({ person: steward, of: leaving.id, reason }, scene.strangerToken)).status,
  ).toBe(409)
  expect((await over({ person: steward, reason }, '')).status).toBe(401)
  const done = await Promise.all([
    over({ person: steward, reason }),
    over({ person: steward, of: leaving.email, reason }, 'demo-curator'),
  ])
  expect(done.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  for (const { id } of [claimed, assigned]) {
    // oxlint-disable-next-line no-await-in-loop -- few
    const { events, ...now } = await scene.read(id, 'demo-curator')
    expect(now).toMatchObject({ internal: { claim: null, assignee: { id: steward } } })
    expect(events.at(-1)).toMatchObject({ type: 'reassigned', note: reason })
  }
  expect(await letterCounts()).toEqual(before)
  const told = await letters('requests_handed_over')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ to: { people: [steward] }, facts: { count: 2, reason } })
  expect(await deskOf('demo-steward', '?handler=me')).not.toContain(others.id)
  expect(await scene.read(heirs.id, 'demo-curator')).toMatchObject({
    internal: { claim: { person: { id: leaving.id } } },
  })
})
