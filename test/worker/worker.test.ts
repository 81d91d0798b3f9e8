import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemNow } from '../../src/core/time.ts'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { startBucket } from '../support/bucket.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { aToken } from '../support/people.ts'
import { startHexiWorker } from '../support/worker.ts'

type Worker = Awaited<ReturnType<typeof startHexiWorker>>

const opened = new AsyncDisposableStack()
const runtime = await startBucket().catch((reason: unknown) => {
  console.warn(`SKIPPED: the Workers runtime does not start here (${String(reason)})`)
  return undefined
})
let house: TestHouse
let worker: Worker
let bucket: NonNullable<typeof runtime>
let id = ''
let draft = ''

beforeAll(async () => {
  if (!runtime) return
  bucket = runtime
  opened.defer(() => bucket.stop())
  // The machine's own clock, as the Worker keeps it.
  house = opened.use(await testHouse({ objects: s3Objects(bucket), now: systemNow }))
  const about = {
    institution: house.own,
    subjects: ['210'],
    resourceTypeGeneral: 'Dataset',
    publicationYear: 2025,
    creators: [{ name: 'Ma, Lan' }],
  }
  id = await house.add('dataset', {
    ...about,
    title: { zh: '紫花苜蓿田间观测', en: 'Alfalfa trial' },
  })
  draft = await house.add('dataset', { ...about, title: { zh: '苜蓿草稿' } }, { publish: false })
  worker = await startHexiWorker({ databaseUrl: house.url, bucket })
  opened.defer(() => worker.dispose())
  // The first request waits for the bundle and for the runtime to come up.
  await ask('/healthz')
}, 120_000)

afterAll(() => opened.disposeAsync())

/** Asks the Worker as a browser would: its answer, with the text read. */
async function ask(path: string, init?: Parameters<Worker['fetch']>[1]) {
  const answer = await worker.fetch(`http://hexi.test${path}`, { redirect: 'manual', ...init })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

describe.skipIf(!runtime)('a Worker', { timeout: 120_000 }, () => {
  test('is ready: database and bucket answer', async () => {
    const { status, text } = await ask('/readyz')
    expect([status, JSON.parse(text)]).toEqual([200, { ready: true, database: 'ok', bucket: 'ok' }])
  })

  test('answers a search in Chinese by JSON and as a page, without drafts', async () => {
    const found = await ask(`/api/v1/records?q=${encodeURIComponent('苜蓿')}`)
    expect(found.status).toBe(200)
    expect(JSON.parse(found.text)).toMatchObject({
      items: [{ id, title: { en: 'Alfalfa trial' } }],
    })
    const results = await ask(`/records?q=${encodeURIComponent('苜蓿')}`)
    expect(results.status).toBe(200)
    expect(results.text).toContain(`/records/${id}`)
    expect(results.text).not.toContain(draft)
  })

  test('shows a record, and not a draft', async () => {
    const record = await ask(`/records/${id}`)
    expect([record.status, record.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=UTF-8',
    ])
    expect(record.text).toContain('紫花苜蓿田间观测')
    expect((await ask(`/records/${draft}`)).status).toBe(404)
  })

  test('writes through an access token of the house, in a transaction with its audit row', async () => {
    const title = { en: 'Written at the edge' }
    const write = (headers: Record<string, string>) =>
      ask('/api/v1/datasets', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ institution: house.own, title }),
      })
    expect((await write({})).status).toBe(401)
    expect((await write({ authorization: 'Bearer demo-curator' })).status).toBe(401)
    const token = await aToken(house.services, house.people['demo-curator'])
    const written = await write({ authorization: `Bearer ${token}` })
    expect(written.status).toBe(201)
    const made = z.looseObject({ id: z.string() }).parse(JSON.parse(written.text))
    const changes = await house.db
      .selectFrom('audit')
      .where('entity_id', '=', made.id)
      .select('action')
      .execute()
    expect(changes).toEqual([{ action: 'record.create' }])
  })

  test('serves the assets that its pages name', async () => {
    const { text } = await ask('/')
    const css = /href="(\/assets\/hexi-[\w-]+\.css)"/.exec(text)?.[1] ?? 'none'
    const asset = await ask(css)
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
  })

  test('shows results as a map, and serves what the browser loads for it', async () => {
    const { status, text } = await ask('/records?view=map')
    expect(status).toBe(200)
    expect(text).toContain('class="map-land"')
    const settings = /data-settings="([^"]+)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '{}'
    const { worker: script } = z.looseObject({ worker: z.string() }).parse(JSON.parse(settings))
    const island = /src="(\/assets\/map-[\w-]+\.js)"/.exec(text)?.[1] ?? 'none'
    for (const path of [script, island])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await ask(path)).status).toBe(200)
    const clusters = await ask('/api/v1/map/clusters?zoom=3')
    expect([clusters.status, JSON.parse(clusters.text).total]).toEqual([
      200,
      { value: 0, relation: 'eq' },
    ])
  })

  test('says where to sign in, as it takes no passwords', async () => {
    const refused = await ask('/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://hexi.test',
        'sec-fetch-site': 'same-origin',
      },
      body: 'email=admin%40hexi.example&password=hexi-demo-2026',
    })
    expect(refused.status).toBe(503)
    expect(refused.text).toContain('这一入口不处理密码')
  })

  test('keeps the bucket’s words: missing, taken, ranges, parts', async () => {
    const entry = 'test/worker/objects.worker.ts'
    const probe = await startHexiWorker({ databaseUrl: house.url, bucket, entry })
    try {
      const seen: unknown = await (await probe.fetch('http://hexi.test/')).json()
      expect(seen).toEqual({
        missing: true,
        refusal: expect.stringContaining('already stored'),
        range: '苜',
        joined: '苜蓿',
      })
    } finally {
      await probe.dispose()
    }
  })

  test('passes the dry run of a deployment', async () => {
    const { stdout } = await promisify(execFile)(
      'node_modules/.bin/wrangler',
      ['deploy', '--dry-run', '--outdir', '.wrangler/dry-run'],
      { env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    )
    expect(stdout).toContain('--dry-run: exiting now.')
    expect(stdout).toContain('env.HYPERDRIVE')
  })
})
