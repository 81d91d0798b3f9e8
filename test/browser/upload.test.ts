import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { browserOfFile } from '../support/browser.ts'
import { startBucket } from '../support/bucket.ts'
import {
  aFolder,
  choose,
  hashOf,
  mebibyte,
  dropOn,
  frontOf,
  openScene,
  partsSentBy,
  patience,
  said,
  slowDown,
} from './upload-scene.ts'

const browser = await browserOfFile()

if (!browser.absent) afterAll(async () => browser.get().close())

describe.skipIf(browser.absent)('the page that sends files', { timeout: 180_000 }, () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  let sent: Awaited<ReturnType<typeof aFolder>>
  beforeAll(async () => {
    sent = await aFolder()
    scene = await openScene(browser.get())
  }, 180_000)
  afterAll(async () => {
    await scene?.house.stop()
    await sent?.end()
  })

  test('sends a folder through a lost connection and a closed tab, and no part twice', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    await slowDown(page, 3 * mebibyte)
    await choose(page, sent.folder)
    const arrived = async () =>
      (await draft.uploads()).find(({ name }) => name.endsWith('scene.bin'))?.receivedCount ?? 0
    await expect.poll(arrived, patience).toBeGreaterThan(0)
    await page.context().setOffline(true)
    await page.close({ runBeforeUnload: false })

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

  test('takes a folder that is dropped, with what is in it', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    await dropOn(page, '.uploader-drop', sent.folder)
    await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    expect(await draft.hashes()).toEqual(sent.hashes)
    await page.context().close()
  })

  test('pauses, says what is not sent, and goes on where it was', async () => {
    const draft = await scene.draft()
    const page = await scene.open()
    await page.goto(draft.page)
    await slowDown(page, 3 * mebibyte)
    await choose(page, sent.folder)
    const noted = async () => draft.partsNoted('观测/scene.bin')
    await expect.poll(async () => (await noted()).length, patience).toBeGreaterThan(0)
    await page.getByRole('button', { name: '暂停' }).click()
    await expect.poll(() => said(page).textContent()).toContain('已暂停')
    const rows = page.locator('.uploader-sheet tbody')
    expect(await rows.locator('tr', { hasText: 'scene.bin' }).textContent()).toContain('等待')
    expect(await page.getByRole('link', { name: '查看数据集并发布' }).isVisible()).toBe(false)
    const there = await noted()
    const parts = partsSentBy(page)
    await page.getByRole('button', { name: '继续' }).click()
    await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    expect(await page.getByRole('link', { name: '查看数据集并发布' }).isVisible()).toBe(true)
    expect(await draft.hashes()).toEqual(sent.hashes)
    expect(parts.begun.filter((number) => there.includes(number))).toEqual([])
    await page.context().close()
  })

  test('sends the same folder from two tabs at once, and every file is there once', async () => {
    const draft = await scene.draft()
    const [one, other] = [await scene.open(), await scene.open()]
    for (const page of [one, other]) await page.goto(draft.page)
    await Promise.all([one, other].map(async (page) => choose(page, sent.folder)))
    for (const page of [one, other])
      await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    expect(await draft.hashes()).toEqual(sent.hashes)
    expect(await draft.uploads()).toEqual([])
    for (const page of [one, other]) await page.context().close()
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
  let sent: Awaited<ReturnType<typeof aFolder>>
  let bucket: Awaited<ReturnType<typeof startBucket>>
  beforeAll(async () => {
    sent = await aFolder()
    bucket = await startBucket()
  }, 180_000)
  afterAll(async () => {
    await bucket?.stop()
    await sent?.end()
  })

  /** Sends the folder; answers what arrived, and how many PUTs went through the service. */
  const sendAll = async (endpoint: string) => {
    const scene = await openScene(browser.get(), s3Objects({ ...bucket, endpoint }))
    const draft = await scene.draft()
    const page = await scene.open()
    const put: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') put.push(new URL(request.url()).pathname)
    })
    await page.goto(draft.page)
    await choose(page, sent.folder)
    await expect.poll(() => said(page).textContent(), patience).toBe('4 个文件已加入版本。')
    const hashes = await draft.hashes()
    await page.context().close()
    await scene.house.stop()
    return { hashes, round: put.filter((path) => path.endsWith('/content')).length }
  }

  test('takes files from the page', async () => {
    expect(await sendAll(bucket.endpoint)).toEqual({ hashes: sent.hashes, round: 0 })
  })

  test('is gone round through the service where it answers no page', async () => {
    const front = await frontOf(bucket.endpoint, (name) => !name.startsWith('access-control'))
    expect(await sendAll(front.endpoint)).toEqual({ hashes: sent.hashes, round: 6 })
    await front.stop()
  })

  test('is gone round for files in parts where it shows pages no tags', async () => {
    const front = await frontOf(bucket.endpoint, (name) => name !== 'access-control-expose-headers')
    const { hashes, round } = await sendAll(front.endpoint)
    expect(hashes).toEqual(sent.hashes)
    expect(round).toBeGreaterThan(0)
    await front.stop()
  })
})
