import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { z } from 'zod'
import { startBucket } from '../support/bucket.ts'
import { testDatabase } from '../support/database.ts'
import { isRoot, nobody } from '../support/postgres-scene.ts'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'

/** Two processes on a PostgreSQL and a bucket that were there before them: one serves, one takes the jobs. */
const opened = new AsyncDisposableStack()
let scene: ProcessScene
let env: Record<string, string>
let address = ''

beforeAll(async () => {
  const bucket = await startBucket()
  opened.defer(() => bucket.stop())
  const database = opened.use(await testDatabase())
  scene = await openProcessScene()
  opened.defer(() => scene.close())
  env = {
    DATABASE_URL: database.url,
    S3_ENDPOINT: bucket.endpoint,
    S3_BUCKET: bucket.bucket,
    S3_ACCESS_KEY_ID: bucket.accessKeyId,
    S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
  }
  address = (await scene.serve([], { ...env, HEXI_JOBS: 'no' })).address
})

afterAll(() => opened.disposeAsync())

const Made = z.looseObject({ id: z.string() })

describe('on a database and a bucket of one’s own', () => {
  test('it is ready, unseeded, and knows no demo', async () => {
    const ready = await fetch(`${address}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, database: 'ok', bucket: 'ok' },
    ])
    const records = await fetch(`${address}/api/v1/records`)
    expect(await records.json()).toMatchObject({ items: [], total: { value: 0, relation: 'eq' } })
    const headers = { authorization: 'Bearer demo-admin' }
    expect((await fetch(`${address}/api/v1/me`, { headers })).status).toBe(401)
  })

  test('without HEXI_SECRET it keeps one of its own, and nothing else', async () => {
    expect(await readdir(scene.data)).toEqual(['secret'])
  })

  test('every answer carries a request id', async () => {
    const plain = await fetch(`${address}/healthz`)
    expect(plain.headers.get('x-request-id')).toMatch(/^[\w-]{16,}$/)
  })

  test('a picture that one process took is derived by the other', async () => {
    await scene.run(['person', '--email', 'ma@hexi.example', '--name', 'Ma', '--admin'], env)
    const asked = ['token', '--email', 'ma@hexi.example', '--scopes', 'admin']
    const token = (await scene.run(asked, env)).out.trim()
    const post = async (path: string, body: BodyInit, headers = {}) => {
      const answer = await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, ...headers },
        body,
      })
      expect(answer.status).toBe(201)
      return Made.parse(await answer.json()).id
    }
    const json = { 'content-type': 'application/json' }
    const owner = { name: { zh: '甘肃省种质资源库' }, kind: 'institute', region: '620100' }
    const institution = await post('/institutions', JSON.stringify(owner), json)
    const record = await post(
      '/accessions',
      JSON.stringify({ institution, title: { zh: '陇东苜蓿' } }),
      json,
    )
    const create = { width: 300, height: 200, channels: 3, background: '#758a3c' } as const
    const form = new FormData()
    const bytes = await sharp({ create }).png().toBuffer()
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), '苜蓿.png')
    const image = await post(`/records/${record}/images`, form)
    const thumb = async () => {
      const answer = await fetch(`${address}/api/v1/images/${image}/thumb`, {
        headers: { authorization: `Bearer ${token}`, accept: 'image/webp' },
      })
      return answer.headers.get('content-type')
    }
    expect(await thumb()).not.toBe('image/webp')
    const jobs = scene.start(['jobs'], env)
    await expect.poll(thumb, { timeout: 60_000 }).toBe('image/webp')
    jobs.child.kill('SIGTERM')
    expect((await jobs.ended).code).toBe(0)
  }, 90_000)

  test('a bucket that does not answer is said by readyz and by doctor', async () => {
    const lost = { ...env, S3_ENDPOINT: 'http://127.0.0.1:9' }
    const other = await scene.serve([], lost)
    const ready = await fetch(`${other.address}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { ready: false, database: 'ok' },
    ])
    const { code, out } = await scene.run(['doctor'], lost)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAIL bucket/m)
  }, 90_000)
})

test.runIf(isRoot)('a user without any rights runs the whole of it too', async () => {
  const theirs = await openProcessScene({ uid: nobody })
  try {
    const can = await theirs.run(['help'])
    if (can.code !== 0) {
      console.warn('SKIPPED: the project lies where only root may read; run as root alone')
      return
    }
    const running = await theirs.serve()
    expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
    running.child.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ code: 0 })
  } finally {
    await theirs.close()
  }
})
