import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desk: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** An empty box of 2 × 3, and samples of the same institution that are nowhere yet. */
async function emptyBox(prefix: string) {
  const { db, now } = stage.get().house.services
  const collection = await db
    .selectFrom('record')
    .where('kind', '=', 'collection')
    .where('visibility', '=', 'published')
    .select(['id', 'institution_id as institutionId'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const common = { institution_id: collection.institutionId, created_at: now() }
  const grid = { row_count: 2, column_count: 3, well_names: 'letters' }
  const box = await db
    .insertInto('place')
    .values({ ...common, ...grid, type: 'box', code: `TEST-${prefix}` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const codes = [1, 2, 3, 4].map((number) => `${prefix}-${number}`)
  const family = { family: 'specimen', type: 'other' }
  await db
    .insertInto('sample')
    .values(codes.map((code) => ({ ...common, ...family, record_id: collection.id, code })))
    .execute()
  return { path: `/places/${box.id}/box`, codes }
}

const wellsOf = async (page: Page) =>
  page
    .locator('[data-well][data-code]')
    .evaluateAll((wells) =>
      wells.map((well) =>
        well instanceof HTMLElement ? `${well.dataset['well']} ${well.dataset['code']}` : '',
      ),
    )
const focused = async (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('name'))
const chosen = async (page: Page) => page.locator('.box-scan [name=well]').inputValue()

test.skipIf(stage.absent)(
  'a box is filled by a scanner alone, which never waits; a taken well asks, and two samples swap',
  async () => {
    const { path, codes } = await emptyBox('FILL')
    const page = await (await stage.get().visits.windowOf(desk, 'demo-admin')).newPage()
    await page.goto(path)
    await expect.poll(() => focused(page)).toBe('code')
    // Three tubes as fast as a scanner types.
    for (const code of codes.slice(0, 3)) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.type(code)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await page.keyboard.press('Enter')
    }
    await expect.poll(() => wellsOf(page)).toEqual(['A1 FILL-1', 'A2 FILL-2', 'A3 FILL-3'])
    await expect.poll(() => chosen(page)).toBe('B1')
    await expect.poll(() => focused(page)).toBe('code')

    // The tube of A1 turns up while A2 is chosen: the well is taken, and the two change places.
    await page.locator('.box-scan [name=well]').fill('A2')
    await page.locator('.box-scan [name=code]').fill('FILL-1')
    await page.keyboard.press('Enter')
    await page.getByText('孔位 A2 已登记 FILL-2').waitFor()
    await page.getByRole('button', { name: '两者互换' }).click()
    await expect.poll(() => wellsOf(page)).toEqual(['A1 FILL-2', 'A2 FILL-1', 'A3 FILL-3'])

    await followed(page, () => page.getByRole('button', { name: '撤销上一步' }).click())
    expect(await wellsOf(page)).toEqual(['A1 FILL-1', 'A2 FILL-2', 'A3 FILL-3'])
    await page.locator('.box-scan [name=code]').fill('FILL-99')
    await page.keyboard.press('Enter')
    await page.getByText('没有编号为 FILL-99 的样本').waitFor()
    await page.context().close()
  },
  60_000,
)

test.skipIf(stage.absent)(
  'a sample is dragged to a free well, and arrow keys walk over the box',
  async () => {
    const { path, codes } = await emptyBox('DRAG')
    const page = await (await stage.get().visits.windowOf(desk, 'demo-admin')).newPage()
    await page.goto(path)
    await expect.poll(() => focused(page)).toBe('code')
    await page.keyboard.type(codes[0] ?? '')
    await page.keyboard.press('Enter')
    await expect.poll(() => wellsOf(page)).toEqual(['A1 DRAG-1'])
    await page.locator('[data-well=A1]').dragTo(page.locator('[data-well=B3]'))
    await expect.poll(() => wellsOf(page)).toEqual(['B3 DRAG-1'])
    await page.locator('[data-well=A1]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-well'))).toBe('B2')
    await page.context().close()
  },
  60_000,
)

test.skipIf(stage.absent)(
  'without scripts a well is chosen by its link, and filled by the form',
  async () => {
    const { path } = await emptyBox('PLAIN')
    const context = await stage.get().visits.windowOf({ ...desk, scripts: false }, 'demo-admin')
    const page = await context.newPage()
    await page.goto(path)
    await page.locator('[data-well=B2]').click()
    await page.locator('.box-scan [name=code]').fill('plain-1')
    await page.getByRole('button', { name: '放入' }).click()
    await page.getByText('PLAIN-1 已放入 B2').waitFor()
    expect(await wellsOf(page)).toEqual(['B2 PLAIN-1'])
    expect(await chosen(page)).toBe('B3')
    await page.context().close()
  },
  60_000,
)
