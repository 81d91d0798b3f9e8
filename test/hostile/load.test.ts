import { readFile } from 'node:fs/promises'
import { connect as connectSocket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type FaultScene, openFaultScene } from '../faults/scene.ts'

/** What `npm run bench -- load` holds it to; a machine that is busy with other tests is slower. */
const most = process.env['HEXI_LOAD_LIMITS'] ? { ms: 1_000, mb: 100 } : { ms: 15_000, mb: 250 }

/** One server, and what nobody who means well would send to it. */
let scene: FaultScene
let server: Awaited<ReturnType<FaultScene['serve']>>

beforeAll(async () => {
  scene = await openFaultScene()
  server = await scene.serve()
})
afterAll(() => scene.close())

const someId = '0197a2f0-0000-7000-8000-000000000000'
const checks = () => `${server.address}/api/v1/instruments/${someId}/booking-checks`
const json = { 'content-type': 'application/json' }

/** Linux only; elsewhere nothing is measured. */
const memoryMb = async () => {
  const text = await readFile(`/proc/${server.child.pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

/** The slowest answer of `/healthz` while something else happens. */
async function whileHealthy(work: () => Promise<void>): Promise<number> {
  const end = new AbortController()
  let slowestMs = 0
  const watch = async () => {
    while (!end.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      const { status, ms } = await ask(`${server.address}/healthz`)
      expect(status).toBe(200)
      slowestMs = Math.max(slowestMs, ms)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await sleep(20)
    }
  }
  const watching = watch()
  try {
    await work()
  } finally {
    end.abort()
    await watching
  }
  return slowestMs
}

/** `[{},{},…]` of so many bytes, sent without holding it. */
function emptyObjects(megabytes: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode('{},'.repeat(100_000))
  let left = Math.ceil((megabytes * 1_000_000) / chunk.length)
  return new ReadableStream({
    pull(controller) {
      left -= 1
      if (left < 0) controller.close()
      else controller.enqueue(chunk)
    },
  })
}

test.for([36, 240])('a body of %i MB is refused unread', async (megabytes) => {
  const before = await memoryMb()
  const slowestMs = await whileHealthy(async () => {
    const announced = await ask(checks(), {
      method: 'POST',
      headers: { ...json, 'content-length': String(megabytes * 1_000_000) },
      body: emptyObjects(megabytes),
      duplex: 'half',
    }).catch(brokenOff)
    expect([413, 'broken off']).toContain(announced.status)
    const chunked = await ask(checks(), {
      method: 'POST',
      headers: json,
      body: emptyObjects(megabytes),
      duplex: 'half',
    }).catch(brokenOff)
    expect([413, 'broken off']).toContain(chunked.status)
  })
  const grownMb = (await memoryMb()) - before
  console.log(
    `${megabytes} MB twice: healthz ${Math.round(slowestMs)} ms at most, ${Math.round(grownMb)} MB more memory`,
  )
  expect(slowestMs).toBeLessThan(most.ms)
  expect(grownMb).toBeLessThan(most.mb)
})

/** The server has answered and hung up while the client was still sending. */
const brokenOff = () => ({ status: 'broken off' as const })

test('a small body of thousands of wrong things names the first hundred', async () => {
  const body = `{"title":{"zh":"多"},"creators":[${'1,'.repeat(1_998)}1]}`
  const slowestMs = await whileHealthy(async () => {
    const { status, text } = await ask(`${server.address}/api/v1/datasets`, {
      method: 'POST',
      token: 'demo-curator',
      headers: json,
      body,
    })
    expect(status).toBe(422)
    expect(JSON.parse(text)).toMatchObject({ issuesInAll: expect.any(Number) })
    expect(JSON.parse(text).issues).toHaveLength(100)
  })
  expect(slowestMs).toBeLessThan(most.ms)
})

test('an address or a header of 20 kB is refused', async () => {
  const long = 'a'.repeat(20_000)
  const { status } = await ask(`${server.address}/api/v1/records?q=${long}`)
  expect(status).toBe(431)
  const other = await ask(`${server.address}/api/v1/records`, { headers: { 'x-long': long } })
  expect(other.status).toBe(431)
})

test('500 connections are served or told to come again, and the server stays well', async () => {
  for (let turn = 0; turn < 300; turn += 1)
    // oxlint-disable-next-line no-await-in-loop -- warmed up as a server is that has run for a while
    await ask(`${server.address}/records`)
  const before = await memoryMb()
  const statuses = new Map<number, number>()
  const slowestMs = await whileHealthy(async () => {
    const until = performance.now() + 5_000
    const visit = async () => {
      while (performance.now() < until) {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        const { status } = await ask(`${server.address}/records`)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        // oxlint-disable-next-line no-await-in-loop -- who is refused waits a little
        if (status === 503) await sleep(200)
      }
    }
    await Promise.all(Array.from({ length: 500 }, visit))
  })
  const grownMb = (await memoryMb()) - before
  console.log(
    `500 connections: ${JSON.stringify([...statuses])}, from ${Math.round(before)} MB, healthz ${Math.round(slowestMs)} ms at most, ${Math.round(grownMb)} MB more memory`,
  )
  expect([...statuses.keys()].every((status) => status === 200 || status === 503)).toBe(true)
  expect(statuses.get(200)).toBeGreaterThan(0)
  expect((await ask(`${server.address}/readyz`)).status).toBe(200)
})

test('a body that hardly comes is cut, and keeps nobody else from being served', async () => {
  const { hostname, port } = new URL(server.address)
  const sockets = Array.from({ length: 100 }, () => {
    const socket = connectSocket({ host: hostname, port: Number(port) })
    socket.on('error', () => {})
    socket.write(`POST /sign-in HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 900000\r\n\r\n`)
    return socket
  })
  const answers = sockets.map(
    (socket) =>
      new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes)))),
  )
  await sleep(500)
  expect((await ask(`${server.address}/records`)).ms).toBeLessThan(most.ms)
  expect((await Promise.all(answers)).every((answer) => answer.startsWith('HTTP/1.1 408'))).toBe(
    true,
  )
  for (const socket of sockets) socket.destroy()
}, 60_000)
