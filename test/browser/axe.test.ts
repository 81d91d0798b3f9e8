import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page, Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import type { PageCase } from './cases.ts'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

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
    { lang: 'zh', theme: 'light', width: 1280 },
    { lang: 'en', theme: 'light', width: 360 },
  ] as const)(
    'keeps to WCAG 2.2 AA in light and in the dark, fits its window, asks no other house and breaks no rule of its own ($lang, $width px)',
    async (look) => {
      const found: string[] = []
      const { visits, cases, house } = stage.get()
      const see = async (page: Page, { name, status = 200 }: PageCase, answer: Response | null) => {
        const objections = [
          ...(answer?.status() === status ? [] : [`answered ${answer?.status()}`]),
          ...(await objectionsTo(page, guidelines)),
          ...(await overflowOf(page)),
          ...(await inTheDark(page)),
        ]
        found.push(...objections.map((objection) => `${name}: ${objection}`))
      }
      await visits.visitAll(cases, look, see, (page) => watch(page, house.origin, found))
      expect(found).toEqual([])
    },
    480_000,
  )
})

/** Writes down what the page asks of another house, and which of its own rules it breaks. */
function watch(page: Page, origin: string, found: string[]): void {
  page.on('request', (request) => {
    const foreign = !request.url().startsWith(`${origin}/`) && !isInline(request.url())
    if (foreign) found.push(`${page.url()} asks ${request.url()}`)
  })
  page.on('response', (answer) => found.push(...laxnessOf(answer)))
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const isOwnStatus = message.location().url === page.url()
    if (message.type() === 'error' && !isOwnStatus) found.push(`${page.url()}: ${message.text()}`)
  })
}

const isInline = (address: string): boolean => /^(data|blob):/.test(address)

/** A document says what may run in it, and nothing written into it may. */
function laxnessOf(answer: Response): string[] {
  if (answer.request().resourceType() !== 'document' || answer.status() === 303) return []
  const policy = answer.headers()['content-security-policy'] ?? ''
  const isStrict = policy.includes("default-src 'none'") && !policy.includes('unsafe')
  return isStrict ? [] : [`${answer.url()} has the policy ${policy}`]
}

/** What is answered to programs, and what leads elsewhere. */
const isForPrograms = (path: string): boolean =>
  /^\/(healthz|readyz|metrics|oai$|dcat\.|pid\/|robots\.txt|sitemap[-.\w]*\.xml|(?:biobanks|networks|research-resources)\/:file|:file\{sitemap|records\/:file|calendar\/:name|bookings\/:id\/calendar\.ics|review\/:secret\/(?!files\/:id\/preview$)|_objects\/|sign-in\/oidc|styleguide\/pictures\/)/.test(
    path,
  ) ||
  /^\/(brapi|\.well-known)\//.test(path) ||
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

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against the page, each with the first element that it is about. */
async function objectionsTo(page: Page, runOnly: readonly string[]): Promise<string[]> {
  // The policy of the page lets no script in; the browser's own door does.
  await page.evaluate(axe)
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  const result: unknown = await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )
  return Violations.parse(result).map(
    ({ id, help, nodes }) => `${id}, ${help} (${nodes.length}×): ${nodes[0]?.html.slice(0, 200)}`,
  )
}

/** The same page has other colours in the dark, and nothing else. */
async function inTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const objections = await objectionsTo(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return objections.map((objection) => `in the dark: ${objection}`)
}

const Overflow = z.object({ by: z.number(), widest: z.string(), cards: z.array(z.string()) })

/** Whether one has to scroll sideways to see all: the page, or a table whose rows are cards on a phone. */
async function overflowOf(page: Page): Promise<string[]> {
  const result: unknown = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const widest = [...document.querySelectorAll('main *, header *, footer *')].find(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return {
      by: document.documentElement.scrollWidth - width,
      widest: widest?.outerHTML.slice(0, 160) ?? '',
      cards: [...document.querySelectorAll('.table-scroll:has(.table-cards)')]
        .filter((table) => width < 480 && table.scrollWidth > table.clientWidth + 1)
        .map((table) => table.getAttribute('aria-label') ?? ''),
    }
  })
  const { by, widest, cards } = Overflow.parse(result)
  return [
    ...(by > 0 ? [`${by} px too wide: ${widest}`] : []),
    ...cards.map((table) => `the cards of ${table} scroll sideways`),
  ]
}
