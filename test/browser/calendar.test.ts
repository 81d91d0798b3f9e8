import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmWords } from '../../src/bookings/calendar/words.ts'
import { testNow } from '../support/clock.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

/** A Tuesday far enough ahead that nothing of today comes near it. */
const tuesday = tuesdayAfter(testNow().epochMilliseconds + 14 * 86_400_000)
const wednesday = daysAfter(1)
const thursday = daysAfter(2)
const friday = daysAfter(3)
const on = (clock: string) => `${tuesday}T${clock}+08:00`

beforeAll(async () => {
  if (stage.absent) return
  const hours = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }]
  await send('PUT', 'policy', { hours, granularityMinutes: 30, maxMinutes: 240 }, 'demo-admin')
  const taken = { start: on('14:00'), end: on('16:00'), purpose: '薄膜测厚' }
  await send('POST', 'bookings', taken, 'demo-pi')
})

describe.skipIf(stage.absent)('somebody who books in the calendar', () => {
  test('drags over free time, says what for, and has it; the list says so too', async () => {
    const page = await calendarOf()
    await dragOver(page, 9, 11)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('可以预约。').waitFor()
    await expect.poll(() => dialog.getByLabel('开始').inputValue()).toBe(`${tuesday}T09:00`)
    await expect.poll(() => dialog.getByLabel('结束').inputValue()).toBe(`${tuesday}T11:00`)
    await dialog.getByLabel('用途').fill('叶片切片')
    await dialog.getByLabel('课题组').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: '确认预约' }).click()
    await page.getByText(/^已预约 .*09:00–11:00。$/).waitFor()
    await page.locator('.ec-event', { hasText: '叶片切片' }).waitFor()
    await page.locator('[data-part=list]', { hasText: '叶片切片' }).waitFor()
    await page.context().close()
  })

  test('drags a booking to another time: given up it is back, confirmed it is there', async () => {
    const taken = { start: on('12:00'), end: on('13:00'), purpose: '标样' }
    await send('POST', 'bookings', taken, 'demo-researcher')
    const page = await calendarOf()
    const event = page.locator('.ec-event', { hasText: '标样' })
    const dialog = page.getByRole('dialog')
    await event.waitFor()
    await dragOver(page, 12, 13)
    await dialog.getByRole('button', { name: '取消' }).click()
    await expect.poll(() => event.textContent()).toContain('12:00–13:00')
    await dragOver(page, 12, 13)
    await dialog.getByText('可以预约。').waitFor()
    await expect.poll(() => dialog.getByLabel('开始').inputValue()).toBe(`${tuesday}T12:30`)
    await dialog.getByRole('button', { name: '确认修改' }).click()
    await page.getByText(/^预约已改到 .*12:30–13:30。$/).waitFor()
    await page.locator('.ec-event', { hasText: '12:30–13:30' }).waitFor()
    await page.context().close()
  })

  test('reads, where a booking is dragged to a taken time, when it and what else is free then', async () => {
    const own = { start: on('17:00'), end: on('17:30'), purpose: '复核' }
    await send('POST', 'bookings', own, 'demo-researcher')
    const page = await calendarOf()
    const dialog = page.getByRole('dialog')
    await page.locator('.ec-event', { hasText: '复核' }).waitFor()
    await dragOver(page, 17, 18)
    await dialog.getByLabel('开始').fill(`${tuesday}T15:00`)
    await dialog.getByLabel('结束').fill(`${tuesday}T15:30`)
    await dialog.getByText('这段时间不能预约：').waitFor()
    await dialog.getByText(confirmWords.elsewhereToMove.zh).waitFor()
    expect(await dialog.locator('.slots a').first().getAttribute('href')).toContain('/instruments/')
    await dialog.locator('.slots button').first().click()
    await dialog.getByText('可以预约。').waitFor()
    await dialog.getByRole('button', { name: '确认修改' }).click()
    await page.getByText(/^预约已改到 /).waitFor()
    await page.context().close()
  })

  test('drags the end of a booking: it lasts longer once that is confirmed', async () => {
    const taken = {
      start: `${thursday}T10:00+08:00`,
      end: `${thursday}T11:00+08:00`,
      purpose: '升温测试',
    }
    await send('POST', 'bookings', taken, 'demo-researcher')
    const page = await calendarOf()
    const event = page.locator('.ec-event', { hasText: '升温测试' })
    await event.scrollIntoViewIfNeeded()
    await event.hover()
    const box = await event.boundingBox()
    if (!box) throw new Error('The booking is not shown')
    const [x, end] = [box.x + box.width / 2, box.y + box.height - 3]
    await page.mouse.move(x, end)
    await page.mouse.down()
    await page.mouse.move(x, end + 20)
    await page.mouse.move(x, end + halfHourPx * 3, { steps: 4 })
    await page.mouse.up()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('可以预约。').waitFor()
    await expect.poll(() => dialog.getByLabel('开始').inputValue()).toBe(`${thursday}T10:00`)
    await expect.poll(() => dialog.getByLabel('结束').inputValue()).toBe(`${thursday}T12:30`)
    await dialog.getByRole('button', { name: '确认修改' }).click()
    await page.getByText(/^预约已改到 .*10:00–12:30。$/).waitFor()
    await page.locator('.ec-event', { hasText: '10:00–12:30' }).waitFor()
    await page.context().close()
  })

  test('reads why a time is refused, keeps what was typed, and takes a free one near it', async () => {
    const page = await calendarOf()
    await dragOver(page, 11, 12)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用途').fill('再测一片')
    await dialog.getByLabel('课题组').selectOption({ index: 1 })
    await dialog.getByLabel('开始').fill(`${tuesday}T15:00`)
    await dialog.getByLabel('结束').fill(`${tuesday}T16:30`)
    await dialog.getByText('这段时间不能预约：').waitFor()
    await expect.poll(() => dialog.locator('.reasons').textContent()).toContain('已被预约')
    await dialog.getByRole('button', { name: '确认预约' }).click()
    await dialog.getByText('这段时间不能预约：').waitFor()
    await expect.poll(() => dialog.getByLabel('用途').inputValue()).toBe('再测一片')
    await dialog.locator('.slots button').first().click()
    await dialog.getByText('可以预约。').waitFor()
    await dialog.getByRole('button', { name: '确认预约' }).click()
    await page.locator('.ec-event', { hasText: '再测一片' }).waitFor()
    await page.context().close()
  })

  test('moves a booking with the keyboard alone, and gives a move up again', async () => {
    const taken = { start: on('08:00'), end: on('08:30'), purpose: '校准光路' }
    await send('POST', 'bookings', taken, 'demo-researcher')
    const page = await calendarOf()
    const event = page.locator('.ec-event', { hasText: '校准光路' })
    const says = page.locator('hexi-calendar [role=status]')
    await event.focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(/08:00–08:30，按 Enter 确认/).waitFor({ state: 'attached' })
    await focused(page, '校准光路')
    await page.keyboard.press('Escape')
    await page.getByText(/^已取消/).waitFor({ state: 'attached' })

    await focused(page, '校准光路')
    await page.keyboard.press('ArrowLeft')
    await focused(page, '校准光路')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText(/08:00–09:00，按 Enter 确认/).waitFor({ state: 'attached' })
    await expect.poll(() => says.textContent()).toContain('周一')
    await focused(page, '校准光路')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('可以预约。').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/^预约已改到 .*周一 08:00–09:00。$/).waitFor()
    await page.reload()
    const monday = page.locator('.calendar-days > li').first()
    await expect.poll(() => monday.textContent()).toMatch(/08:00–09:00.*校准光路/)
    await page.context().close()
  })

  test('does all of it by forms: chooses a time, and moves a booking from the list', async () => {
    const page = await calendarOf()
    const form = page.locator('form.book-time')
    await form.getByLabel('开始').fill(`${wednesday}T17:00`)
    await form.getByLabel('结束').fill(`${wednesday}T17:30`)
    await form.getByRole('button', { name: '继续' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用途').fill('装样')
    await dialog.getByLabel('课题组').selectOption({ index: 1 })
    await dialog.getByLabel('用途').press('Enter')
    await page.getByText(/^已预约 .*17:00–17:30。$/).waitFor()
    await page.getByRole('link', { name: '修改时间：17:00–17:30' }).press('Enter')
    await dialog.getByLabel('结束').fill(`${wednesday}T18:00`)
    await dialog.getByText('可以预约。').waitFor()
    await dialog.getByRole('button', { name: '确认修改' }).press('Enter')
    await page.getByText(/^预约已改到 .*17:00–18:00。$/).waitFor()
    await page.locator('.ec-event', { hasText: '17:00–18:00' }).waitFor()
    await expect.poll(() => page.locator('[data-part=list]').textContent()).toContain('装样')
    await page.context().close()
  })

  test('chooses a time in the row of one instrument among many, and is asked about that one', async () => {
    const { visits, found } = stage.get()
    const page = await (await visits.windowOf(zh, 'demo-researcher')).newPage()
    await page.goto(`/calendar?view=day&date=${friday}`)
    const head = page.locator(`.ec-row-head:has(a[href*="${found.published.instrument}"])`)
    await head.scrollIntoViewIfNeeded()
    const box = await head.boundingBox()
    if (!box) throw new Error('The row is not shown')
    const [x, y] = [box.x + box.width + 250, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y, { steps: 2 })
    await page.mouse.move(x + 80, y, { steps: 2 })
    await page.mouse.up()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('可以预约。').waitFor()
    const name = (await head.textContent())?.trim()
    await expect.poll(() => dialog.locator('[data-part=name]').textContent()).toBe(name)
    await dialog.getByLabel('用途').fill('并排选的')
    await dialog.getByLabel('课题组').selectOption({ index: 1 })
    await dialog.getByLabel('用途').press('Enter')
    await page.locator('.ec-event', { hasText: '并排选的' }).waitFor()
    await page.context().close()
  })

  test('reads the same without scripts, on a phone’s width', async () => {
    const page = await calendarOf({ ...zh, width: 360, scripts: false })
    const list = page.locator('.calendar-days > li')
    await expect.poll(() => list.count()).toBe(7)
    await expect.poll(() => list.nth(1).textContent()).toMatch(/开放 08:00–18:00.*14:00–16:00/)
    await followed(page, () => page.getByRole('link', { name: '日', exact: true }).click())
    await expect.poll(() => list.count()).toBe(1)
    await followed(page, () => page.getByRole('link', { name: '月', exact: true }).click())
    await expect.poll(() => page.locator('.month-table td').count()).toBeGreaterThanOrEqual(28)
    await page.context().close()
  })
})

