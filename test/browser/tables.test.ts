import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()
const look = { lang: 'zh', theme: 'light' } as const

/** Tables of a page that are wider than the room they have, by their names. */
const cutOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.table-scroll')]
      .filter((table) => table.scrollWidth > table.clientWidth + 1)
      .map((table) => table.getAttribute('aria-label') ?? ''),
  )

describe.skipIf(stage.absent)('a wide table', () => {
  test('is printed whole', async () => {
    const { visits, cases } = stage.get()
    const withTables = cases.filter(({ name }) =>
      /^(results-table|desk|use-staff|nrii|admin-audit|admin-people|bookings|bookings-queue)$/.test(
        name,
      ),
    )
    expect(withTables.length).toBeGreaterThan(4)
    const cut: string[] = []
    // What a sheet of A4 leaves between its margins.
    await visits.visitAll(withTables, { ...look, width: 718 }, async (page, { name }) => {
      await page.emulateMedia({ media: 'print' })
      cut.push(...(await cutOn(page)).map((table) => `${name}: ${table}`))
    })
    expect(cut).toEqual([])
  }, 60_000)

  test('has a shade where it goes on, a name, and scrolls by the keyboard', async () => {
    const { visits } = stage.get()
    const window = await visits.windowOf({ ...look, width: 760 }, 'demo-admin')
    const page = await window.newPage()
    await page.goto('/reports/use?institution=all')
    const [name = ''] = await cutOn(page)
    expect(name).not.toBe('')
    const region = page.getByRole('region', { name, exact: true }).first()
    const background = await region.evaluate((element) => getComputedStyle(element).background)
    expect(background).toContain('local')
    await region.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    await window.close()
  })

  test('is a list of cards on a phone, each value beside its label', async () => {
    const { visits } = stage.get()
    const window = await visits.windowOf({ ...look, width: 360 }, 'demo-researcher')
    const page = await window.newPage()
    await page.goto('/bookings')
    expect(await cutOn(page)).toEqual([])
    const cell = page.locator('.table-cards tbody tr').first().locator('td').first()
    const label = await cell.evaluate((element) => getComputedStyle(element, '::before').content)
    expect(label).toBe('"仪器"')
    const box = await cell.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360)
    await window.close()
  })
})
