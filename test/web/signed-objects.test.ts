import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { rangeAsked } from '../../src/web/object-answer.ts'
import { problemResponse } from '../../src/web/problem.ts'
import { signedObjects } from '../../src/web/signed-objects.ts'
import { createApp } from '../../src/app.ts'
import { testHouse } from '../support/house.ts'

const folder = await mkdtemp(join(tmpdir(), 'hexi signed '))
const secret = 'of the test'
const objects = fsObjects({ folder, secret })
const clock = { milliseconds: Date.now() }
const app = new Hono()
  .route('/', signedObjects({ objects, secret, maxBytes: 1000, now: () => clock.milliseconds }))
  .onError((error) => {
    if (error instanceof Problem) return problemResponse(error, 'en')
    throw error
  })
afterAll(async () => rm(folder, { recursive: true }))

let count = 0
async function stored(words: string, contentType = 'text/plain'): Promise<string> {
  const key = `signed/${(count += 1)}`
  const bytes = new TextEncoder().encode(words)
  await objects.put(key, bytes, { contentType, sizeBytes: bytes.length })
  return objects.signedGet(key, { seconds: 60 })
}

const put = (body: string, headers: Record<string, string> = {}) => ({
  method: 'PUT',
  body,
  headers: { 'content-length': String(body.length), ...headers },
})

const statusOf = async (path: string) => (await app.request(path, { method: 'HEAD' })).status

