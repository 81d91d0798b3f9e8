import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { keyedWrites } from '../../src/idempotency/actions.ts'
import { testDatabase } from '../support/database.ts'
import { testHouse } from '../support/house.ts'
import { houseContext } from '../support/people.ts'
import { testServices } from '../support/services.ts'
import { ask, type FaultScene, openFaultScene } from './scene.ts'

let scene: FaultScene
beforeAll(async () => {
  scene = await openFaultScene()
})
afterAll(() => scene.close())

type Server = Awaited<ReturnType<FaultScene['serve']>>
type Wish = { key: string; name: string; id?: string }

const wishes = (prefix: string, count: number): Wish[] =>
  Array.from({ length: count }, (_, number) => ({ key: randomUUID(), name: `${prefix} ${number}` }))

const idIn = (text: string) => String(JSON.parse(text).id)

/** Asks for a lab under its key until somebody answers; the same answer however often. */
async function insist(serverOf: () => Server, { key, name }: Wish) {
  const until = performance.now() + 60_000
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a retry follows what it retries
    const answer = await addLab(serverOf(), { key, name }).catch(() => undefined)
    if (answer?.status === 201) return idIn(answer.text)
    const isHonest = answer === undefined || answer.status === 503 || answer.status === 409
    if (!isHonest) throw new Error(`${answer.status} ${answer.text}`)
    if (performance.now() > until)
      throw new Error(`No answer in a minute; the last: ${answer?.text}`)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(100)
  }
}

const addLab = async ({ address }: Server, { key, name }: Wish) =>
  ask(`${address}/api/v1/labs`, {
    method: 'POST',
    token: 'demo-curator',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ institution: scene.house.own, name: { zh: name, en: null } }),
  })

const labsNamed = async (prefix: string) => {
  const client = new Client({ connectionString: scene.url })
  await client.connect()
  const { rows } = await client.query<{ id: string; name: string }>(
    'select id, name_zh as name from lab where name_zh like $1',
    [`${prefix} %`],
  )
  await client.end()
  return rows
}

test('of a process that is killed every key is answered afterwards, and nothing is done twice', async () => {
  const killed = await scene.serve()
  const asked = wishes('杀', 40)
  const answers = asked.map(async (wish) => addLab(killed, wish).catch(() => undefined))
  await sleep(60)
  killed.child.kill('SIGKILL')
  const first = await Promise.all(answers)
  const next = await scene.serve()
  const ids = await Promise.all(asked.map(async (wish) => insist(() => next, wish)))
  const before = first.flatMap((answer, at) =>
    answer?.status === 201 ? [[idIn(answer.text), ids[at]]] : [],
  )
  console.log(`40 keys, ${before.length} answered before the kill, 40 answered after it`)
  expect(before.every(([once, again]) => once === again)).toBe(true)
  expect((await labsNamed('杀')).map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
})

test('two processes, a database restarted twice and a process killed: no answer is lost or changed', async () => {
  const [a, b] = await Promise.all([scene.serve(), scene.serve()])
  let left = a
  const asked = wishes('两', 60)
  const work = Promise.all(
    asked.map(async (wish, at) => {
      await sleep(at * 60)
      return insist(() => (at % 2 === 0 ? left : b), wish)
    }),
  )
  await sleep(700)
  await scene.stopDatabase()
  await scene.startDatabase()
  await sleep(700)
  a.child.kill('SIGKILL')
  left = b
  await sleep(500)
  await scene.stopDatabase()
  await scene.startDatabase()
  const ids = await work
  const again = await Promise.all(asked.map(async (wish) => insist(() => b, wish)))
  const kept = await labsNamed('两')
  console.log(
    `3 faults survived, ${ids.length} acknowledged writes, lost ${ids.filter((id) => !kept.some((lab) => lab.id === id)).length}`,
  )
  expect(again).toEqual(ids)
  expect(kept.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(b.child.exitCode).toBeNull()
})

test('the same key at the same time is one write and one answer', async () => {
  await using house = await testHouse()
  const headers = { 'idempotency-key': randomUUID() }
  const body = { institution: house.own, name: { zh: '一次', en: null } }
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () =>
      house.as('demo-curator').post('/api/v1/labs', body, headers),
    ),
  )
  const texts = await Promise.all(answers.map(async (answer) => answer.text()))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(texts).size).toBe(1)
})

test('a write that a deadlock undid takes its key with the try that lasts', async () => {
  await using database = await testDatabase()
  const services = await testServices(database)
  const ctx = houseContext(services)
  const person = await database.db
    .insertInto('person')
    .values({ name: 'Li', email: 'li@hexi.example', created_at: ctx.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const claim = { actorId: person.id, key: 'once', requestHash: Buffer.alloc(32) }
  const writes = keyedWrites(ctx, claim)
  let tries = 0
  await transact(ctx, async () => {
    tries += 1
    if (tries === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
  })
  await writes.end({ status: 201, headers: {}, body: '{}' })
  const kept = await database.db.selectFrom('idempotency_key').select(['key', 'status']).execute()
  expect([tries, kept]).toEqual([2, [{ key: 'once', status: 201 }]])
})
