import type { Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()
const look = { lang: 'zh', theme: 'light', width: 1280 } as const
const kilobyte = 1024

describe.skipIf(stage.absent)('what a page asks of its visitor', () => {
  test('the results, two dozen cards and their facets, weigh at most 150 KB', async () => {
    const window = await stage.get().visits.windowOf(look)
    const page = await window.newPage()
    const answers: Response[] = []
    page.on('response', (answer) => answers.push(answer))
    await page.goto('/records', { waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('article.card').count()).toBe(24)
    await expect.poll(() => page.locator('section.facet').count()).toBeGreaterThan(5)
    const weights = await Promise.all(answers.filter(isOfThePage).map(weightOf))
    console.log(weights.map(({ type, bytes }) => `${type} ${inKilobytes(bytes)}`).join(', '))
    expect(weights.map(({ type }) => type).toSorted()).toEqual(['document', 'script', 'stylesheet'])
    expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150 * kilobyte)
    await window.close()
  })
})

const typeOf = (answer: Response): string => answer.request().resourceType()
const isOfThePage = (answer: Response): boolean =>
  ['document', 'script', 'stylesheet'].includes(typeOf(answer))

/** Bytes over the wire, compressed as they came. */
const weightOf = async (answer: Response) => ({
  type: typeOf(answer),
  bytes: (await answer.request().sizes()).responseBodySize,
})

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`
