import { beforeAll, describe, expect, test } from 'vitest'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const stage = await stageOfFile()

/** Typing into a field, choosing, or pressing: each is one. */
function counting() {
  let actions = 0
  const one = async (does: () => Promise<unknown>) => {
    actions += 1
    await does()
  }
  return { one, count: () => actions }
}

const looks: readonly Look[] = [
  { lang: 'zh', theme: 'light', width: 1280 },
  { lang: 'en', theme: 'light', width: 360 },
]

/** Somebody of several labs, who has booked for one of them before. */
async function bookOnce(): Promise<void> {
  const { house, found } = stage.get()
  const { labId } = await house.services.db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('person.email', '=', demoSignIns['demo-researcher'])
    .select('lab_id as labId')
    .executeTakeFirstOrThrow()
  const start = testNow()
    .add({ hours: 25 * 24 })
    .round('hour')
  const answer = await fetch(
    `${house.origin}/api/v1/instruments/${found.published.instrument}/bookings`,
    {
      method: 'POST',
      headers: { authorization: 'Bearer demo-researcher', 'content-type': 'application/json' },
      body: JSON.stringify({
        start: start.toString(),
        end: start.add({ hours: 1 }).toString(),
        lab: labId,
        purpose: '断口形貌',
      }),
    },
  )
  expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)])
}

if (!stage.absent) beforeAll(bookOnce)

describe.skipIf(stage.absent).each(looks)('somebody with $lang and $width px', (look) => {
  test('books any microscope that is free on a day from two to four, in five actions from home', async () => {
    const page = await (await stage.get().visits.windowOf(look, 'demo-researcher')).newPage()
    const { one, count } = counting()
    const isZh = look.lang === 'zh'
    await page.goto('/')
    const box = page.locator('#q-home')
    await one(() => box.fill(isZh ? '显微镜 下周四 14-16' : 'microscope next Wed 2-4pm'))
    await one(() => box.press('Enter'))
    await page.waitForURL('**/openings?**')
    expect(await page.locator('.chip').allTextContents()).toEqual([
      expect.stringContaining(isZh ? '显微镜' : 'microscope'),
      expect.stringMatching(isZh ? /周四/ : /Wed/),
      expect.stringContaining('14:00–16:00'),
    ])
    await one(() => page.locator('.openings .slots a').first().click())
    await one(() => page.locator('[name="purpose"]').fill(isZh ? '断口形貌' : 'Fracture surfaces'))
    await one(() => page.locator('form.book-form button.button-primary').last().click())
    await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/)
    expect(await page.textContent('main')).toContain('14:00–16:00')
    expect(count()).toBeLessThanOrEqual(5)
    await page.context().close()
  })

  test('sees who is free first for two hours in Lanzhou, with the price', async () => {
    const page = await (await stage.get().visits.windowOf(look, 'demo-researcher')).newPage()
    const { one, count } = counting()
    await page.goto('/openings')
    await one(() => page.locator('main [name="region"]').selectOption('6201'))
    await one(() => page.locator('.wanted .button-primary').click())
    await page.waitForURL(/region=6201/)
    const first = page.locator('.openings > ul > li').first()
    expect(await first.textContent()).toContain(look.lang === 'zh' ? '兰州市' : 'Lanzhou')
    expect(await first.locator('.slots a').count()).toBeGreaterThan(0)
    expect(await page.locator('.openings').first().textContent()).toMatch(
      look.lang === 'zh' ? /约 [\d,.]+ 元/ : /about [\d,.]+ CNY/,
    )
    expect(count()).toBeLessThanOrEqual(5)
    await page.context().close()
  })
})
