import { describe, expect, test } from 'vitest'
import type { Log } from '../../src/web/services.ts'
import { linkIn, newestLetter } from '../support/people.ts'
import { peopledHouse as house } from './scene.ts'

describe('every page', () => {
  test('opens for who may see it, in both languages', async () => {
    await using s = await house()
    const open = [
      '/sign-in',
      '/register',
      '/forgot',
      '/institutions',
      `/institutions/${s.institution}`,
    ]
    const own = ['', '/security', '/tokens', '/memberships'].map((part) => `/account${part}`)
    const admins = [
      '/admin/institutions/new',
      `/admin/institutions/${s.institution}`,
      '/admin/people',
      '/admin/people/new',
      `/admin/people/${s.ada.id}`,
      '/admin/labs',
      '/admin/labs/new',
      '/admin/audit',
      '/outbox',
      `/institutions/${s.institution}/people`,
    ]
    for (const lang of ['zh', 'en']) {
      const look = async (path: string, cookie = '') => {
        const answer = await s.ask('GET', `${path}?lang=${lang}`, { cookie })
        expect([path, answer.status]).toEqual([path, 200])
        const html = await answer.text()
        expect(html).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`)
        expect(html).not.toMatch(/\[object Object\]|undefined|NaN/)
      }
      for (const path of open) await look(path)
      for (const path of [...own, ...admins]) await look(path, s.rootsCookie)
    }
  })

  test('that is somebody’s leads a guest to sign in and back, and refuses others', async () => {
    await using s = await house()
    for (const path of [
      '/account',
      '/account/tokens',
      '/admin/people',
      '/admin/audit',
      '/outbox',
    ]) {
      const guest = await s.ask('GET', path)
      expect([guest.status, guest.headers.get('location')]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(path)}`,
      ])
    }
    for (const path of ['/admin/people', '/admin/institutions/new', '/outbox'])
      expect((await s.ask('GET', path, { cookie: s.adasCookie })).status).toBe(403)
  })

  test('shows what somebody typed as text', async () => {
    await using s = await house()
    const nasty = '<img src=x onerror=alert(1)>'
    await s.services.db
      .updateTable('person')
      .set({ name: nasty })
      .where('id', '=', s.ada.id)
      .execute()
    const html = await (await s.ask('GET', '/admin/people', { cookie: s.rootsCookie })).text()
    expect(html).not.toContain(nasty)
    expect(html).toContain('&lt;img src=x')
  })
})

describe('my account', () => {
  test('keeps what was typed when something is wrong with it', async () => {
    await using s = await house()
    const form = { name: 'http://evil.example', lang: 'en' }
    const answer = await s.ask('POST', '/account', { cookie: s.adasCookie, form })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="http://evil.example"')
    expect(html).toContain('field-name-error')
  })

  test('a new name and language are kept, and the pages follow the language', async () => {
    await using s = await house()
    const form = { name: 'Ada Wang', lang: 'en' }
    const answer = await s.ask('POST', '/account', { cookie: s.adasCookie, form })
    expect(answer.headers.getSetCookie().join()).toContain('hexi_lang=en')
    expect(await (await s.me(s.adasCookie)).json()).toMatchObject({ name: 'Ada Wang', lang: 'en' })
  })

  test('a new address is taken once its own letter’s link is opened, and the old one is told', async () => {
    await using s = await house()
    const form = { email: 'ada@new.example' }
    await s.ask('POST', '/account/address', { cookie: s.adasCookie, form })
    expect(await (await s.me(s.adasCookie)).json()).toMatchObject({ email: 'ada@lab.example' })
    const link = linkIn((await newestLetter(s.services, 'ada@new.example'))?.body)
    await s.ask('GET', link)
    expect(await (await s.me(s.adasCookie)).json()).toMatchObject({ email: 'ada@lab.example' })
    expect((await s.ask('POST', link, { cookie: s.adasCookie })).status).toBe(303)
    expect(await (await s.me(s.adasCookie)).json()).toMatchObject({ email: 'ada@new.example' })
    expect((await newestLetter(s.services, 'ada@lab.example'))?.subject).toBe('账户邮箱已修改')
    const ofTheFormer = '/api/v1/audit?action=person.change_email&person=ada%40lab.example'
    expect(await (await s.ask('GET', ofTheFormer, { cookie: s.rootsCookie })).json()).toMatchObject(
      {
        items: [{ action: 'person.change_email' }],
      },
    )
  })

  test('the password changes only for who knows the old one, and ends other sessions', async () => {
    await using s = await house()
    const other = await s.signIn('ada@lab.example')
    const change = (current: string) =>
      s.ask('POST', '/account/security/password', {
        cookie: s.adasCookie,
        form: { current, password: 'marl osmium twelve' },
      })
    const wrong = await change('not the right one')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('field-current-error')
    expect((await change('tulip cargo osmium')).status).toBe(303)
    expect((await s.me(other)).status).toBe(401)
    expect((await s.me(s.adasCookie)).status).toBe(200)
    expect(await s.signIn('ada@lab.example', 'marl osmium twelve')).not.toBe('')
  })

  test('a token is made by a form and shown once', async () => {
    await using s = await house()
    const form = { name: '脚本', scopes: 'read', days: '30' }
    const made = await s.ask('POST', '/account/tokens', { cookie: s.adasCookie, form })
    const token = /hexi_pat_[\w-]+/.exec(await made.text())?.[0] ?? ''
    expect((await s.ask('GET', '/api/v1/me', { token })).status).toBe(200)
    const later = await (await s.ask('GET', '/account/tokens', { cookie: s.adasCookie })).text()
    expect(later).not.toContain(token)
    const endless = { ...form, days: '9999' }
    const refused = await s.ask('POST', '/account/tokens', { cookie: s.adasCookie, form: endless })
    expect(refused.status).toBe(422)
  })
})

describe('the outbox', () => {
  test('is everybody’s in the demo, and its links can be followed', async () => {
    await using s = await house({ demo: true })
    await s.ask('POST', '/forgot', { form: { email: 'ada@lab.example' } })
    const list = await (await s.ask('GET', '/outbox')).text()
    const letter = /\/outbox\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
    const html = await (await s.ask('GET', letter)).text()
    const link = /<a href="(\/reset\/[\w-]+)"/.exec(html)?.[1] ?? ''
    expect((await s.ask('GET', link)).status).toBe(200)
  })

  test('outside the demo it is an administrator’s', async () => {
    await using s = await house()
    await s.ask('POST', '/forgot', { form: { email: 'ada@lab.example' } })
    await newestLetter(s.services, 'ada@lab.example')
    const { id } = await s.services.db.selectFrom('mail').select('id').executeTakeFirstOrThrow()
    expect((await s.ask('GET', `/outbox/${id}`, { cookie: s.adasCookie })).status).toBe(403)
    expect((await s.ask('GET', `/outbox/${id}`, { cookie: s.rootsCookie })).status).toBe(200)
  })
})

test('the log holds no secret of a link', async () => {
  const lines: string[] = []
  const note = (facts: object) => void lines.push(JSON.stringify(facts))
  const log: Log = { request: note, info: note, warn: note, error: note }
  await using s = await house({ log })
  await s.ask('POST', '/forgot', { form: { email: 'ada@lab.example' } })
  const link = linkIn((await newestLetter(s.services, 'ada@lab.example'))?.body)
  await s.ask('GET', link)
  expect(lines.some((line) => line.includes('/reset/…'))).toBe(true)
  expect(lines.join('\n')).not.toContain(link.slice('/reset/'.length))
})
