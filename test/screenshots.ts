import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { systemNow } from '../src/core/time.ts'
import { casesOf } from './browser/cases.ts'
import { findThings } from './browser/found.ts'
import { type Look, visitor } from './browser/visits.ts'
import { openBrowser } from './support/browser.ts'

/**
 * Pictures of a running demo's pages, for looking at: `node test/screenshots.ts --base http://127.0.0.1:8787`.
 * `--only` takes names of cases, `--look` one of the looks; `--readme` takes the README's picture only.
 */
const { values: options } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:8787' },
    out: { type: 'string', default: 'screenshots' },
    only: { type: 'string' },
    look: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
})

const looks: Record<string, Look> = Object.fromEntries(
  (['zh', 'en'] as const).flatMap((lang) =>
    [1280, 360].flatMap((width) =>
      (['light', 'dark'] as const).map((theme) => [
        `${lang}-${width}-${theme}`,
        { lang, width, theme },
      ]),
    ),
  ),
)

const browser = await openBrowser()
if (!browser) throw new Error('No browser: set CHROMIUM_PATH, or install chromium.')
await (options.readme ? takeReadme(browser) : takeAll(browser))
await browser.close()

async function takeAll(chromium: Browser): Promise<void> {
  const only = options.only?.split(',')
  const cases = casesOf(await findThings(options.base, systemNow())).filter(
    ({ name }) => !only || only.includes(name),
  )
  const visits = visitor(chromium, { origin: options.base, now: systemNow })
  for (const [folder, look] of Object.entries(looks)) {
    if (options.look && options.look !== folder) continue
    const out = join(options.out, folder)
    await mkdir(out, { recursive: true })
    await visits.visitAll(cases, look, async (page, { name }) => {
      await showLazyPictures(page)
      await page.screenshot({ path: join(out, `${name}.png`), fullPage: true })
    })
    console.log(`${out}: ${cases.length} pages`)
  }
}

/** Scrolled past once, so that pictures that load when they are near are there. */
async function showLazyPictures(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let top = 0; top < height; top += 700) await page.evaluate((y) => scrollTo(0, y), top)
  await page.evaluate(() => scrollTo(0, 0))
  // Not until the network is idle: a page of somebody signed in keeps listening.
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
}

/** The home page in Chinese beside results in English, drawn at twice the size and scaled down. */
async function takeReadme(chromium: Browser): Promise<void> {
  const visits = visitor(chromium, { origin: options.base, now: systemNow })
  const shots = [
    { path: '/', lang: 'zh' },
    { path: '/records?q=glacier', lang: 'en' },
  ] as const
  const [left, right] = await Promise.all(
    shots.map(async ({ path, lang }) => {
      const window = await visits.windowOf({ lang, theme: 'light', width: 1280, scale: 2 })
      const page = await window.newPage()
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const bytes = await page.screenshot()
      await window.close()
      return sharp(bytes).resize(1000).toBuffer({ resolveWithObject: true })
    }),
  )
  if (!left || !right) throw new Error('Two pages were to be taken')
  const gap = 24
  await sharp({
    create: {
      width: left.info.width + right.info.width + 3 * gap,
      height: left.info.height + 2 * gap,
      channels: 3,
      background: '#e7e2d6',
    },
  })
    .composite([
      { input: left.data, left: gap, top: gap },
      { input: right.data, left: left.info.width + 2 * gap, top: gap },
    ])
    .webp({ quality: 82 })
    .toFile('docs/hexi.webp')
  console.log('docs/hexi.webp')
}
