import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }
const phone: Look = { lang: 'en', theme: 'light', width: 360 }

const countOn = async (page: Page) =>
  Number((await page.locator('.results-count').textContent())?.replaceAll(/\D/g, ''))

/** Opens the results as a map; the drawing stays where `webgl` is not. */
async function openMap(look: Look, { webgl }: { webgl: boolean }) {
  const window = await stage.get().visits.windowOf(look)
  const page = await window.newPage()
  if (!webgl)
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
  await page.goto('/records?view=map&kind=accession')
  return page
}

/** Where all of the map is in the window: a mouse reaches nothing else. */
const frameOf = async (page: Page) => {
  const map = page.locator('.map-frame')
  await map.scrollIntoViewIfNeeded()
  const frame = await map.boundingBox()
  if (!frame) throw new Error('There is no map')
  return frame
}

/** Drags over the left half of the map. */
async function drag(page: Page): Promise<void> {
  const { x, y, width, height } = await frameOf(page)
  await page.mouse.move(x + 6, y + 6)
  await page.mouse.down()
  await page.mouse.move(x + width / 3, y + height / 2)
  await page.mouse.move(x + width / 2, y + height - 6)
  await page.mouse.up()
}

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name) ?? ''

describe.skipIf(stage.absent)('the map of results', () => {
  test.each([
    { name: 'in the drawing, without WebGL', webgl: false },
    { name: 'on the live map, where it opens', webgl: true },
  ])('a box is drawn $name, and results are narrowed to it', async ({ webgl }) => {
    const page = await openMap(zh, { webgl })
    const all = await countOn(page)
    const button = page.getByRole('button', { name: '画方框' })
    await button.click()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => page.locator('.map-said').textContent()).toContain('拖出一个方框')
    await followed(page, () => drag(page))
    const [west = 0, south = 0, east = 0, north = 0] = parameter(page, 'bbox')
      .split(',')
      .map(Number)
    expect(west).toBeLessThan(east)
    expect(south).toBeLessThan(north)
    expect(parameter(page, 'view')).toBe('map')
    expect(parameter(page, 'kind')).toBe('accession')
    const narrowed = await countOn(page)
    expect(narrowed).toBeLessThan(all)
    await expect.poll(() => page.locator('.chips').textContent()).toContain('所选范围内')
    await page.context().close()
  })

  test('a polygon is drawn by clicks and ended by Enter; Escape gives up', async () => {
    const page = await openMap(zh, { webgl: false })
    const button = page.getByRole('button', { name: '画多边形' })
    await button.click()
    await page.keyboard.press('Escape')
    expect(await button.getAttribute('aria-pressed')).toBe('false')
    await button.click()
    const { x, y, width, height } = await frameOf(page)
    for (const [right, down] of [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one corner after the other
      await page.mouse.click(x + width * right, y + height * down)
    await followed(page, () => page.keyboard.press('Enter'))
    expect(parameter(page, 'polygon').split(',')).toHaveLength(6)
    expect(await page.locator('path.map-outline').count()).toBe(1)
    await page.context().close()
  })

  test('without scripts, links lead nearer and a typed box narrows', async () => {
    const { visits } = stage.get()
    const window = await visits.windowOf({ ...phone, scripts: false })
    const page = await window.newPage()
    await page.goto('/records?view=map')
    const all = await countOn(page)
    await followed(page, () => page.locator('a.map-spot[href*="bbox"]').first().click())
    expect(await countOn(page)).toBeLessThan(all)
    await page.getByLabel('Area', { exact: true }).fill('90,30,110,45')
    await followed(page, () => page.getByRole('button', { name: 'Search this area' }).click())
    expect(parameter(page, 'bbox')).toBe('90,30,110,45')
    await followed(page, () => page.getByRole('link', { name: 'Everywhere' }).click())
    expect(await countOn(page)).toBe(all)
    await window.close()
  })

  test('the live map loads its own scripts only, asks nobody else, and shows what it finds', async () => {
    const { house, visits } = stage.get()
    const window = await visits.windowOf(zh)
    const page = await window.newPage()
    const wrong: string[] = []
    page.on('request', (request) => {
      const isOwn = request.url().startsWith(house.origin) || /^(data|blob):/.test(request.url())
      if (!isOwn) wrong.push(request.url())
    })
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) wrong.push(message.text())
    })
    page.on('pageerror', (error) => wrong.push(error.message))
    await page.goto('/records')
    expect(await page.locator('script[src*="/assets/map-"]').count()).toBe(0)
    await page.goto('/records?view=map')
    const webgl = await page.evaluate(
      () => document.createElement('canvas').getContext('webgl2') !== null,
    )
    if (!webgl) console.warn('SKIPPED: this browser has no WebGL; the live map was not opened')
    const shown = page.locator(webgl ? 'hexi-map[data-live] a.map-spot-live' : '.map-still')
    await shown.first().waitFor({ timeout: 30_000 })
    const said = webgl ? /图中有 \d+ 条/ : /^$/
    await expect.poll(() => page.locator('.map-said').textContent()).toMatch(said)
    expect(wrong).toEqual([])
    await window.close()
  })
})
