import { expect, test } from 'vitest'
import {
  anInstitution,
  linkIn,
  newestLetter,
  sessionCookieIn,
  somebody,
} from '../support/people.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'
const fresh = 'marl osmium twelve'

test('registering makes an account only once its address is proved', async () => {
  await using s = await scene()
  const institution = await anInstitution(s.services, '兰州地化所')
  const form = { name: '李雷', email: 'Li.Lei@lab.example', institution }
  const asked = await s.ask('POST', '/register', { form })
  expect(await asked.text()).toContain('请打开邮件中的链接')
  expect(await s.services.db.selectFrom('person').select('id').execute()).toEqual([])

  const link = linkIn((await newestLetter(s.services, 'Li.Lei@lab.example'))?.body)
  expect(await (await s.ask('GET', link)).text()).toContain('李雷')
  const finished = await s.ask('POST', link, { form: { password: fresh } })
  const me = await (await s.me(sessionCookieIn(finished))).json()
  expect(me).toMatchObject({
    name: '李雷',
    email: 'Li.Lei@lab.example',
    memberships: [{ institution: { id: institution }, approvedAt: null }],
  })
  expect(me.emailVerifiedAt).not.toBeNull()
  expect((await s.ask('POST', link, { form: { password: fresh } })).status).toBe(404)
})

test('registering with a known address reads the same, and its owner is told by letter', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada, lang: 'en' })
  const form = { name: '某人', email: 'ADA@lab.example' }
  const known = await s.ask('POST', '/register', { form })
  const other = await s.ask('POST', '/register', { form: { ...form, email: 'b@lab.example' } })
  expect(await known.text()).toBe(await other.text())
  expect((await newestLetter(s.services, ada))?.subject).toBe('You already have an account')
})

test('a wrong address is refused beside its field, and the name is kept', async () => {
  await using s = await scene()
  const form = { name: '李雷', email: 'not an address' }
  const refused = await s.ask('POST', '/register', { form })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('field-email-error')
  expect(html).toContain('value="李雷"')
  expect(html).toContain('value="not an address"')
})

test('a name carries no address into a letter', async () => {
  await using s = await scene()
  const form = { name: 'see https://evil.example', email: 'b@lab.example' }
  expect((await s.ask('POST', '/register', { form })).status).toBe(422)
})
