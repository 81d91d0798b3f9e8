import { expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }

test.skipIf(stage.absent)(
  'a curator counts a lot in the cold room: scans its label, types what is there, scans the next',
  async () => {
    const { visits, found } = stage.get()
    const page = await (await visits.windowOf(phone, 'demo-curator')).newPage()
    await page.goto('/lots')
    // A scanner types the code and sends Enter; nobody touches the screen before.
    await scan(`${found.stock.code}#2`)
    await expect.poll(() => page.locator('h1').textContent()).toBe(`批次 ${found.stock.code}`)

    await page.locator('summary', { hasText: '盘点' }).click()
    await page.getByLabel('实数').fill('-5')
    await followed(page, () => page.getByRole('button', { name: '盘点' }).click())
    await expect.poll(() => focused()).toBe('counted')
    await page.getByLabel('实数').fill('123')
    await followed(page, () => page.getByRole('button', { name: '盘点' }).click())
    await expect.poll(() => page.locator('.toast').textContent()).toContain('实数 123')
    const newest = page.locator('tbody tr').first()
    expect(await newest.textContent()).toContain('盘点调整')

    await scan('nowhere')
    await page.getByText('没有符合条件的批次。').waitFor()
    await page.context().close()

    async function scan(code: string) {
      await expect.poll(() => focused()).toBe('code')
      await page.keyboard.type(code)
      await followed(page, () => page.keyboard.press('Enter'))
    }

    async function focused() {
      return page.evaluate(() => document.activeElement?.getAttribute('name'))
    }
  },
  60_000,
)

/** As the browsers of phones have it: what the camera sees is what it is told to see. */
const readerOf = (code: string) => `
  window.BarcodeDetector = class {
    detect = async (video) => video.videoWidth > 0 ? [{ rawValue: ${JSON.stringify(code)} }] : []
  }`

test.skipIf(stage.absent)(
  'a label is read by the camera where the browser can, and typed where it cannot or may not',
  async () => {
    const { visits, found } = stage.get()
    const context = await visits.windowOf(phone, 'demo-curator')
    const page = await context.newPage()
    await page.goto('/lots')
    await page.getByRole('button', { name: '打开批次' }).waitFor()
    expect(await page.getByRole('button', { name: '用相机扫描' }).count()).toBe(0)

    await context.addInitScript(readerOf(`${found.stock.code}#1`))
    await page.goto('/lots')
    await page.getByRole('button', { name: '用相机扫描' }).click()
    await page.getByText('无法打开相机').waitFor()

    await context.grantPermissions(['camera'])
    await page.goto('/lots')
    await followed(page, () => page.getByRole('button', { name: '用相机扫描' }).click())
    await expect.poll(() => page.locator('h1').textContent()).toBe(`批次 ${found.stock.code}`)

    // In a form that names other lots, what the camera sees stands in their field.
    await page.goto(`/lots/${found.stock.lot}/moves`)
    const others = page.getByLabel('其他批次的编号')
    const camera = page.locator('hexi-scan', { has: others }).getByRole('button')
    await others.fill('ZXM-9')
    await camera.click()
    await expect.poll(() => others.inputValue()).toBe(`ZXM-9 ${found.stock.code}#1`)
    await context.close()
  },
  60_000,
)
