import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()

/** Typing into a field, choosing, or pressing: each is one. */
function counting() {
  let actions = 0
  const one = async (does: () => Promise<unknown>) => {
    actions += 1
    await does()
  }
  return { one, count: () => actions }
}

const tuber = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#c9a86a' } })
    .jpeg()
    .toBuffer()

/** Each on a day of its own, for whoever comes first has the microscope. */
const looks: readonly (Look & { day: string })[] = [
  { lang: 'zh', theme: 'light', width: 1280, day: '周四' },
  { lang: 'zh', theme: 'light', width: 360, day: '周五' },
  { lang: 'en', theme: 'light', width: 1280, day: 'Wed' },
  { lang: 'en', theme: 'light', width: 360, day: 'Tue' },
]

/** Somebody of several labs, who has booked for one of them before. */
async function bookOnce(): Promise<void> {
  const { house, found } = stage.get()
  const { labId } = await house.services.db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('person.email', '=', demoSignIns['demo-researcher'])
    .select('lab_id as labId')
    .executeTakeFirstOrThrow()
  const start = testNow()
    .add({ hours: 25 * 24 })
    .round('hour')
  const answer = await fetch(
    `${house.origin}/api/v1/instruments/${found.published.instrument}/bookings`,
    {
      method: 'POST',
      headers: { authorization: 'Bearer demo-researcher', 'content-type': 'application/json' },
      body: JSON.stringify({
        start: start.toString(),
        end: start.add({ hours: 1 }).toString(),
        lab: labId,
        purpose: '断口形貌',
      }),
    },
  )
  expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)])
}

/** Whatever else the demo has, something to find. */
async function describePotato(): Promise<void> {
  const title = { zh: '马铃薯 定薯四号', en: 'Potato Dingshu No. 4' }
  const described = { title, accenumb: 'TASK-POTATO', cropname: '马铃薯' }
  const id = await made('/api/v1/accessions', 'demo-curator', described)
  const { origin } = stage.get().house
  await fetch(`${origin}/api/v1/accessions/${id}/publication`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-curator' },
  })
}

if (!stage.absent)
  beforeAll(async () => {
    await bookOnce()
    await describePotato()
  })

