import { expect, test } from 'vitest'
import { sessionCookieIn, somebody } from '../support/people.ts'
import { door } from './scene.ts'

const ada = 'Ada@lab.example'

test('signing in again ends the session that the browser had', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const first = sessionCookieIn(await s.signIn({ email: ada }))
  const second = sessionCookieIn(await s.signIn({ email: ada }, { cookie: first }))
  expect(second).not.toBe(first)
  expect((await s.me({ cookie: first })).status).toBe(401)
  expect((await s.me({ cookie: second })).status).toBe(200)
})

test('a planted cookie never becomes a signed-in one', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const planted = `hexi_session=${'x'.repeat(43)}`
  const own = sessionCookieIn(await s.signIn({ email: ada }, { cookie: planted }))
  expect(own).not.toBe(planted)
  expect((await s.me({ cookie: planted })).status).toBe(401)
})

test('a session in use lives on, an unused one ends after 14 days', async () => {
  await using s = await door()
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
  await using s = await door()
  await somebody(s.services, { email: ada })
  const cookie = sessionCookieIn(await s.signIn({ email: ada }))
  const seenAt = async () =>
    (await s.services.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow()).seen_at
  const begun = await seenAt()
  s.clock.pass({ minutes: 9 })
  await s.me({ cookie })
  expect((await seenAt()).equals(begun)).toBe(true)
  s.clock.pass({ minutes: 2 })
  await s.me({ cookie })
  expect((await seenAt()).equals(s.clock.now())).toBe(true)
})

test('a person sees where they are signed in, and ends one or all others', async () => {
  await using s = await door()
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
  await using s = await door()
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
