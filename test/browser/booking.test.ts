import { describe, expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** A day far enough ahead that nothing of the demo comes near it. */
const day = testNow()
  .add({ hours: 26 * 24 })
  .toString()
  .slice(0, 10)
const at = (clock: string) => `${day}T${clock}`

describe.skipIf(stage.absent)('somebody who books by the form', () => {
  test('moves the start without losing the length, sees nothing red before typing, and the price', async () => {
    const { found, visits } = stage.get()
    const page = await (await visits.windowOf(zh, 'demo-pi')).newPage()
    const times = { start: `${day}T01:00:00Z`, end: `${day}T02:30:00Z` }
    const query = new URLSearchParams(times).toString()
    await page.goto(`/instruments/${found.charges.instrument}/book?${query}`)
    const price = page.locator('.price-said')
    await price.getByText(/1\.5 小时 × ¥/).waitFor()
    expect(await page.locator('hexi-objections .tone-danger').count()).toBe(0)
    await page.getByLabel('开始').fill(at('11:00'))
    await expect.poll(() => page.getByLabel('结束').inputValue()).toBe(at('12:30'))
    await page.getByLabel('结束').fill(at('13:00'))
    await price.getByText(/2 小时 × ¥/).waitFor()
    await page.locator('summary', { hasText: '更多选项' }).click()
    await page.getByLabel('重复', { exact: true }).selectOption('weekly')
    await price.getByText(/共 4 次/).waitFor()
    await page.context().close()
  })

  test('reads why not while typing, takes a time that is free, books it, and gives it back', async () => {
    const { house, found, visits } = stage.get()
    const instrument = found.published.instrument
    await call('PUT', `instruments/${instrument}/policy`, {
      maxMinutes: 240,
      granularityMinutes: 30,
      needsProject: true,
    })
    await call('POST', `instruments/${instrument}/bookings`, {
      start: `${at('10:00')}+08:00`,
      end: `${at('12:00')}+08:00`,
      purpose: '薄膜测厚',
      project: '62301',
    })

    const page = await (await visits.windowOf(zh, 'demo-researcher')).newPage()
    await page.goto(`/instruments/${instrument}/book`)
    const reasons = page.locator('hexi-objections .reasons')
    // As it opens, nothing is wrong: the project is asked for once somebody was at its field.
    await page.locator('hexi-objections').getByText('可以预约。').waitFor()
    await page.getByLabel('开始').fill(at('11:00'))
    await page.getByLabel('结束').fill(at('11:40'))
    await expect.poll(() => reasons.locator('li').count()).toBe(2)
    const project = page.getByLabel('课题编号')
    expect(await project.getAttribute('required')).not.toBeNull()
    await project.focus()
    await page.getByLabel('样品数').focus()
    await expect.poll(() => reasons.locator('li').count()).toBe(3)
    await page.getByLabel('课题编号').fill('62301')
    await page.getByLabel('结束').fill(at('12:00'))
    await expect
      .poll(() => reasons.locator('li').allTextContents())
      .toEqual([expect.stringContaining('已被预约')])

    await page.locator('hexi-objections .slots button', { hasText: '12:00–13:00' }).click()
    await page.getByText('可以预约。').waitFor()
    await held(instrument)
    await page.getByLabel('用途').fill('断口形貌')
    await page.getByLabel('课题组').selectOption({ index: 1 })
    await page.getByRole('button', { name: '预约', exact: true }).click()
    await page.getByText(/^已预约 .*12:00–13:00/).waitFor()

    await page.goto('/bookings')
    await page
      .getByRole('link', { name: /12:00–13:00/ })
      .first()
      .click()
    await page.getByText('断口形貌').waitFor()
    await page.locator('summary', { hasText: '取消预约' }).click()
    await page.getByLabel('原因').fill('样品没有到')
    await page.getByRole('button', { name: '取消预约' }).click()
    await page.getByText('预约已取消').waitFor()
    await page.getByText('样品没有到').first().waitFor()
    await page.context().close()

    async function call(method: string, path: string, body: object): Promise<void> {
      const headers = { authorization: 'Bearer demo-admin', 'content-type': 'application/json' }
      const address = `${house.origin}/api/v1/${path}`
      const answer = await fetch(address, { method, headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    }

    /** While the form is open nobody else gets the time. */
    async function held(id: string): Promise<void> {
      const query = `from=${at('12:00')}%2B08:00&to=${at('13:00')}%2B08:00`
      const address = `${house.origin}/api/v1/instruments/${id}/occupancy?${query}`
      await expect.poll(async () => (await fetch(address)).text()).toContain('"kind":"hold"')
    }
  })
})
