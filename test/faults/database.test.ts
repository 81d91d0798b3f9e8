import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, type FaultScene, openFaultScene } from './scene.ts'

/** Real servers, a real database, and a wire between them that breaks. */
let scene: FaultScene
let server: Awaited<ReturnType<FaultScene['serve']>>

beforeAll(async () => {
  scene = await openFaultScene()
  server = await scene.serve()
})
afterEach(async () => {
  scene.proxy.mend()
  await recovered()
})
afterAll(() => scene.close())

const api = (path: string) => `${server.address}/api/v1${path}`
const me = async () => ask(api('/me'), { token: 'demo-curator' })
async function recovered() {
  await expect.poll(async () => (await me()).status, { timeout: 15_000 }).toBe(200)
}

const addLab = async (name: string) =>
  ask(api('/labs'), {
    method: 'POST',
    token: 'demo-curator',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ institution: scene.house.own, name: { zh: name, en: null } }),
  })

const admin = async (statement: string) => {
  const client = new Client({ connectionString: scene.url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

/** A refusal that says when to come again, and comes soon itself. */
const expectRefusal = (answer: Awaited<ReturnType<typeof ask>>) => {
  expect([answer.status, Number(answer.retryAfter) > 0, answer.ms < 30_000]).toEqual([
    503,
    true,
    true,
  ])
}

describe('a connection that ends while it is used', () => {
  test('fails its request and no other, and no acknowledged write is lost', async () => {
    const answered: string[] = []
    const statuses = new Map<number, number>()
    const end = new AbortController()
    const write = async (who: number) => {
      for (let turn = 0; !end.signal.aborted; turn += 1) {
        const name = `组 ${who}-${turn}`
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as a client writes
        const { status } = await addLab(name)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 201) answered.push(name)
      }
    }
    const writers = Array.from({ length: 8 }, (_, who) => write(who))
    for (let turn = 0; turn < 20; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- time for work between two faults
      await sleep(150)
      if (turn % 2 === 0) scene.proxy.cut()
      // oxlint-disable-next-line no-await-in-loop -- one fault after the other
      else await admin(endAll)
    }
    end.abort()
    await Promise.all(writers)
    const kept = new Set((await admin('select name_zh from lab')).map((row) => row.name_zh))
    const lost = answered.filter((name) => !kept.has(name))
    console.log(
      `20 faults survived; answers ${JSON.stringify([...statuses])}; acknowledged writes ${answered.length}, lost ${lost.length}`,
    )
    expect(lost).toEqual([])
    expect([...statuses.keys()].filter((status) => status !== 201 && status !== 503)).toEqual([])
    expect(statuses.get(503)).toBeGreaterThan(0)
    expect(server.child.exitCode).toBeNull()
  })
})

const endAll = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name like 'hexi%' and pid <> pg_backend_pid()`

describe('a database that', () => {
  test('refuses connections is said to be away, and what was typed is kept', async () => {
    scene.proxy.refuse()
    expectRefusal(await me())
    expectRefusal(await ask(`${server.address}/records?q=a`))
    const typed = new URLSearchParams({ email: 'ma@hexi.example', password: 'secret and long' })
    const form = await ask(`${server.address}/sign-in`, {
      method: 'POST',
      body: typed,
      headers: { 'accept-language': 'en' },
    })
    expectRefusal(form)
    expect(form.text).toContain('The database is not responding')
    expect(form.text).toContain('ma@hexi.example')
    expect(form.text).not.toContain('secret and long')
    expect((await ask(`${server.address}/healthz`)).status).toBe(200)
    const ready = await ask(`${server.address}/readyz`)
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      503,
      { ready: false, database: 'failed', bucket: 'ok' },
    ])
  })

  test('is frozen is given up within seconds', async () => {
    await me()
    scene.proxy.freeze()
    for (const answer of await Promise.all([me(), me(), addLab('冻结'), addLab('冻结 2')]))
      expectRefusal(answer)
    expect((await ask(`${server.address}/readyz`)).status).toBe(503)
    expect((await ask(`${server.address}/healthz`)).status).toBe(200)
  })

  test('is stopped and started again is found again', async () => {
    await scene.stopDatabase()
    expectRefusal(await me())
    await scene.startDatabase()
    await expect.poll(async () => (await me()).status, { timeout: 15_000 }).toBe(200)
  })

  test('has no connection left refuses, and serves again when it has', async () => {
    scene.proxy.cut()
    await admin(endAll)
    const others: Client[] = []
    for (let number = 0; number < 120; number += 1) {
      const client = new Client({ connectionString: scene.url })
      client.on('error', () => {})
      // oxlint-disable-next-line no-await-in-loop -- until it is full
      const isIn = await client.connect().then(
        () => true,
        () => false,
      )
      if (!isIn) break
      others.push(client)
    }
    expectRefusal(await me())
    await Promise.all(others.map((client) => client.end()))
    await expect.poll(async () => (await me()).status, { timeout: 15_000 }).toBe(200)
  })
})
