import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { demoPassword, demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }

const opened = async (look: Look) => (await stage.get().visits.windowOf(look)).newPage()

describe.skipIf(stage.absent)('a visitor', () => {
  test('searches in Chinese, narrows the results and opens a record', async () => {
    const page = await opened(zh)
    await page.goto('/')
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('同位素')
    await page.getByRole('button', { name: '搜索' }).click()
    await page
      .getByRole('link', { name: /^科学数据/ })
      .first()
      .click()
    await page.waitForURL(({ searchParams }) => searchParams.get('kind') === 'dataset')
    const found = page.locator('article.card h2 a, article.card h3 a')
    const title = await found.first().textContent()
    await found.first().click()
    await expect.poll(() => page.locator('h1').textContent()).toBe(title)
    await page.context().close()
  })

  test('reads on in English once they asked for it', async () => {
    const page = await opened(zh)
    await page.goto('/records')
    await page.getByRole('link', { name: 'English' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await followed(page, () => page.locator('article.card a').first().click())
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => page.getByRole('link', { name: 'Sign in' }).count()).toBe(1)
    await page.context().close()
  })

  test('needs no mouse: skips to the content, reaches search by its key, takes a suggestion', async () => {
    const page = await opened(zh)
    await page.goto('/records')
    const stops = []
    for (const _ of '123456789') {
      await page.keyboard.press('Tab')
      stops.push(await nameOfFocused(page))
    }
    expect(stops).toEqual([
      '跳到正文',
      '河西Hexi',
      '搜索仪器、数据、种质、样本',
      '搜索',
      '仪器日历',
      '篮子',
      'English',
      '外观',
      '登录',
    ])
    await page.keyboard.press('Home')
    await page.locator('body').press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.type('同位素')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await followed(page, () => page.keyboard.press('Enter'))
    await expect.poll(() => page.locator('h1').textContent()).toContain('同位素')
    await page.goto('/records')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.context().close()
  })
})

const nameOfFocused = async (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    const label = at?.querySelector('[aria-label]')?.getAttribute('aria-label')
    return at?.getAttribute('placeholder') ?? (at?.textContent?.trim() || (label ?? ''))
  })

describe.skipIf(stage.absent)('a curator', () => {
  test.each([
    { who: 'with JavaScript', scripts: true, title: '紫花苜蓿 景泰野生居群' },
    { who: 'without', scripts: false, title: '红豆草 会宁地方品种' },
  ])(
    '$who adds a record with a picture, publishes it, finds it and withdraws it',
    async ({ scripts, title }) => {
      const page = await opened({ ...zh, scripts })
      await signIn(page)
      await addRecord(page, title)
      await addPicture(page, title)
      expect(await titlesFound(title)).toEqual([])

      await page.getByRole('button', { name: '发布' }).click()
      await expect.poll(() => page.locator('.toast').textContent()).toContain('已发布')
      expect(await titlesFound(title)).toEqual([title])

      await page.getByRole('link', { name: '撤回' }).click()
      await page.getByLabel('撤回原因').fill('种子已失去活力')
      await page.getByRole('button', { name: '撤回' }).click()
      await expect.poll(() => titlesFound(title)).toEqual([])
      await page.context().close()
    },
    90_000,
  )
})

async function signIn(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.getByLabel('邮箱').fill(demoSignIns['demo-curator'])
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toBe('我管理的资源')
}

