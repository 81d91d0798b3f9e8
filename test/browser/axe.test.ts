import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { browserOfFile, describeInBrowser } from '../support/browser.ts'
import { casesOf, type PageCase } from './cases.ts'
import { findThings } from './found.ts'
import { openHouse } from './house.ts'
import { visitor } from './visits.ts'

const browser = await browserOfFile()
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

describeInBrowser(browser, 'every page', (chromium) => {
  const scene: { house?: Awaited<ReturnType<typeof openHouse>>; cases: PageCase[] } = { cases: [] }
  beforeAll(async () => {
    scene.house = await openHouse()
    await scene.house.quiet()
    scene.cases = casesOf(await findThings(scene.house.origin))
  }, 120_000)
  afterAll(async () => {
    await chromium.close()
    await scene.house?.stop()
  })
  const visits = () => visitor(chromium, scene.house?.origin ?? '')

  test('has its case here', () => {
    if (!scene.house) throw new Error('The house is not open')
    const routes = createApp(scene.house.services).routes.filter(({ method }) => method === 'GET')
    const pages = [...new Set(routes.map(({ path }) => path))].filter(
      (path) => !isForPrograms(path),
    )
    const visited = scene.cases.map(({ path }) => routeOf(pages, path))
    expect(pages.filter((path) => !visited.includes(path))).toEqual([])
  })

  test.each([
    { lang: 'zh', theme: 'light', width: 1280 },
    { lang: 'en', theme: 'light', width: 1280 },
    { lang: 'zh', theme: 'dark', width: 1280 },
    { lang: 'en', theme: 'light', width: 360 },
  ] as const)(
    'keeps to WCAG 2.2 AA and fits its window ($lang, $theme, $width px)',
    async (look) => {
      const found: string[] = []
      await visits().visitAll(scene.cases, look, async (page, { name }) => {
        const objections = [...(await objectionsTo(page)), ...(await overflowOf(page))]
        found.push(...objections.map((objection) => `${name}: ${objection}`))
      })
      expect(found).toEqual([])
    },
    240_000,
  )
})

/** What is answered to programs, and what leads elsewhere. */
const isForPrograms = (path: string): boolean =>
  /^\/(healthz|readyz|metrics|_objects\/|sign-in\/oidc|styleguide\/pictures\/)/.test(path) ||
  (path.startsWith('/api/') && !path.startsWith('/api/v1/docs'))

/** The route that answers an address: the one with the fewest blanks to fill. */
function routeOf(routes: readonly string[], address: string): string | undefined {
  const [path = ''] = address.split('?')
  const blanks = (route: string) => route.split(':').length
  return routes
    .filter((route) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
    .toSorted((a, b) => blanks(a) - blanks(b))[0]
}

const Violations = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
)

/** What axe finds against the page, each with the first element that it is about. */
async function objectionsTo(page: Page): Promise<string[]> {
  // The policy of the page lets no script in; the browser's own door does.
  await page.evaluate(axe)
  const result: unknown = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
  }).then(({ violations }) => violations)`)
  return Violations.parse(result).map(
    ({ id, help, nodes }) => `${id}, ${help} (${nodes.length}×): ${nodes[0]?.html.slice(0, 200)}`,
  )
}

const Overflow = z.object({ by: z.number(), widest: z.string() })

/** Whether one has to scroll sideways to see all. */
async function overflowOf(page: Page): Promise<string[]> {
  const result: unknown = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const widest = [...document.querySelectorAll('main *, header *, footer *')].find(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return {
      by: document.documentElement.scrollWidth - width,
      widest: widest?.outerHTML.slice(0, 160) ?? '',
    }
  })
  const { by, widest } = Overflow.parse(result)
  return by > 0 ? [`${by} px too wide: ${widest}`] : []
}
