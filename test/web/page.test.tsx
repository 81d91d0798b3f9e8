import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { aboutPages } from '../../src/web/about.pages.tsx'
import type { Env } from '../../src/web/env.ts'
import { setFlash } from '../../src/web/flash.ts'
import { page } from '../../src/web/page.tsx'
import { navigation } from '../../src/navigation.ts'
import { preferredTheme, browserLang, chosenLang } from '../../src/web/preferences.ts'
import { preferencePages } from '../../src/web/preferences.pages.ts'
import { styleguidePages } from '../../src/styleguide/pages/styleguide.tsx'

const curator: Actor = {
  type: 'person',
  personId: 'p',
  name: '马晓兰',
  email: 'curator@hexi.example',
  lang: 'zh',
  isAdmin: false,
  institutionIds: ['i'],
  curates: { institutionIds: ['i'], collectionIds: [] },
  standsIn: [],
  stewards: { institutionIds: [], collectionIds: [] },
  labs: [],
  via: { type: 'session', sessionId: 's' },
}

let drawings = 0
function Drawn({ of = '' }: { of?: string | undefined }) {
  drawings += 1
  return <p>{of}</p>
}

/** The pages that need no database, as the app serves them to `actor`. */
function pages({ actor = { type: 'anonymous' }, demo = false }: { actor?: Actor; demo?: boolean }) {
  const assets = { css: '/assets/a.css', js: '/assets/a.js', font: '/assets/f.css' }
  const services = { demo, assets }
  return new Hono<Env>()
    .use(async (c, next) => {
      // What these pages read of both; the rest is not asked for without a database.
      /* oxlint-disable typescript/no-unsafe-type-assertion */
      c.set('services', services as Env['Variables']['services'])
      c.set('theme', preferredTheme(c))
      c.set('navigation', navigation)
      const lang = chosenLang(c) ?? browserLang(c)
      const ctx = { actor, lang, baseUrl: 'https://hexi.example' }
      c.set('ctx', ctx as Env['Variables']['ctx'])
      /* oxlint-enable typescript/no-unsafe-type-assertion */
      await next()
    })
    .get('/titled', (c) => page(c, { title: '</title><b>', status: 404 }, <p>{'<i>'}</p>))
    .get('/shown', (c) =>
      page(
        c,
        { title: 'shown', shows: [c.req.header('x-state')] },
        <Drawn of={c.req.header('x-state')} />,
      ),
    )
    .post('/done', (c) => {
      setFlash(c, { zh: '“<Delta>”已发布。', en: '“<Delta>” is published.' })
      return c.redirect('/titled', 303)
    })
    .route('/', preferencePages)
    .route('/', aboutPages)
    .route('/', styleguidePages)
}

const get = async (path: string, headers: Record<string, string> = {}, options = {}) => {
  const answer = await pages(options).request(path, { headers })
  return { answer, text: await answer.text() }
}

test('a page is whole: doctype, language, theme, skip link, one main, no inline script', async () => {
  const { answer, text } = await get('/help')
  expect(text).toMatch(/^<!doctype html><html lang="zh-CN" data-theme="auto">/)
  expect(answer.headers.get('content-language')).toBe('zh-CN')
  expect(text).toContain('<a class="skip" href="#main">')
  expect(text.match(/<main id="main"/g)).toHaveLength(1)
  expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/a.js">'])
})

test('a title is shown, never run, and the status is as asked', async () => {
  const { answer, text } = await get('/titled')
  expect(answer.status).toBe(404)
  expect(text).toContain('<title>&lt;/title&gt;&lt;b&gt; · 河西 Hexi</title>')
  expect(text).toContain('<p>&lt;i&gt;</p>')
})