describe.skipIf(stage.absent).each(looks)(
  'somebody with $lang and $width px',
  ({ day, ...look }) => {
    test('books any microscope that is free on a day from two to four, in five actions from home', async () => {
      const page = await (await stage.get().visits.windowOf(look, 'demo-researcher')).newPage()
      const { one, count } = counting()
      const isZh = look.lang === 'zh'
      await page.goto('/')
      const box = page.locator('#q-home')
      await one(() => box.fill(isZh ? `显微镜 下${day} 14-16` : `microscope next ${day} 2-4pm`))
      await one(() => box.press('Enter'))
      await page.waitForURL('**/openings?**')
      expect(await page.locator('.chip').allTextContents()).toEqual([
        expect.stringContaining(isZh ? '显微镜' : 'microscope'),
        expect.stringContaining(day),
        expect.stringContaining('14:00–16:00'),
      ])
      await one(() => page.locator('.openings .slots a').first().click())
      await one(() =>
        page.locator('[name="purpose"]').fill(isZh ? '断口形貌' : 'Fracture surfaces'),
      )
      await one(() => page.locator('form.book-form button.button-primary').last().click())
      await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/)
      expect(await page.textContent('main')).toContain('14:00–16:00')
      expect(count()).toBeLessThanOrEqual(5)
      await page.context().close()
    })

    test('sees who is free first for two hours in Lanzhou, with the price', async () => {
      const page = await (await stage.get().visits.windowOf(look, 'demo-researcher')).newPage()
      const { one, count } = counting()
      await page.goto('/openings')
      await one(() => page.locator('main [name="region"]').selectOption('6201'))
      await one(() => page.locator('.wanted .button-primary').click())
      await page.waitForURL(/region=6201/)
      const first = page.locator('.openings > ul > li').first()
      expect(await first.textContent()).toContain(look.lang === 'zh' ? '兰州市' : 'Lanzhou')
      expect(await first.locator('.slots a').count()).toBeGreaterThan(0)
      expect(await page.locator('.openings').first().textContent()).toMatch(
        look.lang === 'zh' ? /约 [\d,.]+ 元/ : /about [\d,.]+ CNY/,
      )
      expect(count()).toBeLessThanOrEqual(5)
      await page.context().close()
    })

    test('adds an accession with a picture and publishes it, in eleven actions', async () => {
      const page = await (await stage.get().visits.windowOf(look, 'demo-curator')).newPage()
      const { one, count } = counting()
      const number = `TASK-${look.lang}-${look.width}`
      await page.goto('/desk')
      await one(() => page.locator('main a[href*="kind=accession"]').first().click())
      const institution = page.locator('select[name="institution"]')
      const isAsked = (await institution.count()) > 0
      expect(isAsked ? await institution.inputValue() : '').toBe('')
      if (isAsked) await one(() => institution.selectOption({ index: 1 }))
      const title = page.locator(`[name="title.${look.lang}"]`)
      await one(() =>
        title.fill(look.lang === 'zh' ? '会宁马铃薯地方品种' : 'Potato landrace, Huining'),
      )
      await one(() => page.locator('[name="accenumb"]').fill(number))
      await one(() => page.locator('[name="genus"]').fill('solanum'))
      await page.locator('.field-doubt', { hasText: 'Solanum' }).waitFor()
      await one(() => page.locator('.record-form .button-primary').click())
      await page.waitForURL(/\/records\/[0-9a-f-]{36}$/)
      await page
        .locator('.toast', { hasText: look.lang === 'zh' ? '尚未公开' : 'not public yet' })
        .waitFor()
      await one(() => page.locator('.record-tools a[href$="/pictures"]').click())
      const file = { name: 'tuber.jpg', mimeType: 'image/jpeg', buffer: await tuber() }
      await one(() => page.locator('input[type=file]').setInputFiles(file))
      await one(() => page.locator('.picture-upload .button-primary').click())
      const picture = page.locator('.picture-entry img')
      await expect
        .poll(() =>
          picture.evaluate((shown) => shown instanceof HTMLImageElement && shown.naturalWidth),
        )
        .toBeGreaterThan(100)
      await one(() => page.locator('.crumbs a[href^="/records/"]').last().click())
      await one(() => page.locator('.record-tools .button-primary').click())
      await page
        .locator('.toast', { hasText: look.lang === 'zh' ? '已发布' : 'published' })
        .waitFor()
      expect(await page.textContent('main')).toContain(number)
      expect(await page.locator('.badge', { hasText: /^(?:草稿|Draft)$/ }).count()).toBe(0)
      expect(count()).toBeLessThanOrEqual(11)
      await page.context().close()
    })

    test('finds potato material by the word of the market, and how to get it, in three actions', async () => {
      const page = await (await stage.get().visits.windowOf(look, 'demo-researcher')).newPage()
      const { one, count } = counting()
      await page.goto('/')
      const box = page.locator('#q-home')
      await one(() => box.fill('土豆'))
      await one(() => box.press('Enter'))
      await page.waitForURL('**/records?**')
      expect(await page.textContent('main')).toContain('马铃薯')
      await one(() => page.locator('.card-title a, .row-title').first().click())
      await page.waitForURL(/\/records\/[0-9a-f-]{36}/)
      expect(await page.textContent('main')).toMatch(/马铃薯|potato/i)
      expect((await page.locator('.access').textContent())?.length).toBeGreaterThan(5)
      expect(count()).toBeLessThanOrEqual(3)
      await page.context().close()
    })
  },
)

const Made = z.object({ id: z.string() })

