import { expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }

test.skipIf(stage.absent)(
  'a germination test goes from label to curve to the next due date, on a phone in the cold room',
  async () => {
    const { visits, found } = stage.get()
    const page = await (await visits.windowOf(phone, 'demo-curator')).newPage()
    await page.goto(`/lots/${found.stock.lot}`)
    await followed(page, () => page.getByRole('link', { name: '开始检测' }).click())
    await page.getByLabel('检测方案').first().selectOption({ index: 1 })
    await page.getByLabel('重复数').fill('2')
    await page.getByLabel('每重复粒数').first().fill('20')
    await followed(page, () => page.getByRole('button', { name: '开始检测' }).click())
    await expect.poll(() => page.locator('.toast').textContent()).toContain('取出 40 粒')

    await followed(page, () => page.getByRole('link', { name: '打印标签' }).click())
    const labels = page.locator('.label-text b')
    await expect.poll(() => labels.count()).toBe(2)
    const code = (await labels.nth(1).textContent()) ?? ''
    expect(code).toMatch(/@\d+#2$/)

    // A scanner types the label and sends Enter: the first figure of that dish has the focus.
    await page.goto('/viability-tests')
    await page.getByLabel('扫描培养皿标签或输入检测编号').fill(code)
    await followed(page, () => page.keyboard.press('Enter'))
    await page.getByRole('heading', { name: '重复 2，第 0 天' }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('normal')

    await countDay(4, [{ 正常幼苗: 15 }, { 正常幼苗: 16 }])
    await countDay(10, [
      { 正常幼苗: 2, 死种子: 3 },
      { 正常幼苗: 2, 死种子: 2 },
    ])

    await page.locator('summary', { hasText: '完成检测' }).click()
    await page.getByLabel('有结论').check()
    await followed(page, () => page.getByRole('button', { name: '完成检测' }).click())
    await expect.poll(() => page.locator('.toast').textContent()).toContain('活力 87.5%')
    expect(await page.locator('#germination-curve-about').textContent()).toContain('10 天内')

    await page.goto(`/lots/${found.stock.lot}#viability`)
    const viability = page.locator('section', { has: page.locator('#viability') })
    expect(await viability.locator('#viability-curve-about').textContent()).toContain(
      '最近一次 87.5%',
    )
    expect(await viability.getByText('下次检测').count()).toBe(1)
    await page.context().close()

    /** Counts both dishes of a day, by the keyboard alone. */
    async function countDay(day: number, dishes: Record<string, number>[]) {
      await page.getByLabel('第几天').fill(String(day))
      await followed(page, () => page.keyboard.press('Enter'))
      for (const [at, figures] of dishes.entries()) {
        await page.getByRole('heading', { name: `重复 ${at + 1}，第 ${day} 天` }).waitFor()
        for (const [label, figure] of Object.entries(figures))
          await page.getByLabel(label, { exact: true }).fill(String(figure))
        await followed(page, () => page.keyboard.press('Enter'))
      }
      await page.getByText(`第 ${day} 天的各重复都已计数。`).waitFor()
    }
  },
  90_000,
)
