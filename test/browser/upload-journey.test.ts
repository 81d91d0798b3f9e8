import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile } from '../support/browser.ts'
import {
  aFolder,
  hashesInZip,
  mebibyte,
  openScene,
  partsSentBy,
  patience,
  pickFolder,
  said,
  slowDown,
} from './upload-scene.ts'
import { followed } from './visits.ts'

const browser = await browserOfFile()

if (!browser.absent) afterAll(async () => browser.get().close())

/** What a page asks before it is left, each time it does; always answered by leaving. */
function warningsOf(page: Page) {
  const warnings: string[] = []
  page.on('dialog', (dialog) => {
    warnings.push(dialog.type())
    void dialog.accept()
  })
  return warnings
}

/** Lets so many more parts out of a page, and keeps the others waiting. */
async function gateOf(page: Page) {
  let free = 0
  const waiting: (() => void)[] = []
  await page.route(/[?&]number=/, async (route) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue().catch(() => {})
  })
  return (count: number) => {
    const now = waiting.splice(0, count)
    free += count - now.length
    for (const go of now) go()
  }
}

const leave = async (page: Page) =>
  Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })])

describe.skipIf(browser.absent)('a folder of data', { timeout: 240_000 }, () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  let sent: Awaited<ReturnType<typeof aFolder>>
  beforeAll(async () => {
    sent = await aFolder({
      'snow.csv': 'station,day,depth_cm\n001,2026-01-01,12\n002,2026-01-01,7\n010,2026-01-02,31\n',
      'scene.bin': 64 * mebibyte + 3,
    })
    scene = await openScene(browser.get())
  }, 180_000)
  afterAll(async () => {
    await scene?.house.stop()
    await sent?.end()
  })

  test('comes through a lost line and a closed tab, is published, looked at and downloaded as it was', async () => {
    const draft = await scene.draft()
    const noted = async () => (await draft.partsNoted('观测/scene.bin')).length

    const first = await scene.open()
    const [sentFirst, warnedFirst] = [partsSentBy(first), warningsOf(first)]
    await first.goto(draft.page)
    await slowDown(first, 6 * mebibyte)
    const allow = await gateOf(first)
    allow(5)
    await pickFolder(first, sent.folder)
    await expect.poll(noted, patience).toBeGreaterThan(0)
    await first.context().setOffline(true)
    await expect.poll(() => said(first).textContent(), patience).toContain('连接中断')
    const beforeLoss = await noted()
    await first.context().setOffline(false)
    allow(2)
    await expect.poll(noted, patience).toBeGreaterThan(beforeLoss)
    expect(await said(first).textContent()).toBe('')
    await leave(first)
    expect(warnedFirst).toEqual(['beforeunload'])

    const again = await first.context().newPage()
    await again.goto(draft.page)
    expect(await again.locator('main').textContent()).toContain('未完成的上传')
    const there = await draft.partsNoted('观测/scene.bin')
    expect(there.length).toBeGreaterThan(beforeLoss)
    expect(there.length).toBeLessThan(9)
    const [sentAgain, warnedAgain] = [partsSentBy(again), warningsOf(again)]
    await pickFolder(again, sent.folder)
    await expect.poll(() => said(again).textContent(), patience).toBe('5 个文件已加入版本。')
    expect(await draft.hashes()).toEqual(sent.hashes)
    expect(again.context().pages()).toHaveLength(1)
    expect(sentAgain.begun.filter((number) => there.includes(number))).toEqual([])
    const taken = [...sentFirst.taken, ...sentAgain.taken]
    expect(sentAgain.taken.length).toBeGreaterThan(0)
    expect(taken).toEqual([...new Set(taken)])

    await followed(again, () => again.getByRole('link', { name: '查看数据集并发布' }).click())
    expect(warnedAgain).toEqual([])
    await followed(again, () => again.getByRole('button', { name: '发布', exact: true }).click())
    await scene.house.quiet()

    const anybody = await scene.open({}, 'nobody')
    await anybody.goto(draft.record)
    for (const name of ['观测/', 'snow.csv'])
      await followed(anybody, () => anybody.getByRole('link', { name, exact: true }).click())
    const rows = anybody.locator('table', { hasText: '前几行' }).locator('tbody tr')
    expect(await rows.locator(':is(th, td)').allTextContents()).toEqual(
      [
        ['1', '001', '2026-01-01', '12'],
        ['2', '002', '2026-01-01', '7'],
        ['3', '010', '2026-01-02', '31'],
      ].flat(),
    )
    const stations = anybody.locator('table', { hasText: '各列概况' }).locator('tbody tr').first()
    expect(await stations.textContent()).toContain('编号（按文本）')

    await anybody.goto(draft.record)
    const [archive] = await Promise.all([
      anybody.waitForEvent('download'),
      anybody.getByRole('link', { name: /^下载全部/ }).click(),
    ])
    expect(await hashesInZip(await archive.path())).toEqual(sent.hashes)
    await followed(anybody, () => anybody.getByRole('link', { name: '校验和（SHA-256）' }).click())
    const manifest = (await anybody.locator('pre').textContent()) ?? ''
    expect(manifestIn(manifest)).toEqual(sent.hashes)
    await anybody.context().close()
    await again.context().close()
  })
})

/** `<hash>  <name>`, as `sha256sum -c` reads it. */
const manifestIn = (text: string) =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