describe('reading by a signed address', () => {
  test('HEAD tells what GET would, without the bytes', async () => {
    const address = await stored('0123456789')
    const head = await app.request(address, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe('10')
    expect(head.headers.get('accept-ranges')).toBe('bytes')
  })

  test('who has it already is told so', async () => {
    const address = await stored('0123456789')
    const etag = (await app.request(address, { method: 'HEAD' })).headers.get('etag') ?? ''
    const known = await app.request(address, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([known.status, await known.text()]).toEqual([304, ''])
    const other = await app.request(address, { headers: { 'if-none-match': '"other"' } })
    expect([other.status, await other.text()]).toEqual([200, '0123456789'])
  })

  test('a range goes on only with the same object', async () => {
    const address = await stored('0123456789')
    const etag = (await app.request(address, { method: 'HEAD' })).headers.get('etag') ?? ''
    const range = 'bytes=-3'
    const same = await app.request(address, { headers: { range, 'if-range': etag } })
    expect([same.status, await same.text()]).toEqual([206, '789'])
    const other = await app.request(address, { headers: { range, 'if-range': '"other"' } })
    expect([other.status, await other.text()]).toEqual([200, '0123456789'])
  })

  test('what people stored never runs as part of this site', async () => {
    const page = await app.request(await stored('<script>1</script>', 'text/html'))
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox;/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    await page.body?.cancel()
  })

  test('it ends on time, and no character of it can be changed', async () => {
    const address = await stored('0123456789')
    expect(await statusOf(`${address}&more=1`)).toBe(403)
    expect(await statusOf(`${address}00`)).toBe(403)
    expect(await statusOf(address.replace('op=get', 'op=put'))).toBe(403)
    expect(await statusOf(address.replace(/expires=\d/, 'expires=9'))).toBe(403)
    expect(await statusOf(address.replace(/signature=.*/, 'signature='))).toBe(403)
    expect(await statusOf(address.replace(/\?.*/, ''))).toBe(403)
    expect(await statusOf(address.replace('signed/', 'signe%64/'))).toBe(403)
    expect(await statusOf('/_objects/..%2f..%2fetc%2fpasswd?op=get')).toBe(403)
    clock.milliseconds += 61_000
    expect(await statusOf(address)).toBe(403)
    clock.milliseconds -= 61_000
    expect(await statusOf(address)).toBe(200)
  })

  test('an object that has gone is not found', async () => {
    const address = await objects.signedGet('signed/never', { seconds: 60 })
    expect((await app.request(address)).status).toBe(404)
  })
})

describe('writing to a signed address', () => {
  test('is refused beyond the limit, without a length, and to an address made for reading', async () => {
    const { address } = await objects.signedPut('signed/limits', { seconds: 60 })
    expect((await app.request(address, put('x'.repeat(1001)))).status).toBe(413)
    expect((await app.request(address, { method: 'PUT', body: 'x' })).status).toBe(400)
    expect((await app.request(await stored('x'), put('y'))).status).toBe(403)
    expect((await app.request(address)).status).toBe(403)
    expect((await app.request(address, put('x'.repeat(1000)))).status).toBe(200)
  })

  test('more or fewer bytes than announced leave nothing behind', async () => {
    const { address } = await objects.signedPut('signed/lies', { seconds: 60 })
    for (const announced of ['3', '99']) {
      const answer = await app.request(address, put('12345', { 'content-length': announced }))
      expect(answer.status).toBe(422)
    }
    expect(await objects.findHead('signed/lies')).toBeUndefined()
    expect(await readdir(join(folder, 'aside'))).toEqual([])
  })

  test('a part for an upload that is over is not found', async () => {
    const { uploadId } = await objects.startMultipart('signed/over', { contentType: 'text/plain' })
    const address = await objects.signedPart('signed/over', uploadId, 1, { seconds: 60 })
    expect((await app.request(address, put('part'))).status).toBe(200)
    await objects.abortMultipart('signed/over', uploadId)
    expect((await app.request(address, put('part'))).status).toBe(404)
  })
})

describe('the app', () => {
  const elsewhere = { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' }

  test('serves the addresses of its own store to whoever holds them', async () => {
    await using house = await testHouse()
    const store = house.services.objects
    const { address } = await store.signedPut('signed/app', { seconds: 60 })
    expect((await house.app.request(address, put('hello', elsewhere))).status).toBe(200)
    const read = await house.app.request(await store.signedGet('signed/app', { seconds: 60 }))
    expect(await read.text()).toBe('hello')
    const forged = await house.app.request(`${address}0`, put('hello'))
    expect([forged.status, forged.headers.get('content-type')]).toEqual([
      403,
      'application/problem+json',
    ])
  })

  test('answers what an address takes however busy it is, and counts no such question', async () => {
    await using house = await testHouse()
    const { address } = await house.services.objects.signedPut('signed/asked', { seconds: 60 })
    const asked = { ...elsewhere, 'access-control-request-method': 'PUT' }
    const [full, narrow] = [0, 1].map((atOnce) => createApp(house.services, { atOnce, waiting: 0 }))
    const ask = async (path: string, of = full) => {
      const answer = await of?.request(path, { method: 'OPTIONS', headers: asked })
      return [answer?.status, answer?.headers.get('allow')]
    }
    expect((await full?.request('/api/v1/datasets'))?.status).toBe(503)
    expect(await ask(address)).toEqual([204, 'GET, HEAD, PUT'])
    expect(await ask('/api/v1/datasets')).toEqual([204, 'GET, HEAD, POST'])
    expect((await ask('/brapi/v2/germplasm'))[0]).toBe(204)
    const under = [address, '/api/v1/datasets'].map((path) => ask(path, narrow))
    expect((await narrow?.request('/api/v1/datasets'))?.status).toBe(200)
    await Promise.all(under)
  })

  test('does not where the store is elsewhere', async () => {
    await using house = await testHouse({ servesObjects: false })
    const { address } = await house.services.objects.signedPut('signed/app', { seconds: 60 })
    expect((await house.app.request(address, put('hello'))).status).toBe(404)
  })
})

test.each([
  [undefined, 10, 'whole'],
  ['bytes=0-', 10, { first: 0, last: 9 }],
  ['bytes=2-4', 10, { first: 2, last: 4 }],
  ['bytes=2-99', 10, { first: 2, last: 9 }],
  ['Bytes= 9-9', 10, { first: 9, last: 9 }],
  ['bytes=-3', 10, { first: 7, last: 9 }],
  ['bytes=-99', 10, { first: 0, last: 9 }],
  ['bytes=-0', 10, 'beyond'],
  ['bytes=10-', 10, 'beyond'],
  ['bytes=0-', 0, 'beyond'],
  ['bytes=-5', 0, 'beyond'],
  ['bytes=4-2', 10, 'whole'],
  ['bytes=-', 10, 'whole'],
  ['bytes=0-1,4-5', 10, 'whole'],
  ['lines=0-1', 10, 'whole'],
  ['bytes=a-b', 10, 'whole'],
])('the range %j of %i bytes', (header, sizeBytes, expected) => {
  expect(rangeAsked(header, sizeBytes)).toEqual(expected)
})
