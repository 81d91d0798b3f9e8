import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { type Kind, kinds } from '../../src/catalog/records/model/record.ts'
import type { Lang } from '../../src/core/text.ts'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()

const Listed = z.object({
  items: z.array(z.object({ id: z.string(), image: z.unknown().optional() })),
})

/** Some records of a kind, with what is to be seen of each at once. */
async function recordsOf(kind: Kind, width: number) {
  const { origin } = stage.get().house
  const answer = await fetch(`${origin}/api/v1/records?kind=${kind}&limit=6`)
  const { items } = Listed.parse(await answer.json())
  return items.map(({ id, image }) => ({
    id,
    wanted: [
      'h1',
      '.access',
      ...(image ? ['.record-picture'] : []),
      ...(kind === 'instrument' ? ofInstruments(width) : []),
    ],
  }))
}

/** What an hour costs who looks and, where there is room, when it is free next, if it is, and the days to come. */
const ofInstruments = (width: number) => [
  '.instrument-act > p:last-child',
  ...(width > 600 ? [':is(.free-slots li, .section-head + .quiet)', '.mini-week'] : []),
]

/** What of a page's head does not end inside the window, or is not there. */
const hiddenAmong = (page: Page, wanted: readonly string[]) =>
  page.evaluate(
    (selectors) =>
      selectors.filter((selector) => {
        const shown = document.querySelector(`main ${selector}`)?.getBoundingClientRect()
        return !shown || shown.height === 0 || shown.bottom > window.innerHeight
      }),
    wanted,
  )

/** Of a page that is no record's: the sentence and the button under its title. */
const way = ['h1', '.way > .access', '.way > .button-primary']

/**
 * What one comes for on each page that is about one thing and open to everybody. Of a biobank, a network and a research
 * resource one asks through its collections or members; an institution, a taxon, a mission and a library lead to their
 * records; where there are none of these, to who keeps it or to what it is a part of. Others are what they show: a text to
 * be read, observations, a receipt. A kiosk is an instrument's, and has the buttons of who stands there.
 */
const pagesOfOne: Readonly<Record<string, readonly string[]>> = {
  '/biobanks/:id': way,
  '/networks/:id': way,
  '/research-resources/:id': way,
  '/institutions/:id': way,
  '/taxa/:id': way,
  '/missions/:id': way,
  '/libraries/:id': way,
  '/agreements/:id': ['h1', '.agreement-text h3'],
  '/traits/:id': ['h1', '.fields'],
  '/trials/:id': ['h1', '.fields'],
  '/test-protocols/:id': ['h1', '.fields'],
  '/receipts/:number': ['h1', 'h1 + p'],
  '/k/:code': ['h1', '.button-primary'],
}

/** Kinds of records are looked at above; where a letter leads is somebody's own, a page of the API no thing. */
const isElsewhere = (route: string) =>
  /^\/(records|reset|verify|invitations|review|consent|outbox|admin|pid|api)\//.test(route)

/** Every page about one thing that answers nobody in particular, by its route, with some of its addresses. */
async function openPages(): Promise<Map<string, string[]>> {
  const { house, cases } = stage.get()
  const gets = createApp(house.services).routes.filter(({ method }) => method === 'GET')
  const fixed = new Set(gets.map(({ path }) => path).filter((path) => !path.includes(':')))
  const visited = cases.map(({ path }) => path).filter((path) => !fixed.has(path))
  const found = new Map<string, string[]>()
  for (const { path: route } of gets) {
    const [, parent] = /^(\/[\w-]+)\/:\w+$/.exec(route) ?? []
    const first = visited.find((path) => path.replace(/[^/]+$/, '') === `${parent}/`)
    if (!parent || !first || isElsewhere(route) || found.has(route)) continue
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const { status } = await fetch(house.origin + first, { redirect: 'manual' })
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (status === 200) found.set(route, [first, ...(await listedUnder(parent))])
  }
  return found
}

/** The first of what the API lists at the same address, if it does. */
async function listedUnder(parent: string): Promise<string[]> {
  const answer = await fetch(`${stage.get().house.origin}/api/v1${parent}?limit=5`)
  const listed = answer.ok ? Listed.safeParse(await answer.json()) : undefined
  return (listed?.data?.items ?? []).map(({ id }) => `${parent}/${id}`)
}

const mainButton = '.button-primary:not(.record-tools *)'

describe.skipIf(stage.absent).each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])('the first screen, $width × $height', ({ width, height }) => {
  const pageOf = async (lang: Lang) => {
    const window = await stage.get().visits.windowOf({ lang, theme: 'light', width })
    const page = await window.newPage()
    await page.setViewportSize({ width, height })
    return { page, close: () => window.close() }
  }

  test.each(kinds.flatMap((kind) => (['zh', 'en'] as const).map((lang) => ({ kind, lang }))))(
    'has title, picture, how to get it and the one button of $kind ($lang)',
    async ({ kind, lang }) => {
      const { page, close } = await pageOf(lang)
      const hidden: string[] = []
      for (const { id, wanted } of await recordsOf(kind, width)) {
        await page.goto(`/records/${id}`)
        const buttons = await page.locator(`main ${mainButton}`).count()
        // What nobody may have has no button.
        const all = [...wanted, ...(buttons > 0 ? [mainButton] : [])]
        const title = await page.locator('h1').innerText()
        hidden.push(...(await hiddenAmong(page, all)).map((part) => `${title}: ${part}`))
        if (buttons > 1) hidden.push(`${title}: ${buttons} main buttons`)
      }
      await close()
      expect(hidden).toEqual([])
    },
    120_000,
  )

  test.each(['zh', 'en'] as const)(
    'has on every other page of one thing what one comes for (%s)',
    async (lang) => {
      const { page, close } = await pageOf(lang)
      const pages = await openPages()
      expect([...pages.keys()].toSorted()).toEqual(Object.keys(pagesOfOne).toSorted())
      const hidden: string[] = []
      for (const [route, addresses] of pages)
        for (const address of addresses) {
          await page.goto(address)
          const missing = await hiddenAmong(page, pagesOfOne[route] ?? [])
          hidden.push(...missing.map((part) => `${address}: ${part}`))
        }
      await close()
      expect(hidden).toEqual([])
    },
    120_000,
  )

  test.each(['zh', 'en'] as const)(
    'has the first service of an instrument with the button that orders it (%s)',
    async (lang) => {
      const { page, close } = await pageOf(lang)
      await page.goto(stage.get().cases.find(({ name }) => name === 'services')?.path ?? '')
      expect(await hiddenAmong(page, ['h1', '.page-head p', '.button-primary'])).toEqual([])
      await close()
    },
  )
})
