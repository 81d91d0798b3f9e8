import { expect, test } from 'vitest'
import {
  auditOf,
  linkIn,
  newestLetter,
  password,
  sessionCookieIn,
  somebody,
} from '../support/people.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'
const fresh = 'marl osmium twelve'

test('a forgotten password is replaced by a link that works once, which ends every other session', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  const old = await s.signIn(ada)
  const asked = await s.ask('POST', '/forgot', { form: { email: ' ADA@lab.example ' } })
  expect(await asked.text()).toContain('如果该邮箱已注册')
  const letter = await newestLetter(s.services, ada)
  expect(letter?.subject).toBe('重设密码')
  const link = linkIn(letter?.body)

  // Looking at the page uses nothing up: mailboxes do so by themselves.
  expect(await (await s.ask('GET', link)).text()).toContain(ada)
  const reset = await s.ask('POST', link, { form: { password: fresh } })
  expect(reset.status).toBe(303)
  expect((await s.me(sessionCookieIn(reset))).status).toBe(200)
  expect((await s.me(old)).status).toBe(401)
  expect((await s.ask('POST', '/sign-in', { form: { email: ada, password } })).status).toBe(401)
  expect(await s.signIn(ada, fresh)).toMatch(/hexi_session/)

  expect((await s.ask('POST', link, { form: { password: 'another one entirely' } })).status).toBe(
    404,
  )
  expect((await newestLetter(s.services, ada))?.subject).toBe('密码已修改')
  expect(await auditOf(s.services)).toContain('person.reset_password')
})

test('asked for by two at once, the link serves one of them', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  await s.ask('POST', '/forgot', { form: { email: ada } })
  const link = linkIn((await newestLetter(s.services, ada))?.body)
  const answers = await Promise.all(
    [1, 2, 3].map(() => s.ask('POST', link, { form: { password: fresh } })),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 404, 404])
})

test('a poor password is refused beside its field, and the link still works', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  await s.ask('POST', '/forgot', { form: { email: ada } })
  const link = linkIn((await newestLetter(s.services, ada))?.body)
  const refused = await s.ask('POST', link, { form: { password: 'password123' } })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('field-password-error')
  expect(html).not.toContain('password123')
  expect((await s.ask('POST', link, { form: { password: fresh } })).status).toBe(303)
})

test('a link is dead after two hours, or when a newer letter was asked for', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  await s.ask('POST', '/forgot', { form: { email: ada } })
  const first = linkIn((await newestLetter(s.services, ada))?.body)
  await s.ask('POST', '/forgot', { form: { email: ada } })
  const second = linkIn((await newestLetter(s.services, ada))?.body)
  expect((await s.ask('GET', first)).status).toBe(404)
  expect((await s.ask('GET', second)).status).toBe(200)
  s.clock.pass({ hours: 2, seconds: 1 })
  expect((await s.ask('GET', second)).status).toBe(404)
})

test('an unknown address gets the same page and no letter', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  const known = await (await s.ask('POST', '/forgot', { form: { email: ada } })).text()
  const unknown = await s.ask('POST', '/forgot', { form: { email: 'nobody@lab.example' } })
  expect(await unknown.text()).toBe(known)
  expect(await newestLetter(s.services, 'nobody@lab.example')).toBeUndefined()
})

test('nobody’s mailbox is flooded', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  const ask = () => s.ask('POST', '/forgot', { form: { email: ada } })
  for (let n = 0; n < 4; n += 1) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('600')
  expect(await refused.text()).toContain(`value="${ada}"`)
})