describe.skipIf(stage.absent)('somebody who is not signed in', () => {
  test('sees when it is free, and is asked to sign in where a time is booked', async () => {
    const { visits, found } = stage.get()
    const page = await (await visits.windowOf(zh)).newPage()
    await page.goto(`/instruments/${found.published.instrument}/calendar?date=${tuesday}`)
    await page.locator('.ec-event', { hasText: '14:00' }).waitFor()
    await page.locator('.calendar-entries a', { hasText: '预约' }).first().click()
    await page.waitForURL(/\/sign-in/)
    await expect.poll(() => page.locator('h1').textContent()).toBe('登录')
    await page.context().close()
  })
})

async function send(method: string, what: string, body: object, token: string): Promise<void> {
  const { house, found } = stage.get()
  const address = `${house.origin}/api/v1/instruments/${found.published.instrument}/${what}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(address, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
}

async function calendarOf(look: Look = zh): Promise<Page> {
  const { visits, found } = stage.get()
  const page = await (await visits.windowOf(look, 'demo-researcher')).newPage()
  await page.goto(`/instruments/${found.published.instrument}/calendar?date=${tuesday}`)
  if (look.scripts ?? true) await page.locator('.ec-event', { hasText: '14:00' }).waitFor()
  return page
}

const halfHourPx = 28

/** From one full hour of the Tuesday to another: 28 px are half an hour, and 07:00 stands at the top. */
async function dragOver(page: Page, fromHour: number, toHour: number): Promise<void> {
  const day = page.locator('.ec-body .ec-day').nth(1)
  await day.scrollIntoViewIfNeeded()
  const box = await day.boundingBox()
  if (!box) throw new Error('The day is not shown')
  const at = (hour: number) => box.y + (hour - 7) * 2 * halfHourPx
  const x = box.x + box.width / 2
  await page.mouse.move(x, at(fromHour) + 4)
  await page.mouse.down()
  await page.mouse.move(x, at(fromHour) + 20)
  await page.mouse.move(x, at(toHour) - 10, { steps: 4 })
  await page.mouse.up()
}

/** The event has the focus again after it was drawn in its new place. */
async function focused(page: Page, text: string): Promise<void> {
  await page.locator('.ec-event:focus', { hasText: text }).waitFor()
}

function daysAfter(days: number): string {
  return new Date(Date.parse(tuesday) + days * 86_400_000).toISOString().slice(0, 10)
}

function tuesdayAfter(atMs: number): string {
  const day = new Date(atMs)
  day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7))
  return day.toISOString().slice(0, 10)
}
