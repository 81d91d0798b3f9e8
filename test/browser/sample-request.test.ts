import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import type { Who } from './found.ts'
import { asked } from './request-cases.ts'
import { walker } from './request-scene.ts'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const stage = await stageOfFile()
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }
const scene = { collection: '', request: '', codes: ['PL-1', 'PL-2', 'PL-3'] }

const windowOf = async (who: Who) =>
  walker(await (await stage.get().visits.windowOf(phone, who)).newPage())

const Made = z.looseObject({ id: z.string() })

/** A collection of an institution of its own, and plasma of two women, one of whom agreed to health research. */
async function addCollection(origin: string): Promise<string> {
  const as = 'demo-admin'
  const institution = Made.parse(
    await asked(origin, '/institutions', { body: { name: { zh: '祁连样本库' } }, as }),
  ).id
  const title = { zh: '糖尿病血浆', en: 'Diabetes plasma' }
  const body = { ...publishable.collection, institution, title, access: 'on_request' }
  const { id } = Made.parse(await asked(origin, '/collections', { body, as }))
  await asked(origin, `/collections/${id}/publication`, { body: {}, as })
  const { db } = stage.get().house.services
  for (const [at, use] of ['health', 'ancestry'].entries())
    // oxlint-disable-next-line no-await-in-loop -- two
    await sql`
      with added as (
        insert into donor (record_id, code, sex, diagnoses, created_at)
        values (${id}, ${`D-${at}`}, 'female', '{E11.9}', '2026-01-05') returning id
      ), agreed as (
        insert into donor_consent (donor_id, form, uses, given_on, created_at)
        select id, 'ICF 1', array[${use}], '2026-01-05', '2026-01-05' from added
      )
      insert into sample (record_id, institution_id, code, family, type, donor_id, age_years, amount, unit, created_at)
      select ${id}, ${institution}, code, 'human', 'plasma', added.id, 52, 500, 'microlitre', '2026-01-05'
      from added, unnest(${at === 0 ? scene.codes : ['PL-9']}::text[]) code`.execute(db)
  return id
}

const Terms = z.object({
  items: z.array(z.object({ decision: z.object({ agreements: z.array(z.string()) }) })),
})
const Text = z.object({ sha256: z.string() })

/** The provider’s default terms, where there are any. */
async function acceptTerms(origin: string): Promise<void> {
  const { items } = Terms.parse(await asked(origin, `/requests/${scene.request}`))
  for (const agreement of items[0]?.decision.agreements ?? []) {
    const shown = `/requests/${scene.request}/agreements/${agreement}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { sha256 } = Text.parse(await asked(origin, shown))
    const body = { agreement, sha256 }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await asked(origin, `/requests/${scene.request}/agreement-acceptance`, { body })
  }
}

describe.skipIf(stage.absent)('on a phone, from criteria to a loan that came back', () => {
  beforeAll(async () => {
    scene.collection = await addCollection(stage.get().house.origin)
  }, 60_000)

  test('somebody asks by criteria, with what the samples are for', async () => {
    const { open, press, sees, page } = await windowOf('demo-researcher')
    await open(`/requests/new?record=${scene.collection}`)
    const field = (name: string) => page.locator(`[name="items.0.${name}"]`)
    await field('quantity').fill('2')
    await field('unit').selectOption('sample')
    await field('loan').check()
    await page.locator('[name="items.0.samples.types"][value="plasma"]').check()
    await page.locator('[name="items.0.samples.sex"][value="female"]').check()
    await field('samples.ageFrom').fill('40')
    await field('samples.ageTo').fill('60')
    await field('samples.diagnoses').fill('E11')
    await page.locator('[name="title"]').fill('糖尿病标志物')
    await press('存为草稿')
    // What they are for was left out: it is asked for, and what was typed is still there.
    await sees('请填写研究用途')
    expect(await field('samples.diagnoses').inputValue()).toBe('E11')
    await field('samples.purpose').selectOption('health')
    await press('存为草稿')
    scene.request = page.url().replace(/^.*\/requests\/|[?#].*$/g, '')
    await sees('40–60 岁')
    await asked(stage.get().house.origin, `/requests/${scene.request}/submission`, { body: {} })
    await page.context().close()
  }, 60_000)

  test('the provider sees how many there are and why others are not, reserves the best, and approves', async () => {
    const { open, press, follow, sees, page } = await windowOf('demo-admin')
    await open(`/requests/${scene.request}`)
    await sees('可预留 3 份')
    await sees('知情同意不涵盖所述用途 1 份')
    await follow('选择样本')
    await page.locator('[name="count"]').fill('2')
    await press('自动选择')
    await sees('已预留 2 份')
    expect(await page.getByRole('button', { name: '解除预留' }).count()).toBe(2)
    await open(`/requests/${scene.request}`)
    await page.getByLabel('答复').first().selectOption({ label: '批准' })
    await press('提交审批')
    await acceptTerms(stage.get().house.origin)
    await page.context().close()
  }, 60_000)

  test('they are picked by their labels and shipped, with their places kept', async () => {
    const { open, press, sees, page } = await windowOf('demo-admin')
    await open(`/requests/${scene.request}/picking`)
    for (const code of scene.codes.slice(0, 2)) {
      await page.locator('[name="code"]').first().fill(code)
      await press('取出')
      await sees(`已取：${code}`)
    }
    await page.locator('[name="carrier"]').fill('顺丰')
    await page.locator('[name="keepPlaces"]').check()
    await press('发出已取的材料')
    await open(`/requests/${scene.request}`)
    await sees('在途')
    expect(await page.locator('#samples').count()).toBe(1)
    await page.context().close()
  }, 60_000)

  test('the requester confirms receipt and sees what they have', async () => {
    const { open, press, sees, page } = await windowOf('demo-researcher')
    await open(`/requests/${scene.request}`)
    await sees('PL-1')
    await press('确认收到')
    await sees('借出')
    expect(await page.getByText('D-0').count()).toBe(0)
    await page.context().close()
  }, 60_000)

  test('a sample comes back with what is left of it', async () => {
    const { open, press, unfold, sees, page } = await windowOf('demo-admin')
    await open(`/requests/${scene.request}`)
    const form = page.locator('form[action$="/sample-returns"]')
    await unfold('登记归还')
    await form.locator('[name="sample"]').selectOption({ label: 'PL-1' })
    await form.locator('[name="amount"]').fill('350')
    await form.locator('[name="thawed"]').check()
    await form.locator('[name="condition"]').fill('完好')
    await press('登记归还')
    await sees('已归还')
    const { rows } = await sql<{ state: string; amount: number; thaws: number }>`
      select state, amount, freeze_thaws as thaws from sample
      where code = 'PL-1' and record_id = ${scene.collection}`.execute(
      stage.get().house.services.db,
    )
    expect(rows).toEqual([{ state: 'stored', amount: 350, thaws: 1 }])
    await page.context().close()
  }, 60_000)
})
