import { describe, expect, test } from 'vitest'
import { systemContext } from '../../src/jobs.ts'
import { sweepPeople } from '../../src/people/jobs.ts'
import { aToken, auditOf, somebody } from '../support/people.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'

describe('access tokens', () => {
  test('a token is shown once, kept as a hash, and works until it is revoked', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const json = { name: 'nightly import', scopes: ['write'] }
    const made = await s.ask('POST', '/api/v1/tokens', { cookie, json })
    expect(made.status).toBe(201)
    expect(made.headers.get('cache-control')).toBe('no-store')
    const { id, token } = await made.json()
    expect(token).toMatch(/^hexi_pat_[\w-]{43}$/)
    expect(await (await s.ask('GET', '/api/v1/me', { token })).json()).toMatchObject({
      email: ada,
      via: 'token',
      scopes: ['read', 'write'],
    })

    const listed = await (await s.ask('GET', '/api/v1/tokens', { cookie })).text()
    expect(listed).toContain('nightly import')
    expect(listed).not.toContain(token)
    const rows = await s.services.db.selectFrom('access_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(-20))
    const audit = await s.services.db.selectFrom('audit').selectAll().execute()
    expect(JSON.stringify(audit)).not.toContain(token.slice(-20))

    expect((await s.ask('DELETE', `/api/v1/tokens/${id}`, { cookie })).status).toBe(204)
    expect((await s.ask('GET', '/api/v1/me', { token })).status).toBe(401)
    expect(await auditOf(s.services)).toEqual([
      'person.create',
      'session.start',
      'token.create',
      'token.revoke',
    ])
  })

  test('a token that only reads changes nothing', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada })
    const token = await aToken(s.services, id, ['read'])
    expect((await s.ask('GET', '/api/v1/me', { token })).status).toBe(200)
    const answer = await s.ask('PATCH', '/api/v1/me', { token, json: { name: 'Eve' } })
    expect(answer.status).toBe(403)
    expect((await answer.json()).detail).toContain('只能读取')
    expect((await s.ask('DELETE', '/api/v1/sessions', { token })).status).toBe(403)
  })

  test('an administrator’s token administers only with the scope admin', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada, isAdmin: true })
    const plain = await aToken(s.services, id, ['write'])
    const full = await aToken(s.services, id, ['admin'])
    expect((await s.ask('GET', '/api/v1/people', { token: plain })).status).toBe(403)
    expect((await s.ask('GET', '/api/v1/people', { token: full })).status).toBe(200)
  })

  test('a token makes no wider token than itself', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada, isAdmin: true })
    const token = await aToken(s.services, id, ['write'])
    const wider = { name: 'wider', scopes: ['admin'] }
    const answer = await s.ask('POST', '/api/v1/tokens', { token, json: wider })
    expect(answer.status).toBe(422)
    expect((await answer.json()).issues).toMatchObject([{ path: 'scopes' }])
    const same = { name: 'same', scopes: ['write'] }
    expect((await s.ask('POST', '/api/v1/tokens', { token, json: same })).status).toBe(201)
  })

  test('who is no administrator makes no administrator’s token', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const json = { name: 'x', scopes: ['admin'] }
    expect((await s.ask('POST', '/api/v1/tokens', { cookie, json })).status).toBe(422)
  })

  test('a token ends when it was said to end, after a year when nothing was said', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const made = async (json: object) =>
      (await (await s.ask('POST', '/api/v1/tokens', { cookie, json })).json()).token
    const day = await made({ name: 'day', scopes: ['read'], expiresAt: '2026-11-24T08:00:00Z' })
    const year = await made({ name: 'year', scopes: ['read'] })
    const always = await made({ name: 'always', scopes: ['read'], expiresAt: null })
    const works = async (token: string) =>
      (await s.ask('GET', '/api/v1/me', { token })).status === 200
    s.clock.pass({ hours: 25 })
    expect([await works(day), await works(year), await works(always)]).toEqual([false, true, true])
    s.clock.pass({ hours: 365 * 24 })
    expect([await works(year), await works(always)]).toEqual([false, true])
  })

  test('a token of 30 days works to the end of its last day in the province', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const form = { name: '脚本', scopes: 'read', days: '30' }
    const made = await s.ask('POST', '/account/tokens', { cookie, form })
    const token = /hexi_pat_[\w-]+/.exec(await made.text())?.[0] ?? ''
    const status = async () => (await s.ask('GET', '/api/v1/me', { token })).status
    // From 16:00 on 23 November in Lanzhou to a minute before the end of 23 December.
    s.clock.pass({ hours: 30 * 24 + 7, minutes: 59 })
    expect(await status()).toBe(200)
    s.clock.pass({ minutes: 1 })
    expect(await status()).toBe(401)
  })

  test('an expiry in the past is refused by name', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const json = { name: 'x', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' }
    const answer = await s.ask('POST', '/api/v1/tokens', { cookie, json })
    expect((await answer.json()).issues).toMatchObject([{ path: 'expiresAt' }])
  })

  test('the tokens of a disabled person stop working', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada })
    const admin = await somebody(s.services, { email: 'root@lab.example', isAdmin: true })
    const token = await aToken(s.services, id)
    const change = {
      token: await aToken(s.services, admin.id, ['admin']),
      json: { disabled: true },
      headers: { 'if-match': '*' },
    }
    expect((await s.ask('PATCH', `/api/v1/people/${id}`, change)).status).toBe(200)
    expect((await s.ask('GET', '/api/v1/me', { token })).status).toBe(401)
  })

  test('the same Idempotency-Key makes one token within two days, and does not show it again', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada })
    const token = await aToken(s.services, id)
    const asked = {
      token,
      json: { name: 'once', scopes: ['read'] },
      headers: { 'idempotency-key': 'k1' },
    }
    const first = await s.ask('POST', '/api/v1/tokens', asked)
    const second = await s.ask('POST', '/api/v1/tokens', asked)
    expect([first.status, second.status]).toEqual([201, 409])
    const made = (await first.json()).token
    expect(await second.text()).not.toContain(made)
    const stored = await s.services.db.selectFrom('idempotency_key').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(made)
    const sweep = () => sweepPeople(systemContext(s.services, 'sweep_people'))
    s.clock.pass({ hours: 47 })
    await sweep()
    expect((await s.ask('POST', '/api/v1/tokens', asked)).status).toBe(409)
    s.clock.pass({ hours: 2 })
    await sweep()
    expect((await s.ask('POST', '/api/v1/tokens', asked)).status).toBe(201)
  })
})