async function made(path: string, as: string, body: object): Promise<string> {
  const { house } = stage.get()
  const answer = await fetch(`${house.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  expect([answer.ok, text]).toEqual([true, expect.any(String)])
  return Made.parse(JSON.parse(text)).id
}

/** Four bookings that wait for approval, the first of all that do. */
async function fourToDecide(inDays: number): Promise<string[]> {
  const { db } = stage.get().house.services
  const { institution } = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('person.email', '=', demoSignIns['demo-steward'])
    .where('role', '=', 'steward')
    .where('institution_id', 'is not', null)
    .select('institution_id as institution')
    .executeTakeFirstOrThrow()
  const instrument = await made('/api/v1/instruments', 'demo-admin', {
    institution,
    title: { zh: '冷冻切片机', en: 'Cryostat' },
    instrCategory: '010000',
    function: '冷冻切片',
  })
  await made(`/api/v1/instruments/${instrument}/publication`, 'demo-admin', {})
  await db
    .insertInto('booking_policy')
    .values({
      instrument_id: instrument,
      version: 1,
      rules: JSON.stringify({ approval: { always: true } }),
      created_at: testNow(),
    })
    .execute()
  const day = testNow()
    .add({ hours: 24 * inDays })
    .round('hour')
  const ids: string[] = []
  for (const hours of [0, 1, 2, 3])
    ids.push(
      // oxlint-disable-next-line no-await-in-loop -- in this order on the page
      await made(`/api/v1/instruments/${instrument}/bookings`, 'demo-outsider', {
        start: day.add({ hours }).toString(),
        end: day.add({ hours: hours + 1 }).toString(),
        purpose: '冷冻切片',
      }),
    )
  return ids
}

describe.skipIf(stage.absent).each(looks)('a steward with $lang and $width px', (look) => {
  test('approves three bookings and declines one with a reason, in six actions', async () => {
    const said = {
      zh: { approved: '已批准：冷冻切片机', declined: '已拒绝：冷冻切片机' },
      en: { approved: 'Approved: Cryostat', declined: 'Declined: Cryostat' },
    }[look.lang]
    const ids = await fourToDecide(look.width < 600 ? 40 : 30)
    const page = await (await stage.get().visits.windowOf(look, 'demo-steward')).newPage()
    const { one, count } = counting()
    await page.goto('/bookings/queue')
    const cardOf = (id: string) =>
      page.locator('[data-card]', { has: page.locator(`[value="${id}"]`) })
    const isPhone = look.width < 600
    const [first = '', second = '', third = '', last = ''] = ids
    for (const id of [first, second, third]) {
      const approve = cardOf(id).locator('[data-approve] button')
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
      await one(() => followed(page, () => approve.click()))
      // oxlint-disable-next-line no-await-in-loop -- the page that answers
      expect(await page.locator('.approval-undo').textContent()).toContain(said.approved)
    }
    const card = cardOf(last)
    if (isPhone) await one(() => card.locator('[data-decline] summary').click())
    else {
      // Where it is the first of the page, its key is enough; others may wait before it.
      await card.evaluate((element) => {
        for (const now of document.querySelectorAll('.row-now')) now.classList.remove('row-now')
        element.classList.add('row-now')
      })
      await one(() => page.keyboard.press('d'))
    }
    const reason = card.locator('[name="note"]')
    await one(() => reason.fill('样品未备好'))
    await one(() => followed(page, () => reason.press('Enter')))
    expect(await page.locator('.approval-undo').textContent()).toContain(said.declined)
    expect(count()).toBe(6)
    const rows = await stage
      .get()
      .house.services.db.selectFrom('booking')
      .where('id', 'in', ids)
      .orderBy('starts_at')
      .select(['state', 'cancel_reason as reason'])
      .execute()
    expect(rows.map(({ state }) => state)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'cancelled',
    ])
    expect(rows.at(-1)?.reason).toBe('样品未备好')
    await page.context().close()
  })
})
