import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { approvedRequest } from './fulfilment-cases.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }

const press = async (page: Page, name: string) =>
  followed(page, () => page.getByRole('button', { name, exact: true }).first().click())

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

test.skipIf(stage.absent)(
  'on a phone, a steward picks by scanning and ships, and who asked confirms receipt',
  async () => {
    const { house, visits, found } = stage.get()
    const { request, code } = await approvedRequest(house.origin, found.stock, 'PHONE-1')
    const curator = await (await visits.windowOf(phone, 'demo-curator')).newPage()

    await curator.goto(`/requests/${request}`)
    await followed(curator, () =>
      curator.getByRole('link', { name: '取货单', exact: true }).click(),
    )
    expect(await widthOf(curator)).toBe(360)
    // A scanner types what stands on the label, and sends it.
    await curator.getByLabel('扫描要取的标签').fill(`${house.origin}/lots?code=${code}`)
    await followed(curator, () => curator.keyboard.press('Enter'))
    await curator.getByText(`已取：${code}`).waitFor()
    await curator.getByLabel('承运单位').fill('顺丰')
    await curator.getByLabel('运单号').fill('SF1234567890')
    await press(curator, '发出已取的材料')
    await curator.getByText('SF1234567890').waitFor()
    expect(await widthOf(curator)).toBe(360)

    const researcher = await (await visits.windowOf(phone, 'demo-researcher')).newPage()
    await researcher.goto(`/requests/${request}`)
    await researcher.getByText('SF1234567890').waitFor()
    await press(researcher, '确认收到')
    await researcher.getByText('已收到', { exact: true }).first().waitFor()
    expect(await widthOf(researcher)).toBe(360)
    for (const page of [curator, researcher]) await page.context().close()
  },
  120_000,
)
