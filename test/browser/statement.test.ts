import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** The last statement that was told, as the lab's PI. */
async function opened(look: Look): Promise<Page> {
  const { visits, found } = stage.get()
  const page = await (await visits.windowOf(look, 'demo-pi')).newPage()
  await page.goto(`/labs/${found.charges.lab}/statements`)
  const months = page.locator('tbody tr').filter({ hasText: '已出账' })
  await followed(page, () => months.first().getByRole('link').click())
  return page
}

const yuan = (text: string | null) => Number((text ?? '').replaceAll(',', ''))
const fen = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + Math.round(one * 100), 0)

describe.skipIf(stage.absent)('a PI', () => {
  test.each([
    { who: 'with JavaScript', scripts: true },
    { who: 'without', scripts: false },
  ])(
    '$who reads a statement, follows a charge to how it came about, and takes it along as CSV',
    async ({ scripts }) => {
      const page = await opened({ ...zh, scripts })
      await expect.poll(() => page.locator('h1').textContent()).toMatch(/\d{4}年\d{1,2}月对账单$/)
      const amounts = page.locator('.section tbody tr:not(:has(.charge-instrument)) .yuan')
      const shown = (await amounts.allTextContents()).map(yuan)
      expect(shown.length).toBeGreaterThan(0)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 CSV' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^statement-\d{4}-\d\d-[\da-f]{8}\.csv$/)
      const text = await readFile(await download.path(), 'utf8')
      expect(text.startsWith('\ufeff')).toBe(true)
      const total = text
        .trim()
        .split('\r\n')
        .at(-1)
        ?.split(',')
        .find((cell) => /\d/.test(cell))
      expect(Math.round(Number(total) * 100)).toBe(fen(shown))

      const charge = page.locator('.section tbody tr:has(.charge-what)').first()
      const amount = await charge.locator('.yuan').textContent()
      await followed(page, () => charge.locator('td a').first().click())
      await expect.poll(() => page.locator('h1').textContent()).toContain('费用')
      const lines = (await page.locator('tbody .yuan').allTextContents()).map(yuan)
      expect(lines.at(-1)).toBe(yuan(amount))
      expect(fen(lines.slice(0, -1))).toBe(fen([yuan(amount)]))
      await page.context().close()
    },
    60_000,
  )

  test('pays a part of it by the voucher of the lab, once', async () => {
    const page = await opened(zh)
    const part = page.locator('.section', { has: page.locator('.statement-pay') }).first()
    const due = part.locator('.stat', { hasText: '应付' }).locator('.yuan')
    const before = yuan(await due.textContent())
    await part.locator('summary').click()
    await followed(page, () => part.getByRole('button', { name: '用创新券抵付' }).click())
    const said = await page.locator('.toast').textContent()
    const paid = yuan(/抵付 ([\d,.]+) 元/.exec(said ?? '')?.[1] ?? '')
    expect(paid).toBeGreaterThan(0)
    const dues = page.locator('.section .stat', { hasText: '应付' }).locator('.yuan')
    const after = (await dues.allTextContents()).map(yuan)
    expect(after).toContain(Math.round((before - paid) * 100) / 100)
    await page.context().close()
  })
})

test.skipIf(stage.absent)(
  'somebody who books reads what it would cost as the form changes',
  async () => {
    const { visits, found } = stage.get()
    const page = await (await visits.windowOf(zh, 'demo-pi')).newPage()
    const day = testNow()
      .add({ hours: 9 * 24 })
      .toString()
      .slice(0, 10)
    const times = { start: `${day}T01:00:00Z`, end: `${day}T03:00:00Z` }
    await page.goto(
      `/instruments/${found.charges.instrument}/book?${new URLSearchParams(times).toString()}`,
    )
    const price = page.locator('.price-said')
    await price.getByText(/^预计费用 ¥[\d,.]+/).waitFor()
    const total = async () =>
      yuan(/预计费用 ¥([\d,.]+)/.exec((await price.textContent()) ?? '')?.[1] ?? '')
    const before = await total()
    expect(before).toBeGreaterThan(0)
    await page.getByLabel('结束').fill(`${day}T13:00`)
    await expect.poll(total).toBe(before * 2)
    await page.context().close()
  },
)
