import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Objects } from '../../src/core/ports.ts'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { browserOfFile } from '../support/browser.ts'
import { startBucket } from '../support/bucket.ts'
import { publishable } from '../support/publishable.ts'
import { openHouse } from './house.ts'
import { type Look, visitor } from './visits.ts'

const browser = await browserOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }
const mebibyte = 1024 * 1024
const patience = { timeout: 60_000 }

const Made = z.looseObject({ id: z.string() })
const Files = z.object({ items: z.array(z.object({ name: z.string(), sha256: z.string() })) })
const Uploads = z.object({
  items: z.array(z.looseObject({ name: z.string(), receivedCount: z.int(), partCount: z.int() })),
})

if (!browser.absent) afterAll(async () => browser.get().close())

/** A folder of files on the disk: empty, small, of several parts, with 汉字. */
async function aFolder() {
  const folder = join(await mkdtemp(join(tmpdir(), 'hexi-sent-')), '观测')
  const files: Record<string, Buffer> = {
    'empty.txt': Buffer.alloc(0),
    'stations/一月.csv': Buffer.from('day,value\n1,2\n'),
    'stations/deep/day.csv': randomBytes(70_000),
    'scene.bin': randomBytes(20 * mebibyte + 3),
  }
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  const hashes = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`观测/${name}`, hashOf(bytes)]),
  )
  return { folder, hashes, end: async () => rm(dirname(folder), { recursive: true }) }
}

