import { beforeAll, describe, expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const stage = await stageOfFile()
const en: Look = { lang: 'en', theme: 'dark', width: 360 }

describe.skipIf(stage.absent)('a list of more labs than it offers', () => {
  beforeAll(async () => {
    const { services } = stage.get().house
    const { id } = await services.db
      .selectFrom('institution')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const labs = Array.from({ length: 230 }, (_, number) => ({
      institution_id: id,
      name_zh: `课题组 ${String(number).padStart(3, '0')}`,
      created_at: services.now(),
    }))
    await services.db.insertInto('lab').values(labs).execute()
  })

  test('is narrowed while one types, says how many are left, and keeps what was chosen', async () => {
    const { found, visits } = stage.get()
    const window = await visits.windowOf(en, 'demo-admin')
    const page = await window.newPage()
    await page.goto(`/admin/people/${found.person}`)
    const labs = page.locator('select[name=lab]')
    const said = page.locator('hexi-find-labs [role=status]')
    const offered = () => labs.locator('option:not([value=""])').allTextContents()
    await page.locator('input[name=labs]').fill('组 22')
    await expect.poll(() => said.textContent()).toBe('Labs found: 10')
    expect((await offered()).map((name) => name.includes('课题组 22'))).toEqual(
      Array.from({ length: 10 }, () => true),
    )
    await labs.selectOption({ index: 1 })
    const chosen = await labs.inputValue()
    await page.locator('input[name=labs]').fill('no lab has this name')
    await expect.poll(() => said.textContent()).toBe('Labs found: 0')
    expect(await labs.inputValue()).toBe(chosen)
    await window.close()
  })
})
