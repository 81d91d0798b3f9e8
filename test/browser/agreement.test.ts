import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Who } from './found.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desktop: Look = { lang: 'zh', theme: 'light', width: 1280 }
const phone: Look = { lang: 'en', theme: 'dark', width: 360 }

const press = async (page: Page, name: string) =>
  followed(page, () => page.getByRole('button', { name, exact: true }).first().click())
const Id = z.looseObject({ id: z.string() })
const Asked = Id.extend({ items: z.array(Id) })

const pictured = async (page: Page, name: string) => {
  const folder = process.env['HEXI_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** A hundred seeds of an accession for the demo's researcher, approved. */
async function approvedFor(origin: string, record: string, code: string) {
  const ask = async (path: string, body: object, as: Who) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }
  const stock = { code, unit: 'seed', quantity: 500 }
  const lot = Id.parse(await ask(`/accessions/${record}/lots`, stock, 'demo-curator'))
  const items = [{ record, quantity: 100, unit: 'seed', target: { lotId: lot.id } }]
  const drafts = z.object({ items: z.tuple([Asked]) })
  const [draft] = drafts.parse(await ask('/requests', { items }, 'demo-researcher')).items
  await ask(`/requests/${draft.id}/submission`, {}, 'demo-researcher')
  const decisions = draft.items.map(({ id }) => ({ item: id, answer: 'approved' }))
  await ask(`/requests/${draft.id}/decision`, { decisions }, 'demo-curator')
  return draft.id
}

test.skipIf(stage.absent)(
  'a curator writes an agreement in both languages with variables, publishes it, and drafts version 2; members accept it and its seal is shown',
  async () => {
    const { house, visits, found } = stage.get()
    const curator = await (await visits.windowOf(desktop, 'demo-curator')).newPage()
    await curator.goto('/me')
    const menu = curator.locator('a[href="/agreements"]').first()
    await curator.goto((await menu.getAttribute('href')) ?? 'no link')
    await followed(curator, () => curator.getByRole('link', { name: '新建协议' }).click())
    await curator.locator('[name="institution"]').selectOption({ label: '甘肃省农业科学院' })
    await curator.locator('[name="title.zh"]').fill('小麦材料转移协议')
    await curator.locator('[name="title.en"]').fill('Wheat MTA')
    await curator.locator('[name="isDefault"]').last().check()
    await curator.locator('[name="recordKinds"][value="accession"]').check()
    const zh = '# 材料\n\n{{provider}}向{{requester}}提供：\n\n{{quantity}}'
    const en = '# Material\n\n{{provider}} gives {{requester}}:\n\n{{quantity}}'
    await curator.locator('[name="body.zh"]').fill(zh)
    await curator.locator('[name="body.en"]').fill(en)
    await pictured(curator, 'agreement-new')
    await press(curator, '保存')
    // The preview has the names filled in.
    await curator.getByText('甘肃省种质资源库向李晓提供').waitFor()
    await curator.getByText('Gansu Genebank gives Li Xiao').waitFor()
    await pictured(curator, 'agreement-draft')
    await publish(curator)
    await curator.getByText('这一版已公布').waitFor()
    await pictured(curator, 'agreement-one')

    const request = await approvedFor(house.origin, found.stock.accession, 'SEAL-1')
    const researcher = await (await visits.windowOf(phone, 'demo-researcher')).newPage()
    await researcher.goto(`/requests/${request}`)
    await readText(researcher)
    await researcher.getByText('100 seeds').first().waitFor()
    await pictured(researcher, 'agreement-accept')
    expect(await researcher.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const sha256 = await researcher.locator('[name="sha256"]').inputValue()
    await press(researcher, 'I have read and accept it')
    await researcher.getByText('You have accepted the agreement').first().waitFor()
    await readText(researcher)
    const seal = researcher.locator('.agreement-seal').first()
    for (const words of [sha256, 'unchanged since acceptance', '127.0.0.1'])
      expect(await seal.textContent()).toContain(words)
    await pictured(researcher, 'agreement-sealed')

    // Version 2 begins with the words of the first, which stays as it was accepted.
    await press(curator, '起草新一版')
    expect(await curator.locator('[name="body.zh"]').inputValue()).toBe(zh)
    await curator.locator('[name="body.zh"]').fill(`${zh}\n\n第二版`)
    await press(curator, '保存')
    await publish(curator)
    await curator.getByText('第 2 版').first().waitFor()
    await researcher.reload()
    expect(await researcher.locator('.agreement-texts').textContent()).not.toContain('第二版')
    for (const page of [curator, researcher]) await page.context().close()
  },
  120_000,
)

/** Opens the text that is asked for on the page of a request. */
const readText = async (page: Page) => {
  const link = page.locator('.agreement-acceptances a', { hasText: 'Wheat MTA' }).first()
  await page.goto((await link.getAttribute('href')) ?? 'no link')
}

const publish = async (page: Page) => {
  await page.locator('summary', { hasText: '公布这一版' }).click()
  const button = page.locator('.small-form button', { hasText: '公布这一版' })
  await followed(page, () => button.click())
}