/** A house with somebody who looks at it, and drafts to send into. */
async function openScene(objects?: Objects) {
  const house = await openHouse(objects ? { objects } : {})
  const visits = visitor(browser.get(), { origin: house.origin, now: house.services.now })
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${house.origin}/api/v1${path}`, {
      headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    house,
    visits,
    /** An empty draft of a dataset, and what is in it by now. */
    draft: async () => {
      const title = { zh: '上传试验', en: 'Upload' }
      const input = { ...publishable.dataset, title, institution: house.found.institution }
      const { id } = Made.parse(await ask('/datasets', input))
      await ask(`/datasets/${id}/versions`, {})
      const version = `/datasets/${id}/versions/1`
      return {
        page: `/records/${id}/versions/1/upload`,
        hashes: async () =>
          Object.fromEntries(
            Files.parse(await ask(`${version}/files`)).items.map(({ name, sha256 }) => [
              name,
              sha256,
            ]),
          ),
        uploads: async () => Uploads.parse(await ask(`${version}/uploads`)).items,
      }
    },
    limit: async (institution: string, limitGb: number | undefined) =>
      fetch(`${house.origin}/api/v1/institutions/${institution}/storage`, {
        method: 'PUT',
        headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
        body: JSON.stringify(limitGb === undefined ? {} : { limitGb }),
      }),
    open: async (look: Partial<Look> = {}) =>
      (await visits.windowOf({ ...zh, ...look }, 'demo-admin')).newPage(),
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const choose = async (page: Page, folder: string) =>
  page.locator('input[data-pick=folder]').setInputFiles(folder)
const said = (page: Page) => page.locator('hexi-uploader [role=status]')

/** As a slow line: so that something can be done while files are on their way. */
async function slowDown(page: Page, uploadThroughput: number) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput }
  await session.send('Network.emulateNetworkConditions', line)
  return session
}

describe.skipIf(browser.absent)('the page that sends files', { timeout: 180_000 }, () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  let sent: Awaited<ReturnType<typeof aFolder>>
  beforeAll(async () => {
    sent = await aFolder()
    scene = await openScene()
  }, 180_000)
  afterAll(async () => {
    await scene?.house.stop()
    await sent?.end()
  })

  test('sends a folder through a lost connection and a closed tab, and no part twice', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    const line = await slowDown(page, 3 * mebibyte)
    await choose(page, sent.folder)
    const arrived = async () =>
      (await draft.uploads()).find(({ name }) => name.endsWith('scene.bin'))?.receivedCount ?? 0
    await expect.poll(arrived, patience).toBeGreaterThan(0)
    await page.context().setOffline(true)
    await page.close({ runBeforeUnload: false })
    await line.detach().catch(() => {})

    const before = await arrived()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(3)
    const again = await page.context().newPage()
    await again.context().setOffline(false)
    await again.goto(draft.page)
    await expect.poll(() => again.locator('main').textContent()).toContain('未完成的上传')
    let parts = 0
    again.on('request', (request) => {
      if (request.method() === 'PUT' && request.postDataBuffer()?.length !== 0) parts += 1
    })
    await choose(again, sent.folder)
    await expect.poll(() => said(again).textContent(), patience).toBe('4 个文件已加入版本。')
    expect(await draft.hashes()).toEqual(sent.hashes)
    expect(await draft.uploads()).toEqual([])
    expect(parts).toBeLessThanOrEqual(3 - before + 3)
    await again.context().close()
  })

  test('notices another file of the same name and size by its hash, and takes it anew', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    const name = 'scene.bin'
    const [one, other] = [randomBytes(20 * mebibyte), randomBytes(20 * mebibyte)]
    const file = (buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
    await slowDown(page, 3 * mebibyte)
    await page.locator('input[data-pick=files]').setInputFiles(file(one))
    const arrived = async () => (await draft.uploads())[0]?.receivedCount ?? 0
    await expect.poll(arrived, patience).toBeGreaterThan(0)
    await page.getByRole('button', { name: '暂停' }).click()
    await expect.poll(() => said(page).textContent()).toContain('已暂停')

    const again = await scene.open()
    await again.goto(draft.page)
    await again.locator('input[data-pick=files]').setInputFiles(file(other))
    const row = again.locator('tr', { hasText: name }).last()
    await expect.poll(() => row.textContent(), patience).toContain('SHA-256')
    expect(await draft.hashes()).toEqual({})
    await row.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => said(again).textContent(), patience).toBe('1 个文件已加入版本。')
    expect(await draft.hashes()).toEqual({ [name]: hashOf(other) })
    await page.context().close()
    await again.context().close()
  })

  test('cancels one file, and the others go on', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    await slowDown(page, 3 * mebibyte)
    await choose(page, sent.folder)
    await page.getByRole('button', { name: '取消: 观测/scene.bin' }).click()
    await expect.poll(() => said(page).textContent(), patience).toBe('3 个文件已加入版本。')
    const { '观测/scene.bin': _, ...others } = sent.hashes
    expect(await draft.hashes()).toEqual(others)
    await expect.poll(async () => draft.uploads()).toEqual([])
    await page.context().close()
  })

  test('takes small files from a form where no script runs', async () => {
    const draft = await scene.draft()
    const page = await scene.open({ scripts: false })
    await page.goto(draft.page)
    await page.locator('input[name=folder]').fill('stations/2024/')
    await page
      .locator('input[name=file]')
      .setInputFiles([join(sent.folder, 'empty.txt'), join(sent.folder, 'stations/一月.csv')])
    await page.getByRole('button', { name: '上传文件' }).click()
    await expect.poll(() => page.locator('main').textContent()).toContain('已收到 2 个文件')
    await scene.house.quiet()
    expect(await draft.hashes()).toEqual({
      'stations/2024/empty.txt': sent.hashes['观测/empty.txt'],
      'stations/2024/一月.csv': sent.hashes['观测/stations/一月.csv'],
    })
    await page.reload()
    expect(await page.locator('main').textContent()).toContain('此版本已有 2 个文件')
    await page.context().close()
  })

  test('shows how much room there is, and says so where it does not suffice', async () => {
    const draft = await scene.draft()
    const { institution } = scene.house.found
    await scene.limit(institution, 0.01)
    const page = await scene.open()
    await page.goto(draft.page)
    expect(await page.locator('main').textContent()).toContain('上限 10 MB')
    await choose(page, sent.folder)
    await expect.poll(() => said(page).textContent(), patience).toContain('存储空间不足')
    await scene.limit(institution, undefined)
    await page.getByRole('button', { name: '继续' }).click()
    await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    expect(await draft.hashes()).toEqual(sent.hashes)
    await page.context().close()
  })
})

describe.skipIf(browser.absent)('a bucket that speaks S3', { timeout: 180_000 }, () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  let sent: Awaited<ReturnType<typeof aFolder>>
  let bucket: Awaited<ReturnType<typeof startBucket>>
  beforeAll(async () => {
    sent = await aFolder()
    bucket = await startBucket()
    scene = await openScene(s3Objects(bucket))
  }, 180_000)
  afterAll(async () => {
    await scene?.house.stop()
    await bucket?.stop()
    await sent?.end()
  })

  /** Sends the folder; answers what arrived, and which PUTs went through the service. */
  const sendAll = async (prepare: (page: Page) => Promise<unknown>) => {
    const draft = await scene.draft()
    const page = await scene.open()
    await prepare(page)
    const put: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') put.push(new URL(request.url()).pathname)
    })
    await page.goto(draft.page)
    await choose(page, sent.folder)
    await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    await page.context().close()
    return {
      hashes: await draft.hashes(),
      round: put.filter((path) => path.endsWith('/content')),
    }
  }

  test('takes files from the page', async () => {
    const { hashes } = await sendAll(async () => {})
    expect(hashes).toEqual(sent.hashes)
  })

  test('is gone round through the service where a page cannot reach it', async () => {
    const { hashes, round } = await sendAll(async (page) => {
      await page.route(`${new URL(bucket.endpoint).origin}/**`, async (route) => route.abort())
    })
    expect(hashes).toEqual(sent.hashes)
    expect(round).toHaveLength(6)
  })
})
