import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { endDemoAccess, disableDemoPeople } from '../../src/people/accounts/actions/demo.ts'
import { demoPassword, demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { aToken, houseContext, somebody } from '../support/people.ts'
import { scene } from './scene.ts'

const { 'demo-admin': admin } = demoSignIns

/** A house that was seeded and served as the demo, and is now served without it. */
async function formerDemo() {
  const s = await scene({ demo: true })
  const password_hash = await s.services.passwords.hash(demoPassword)
  const people = []
  for (const email of [admin, demoSignIns['demo-pi'], 'other@hexi.example'])
    people.push(await somebody(s.services, { email }))
  const ids = people.map(({ id }) => id)
  await s.services.db.updateTable('person').set({ password_hash }).where('id', 'in', ids).execute()
  const mine = await somebody(s.services, { email: 'ada@lab.example' })
  const cookie = await s.signIn(admin, demoPassword)
  const token = await aToken(s.services, ids[0] ?? '')
  const app = createApp({ ...s.services, demo: false })
  const signIn = (email: string) =>
    app.request('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email, password: demoPassword }),
    })
  const me = async (headers: Record<string, string>) =>
    (await app.request('/api/v1/me', { headers })).status
  return { ...s, ids, mine, cookie, token, signIn, me, ctx: houseContext(s.services) }
}

test('without the demo, its password and its tokens open nothing', async () => {
  await using s = await formerDemo()
  for (const email of [admin, 'other@hexi.example'])
    expect((await s.signIn(email)).status).toBe(401)
  expect(await s.me({ authorization: 'Bearer demo-admin' })).toBe(401)
})

test('what began with its password ends, and everybody else stays', async () => {
  await using s = await formerDemo()
  const theirs = await s.signIn('ada@lab.example')
  expect(theirs.status).toBe(401)
  const own = await aToken(s.services, s.mine.id)
  const ended = await endDemoAccess(s.ctx)
  expect(ended.map(({ id }) => id).toSorted()).toEqual(s.ids.toSorted())
  expect(await s.me({ cookie: s.cookie })).toBe(401)
  expect(await s.me({ authorization: `Bearer ${s.token}` })).toBe(401)
  expect(await s.me({ authorization: `Bearer ${own}` })).toBe(200)
})

test('its people are disabled by a command; one who has a password of their own is not', async () => {
  await using s = await formerDemo()
  const [, pi = ''] = s.ids
  const password_hash = await s.services.passwords.hash('tulip cargo osmium')
  await s.services.db.updateTable('person').set({ password_hash }).where('id', '=', pi).execute()
  expect(await disableDemoPeople(s.ctx)).toBe(2)
  expect(await disableDemoPeople(s.ctx)).toBe(0)
  const rows = await s.services.db
    .selectFrom('person')
    .where('disabled_at', 'is', null)
    .select('email')
    .orderBy('email')
    .execute()
  expect(rows.map(({ email }) => email)).toEqual(['ada@lab.example', demoSignIns['demo-pi']])
})
