import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Kind, kinds } from '../../src/catalog/records/model/record.ts'
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

const mainButton = '.button-primary:not(.record-tools *)'

describe.skipIf(stage.absent).each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])('the first screen of a record, $width × $height', ({ width, height }) => {
  test.each(kinds.flatMap((kind) => (['zh', 'en'] as const).map((lang) => ({ kind, lang }))))(
    'has title, picture, how to get it and the one button of $kind ($lang)',
    async ({ kind, lang }) => {
      const window = await stage.get().visits.windowOf({ lang, theme: 'light', width })
      const page = await window.newPage()
      await page.setViewportSize({ width, height })
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
      await window.close()
      expect(hidden).toEqual([])
    },
    120_000,
  )
})
