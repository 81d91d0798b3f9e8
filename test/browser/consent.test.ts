import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { stageOfFile } from './stage.ts'
import { askingForConsent, consentLetter } from './request-cases.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desktop: Look = { lang: 'zh', theme: 'light', width: 1280 }

const press = async (page: Page, name: string) =>
  followed(page, () => page.getByRole('button', { name, exact: true }).first().click())

test.skipIf(stage.absent)(
  'a draft is made from a record, edited and submitted, and the supervisor consents by the link of a letter, signed out',
  async () => {
    const { visits, house } = stage.get()
    const { origin } = house
    const { record } = await askingForConsent(origin)
    const researcher = await (await visits.windowOf(desktop, 'demo-researcher')).newPage()

    await researcher.goto(`/requests/new?record=${record}`)
    await researcher.locator('[name="title"]').fill('祁连山积雪')
    await researcher.locator('[name="supervisor"]').selectOption({ index: 1 })
    await press(researcher, '存为草稿')
    await researcher.getByText('草稿已建立').waitFor()
    await followed(researcher, () =>
      researcher.getByRole('link', { name: '修改申请' }).first().click(),
    )
    await researcher.locator('[name="text"]').fill('验证融雪模型')
    await press(researcher, '保存')
    await researcher.getByText('验证融雪模型').waitFor()
    await press(researcher, '提交申请')
    await researcher.getByText('等待课题组负责人').waitFor()

    const heading = (await researcher.locator('h1').textContent()) ?? ''
    const path = await consentLetter(origin, /R\d{4}-\d{4}/.exec(heading)?.[0] ?? 'no number')
    const anybody = await (await visits.windowOf(desktop)).newPage()
    await anybody.goto(path)
    for (const text of ['祁连山积雪', '验证融雪模型', '请勿转发'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await anybody.getByText(text).first().waitFor()
    await press(anybody, '同意')
    await anybody.getByText('您已同意这份申请').waitFor()
    await anybody.goto(path)
    await anybody.getByText('这个链接已使用').waitFor()

    await researcher.reload()
    await researcher.getByText('等待提供方').waitFor()
    expect(await researcher.locator('main').textContent()).toContain('负责人同意')
    for (const page of [researcher, anybody]) await page.context().close()
  },
  120_000,
)
