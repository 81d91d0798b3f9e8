import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { stageOfFile } from './stage.ts'
import { aFolder, hashesInZip, patience, pickFolder, said } from './upload-scene.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desktop: Look = { lang: 'zh', theme: 'light', width: 1280 }
const title = '疏勒河源区雪深观测'

test.skipIf(stage.absent)(
  'a researcher plans a deposit, prepares and submits it, it is returned, answered, passed on and receipted',
  async () => {
    const { visits, house } = stage.get()
    const open = async (who: 'demo-researcher' | 'demo-curator') =>
      (await visits.windowOf(desktop, who)).newPage()
    const [researcher, curator] = [await open('demo-researcher'), await open('demo-curator')]

    await researcher.goto('/deposits')
    await followed(researcher, () => link(researcher, '登记项目与汇交计划').click())
    await plan(researcher)
    await followed(researcher, () => link(researcher, title).click())
    await press(researcher, '开始准备数据包')
    await researcher
      .getByText('还没有任何文件')
      .or(researcher.locator('#missing'))
      .first()
      .waitFor()
    const address = new URL(researcher.url()).pathname
    const record = await describePackage(house.origin, address)
    const hashes = await sendFiles(researcher)
    await researcher.goto(address)
    for (const [part, text] of [
      ['description', '观测/readme.txt'],
      ['methods', '自动雪深仪，每小时一次'],
      ['quality', '三级质控'],
    ])
      await researcher.locator(`[name="parts.${part}"]`).fill(text ?? '')
    await press(researcher, '保存组成部分')
    await researcher.getByText('内容齐全，可以提交。').waitFor()
    await press(researcher, '提交审核')
    await researcher.getByText('单位审核中').first().waitFor()

    await choose(curator)
    await curator.locator('[name="text"]').last().fill('请补充站点坐标')
    await press(curator, '添加意见')
    await curator.locator('summary', { hasText: '退回修改' }).click()
    await press(curator, '退回修改')

    await researcher.reload()
    await researcher.getByText('请补充站点坐标').waitFor()
    await researcher.locator('#remarks ~ *, .deposit-remarks').locator('summary').first().click()
    await researcher.locator('[name="answer"]').fill('已写入说明文件')
    await press(researcher, '回复')
    await press(researcher, '提交审核')

    await choose(curator)
    await press(curator, '初审通过，转数据中心')
    await choose(curator)
    await curator.locator('summary', { hasText: '接收并出具凭证' }).click()
    await press(curator, '接收并出具凭证')

    await researcher.reload()
    const receipt = researcher.locator('a[href^="/receipts/"]').first()
    const number = (await receipt.textContent()) ?? ''
    expect(number).toMatch(/^NIEER-\d{4}-\d{4}$/)
    const anybody = await (await visits.windowOf(desktop)).newPage()
    await anybody.goto(`/receipts/${number}`)
    await anybody.getByText('此凭证真实有效').waitFor()
    expect(await anybody.locator('main').textContent()).toContain(title)
    await curator.goto(`/records/${record}/versions/1`)
    const [archive] = await Promise.all([
      curator.waitForEvent('download'),
      curator.getByRole('link', { name: /^下载全部/ }).click(),
    ])
    expect(await hashesInZip(await archive.path())).toEqual(hashes)
    for (const page of [researcher, curator, anybody]) await page.context().close()
  },
  120_000,
)

const link = (page: Page, name: string) => page.getByRole('link', { name }).first()

const press = async (page: Page, name: string) =>
  followed(page, () => page.getByRole('button', { name, exact: true }).first().click())

/** The form of a project with one package. */
async function plan(page: Page): Promise<void> {
  const fill = async (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text)
  await fill('title.zh', '疏勒河源区积雪过程')
  await fill('funder', '国家自然科学基金委员会')
  await fill('awardNumber', '42301154')
  await fill('leader', '宋疏影')
  for (const name of ['institution', 'centre']) {
    const chosen = page.locator(`select[name="${name}"] option`, { hasText: '西北生态环境' })
    await page
      .locator(`select[name="${name}"]`)
      .selectOption((await chosen.first().getAttribute('value')) ?? '')
  }
  await fill('items.0.title.zh', title)
  await page.locator('[name="items.0.dataKind"]').selectOption('observation')
  await fill('items.0.dueOn', '2027-06-30')
  await page.locator('[name="items.0.sharing"]').selectOption('open')
  await press(page, '登记项目与汇交计划')
}

/** What a dataset has to say of itself, by the API, as the depositor. */
async function describePackage(origin: string, address: string): Promise<string> {
  const headers = {
    authorization: 'Bearer demo-researcher',
    'content-type': 'application/json',
    'if-match': '*',
  }
  const answer = await fetch(`${origin}/api/v1${address}`, { headers })
  const { recordId }: { recordId: string } = await answer.json()
  const described = await fetch(`${origin}/api/v1/datasets/${recordId}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({
      creators: [{ name: '许, 清禾', nameType: 'Personal' }],
      publicationYear: 2026,
      resourceTypeGeneral: 'Dataset',
    }),
  })
  expect(described.status).toBe(200)
  return recordId
}

/** The files, by the page that sends them; answers their hashes. */
async function sendFiles(page: Page): Promise<Record<string, string>> {
  const sent = await aFolder({ 'readme.txt': '列说明', 'snow.csv': 'day,depth_cm\n1,12\n' })
  await followed(page, () => link(page, '添加文件').click())
  await pickFolder(page, sent.folder)
  await expect.poll(() => said(page).textContent(), patience).toBe('6 个文件已加入版本。')
  await sent.end()
  return sent.hashes
}

/** The package on the desk of who checks. */
async function choose(page: Page): Promise<void> {
  await page.goto('/deposits/checks')
  await followed(page, () =>
    page.locator('.deposit-desk').getByRole('link', { name: title }).first().click(),
  )
}
