import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { auditOf, password, sessionCookieIn, somebody } from '../support/people.ts'
import { door } from './scene.ts'

const ada = 'Ada@lab.example'

test('a person who signs in is known until they sign out', async () => {
  await using s = await door()
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
  await using s = await door()
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
  await using s = await door()
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
    await using s = await door()
    await somebody(s.services, { email: ada })
    expect((await s.signIn({ email: ada, next })).headers.get('location')).toBe('/me')
  },
)

test('signing in leads to the page that was asked for, else to what waits today', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const leadsTo = async (next: string) =>
    (await s.signIn({ email: ada, next })).headers.get('location')
  expect(await leadsTo('/bookings?view=past')).toBe('/bookings?view=past')
  for (const next of ['', '/', '/sign-in', '/sign-out'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await leadsTo(next)).toBe('/me')
})

test('a wrong password and an unknown address read the same, and the address is kept in the form', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const wrong = await s.signIn({ email: ada, password: 'not the right one' })
  const unknown = await s.signIn({ email: 'nobody@lab.example', password: 'not the right one' })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  const [one, other] = [await wrong.text(), await unknown.text()]
  expect(one).toContain('邮箱或密码不正确')
  expect(one.replaceAll('Ada@lab.example', '*')).toBe(other.replaceAll('nobody@lab.example', '*'))
  expect(one).toContain('value="Ada@lab.example"')
  expect(one).not.toContain('not the right one')
})

test('an unknown address costs as much work as a known one', async () => {
  await using s = await door()
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
  await using s = await door()
  const { id } = await somebody(s.services, { email: ada })
  const cookie = sessionCookieIn(await s.signIn({ email: ada }))
  const at = s.clock.now()
  await s.services.db.updateTable('person').set({ disabled_at: at }).where('id', '=', id).execute()
  expect((await s.me({ cookie })).status).toBe(401)
  expect((await s.signIn({ email: ada })).status).toBe(403)
  expect((await s.signIn({ email: ada, password: 'not the right one' })).status).toBe(401)
})

test.each(Object.entries(demoSignIns))(
  '%s stands for %s in demo mode only',
  async (token, email) => {
    await using demo = await door({ demo: true })
    await somebody(demo.services, { email })
    const headers = { authorization: `Bearer ${token}` }
    expect(await (await demo.me(headers)).json()).toMatchObject({ email, via: 'token' })
    const real = createApp({ ...demo.services, demo: false })
    expect((await real.request('/api/v1/me', { headers })).status).toBe(401)
  },
)
