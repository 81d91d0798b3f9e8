import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const file = '../shared/data/germplasm/chinese/zhongzhi-gb18030.csv'
const present = existsSync(file)
if (!present) console.warn(`SKIPPED: ${file} is absent; the wizard was not tried in a browser`)

const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** Sends a file and waits on its page, which keeps itself up to date, until it is checked. */
async function check(page: Page, path: string): Promise<void> {
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles(path)
  const owners = page.locator('select[name=institution]')
  await owners.selectOption({ index: 1 })
  await followed(page, () => page.getByRole('button', { name: '上传并检查' }).click())
  await expect
    .poll(() => page.locator('main').textContent(), { timeout: 60_000 })
    .toContain('检查结果')
}

async function store(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.locator('main').textContent()).toContain(`导入 ${count} 行`)
  await page.getByRole('button', { name: `导入 ${count} 行` }).click()
  await expect
    .poll(() => page.locator('main').textContent(), { timeout: 90_000 })
    .toContain(`导入 ${count}，`)
}

/** What a curator corrects in a spreadsheet: the row without a name. */
const mended = (text: string) => text.replace(/(ZXM000121,GS-花椒-0121,)/, '$1安定区花椒')

describe.skipIf(stage.absent || !present)('a curator', () => {
  test.each([
    { who: 'with JavaScript', scripts: true, rows: [594, 1] },
    { who: 'without', scripts: false, rows: [0, 0] },
  ])(
    '$who imports a GB18030 file, mends the rows that come back, and imports them again',
    async ({ scripts, rows: [first = 0, second = 0] }) => {
      const { visits } = stage.get()
      const page = await (await visits.windowOf({ ...zh, scripts }, 'demo-curator')).newPage()
      await check(page, file)
      await expect.poll(() => page.locator('main').textContent()).toContain('GB18030')
      if (first > 0) await store(page, first)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载退回的行' }).click(),
      ])
      const returned = await readFile(await download.path(), 'utf8')
      expect(returned.trim().split('\r\n')).toHaveLength(7)
      const again = join(inject('runFolder'), `mended-${String(scripts)}.csv`)
      await writeFile(again, mended(returned))
      await check(page, again)
      if (second > 0) await store(page, second)
      await page.context().close()
    },
    240_000,
  )
})
