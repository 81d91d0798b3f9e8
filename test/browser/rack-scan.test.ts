import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** A box of the demo’s curator, and three tubes of a collection that they keep. */
async function boxWithTubes(): Promise<string> {
  const { db, now } = stage.get().house.services
  const { record_id, institution_id } = await db
    .selectFrom('record')
    .innerJoin('role_grant', 'role_grant.institution_id', 'record.institution_id')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('person.email', '=', demoSignIns['demo-curator'])
    .where('role_grant.role', '=', 'curator')
    .where('record.kind', '=', 'collection')
    .select(['record.id as record_id', 'record.institution_id'])
    .executeTakeFirstOrThrow()
  const made = { created_at: now() }
  const sample = { record_id, institution_id, family: 'animal', type: 'serum', ...made }
  const codes = ['FR00000001', 'FR00000002', 'FR00000003']
  await db
    .insertInto('sample')
    .values(codes.map((code) => ({ ...sample, code })))
    .execute()
  const box = { type: 'box', code: 'RACK-7', row_count: 8, column_count: 12, well_names: 'letters' }
  const { id } = await db
    .insertInto('place')
    .values({ institution_id, ...box, ...made })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** As a scanner writes it: one code twice, and one that nobody knows. */
const scanned = `Rack ID,RACK-7
Tube Position,Tube Barcode,Status
A01,FR00000001,OK
A02,FR00000001,OK
A03,FR00000003,OK
A04,FR99999999,OK
A05,,No Tube
`

async function upload(page: Page, text: string): Promise<void> {
  const path = join(inject('runFolder'), 'rack-7.csv')
  await writeFile(path, text)
  await page.locator('input[type=file]').setInputFiles(path)
  await followed(page, () => page.getByRole('button', { name: '预览变化' }).click())
}

test.skipIf(stage.absent).each([{ scripts: true }, { scripts: false }])(
  'a vendor’s file with two faults is mended on its page and applied, scripts: $scripts',
  async ({ scripts }) => {
    const { visits, house } = stage.get()
    const { db } = house.services
    await db.deleteFrom('placement').where('sample_id', 'is not', null).execute()
    const known = await db
      .selectFrom('place')
      .where('code', '=', 'RACK-7')
      .select('id')
      .executeTakeFirst()
    const box = known?.id ?? (await boxWithTubes())
    const page = await (await visits.windowOf({ ...zh, scripts }, 'demo-curator')).newPage()
    await page.goto(`/places/${box}/scan`)
    await upload(page, scanned)
    const main = page.locator('main')
    await expect.poll(() => main.textContent()).toContain('待决定 3')
    expect(await main.textContent()).toContain('同一管码也出现在 A2')
    expect(await main.textContent()).toContain('没有编号为 FR99999999 的样本')
    expect(await page.getByRole('button', { name: /确认/ }).count()).toBe(0)

    const text = page.getByLabel('文件内容')
    const mended = scanned
      .replace('A02,FR00000001', 'A02,FR00000002')
      .replace('A04,FR99999999,OK\n', '')
    await text.fill(mended)
    await followed(page, () => page.getByRole('button', { name: '重新预览', exact: true }).click())
    await expect.poll(() => main.textContent()).toContain('变化 3 · 不变 0 · 未读出 0 · 待决定 0')
    await followed(page, () => page.getByRole('button', { name: '确认 3 处变化' }).click())
    await expect.poll(() => page.locator('.toast').textContent()).toContain('共 3 处')
    const wells = await db
      .selectFrom('placement')
      .innerJoin('sample', 'sample.id', 'placement.sample_id')
      .where('place_id', '=', box)
      .select(['well', 'code'])
      .orderBy('well')
      .execute()
    expect(wells.map(({ well, code }) => `${well}=${code}`)).toEqual([
      '0=FR00000001',
      '1=FR00000002',
      '2=FR00000003',
    ])
    await page.context().close()
  },
  120_000,
)
