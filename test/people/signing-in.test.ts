import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { demoSignIns } from '../../src/people/rules/demo.ts'
import type { Services } from '../../src/web/services.ts'
import { testDatabase } from '../support/database.ts'
import { auditOf, password, sessionCookieIn, somebody, stoppedClock } from '../support/people.ts'
import { testServices } from '../support/services.ts'

async function scene(changes: Partial<Services> = {}) {
  const database = await testDatabase()
  const clock = stoppedClock()
  const services = await testServices(database, { now: clock.now, trustProxy: true, ...changes })
  const app = createApp(services)
  const signIn = (given: { email: string; password?: string; next?: string }, headers = {}) =>
    app.request('/sign-in', {
      method: 'POST',
      headers: { 'x-forwarded-for': '203.0.113.7', ...headers },
      body: new URLSearchParams({ password, next: '/', ...given }),
    })
  const me = (headers: Record<string, string>) => app.request('/api/v1/me', { headers })
  return {
    app,
    services,
    clock,
    signIn,
    me,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

const ada = 'Ada@lab.example'

describe('signing in', () => {
  test('a person who signs in is known until they sign out', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada, name: '王艾达' })
    const answer = await s.signIn({ email: 'ada@LAB.example', next: '/records?q=苜蓿' })
    expect(answer.status).toBe(303)
    const cookie = sessionCookieIn(answer)
    expect(await (await s.me({ cookie })).json()).toMatchObject({ name: '王艾达', via: 'session' })

    const out = await s.app.request('/sign-out', { method: 'POST', headers: { cookie } })
    expect(out.status).toBe(303)
    expect(out.headers.get('set-cookie')).toContain('hexi_session=;')
    expect((await s.me({ cookie })).status).toBe(401)
    expect(await auditOf(s.services)).toEqual(['person.create', 'session.start', 'session.end'])
  })

  test('the cookie is out of reach of scripts and other sites, and the secret is kept as a hash', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const answer = await s.signIn({ email: ada })
    const cookie = answer.headers.get('set-cookie')
    expect(cookie).toMatch(/^hexi_session=[\w-]{43}; /)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\//)
    expect(cookie).not.toMatch(/Secure/)
    const [row] = await s.services.db.selectFrom('session').selectAll().execute()
    expect(row?.secret_hash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(sessionCookieIn(answer).split('=')[1])
  })

  test('behind TLS the cookie is bound to this host', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const answer = await s.signIn({ email: ada }, { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-hexi_session=.*Path=\/.*Secure/)
    const cookie = sessionCookieIn(answer)
    expect((await s.me({ cookie, 'x-forwarded-proto': 'https' })).status).toBe(200)
    // A cookie without the prefix could have been planted by a plain connection.
    const planted = cookie.replace('__Host-', '')
    expect((await s.me({ cookie: planted, 'x-forwarded-proto': 'https' })).status).toBe(401)
  })

  test.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'nobody is sent on to another site: %s',
    async (next) => {
      await using s = await scene()
      await somebody(s.services, { email: ada })
      expect((await s.signIn({ email: ada, next })).headers.get('location')).toBe('/')
    },
  )

  test('a wrong password and an unknown address read the same, and the address is kept in the form', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const wrong = await s.signIn({ email: ada, password: 'not the right one' })
    const unknown = await s.signIn({ email: 'nobody@lab.example', password: 'not the right one' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const [one, other] = [await wrong.text(), await unknown.text()]
    expect(one).toContain('邮箱或密码不对')
    expect(one.replaceAll('Ada@lab.example', '*')).toBe(other.replaceAll('nobody@lab.example', '*'))
    expect(one).toContain('value="Ada@lab.example"')
    expect(one).not.toContain('not the right one')
  })

  test('an unknown address costs as much work as a known one', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    let verified = 0
    const services = {
      ...s.services,
      passwords: {
        ...s.services.passwords,
        verify: async (given: string, hash: string) => {
          verified += hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$') ? 1 : 0
          return s.services.passwords.verify(given, hash)
        },
      },
    }
    await createApp(services).request('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'nobody@lab.example', password }),
    })
    expect(verified).toBe(1)
  })

  test('a disabled person is told so, and only with the right password', async () => {
    await using s = await scene()
    const { id } = await somebody(s.services, { email: ada })
    const cookie = sessionCookieIn(await s.signIn({ email: ada }))
    const at = s.clock.now()
    await s.services.db
      .updateTable('person')
      .set({ disabled_at: at })
      .where('id', '=', id)
      .execute()
    expect((await s.me({ cookie })).status).toBe(401)
    expect((await s.signIn({ email: ada })).status).toBe(403)
    expect((await s.signIn({ email: ada, password: 'not the right one' })).status).toBe(401)
  })
})

