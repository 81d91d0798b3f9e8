import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createServer, IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from '../../src/ports/postgres/process.node.ts'
import { makeDataFolder, openProcessScene, type ProcessScene } from '../support/hexi-process.ts'
import { postmasterPid } from '../support/postgres-scene.ts'

let made: Awaited<ReturnType<typeof makeDataFolder>>
let scene: ProcessScene

beforeAll(async () => {
  made = await makeDataFolder()
})

afterAll(() => made.remove())

beforeEach(async () => {
  scene = await openProcessScene()
})

afterEach(() => scene.close())

const read = async (url: string, init?: RequestInit) => {
  const answer = await fetch(url, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

describe('hexi serve', () => {
  test('on nothing at all starts everything, and says where', async () => {
    const { address, child, ended, said } = await scene.serve()
    const ready = await read(`${address}/readyz`)
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      200,
      { ready: true, database: 'ok', bucket: 'ok' },
    ])
    expect((await read(`${address}/healthz`)).text).toBe('ok')
    expect((await read(`${address}/`)).status).toBe(200)
    expect((await read(`${address}/api/v1/records`)).status).toBe(200)
    const metrics = await read(`${address}/metrics`)
    for (const route of ['/', '/readyz', '/api/v1/records'])
      expect(metrics.text).toContain(`\nhexi_request_seconds_count{route="${route}",method="GET"`)
    expect(said.out).toContain(`Data in ${scene.data}`)
    expect((await readdir(scene.data)).toSorted()).toEqual(['objects', 'postgres', 'secret'])
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0 })
  })

  test('sends the assets compressed, and for ever', async () => {
    await made.copyTo(scene.data)
    const { address } = await scene.serve()
    const css = /href="(\/assets\/[\w-]+\.css)"/.exec((await read(address)).text)?.[1] ?? ''
    const asset = await read(address + css, { headers: { 'accept-encoding': 'br' } })
    expect(asset.status).toBe(200)
    expect(asset.headers.get('content-encoding')).toBe('br')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await read(`${address}/assets/none.css`)).status).toBe(404)
    expect((await read(`${address}/assets/..%2fassets.json`)).status).toBe(404)
  })

  test('without the demo refuses the demo’s tokens', async () => {
    await made.copyTo(scene.data)
    const { address } = await scene.serve()
    const headers = { authorization: 'Bearer demo-admin' }
    expect((await read(`${address}/api/v1/me`, { headers })).status).toBe(401)
  })

  test('where its usual port is taken, takes the next one and says so', async () => {
    await made.copyTo(scene.data)
    const other = createServer((_, answer) => answer.end()).listen(8787, '127.0.0.1')
    // Somebody may already listen there: taken is taken.
    await Promise.race([once(other, 'listening'), once(other, 'error')])
    const { address } = await scene.serve(['--no-demo'], { PORT: '' })
    other.close()
    expect(Number(new URL(address).port)).toBeGreaterThan(8787)
    expect((await read(`${address}/readyz`)).status).toBe(200)
  })
})

describe('told to stop', () => {
  test('it answers the request that runs, ends what it started, and keeps the data', async () => {
    await made.copyTo(scene.data)
    const { address, child, ended } = await scene.serve()
    const pid = await postmasterPid(join(scene.data, 'postgres'))
    const slow = request(`${address}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    })
    slow.write('email=nobody%40hexi.example&')
    await sleep(300)
    child.kill('SIGTERM')
    await sleep(300)
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed')
    slow.end('password=wrong+and+long+enough')
    const [answer]: unknown[] = await once(slow, 'response')
    if (!(answer instanceof IncomingMessage)) throw new Error('Expected an answer')
    expect([answer.statusCode, (await text(answer)).includes('</html>')]).toEqual([401, true])
    expect(await ended).toMatchObject({ code: 0, signal: null })
    expect(await isAlive(pid)).toBe(false)
    const again = await scene.serve()
    expect((await read(`${again.address}/readyz`)).status).toBe(200)
  })

  test('twice by Ctrl-C it ends at once', async () => {
    await made.copyTo(scene.data)
    const { address, child, ended } = await scene.serve()
    const pid = await postmasterPid(join(scene.data, 'postgres'))
    const hanging = request(`${address}/sign-in`, { method: 'POST' })
    hanging.on('error', () => {})
    hanging.write('email=')
    await sleep(200)
    child.kill('SIGINT')
    await sleep(300)
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })
})

describe('killed', () => {
  test('it starts again on the same data, with the server that was left behind', async () => {
    await made.copyTo(scene.data)
    const first = await scene.serve()
    const person = ['person', '--email', 'ma@hexi.example', '--name', '马 兰']
    expect((await scene.run(person)).code).toBe(0)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await scene.serve()
    expect((await read(`${second.address}/readyz`)).status).toBe(200)
    const again = await scene.run(person)
    expect([again.code, again.err]).toEqual([1, 'An account with this email already exists.\n'])
    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
  })

  test('together with its database it starts again too', async () => {
    await made.copyTo(scene.data)
    const first = await scene.serve()
    process.kill(await postmasterPid(join(scene.data, 'postgres')), 'SIGKILL')
    first.child.kill('SIGKILL')
    await first.ended
    const second = await scene.serve()
    expect((await read(`${second.address}/readyz`)).status).toBe(200)
  })

  test('while it migrates, it migrates the rest at the next start', async () => {
    const first = scene.start(['serve', '--no-demo'])
    while (!existsSync(join(scene.data, 'postgres'))) await sleep(10)
    await sleep(150)
    first.child.kill('SIGKILL')
    await first.ended
    const { address } = await scene.serve()
    expect((await read(`${address}/readyz`)).status).toBe(200)
  })
})

test('a second one on the same data is told so, and disturbs nothing', async () => {
  await made.copyTo(scene.data)
  const { address } = await scene.serve()
  const { code, err } = await scene.run(['serve', '--no-demo'])
  expect([code, err]).toEqual([1, expect.stringContaining('is in use by another Hexi')])
  expect((await read(`${address}/readyz`)).status).toBe(200)
})