test('the language asked for wins, is remembered, and keeps path and query', async () => {
  const { answer, text } = await get('/help?a=1&lang=en', { cookie: 'hexi_lang=zh' })
  expect(text).toContain('<html lang="en"')
  expect(answer.headers.get('set-cookie')).toMatch(/^hexi_lang=en;.*Path=\//)
  expect(text).toContain('href="/help?a=1&amp;lang=zh"')
  expect(text).toContain('hreflang="en" href="https://hexi.example/help?a=1&amp;lang=en"')
  expect((await get('/help', { cookie: 'hexi_lang=en' })).text).toContain('<html lang="en"')
})

test.each([
  ['en-GB,en;q=0.9', 'en'],
  ['fr', 'en'],
  ['de-CH, de;q=0.9, en;q=0.5', 'en'],
  ['en, zh;q=0', 'en'],
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['*', 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-US,en;q=0.9,zh-TW;q=0.1', 'zh-CN'],
  ['en,*;q=0.1', 'zh-CN'],
])('who chose no language and whose browser lists %s sees %s', async (listed, lang) => {
  const headers: Record<string, string> = listed === undefined ? {} : { 'accept-language': listed }
  expect((await get('/help', headers)).text).toContain(`<html lang="${lang}"`)
  const chosen = { ...headers, cookie: 'hexi_lang=zh' }
  expect((await get('/help', chosen)).text).toContain('<html lang="zh-CN"')
  expect((await get('/help?lang=en', chosen)).text).toContain('<html lang="en"')
})

const choose = (back: string) =>
  pages({}).request('/preferences/theme', {
    method: 'POST',
    body: new URLSearchParams({ theme: 'dark', back }),
  })

test('the theme works without scripts, and sends nobody to another site', async () => {
  const answer = await choose('/records?q=%E8%8B%9C')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/records?q=%E8%8B%9C')
  expect(answer.headers.get('set-cookie')).toMatch(/^hexi_theme=dark;/)
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\nb']) {
    expect((await choose(elsewhere)).headers.get('location')).toBe('/')
  }
  expect((await get('/help', { cookie: 'hexi_theme=dark' })).text).toContain('data-theme="dark"')
  expect((await get('/help', { cookie: 'hexi_theme=x"y' })).text).toContain('data-theme="auto"')
})

test('what was just done is said once, on the next page', async () => {
  const done = await pages({}).request('/done', { method: 'POST' })
  const cookie = done.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { answer, text } = await get('/titled', { cookie })
  expect(text).toContain('“&lt;Delta&gt;”已发布。')
  expect(answer.headers.get('set-cookie')).toMatch(/^hexi_flash=;.*Max-Age=0/)
  for (const broken of ['%E0%A4%A', '%7B%7D', 'null', '%5B1%2C2%5D']) {
    expect((await get('/titled', { cookie: `hexi_flash=${broken}` })).answer.status).toBe(404)
  }
})

/** How often a page that shows the state in a header is drawn, asked one after the other. */
const drawingsOf = async (
  asked: readonly { path?: string; headers?: Record<string, string> }[],
  options = {},
) => {
  const app = pages(options)
  drawings = 0
  for (const { path = '/shown', headers = {} } of asked) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await (await app.request(path, { headers })).text()
    expect(text).toContain(`<p>${headers['x-state'] ?? ''}</p>`)
  }
  return drawings
}

test('a page that says what it shows is drawn once of the same, for guests', async () => {
  const [a, b] = [{ headers: { 'x-state': 'a' } }, { headers: { 'x-state': 'b' } }]
  expect(await drawingsOf([a, a, a])).toBe(1)
  expect(await drawingsOf([a, b, a, b])).toBe(2)
  expect(await drawingsOf([a, a], { actor: curator })).toBe(2)
  const others = [
    { path: '/shown?a=1' },
    { headers: { cookie: 'hexi_lang=en' } },
    { headers: { cookie: 'hexi_theme=dark' } },
    { headers: { cookie: 'hexi_flash=%5B%22a%22%2C%22b%22%5D' } },
  ]
  expect(await drawingsOf([{}, ...others, {}])).toBe(1 + others.length)
  const many = Array.from({ length: 200 }, (_, at) => ({ headers: { 'x-state': `${at}` } }))
  expect(await drawingsOf([...many, a, ...many.slice(1)])).toBe(201)
  expect(await drawingsOf([...many, a, ...many.slice(0, 1)])).toBe(202)
})

test('the header offers signing in, or what is mine', async () => {
  const anonymous = (await get('/help')).text
  expect(anonymous).toContain('href="/sign-in?next=%2Fhelp"')
  expect(anonymous).not.toContain('/sign-out')
  const mine = (await get('/help', {}, { actor: curator })).text
  expect(mine).toContain('马晓兰')
  expect(mine).toContain('href="/desk"')
  expect(mine).toContain('action="/sign-out"')
  expect(mine).not.toContain('href="/admin"')
})

test('the style guide is there in the demo only, and has no style attribute', async () => {
  expect((await get('/styleguide')).answer.status).toBe(404)
  const { answer, text } = await get('/styleguide', {}, { demo: true })
  expect(answer.status).toBe(200)
  expect(text).not.toMatch(/\sstyle=/)
  expect(text).not.toMatch(/\son[a-z]+=/)
  const picture = await get('/styleguide/pictures/danxia', {}, { demo: true })
  expect(picture.answer.headers.get('content-type')).toBe('image/svg+xml')
})

test('every id on a page is there once', async () => {
  const { text } = await get('/styleguide', {}, { demo: true, actor: curator })
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
