import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

const nameOf = (page: Page) => page.locator('hexi-unread a').getAttribute('aria-label')
const placeOf = (page: Page) => page.locator('.frame-actions').boundingBox()

/** What somebody does in a window: the steward of the instrument is told of it. */
const reportProblem = async (page: Page, instrument: string) =>
  page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/instruments/${id}/problems`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ severity: 'degraded', description: '漏油' }),
    })
    return answer.status
  }, instrument)

describe.skipIf(stage.absent)('the count of unread notices', () => {
  test('rises in an open window when somebody does something in another, is said, moves nothing, and falls as they are read', async () => {
    const { visits, found, house } = stage.get()
    const steward = await (await visits.windowOf(zh, 'demo-steward')).newPage()
    const researcher = await (await visits.windowOf(zh, 'demo-researcher')).newPage()
    await steward.goto('/records')
    await expect.poll(() => nameOf(steward)).toMatch(/^通知：/)
    const before = Number(/\d+/.exec((await nameOf(steward)) ?? '')?.[0] ?? 0)
    const place = await placeOf(steward)
    await researcher.goto('/records')
    expect(await reportProblem(researcher, found.published.instrument)).toBe(201)
    const name = `通知：${before + 1} 条未读`
    await expect.poll(() => nameOf(steward), { timeout: 10_000 }).toBe(name)
    expect(await steward.locator('hexi-unread [role=status]').textContent()).toBe(name)
    expect(await placeOf(steward)).toEqual(place)
    await house.quiet()
    const inbox = await steward.context().newPage()
    await inbox.goto('/account/notices')
    await inbox.bringToFront()
    await expect.poll(() => nameOf(inbox), { timeout: 10_000 }).toBe('通知：没有未读')
    await inbox.reload()
    expect(await inbox.getByRole('button', { name: '全部标为已读' }).count()).toBe(0)
    await Promise.all([steward.context().close(), researcher.context().close()])
  })

  test('is there without scripts, where a button marks all as read', async () => {
    const { visits, found, house } = stage.get()
    const window = await visits.windowOf({ ...zh, scripts: false }, 'demo-steward')
    const page = await window.newPage()
    const researcher = await (await visits.windowOf(zh, 'demo-researcher')).newPage()
    await researcher.goto('/records')
    expect(await reportProblem(researcher, found.published.instrument)).toBe(201)
    await house.quiet()
    await page.goto('/account/notices')
    expect(await nameOf(page)).toBe('通知：1 条未读')
    expect(await page.getByRole('cell', { name: '未读' }).count()).toBe(1)
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await expect.poll(() => nameOf(page)).toBe('通知：没有未读')
    await Promise.all([window.close(), researcher.context().close()])
  })
})
