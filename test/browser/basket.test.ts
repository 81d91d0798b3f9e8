import { expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()

test.skipIf(stage.absent)(
  'several results are ticked and put into the basket at once, taken out and put back, on a phone too',
  async () => {
    const { visits } = stage.get()
    const window = await visits.windowOf({ lang: 'zh', theme: 'light', width: 360 })
    const page = await window.newPage()
    await page.goto('/records?kind=accession&view=table')
    const boxes = page.locator('#results .pick input')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByRole('button', { name: '将所选加入篮子' }).click()
    await page.waitForURL(/\/basket/)
    const items = page.locator('.basket-item')
    await expect.poll(async () => items.count()).toBeGreaterThan(0)
    const count = await items.count()
    await expect
      .poll(async () => page.locator('.basket-count').textContent())
      .toBe(`篮子 (${count})`)
    await page.locator('.basket-item .act button').first().click()
    await expect.poll(async () => items.count()).toBe(count - 1)
    await page.getByRole('button', { name: '恢复' }).click()
    await expect.poll(async () => items.count()).toBe(count)
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: innerWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
    await window.close()
  },
  60_000,
)
