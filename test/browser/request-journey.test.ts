import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemContext } from '../../src/jobs.ts'
import { runClock } from '../../src/requests/clock/actions.ts'
import { testNow } from '../support/clock.ts'
import type { Who } from './found.ts'
import { asked, consentLetter } from './request-cases.ts'
import { newestTo, thingsToAskFor, type Walker, walker } from './request-scene.ts'
import { stageOfFile } from './stage.ts'
import type { Look } from './visits.ts'

const ahead = { hours: 0 }
const stage = await stageOfFile({ now: () => testNow().add({ hours: ahead.hours }) })
const phone: Look = { lang: 'zh', theme: 'light', width: 360 }

type Scene = Awaited<ReturnType<typeof thingsToAskFor>> & {
  requester: Walker
  /** The request for seed, and the one for data and a service. */
  seed: string
  data: string
}
const scene: Partial<Scene> = {}

/** What an earlier step left behind. */
function left<Name extends keyof Scene>(name: Name): Scene[Name] {
  const found: Partial<Scene>[Name] = scene[name]
  if (found === undefined) throw new Error(`there is no ${name} yet`)
  return found
}

const windowOf = async (who?: Who) =>
  walker(await (await stage.get().visits.windowOf(phone, who)).newPage())

const requestOf = async (name: 'seed' | 'data') =>
  asked(stage.get().house.origin, `/requests/${left(name)}`)

const close = ({ page }: Walker) => page.context().close()