describe('requests from other sites', () => {
  const origin = 'https://hexi.example'
  test.each<[what: string, headers: Record<string, string>, status: number]>([
    ['this site’s own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the address bar or a bookmark', { 'sec-fetch-site': 'none' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister subdomain', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site that also forges Origin', { 'sec-fetch-site': 'cross-site', origin }, 403],
    ['an older browser on this site', { origin }, 200],
    ['an older browser on another site', { origin: 'https://evil.example' }, 403],
    ['another port of this host', { origin: 'https://hexi.example:8443' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['a program', {}, 200],
  ])('%s: %o → %i', async (_what, headers, status) => {
    await using s = await scene({ baseUrl: origin })
    await somebody(s.services, { email: ada })
    const signedIn = await s.ask('POST', '/sign-in', {
      form: { email: ada, password: 'tulip cargo osmium' },
    })
    const cookie = /__Host-hexi_session=[^;]+/.exec(signedIn.headers.get('set-cookie') ?? '')?.[0]
    const answer = await s.ask('PATCH', '/api/v1/me', {
      cookie: cookie ?? '',
      json: { lang: 'en' },
      headers: { host: 'hexi.example', ...headers },
    })
    expect(answer.status).toBe(status)
  })

  test('a form on another site signs nobody in or out', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const headers = { 'sec-fetch-site': 'cross-site' }
    const form = { email: ada, password: 'tulip cargo osmium' }
    const answer = await s.ask('POST', '/sign-in', { form, headers })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const cookie = await s.signIn(ada)
    expect((await s.ask('POST', '/sign-out', { cookie, headers })).status).toBe(403)
    expect((await s.me(cookie)).status).toBe(200)
  })

  test('a bearer token is no cookie: it may come from anywhere', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada })
    const token = await aToken(s.services, id)
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    const answer = await s.ask('PATCH', '/api/v1/me', { token, json: { lang: 'en' }, headers })
    expect(answer.status).toBe(200)
  })
})
