import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** One page of each make; the colours of the dark are the same everywhere. */
const inTheDark =
  /^(home|results.*|calendar.*|timeline.*|openings|instrument|accession|withdrawn|draft|history.*|sign-in.*|account|desk|new-plant.*|pictures|admin|admin-jobs.*|admin-audit|use-staff|nrii|api|styleguide|404)$/

describe.skipIf(stage.absent)('every page', () => {
  test('has its case here', () => {
    const { house, cases } = stage.get()
    const routes = createApp(house.services).routes.filter(({ method }) => method === 'GET')
    const pages = [...new Set(routes.map(({ path }) => path))].filter(
      (path) => !isForPrograms(path),
    )
    const visited = cases.map(({ path }) => routeOf(pages, path))
    expect(pages.filter((path) => !visited.includes(path))).toEqual([])
  })

  test.each([
    { lang: 'zh', theme: 'light', width: 1280, some: /./ },
    { lang: 'en', theme: 'light', width: 360, some: /./ },
    { lang: 'zh', theme: 'dark', width: 1280, some: inTheDark },
  ] as const)(
    'keeps to WCAG 2.2 AA and fits its window ($lang, $theme, $width px)',
    async ({ some, ...look }) => {
      const found: string[] = []
      const { visits, cases: all } = stage.get()
      const cases = all.filter(({ name }) => some.test(name))
      await visits.visitAll(cases, look, async (page, { name }) => {
        const objections = [...(await objectionsTo(page)), ...(await overflowOf(page))]
        found.push(...objections.map((objection) => `${name}: ${objection}`))
      })
      expect(found).toEqual([])
    },
    300_000,
  )
})

/** What is answered to programs, and what leads elsewhere. */
const isForPrograms = (path: string): boolean =>
  /^\/(healthz|readyz|metrics|records\/:file|calendar\/:name|_objects\/|sign-in\/oidc|styleguide\/pictures\/)/.test(
    path,
  ) ||
  (path.startsWith('/api/') && !path.startsWith('/api/v1/docs'))

const blanks = (route: string): number => route.split(':').length

/** The route that answers an address: the one with the fewest blanks to fill. */
function routeOf(routes: readonly string[], address: string): string | undefined {
  const [path = ''] = address.split('?')
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
