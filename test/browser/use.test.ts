import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()

const quarter = 900_000
const Booked = z.looseObject({ id: z.string(), state: z.string(), sampleCount: z.int().nullish() })

/** As the API answers the demo's researcher. */
async function asked(path: string, body?: object) {
  const answer = await fetch(`${stage.get().house.origin}/api/v1${path}`, {
    headers: { authorization: 'Bearer demo-researcher', 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return Booked.parse(await answer.json())
}

/** A time that begins within a quarter of an hour, so that its use may begin now. */
const bookNow = () => {
  const start = Math.ceil((testNow().epochMilliseconds + 5000) / quarter) * quarter
  return asked(`/instruments/${stage.get().found.published.instrument}/bookings`, {
    start: new Date(start).toISOString(),
    end: new Date(start + 4 * quarter).toISOString(),
    purpose: `雪样颗粒 ${randomUUID()}`,
  })
}

describe.skipIf(stage.absent)('somebody with a phone at the instrument', () => {
  test.each([
    { who: 'with JavaScript', scripts: true },
    { who: 'without', scripts: false },
  ])(
    '$who starts and finishes what they booked, and tells of a fault',
    async ({ scripts }) => {
      const { id } = await bookNow()
      const { visits, found } = stage.get()
      const look = { lang: 'zh', theme: 'light', width: 360, scripts } as const
      const page = await (await visits.windowOf(look, 'demo-researcher')).newPage()
      await page.goto(found.upkeep.kiosk)

      const start = page.getByRole('button', { name: '开始使用' })
      await expect.poll(async () => (await start.boundingBox())?.height).toBeGreaterThanOrEqual(60)
      await start.click()
      await expect.poll(() => page.locator('.toast').textContent()).toContain('已开始使用')
      expect(await asked(`/bookings/${id}`)).toMatchObject({ state: 'in_use' })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

      await page.getByLabel('样品数').fill('6')
      await page.getByText('耗材', { exact: true }).click()
      await page.getByLabel('耗材 1').fill('导电胶带')
      await page.getByLabel('用量').first().fill('1.5')
      await page.getByLabel('单位').first().fill('m')
      await page.getByText('仪器有问题').click()
      await page.getByLabel('影响').first().selectOption({ label: '影响使用' })
      await page.getByLabel('问题描述').first().fill('抽真空比平时慢')
      await page.getByRole('button', { name: '结束使用' }).click()
      await expect.poll(() => page.locator('.toast').textContent()).toContain('已结束使用')
      await expect.poll(() => page.locator('main').textContent()).toContain('抽真空比平时慢')
      expect(await asked(`/bookings/${id}`)).toMatchObject({
        state: 'finished',
        sampleCount: 6,
        consumables: [{ name: '导电胶带', quantity: 1.5, unit: 'm' }],
      })
      await page.context().close()
    },
    60_000,
  )
})

describe.skipIf(stage.absent)('somebody who clicks twice', () => {
  test('sends a form once, and may send the next one', { timeout: 60_000 }, async () => {
    const { visits, house } = stage.get()
    const look = { lang: 'en', theme: 'light', width: 1280, scripts: true } as const
    const page = await (await visits.windowOf(look, 'demo-admin')).newPage()
    for (const name of [`Twice ${randomUUID()}`, `Again ${randomUUID()}`]) {
      // oxlint-disable no-await-in-loop -- one form after the other
      await page.goto(`${house.origin}/admin/labs/new`)
      await page.locator('[name="name.en"]').fill(name)
      await page.locator('[name=institution]').selectOption({ index: 1 })
      const box = await page.locator('main form.stacked-form button').last().boundingBox()
      const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8]
      await page.mouse.click(x, y)
      await sleep(20)
      await page.mouse.click(x, y)
      await expect.poll(() => page.url()).toMatch(/labs\/[0-9a-f-]{36}/)
      const { db } = house.services
      const made = await db.selectFrom('lab').where('name_en', '=', name).select('id').execute()
      expect(made).toHaveLength(1)
      // oxlint-enable no-await-in-loop
    }
    await page.context().close()
  })
})