describe.skipIf(stage.absent)('on a phone, from a basket to a report on use', () => {
  beforeAll(async () => {
    const { house, found } = stage.get()
    Object.assign(scene, await thingsToAskFor(house.origin, found))
    scene.requester = await windowOf()
  }, 60_000)
  afterAll(async () => {
    if (scene.requester) await close(scene.requester)
  })

  test('a guest gathers three kinds of two providers, from pages and from results', async () => {
    const { open, press, tick, unfold, page } = left('requester')
    await open(`/records/${left('dataset').id}`)
    await press('加入篮子')
    await open(`/records/${left('instrument').id}`)
    await unfold('申请检测服务')
    await press('加入篮子')
    await open(`/records?kind=accession&institution=${left('bank')}&view=table&sort=title`)
    await tick(`选择 ${left('first').title.zh}`)
    await tick(`选择 ${left('second').title.zh}`)
    await press('将所选加入篮子')
    expect(await page.locator('.basket-item').count()).toBe(4)
    expect(await page.locator('.basket-count').textContent()).toBe('篮子 (4)')
  })

  test('signs in with it, and sends two requests in three steps and a dozen clicks', async () => {
    const requester = left('requester')
    const { follow, press, write, tick, sees, page } = requester
    const first = page.locator('.basket-item').filter({ hasText: left('first').title.zh })
    await first.getByLabel('数量').fill('40')
    await follow('申请这些资源')
    await requester.signIn('demo-researcher')
    await sees('第 1 步，共 3 步')
    await sees('40 粒')
    expect(await page.locator('.basket-count').textContent()).toBe('篮子 (4)')
    await follow('下一步')
    await write(/^项目名称/, '春小麦抗旱育种')
    await page.locator('[name="text"]').fill('与地方品种杂交，筛选抗旱材料。')
    await tick('一般研究')
    await page.locator('[name="supervisor"]').selectOption({ label: '顾云樵 Gu Yunqiao' })
    await page.locator('select[name$="answers.use"]').selectOption({ label: '育种' })
    await write(/^育种方案/, '2027 年在定西春播，三次重复。')
    await press('下一步')
    await sees('第 3 步，共 3 步')
    await press('提交 2 份申请')
    await sees('已提交 2 份申请。')
    expect(requester.clicks()).toBeLessThanOrEqual(13)

    const { origin } = stage.get().house
    scene.seed = await newestTo(origin, left('bank'))
    scene.data = await newestTo(origin, left('institute'))
    await requester.open(`/requests/${left('seed')}`)
    await sees('等待课题组负责人答复是否同意')
  })

  test('the supervisor consents by the link of the letter, signed out', async () => {
    const { origin } = stage.get().house
    const supervisor = await windowOf()
    await supervisor.open(await consentLetter(origin, left('seed')))
    await supervisor.sees('春小麦抗旱育种')
    await supervisor.press('同意')
    await supervisor.sees('您已同意这份申请')
    expect(supervisor.clicks()).toBe(1)
    await close(supervisor)
  })

  test('who keeps the seed and the data decides item by item', async () => {
    const curator = await windowOf('demo-curator')
    const { page } = curator
    const about = (title: string) => page.getByRole('group', { name: title })
    await curator.open(`/requests/${left('seed')}`)
    await curator.sees('等待您处理')
    const [first, second] = [about(left('first').title.zh), about(left('second').title.zh)]
    await first.getByLabel('答复').selectOption({ label: '批准' })
    await first.getByLabel('批准数量').fill('30')
    await second.getByLabel('答复').selectOption({ label: '拒绝' })
    await second.getByLabel('理由').fill('库存不足，繁殖后再提供。')
    await curator.press('提交审批')
    await curator.sees('等待申请人接受协议条款')

    await curator.open(`/requests/${left('data')}`)
    for (const title of [left('dataset').title.zh, left('instrument').title.zh])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await about(title).getByLabel('答复').selectOption({ label: '批准' })
    await curator.press('提交审批')
    expect((await requestOf('data')).state).toBe('decided')
    await close(curator)
  })

  test('the requester accepts the agreements and takes the files', async () => {
    const requester = left('requester')
    const { page } = requester
    const before = requester.clicks()
    await requester.open(`/requests/${left('seed')}`)
    await requester.sees('等待您处理')
    await requester.sees('库存不足，繁殖后再提供。')
    await requester.follow('接受协议条款')
    await requester.press('我已阅读并接受')
    await requester.sees('您已接受这份协议')
    await requester.open(`/requests/${left('data')}`)
    await requester.follow('接受协议条款')
    await requester.press('我已阅读并接受')
    await requester.follow('查看并下载文件')
    expect(requester.clicks() - before).toBe(5)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^下载全部/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    const { origin } = stage.get().house
    const nobody = await fetch(`${origin}/records/${left('dataset').id}/versions/1/download`)
    expect(nobody.ok).toBe(false)
  })

  test('the seed is picked and shipped, the service becomes an order, and the seed arrives', async () => {
    const curator = await windowOf('demo-curator')
    await curator.open(`/requests/${left('data')}`)
    await curator.unfold('转为委托')
    await curator.press('转为委托')
    await curator.sees('查看委托')
    await curator.open(`/requests/${left('seed')}`)
    await curator.follow('取货单')
    await curator.page.locator('table').getByRole('button', { name: '取出' }).first().click()
    await curator.write('承运单位', '顺丰')
    await curator.write('运单号', 'SF1234567890')
    await curator.press('发出已取的材料')
    await curator.sees('SF1234567890')
    await close(curator)

    const requester = left('requester')
    await requester.open(`/requests/${left('seed')}`)
    await requester.sees('SF1234567890')
    await requester.press('确认收到')
    await requester.sees('已发出 30，已收到 30')
    expect((await requestOf('data')).state).toBe('fulfilled')
  })

  test('what was rejected is appealed, and somebody else answers', async () => {
    const requester = left('requester')
    await requester.unfold('申请复议')
    const appeal = requester.page.locator('details').filter({ hasText: '申请复议' })
    await appeal.getByLabel(/^说明/).fill('只需 20 粒用于杂交，可以等到春播前。')
    await requester.press('申请复议')
    await requester.sees('复议中')

    const path = `/requests/${left('seed')}`
    const curator = await windowOf('demo-curator')
    await curator.open(path)
    await curator.sees('复议须由另一位审核人答复。')
    expect(await curator.page.getByRole('button', { name: '提交审批' }).count()).toBe(0)
    await close(curator)

    const steward = await windowOf('demo-steward')
    await steward.open(path)
    await steward.sees('只需 20 粒用于杂交，可以等到春播前。')
    await steward.page.getByLabel('答复').selectOption({ label: '批准' })
    await steward.page.getByLabel('批准数量').fill('20')
    await steward.press('提交审批')
    await close(steward)
    await requester.open(path)
    await requester.sees('复议答复')
    expect((await requestOf('seed')).state).toBe('fulfilling')
  })

  test('a year later a report on its use is asked for, given, and stands on the record', async () => {
    ahead.hours = 24 * 366
    const { services, quiet } = stage.get().house
    await runClock(systemContext(services, 'remind_requests'))
    await quiet()
    const requester = await windowOf()
    await requester.open('/sign-in?next=/account/notices')
    await requester.signIn('demo-researcher')
    await requester.follow(/请反馈申请|利用情况反馈已逾期/)
    // The form is open: a report is owed.
    const report = requester.page.locator('details').filter({ hasText: '反馈利用情况' })
    await report.getByLabel(/^利用情况与成果/).fill('杂交 F3 代已收获，两个株系抗旱性突出。')
    await report.getByLabel(/^论文、专著/).fill('10.5072/hexi.journey 陇中春小麦抗旱亲本筛选')
    await requester.press('反馈利用情况')
    await requester.sees('反馈利用情况：已完成')
    await requester.sees('杂交 F3 代已收获')
    await close(requester)
    const reader = await windowOf()
    await reader.open(`/records/${left('first').id}`)
    await reader.sees('陇中春小麦抗旱亲本筛选')
    expect(requester.clicks()).toBe(3)
    await close(reader)
  })

  test('what the law forbids is said at checkout with its clause, and nothing is written', async () => {
    const { origin } = stage.get().house
    const me = await asked(origin, '/me', { as: 'demo-outsider' })
    const own: string = me.memberships[0].institution.id
    const as = 'demo-admin'
    await asked(origin, `/institutions/${own}`, {
      method: 'PATCH',
      body: { foreignControlled: true },
      as,
    })
    const named = encodeURIComponent('慢病人群队列')
    const { items } = await asked(origin, `/records?kind=collection&q=${named}`)
    const foreigner = await windowOf()
    await foreigner.open(`/records/${items[0].id}`)
    await foreigner.write(/^需要哪些样本/, '血清，2020 年以后采集。')
    await foreigner.page.locator('.add-form summary').first().click()
    await foreigner.page.locator('[name="samples.purpose"]').selectOption('health')
    await foreigner.press('加入篮子')
    await foreigner.follow('申请这些资源')
    await foreigner.signIn('demo-outsider')
    await foreigner.sees('依法不能申请')
    await foreigner.sees('《人类遗传资源管理条例》第七条')
    expect(await foreigner.page.getByRole('link', { name: '下一步' }).count()).toBe(0)
    const { total } = await asked(origin, '/requests?role=requester', { as: 'demo-outsider' })
    expect(total.value).toBe(0)
    await close(foreigner)
  })
})
