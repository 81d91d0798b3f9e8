import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desktop: Look = { lang: 'zh', theme: 'light', width: 1280 }
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }

const Made = z.object({ id: z.string() })

const press = async (page: Page, name: string) =>
  followed(page, () => page.getByRole('button', { name, exact: true }).first().click())

type Row = { name: string; type: string; [input: string]: string }

/** Types a field into the row of the editor at a place. */
async function typeRow(page: Page, place: number, { name, type, when, required, ...more }: Row) {
  const row = page.locator('details.order-row').nth(place)
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click()
  const input = (part: string) => row.locator(`[name="fields.${place}.${part}"]`)
  await input('label.zh').fill(name)
  await input('type').selectOption(type)
  for (const [part, text] of Object.entries(more))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await input(part).fill(text)
  if (when) await input('when').selectOption({ label: when })
  if (required) await input('required').check()
}

const first: Row[] = [
  { name: '申请须知', type: 'label' },
  { name: '方案', type: 'long' },
  { name: '用途', type: 'choice', choices: '育种；展示', required: 'true' },
]
const second: Row[] = [
  { name: '单位名称', type: 'text' },
  { name: '种植地点', type: 'choices', choices: '兰州；张掖' },
  { name: '需要数量', type: 'number', unit: 'g' },
]
const third: Row[] = [
  { name: '最迟收到', type: 'date' },
  { name: '联系邮箱', type: 'email' },
  { name: '是否出境', type: 'yes_no' },
]
const fourth: Row[] = [
  { name: '合作单位', type: 'table', columns: '单位；国家', when: '“是否出境”为“是”时' },
  { name: '批件', type: 'file' },
]

/** An institution without a form, and a dataset of it to be asked for. */
async function provider(origin: string) {
  const post = async (path: string, body: object) => {
    const headers = { authorization: 'Bearer demo-admin', 'content-type': 'application/json' }
    const asked = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${origin}/api/v1${path}`, asked)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return Made.parse(await answer.json()).id
  }
  const institution = await post('/institutions', { name: { zh: '草地研究所', en: 'Grassland' } })
  const title = { zh: '草地样方', en: 'Grassland plots' }
  const asked = { ...publishable.dataset, institution, title, access: 'on_request' }
  const dataset = await post('/datasets', asked)
  await post(`/datasets/${dataset}/publication`, {})
  return { institution, dataset }
}

test.skipIf(stage.absent)(
  'a curator builds a form without code and publishes it, and who asks fills it in while conditions open and close',
  async () => {
    const { visits, house } = stage.get()
    const { institution, dataset } = await provider(house.origin)
    const curator = await (await visits.windowOf(desktop, 'demo-admin')).newPage()
    await curator.goto('/requests/forms/new')
    await curator.locator('[name="title.zh"]').fill('草地样方申请表')
    await curator.locator('[name="institution"]').selectOption(institution)
    await press(curator, '新建并添加字段')
    let place = 0
    for (const rows of [first, second, third, fourth]) {
      for (const row of rows) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await typeRow(curator, place, row)
        place += 1
      }
      // oxlint-disable-next-line no-await-in-loop -- the same
      await press(curator, '再加几项')
    }
    // The plan is asked for breeding alone, so that it comes after the use.
    await press(curator, '下移“方案”')
    const plan = curator.locator('details.order-row').nth(2)
    expect(await plan.locator('summary').textContent()).toContain('方案')
    await plan.locator('[name="fields.2.when"]').selectOption({ label: '“用途”为“育种”时' })
    await plan.locator('[name="fields.2.required"]').check()
    await press(curator, '保存')
    await curator.getByText('表单已保存').waitFor()
    await curator.getByText('发布', { exact: true }).first().click()
    await followed(curator, () => curator.locator('details[open] .small-form button').click())
    await curator.getByText('使用中').first().waitFor()

    const page = await (await visits.windowOf(phone, 'demo-researcher')).newPage()
    await page.goto(`/requests/new?record=${dataset}`)
    await press(page, '存为草稿')
    await press(page, '提交申请')
    await page.getByText('“用途”：请填写').first().waitFor()
    await followed(page, () => page.getByRole('link', { name: '填写申请表' }).first().click())
    const field = (label: string) => page.getByLabel(label)
    expect(await field('方案').isVisible()).toBe(false)
    await field('用途').selectOption({ label: '育种' })
    expect(await field('方案').isVisible()).toBe(true)
    await field('用途').selectOption({ label: '展示' })
    expect(await field('方案').isVisible()).toBe(false)
    await field('用途').selectOption({ label: '育种' })
    const cell = page.locator('.answer-table input').first()
    expect(await cell.isVisible()).toBe(false)
    await field('是否出境').selectOption({ label: '是' })
    expect(await cell.isVisible()).toBe(true)
    await cell.fill('塔什干大学')
    await field('批件').setInputFiles({
      name: '批件.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('approved'),
    })
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: innerWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
    await press(page, '保存')
    await page.getByText('已收到“批件.txt”').waitFor()
    await field('方案').fill('与地方品种杂交')
    await press(page, '保存')
    await page.getByText('申请表已保存').waitFor()
    for (const shown of ['与地方品种杂交', '塔什干大学', '批件.txt'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await page.getByText(shown).first().waitFor()
    await press(page, '提交申请')
    expect(await page.locator('main').textContent()).toContain('待审批')
    for (const one of [curator, page]) await one.context().close()
  },
  60_000,
)