/** Fills in the form, with one mistake at first. */
async function addRecord(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /种质.*植物/ }).click()
  await page.locator('[name="title.zh"]').fill(title)
  await page.locator('[name=institution]').selectOption({ label: '甘肃省农业科学院' })
  await page.locator('[name=accenumb]').fill('JT 0001')
  await page.locator('[name=genus]').fill('Medicago')
  const latitude = page.locator('[name=declatitude]')
  await latitude.fill('137')
  await page.getByRole('button', { name: '保存为草稿' }).click()

  await expect
    .poll(() => page.locator('[role=alert] a').first().getAttribute('href'))
    .toBe('#field-declatitude')
  const saying = (await latitude.getAttribute('aria-describedby'))?.split(' ').at(-1) ?? ''
  await expect.poll(() => page.locator(`[id="${saying}"]`).isVisible()).toBe(true)
  await expect.poll(() => page.locator('[name="title.zh"]').inputValue()).toBe(title)
  await expect.poll(() => page.locator('[name=genus]').inputValue()).toBe('Medicago')
  await expect.poll(() => latitude.inputValue()).toBe('137')

  await latitude.fill('37.1')
  await page.getByRole('button', { name: '保存为草稿' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toBe(title)
}

async function addPicture(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '图片', exact: true }).click()
  const buffer = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#6b8f3a' },
  })
    .jpeg()
    .toBuffer()
  const file = { name: 'field.jpg', mimeType: 'image/jpeg', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('[name="caption.zh"]').fill('盛花期的样地')
  await page.getByRole('button', { name: '上传' }).click()
  await expect.poll(() => page.locator('.toast').textContent()).toContain('field.jpg')
  await stage.get().house.quiet()
  await page.getByRole('link', { name: title }).first().click()
  await page
    .getByRole('img', { name: /盛花期的样地/ })
    .first()
    .waitFor()
}

/** What somebody who is not signed in finds, each with a picture that is really there. */
async function titlesFound(title: string): Promise<string[]> {
  const page = await opened(zh)
  await page.goto(`/records?q=${encodeURIComponent(title)}`)
  const cards = page.locator('article.card').filter({ hasText: title })
  for (const image of await cards.locator('img').all())
    expect(
      await image.evaluate(async (img) =>
        img instanceof HTMLImageElement ? img.decode().then(() => img.naturalWidth) : 0,
      ),
    ).toBeGreaterThan(100)
  const titles = await cards.locator('h2, h3').allTextContents()
  await page.context().close()
  return titles
}

/** An outage that ends before it begins, refused at an address that has no page of its own. */
async function refusedOutage(scripts: boolean) {
  const { found, visits } = stage.get()
  const window = await visits.windowOf({ ...zh, scripts }, 'demo-admin')
  const page = await window.newPage()
  const above = `/instruments/${found.published.instrument}/upkeep`
  await page.goto(above)
  const form = page.locator(`form[action="${above}/outages"]`)
  await page.locator('details', { has: form }).locator('summary').click()
  await form.locator('[name=reason]').fill('真空泵“漏油” <停机>')
  await form.locator('[name=end]').fill('2020-01-01T09:00')
  await followed(page, () => form.getByRole('button').click())
  return { page, form, above }
}

const chooseDark = async (page: Page, dark: string) => {
  await page.locator('.menu summary').first().click()
  await page.getByRole('button', { name: dark }).click()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
}

describe.skipIf(stage.absent)('who switches language and theme after a refusal', () => {
  test('loses nothing, without JavaScript and where the form has no page of its own', async () => {
    const { page, form, above } = await refusedOutage(false)
    const kept = async (lang: string) => {
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(lang)
      expect(new URL(page.url()).pathname).toBe(`${above}/outages`)
      expect(await form.locator('[name=reason]').inputValue()).toBe('真空泵“漏油” <停机>')
      expect(await form.locator('[name=end]').inputValue()).toBe('2020-01-01T09:00')
      return page.locator('.field-error, form .toast').first().textContent()
    }
    const refusal = await kept('zh-CN')
    await followed(page, () => page.getByRole('button', { name: 'English' }).click())
    expect(await kept('en')).not.toBe(refusal)
    await chooseDark(page, 'Dark')
    await kept('en')
    await followed(page, () => page.getByRole('button', { name: '中文' }).click())
    expect(await kept('zh-CN')).toBe(refusal)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')

    // Opened by itself, the address leads to the page that its form stands on.
    await page.goto(`${above}/outages`)
    expect(new URL(page.url()).pathname).toBe(above)
    await page.context().close()
  })

  test('keeps with JavaScript even what was typed since', async () => {
    const { page, form } = await refusedOutage(true)
    await form.locator('[name=reason]').fill('换泵')
    await chooseDark(page, '深色')
    expect(await form.locator('[name=reason]').inputValue()).toBe('换泵')
    await form.locator('[name=end]').fill('')
    await followed(page, () => page.getByRole('button', { name: 'English' }).click())
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    expect(await form.locator('[name=reason]').inputValue()).toBe('换泵')
    expect(await form.locator('[name=end]').inputValue()).toBe('')
    await page.locator('.field-error, form .toast').first().waitFor()
    await page.context().close()
  })
})