describe('sessions', () => {
  test('signing in again ends the session that the browser had', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const first = sessionCookieIn(await s.signIn({ email: ada }))
    const second = sessionCookieIn(await s.signIn({ email: ada }, { cookie: first }))
    expect(second).not.toBe(first)
    expect((await s.me({ cookie: first })).status).toBe(401)
    expect((await s.me({ cookie: second })).status).toBe(200)
  })

  test('a planted cookie never becomes a signed-in one', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const planted = `hexi_session=${'x'.repeat(43)}`
    const own = sessionCookieIn(await s.signIn({ email: ada }, { cookie: planted }))
    expect(own).not.toBe(planted)
    expect((await s.me({ cookie: planted })).status).toBe(401)
  })

  test('a session in use lives on, an unused one ends after 14 days', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = sessionCookieIn(await s.signIn({ email: ada }))
    for (let week = 0; week < 4; week += 1) {
      s.clock.pass({ hours: 13 * 24 })
      expect((await s.me({ cookie })).status).toBe(200)
    }
    s.clock.pass({ hours: 14 * 24 })
    expect((await s.me({ cookie })).status).toBe(401)
  })

  test('reading writes nothing more than every ten minutes', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookie = sessionCookieIn(await s.signIn({ email: ada }))
    const seenAt = async () =>
      (await s.services.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow())
        .seen_at
    const begun = await seenAt()
    s.clock.pass({ minutes: 9 })
    await s.me({ cookie })
    expect((await seenAt()).equals(begun)).toBe(true)
    s.clock.pass({ minutes: 2 })
    await s.me({ cookie })
    expect((await seenAt()).equals(s.clock.now())).toBe(true)
  })

  test('a person sees where they are signed in, and ends one or all others', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const cookies = []
    for (const agent of ['Phone', 'Office', 'Home'])
      cookies.push(sessionCookieIn(await s.signIn({ email: ada }, { 'user-agent': agent })))
    const cookie = cookies[2] ?? ''
    const list = await (await s.app.request('/api/v1/sessions', { headers: { cookie } })).json()
    expect(list.items).toHaveLength(3)
    expect(list.items.filter(({ current }: { current: boolean }) => current)).toMatchObject([
      { userAgent: 'Home', address: '203.0.113.7' },
    ])
    const phone = list.items.find((one: { userAgent: string }) => one.userAgent === 'Phone')
    const end = (path: string) => s.app.request(path, { method: 'DELETE', headers: { cookie } })
    expect((await end(`/api/v1/sessions/${phone.id}`)).status).toBe(204)
    expect((await s.me({ cookie: cookies[0] ?? '' })).status).toBe(401)
    expect((await s.me({ cookie: cookies[1] ?? '' })).status).toBe(200)
    expect((await end('/api/v1/sessions')).status).toBe(204)
    expect((await s.me({ cookie: cookies[1] ?? '' })).status).toBe(401)
    expect((await s.me({ cookie })).status).toBe(200)
  })

  test('nobody ends another person’s session', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    await somebody(s.services, { email: 'eve@lab.example' })
    await s.signIn({ email: ada })
    const { id } = await s.services.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
    const cookie = sessionCookieIn(await s.signIn({ email: 'eve@lab.example' }))
    const answer = await s.app.request(`/api/v1/sessions/${id}`, {
      method: 'DELETE',
      headers: { cookie },
    })
    expect(answer.status).toBe(404)
  })
})

describe('guessing', () => {
  test('an account takes ten wrong passwords, then makes the guesser wait a minute for each', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const guess = (n: number) =>
      s.signIn({ email: ada, password: `guess ${n}` }, { 'x-forwarded-for': `198.51.100.${n}` })
    for (let n = 0; n < 10; n += 1) expect((await guess(n)).status).toBe(401)
    const refused = await guess(11)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBe(60)
    s.clock.pass({ seconds: 61 })
    expect((await guess(12)).status).toBe(401)
    expect((await guess(13)).status).toBe(429)
  })

  test('a refused guess does not fill the bucket further: the owner gets in a minute later', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    for (let n = 0; n < 40; n += 1)
      await s.signIn({ email: ada, password: 'x' }, { 'x-forwarded-for': `198.51.100.${n}` })
    s.clock.pass({ seconds: 61 })
    expect((await s.signIn({ email: ada })).status).toBe(303)
    // Signing in proves to be no guesser: the turns are given back.
    expect((await s.signIn({ email: ada })).status).toBe(303)
  })

  test('one address tries many accounts thirty times at most', async () => {
    await using s = await scene()
    const tried = await Promise.all(
      Array.from({ length: 40 }, (_, n) => s.signIn({ email: `p${n}@lab.example` })),
    )
    const statuses = tried.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  test('who a proxy says it is counts only by the proxy’s own last word', async () => {
    await using s = await scene()
    for (let n = 0; n < 30; n += 1)
      await s.signIn(
        { email: `p${n}@lab.example` },
        { 'x-forwarded-for': `10.9.8.${n}, 203.0.113.9` },
      )
    const answer = await s.signIn(
      { email: 'last@lab.example' },
      { 'x-forwarded-for': '10.1.1.1, 203.0.113.9' },
    )
    expect(answer.status).toBe(429)
  })
})

describe('the demo', () => {
  test.each(Object.entries(demoSignIns))(
    '%s stands for %s in demo mode only',
    async (token, email) => {
      await using demo = await scene({ demo: true })
      await somebody(demo.services, { email })
      const headers = { authorization: `Bearer ${token}` }
      expect(await (await demo.me(headers)).json()).toMatchObject({ email, via: 'token' })
      const real = createApp({ ...demo.services, demo: false })
      expect((await real.request('/api/v1/me', { headers })).status).toBe(401)
    },
  )
})
