import { describe, expect, test } from 'vitest'
import {
  aRole,
  anInstitution,
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

describe('a forgotten password', () => {
  test('is replaced by a link that works once, which ends every other session', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada })
    const old = await s.signIn(ada)
    const asked = await s.ask('POST', '/forgot', { form: { email: ' ADA@lab.example ' } })
    expect(await asked.text()).toContain('如果这个邮箱有账户')
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
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404, 404])
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
})

describe('registering', () => {
  test('makes an account only once its address is proved', async () => {
    await using s = await scene()
    const institution = await anInstitution(s.services, '兰州地化所')
    const form = { name: '李雷', email: 'Li.Lei@lab.example', institution }
    const asked = await s.ask('POST', '/register', { form })
    expect(await asked.text()).toContain('请打开信中的链接')
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

  test('with a known address reads the same, and its owner is told by letter', async () => {
    await using s = await scene()
    await somebody(s.services, { email: ada, lang: 'en' })
    const form = { name: '某人', email: 'ADA@lab.example' }
    const known = await s.ask('POST', '/register', { form })
    const other = await s.ask('POST', '/register', { form: { ...form, email: 'b@lab.example' } })
    expect(await known.text()).toBe(await other.text())
    expect((await newestLetter(s.services, ada))?.subject).toBe('You have an account already')
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
})

describe('an invitation', () => {
  async function invited(role: 'member' | 'curator', email: string) {
    const s = await scene()
    const institution = await anInstitution(s.services, '兰州地化所')
    const { id } = await somebody(s.services, { email: 'keeper@lab.example', name: '管理员' })
    await aRole(s.services, id, 'curator', institution)
    const cookie = await s.signIn('keeper@lab.example')
    const json = { email, institution, role, lang: 'en' }
    const answer = await s.ask('POST', '/api/v1/invitations', { cookie, json })
    const link = linkIn((await newestLetter(s.services, email))?.body)
    return { ...s, institution, link, answer }
  }

  test('makes an account with the role that was offered', async () => {
    await using s = await invited('curator', 'new@lab.example')
    expect(s.answer.status).toBe(202)
    const letter = await newestLetter(s.services, 'new@lab.example')
    expect(letter?.body).toContain('管理员 invites you to join 兰州地化所 at Hexi as “Curator”')
    expect(await (await s.ask('GET', s.link)).text()).toContain('资源管理员')
    const accepted = await s.ask('POST', s.link, { form: { name: '新人', password: fresh } })
    expect(accepted.status).toBe(303)
    const me = await (await s.me(sessionCookieIn(accepted))).json()
    expect(me).toMatchObject({
      name: '新人',
      lang: 'en',
      memberships: [{ institution: { id: s.institution } }],
      roles: [{ role: 'curator', institution: { id: s.institution } }],
    })
    expect(me.memberships[0].approvedAt).not.toBeNull()
    expect((await s.ask('GET', s.link)).status).toBe(404)
    const actions = await auditOf(s.services)
    for (const action of [
      'invitation.create',
      'membership.create',
      'role.grant',
      'invitation.accept',
    ])
      expect(actions).toContain(action)
  })

  test('gives the role to who has an account, and approves who was waiting', async () => {
    await using s = await invited('member', ada)
    await somebody(s.services, { email: ada })
    const cookie = await s.signIn(ada)
    const join = { cookie, json: {} }
    await s.ask('POST', `/api/v1/institutions/${s.institution}/membership`, join)
    const accepted = await s.ask('POST', s.link, { cookie })
    expect(accepted.headers.get('location')).toBe(`/institutions/${s.institution}`)
    const me = await (await s.me(cookie)).json()
    expect(me.memberships).toMatchObject([{ institution: { id: s.institution } }])
    expect(me.memberships[0].approvedAt).not.toBeNull()
    expect(me.roles).toEqual([])
  })

  test('is not for whoever else is signed in', async () => {
    await using s = await invited('curator', 'new@lab.example')
    await somebody(s.services, { email: 'eve@lab.example' })
    const cookie = await s.signIn('eve@lab.example')
    expect((await s.ask('GET', s.link, { cookie })).status).toBe(403)
    const form = { name: 'Eve', password: fresh }
    expect((await s.ask('POST', s.link, { cookie, form })).status).toBe(403)
  })

  test('is written by who keeps the institution, and for that institution only', async () => {
    await using s = await invited('member', ada)
    const other = await anInstitution(s.services, '别的单位')
    const cookie = await s.signIn('keeper@lab.example')
    const json = { email: 'x@lab.example', institution: other, role: 'curator' }
    expect((await s.ask('POST', '/api/v1/invitations', { cookie, json })).status).toBe(403)
    expect((await s.ask('POST', '/api/v1/invitations', { json })).status).toBe(401)
  })

  test('that is two weeks old is dead', async () => {
    await using s = await invited('member', ada)
    s.clock.pass({ hours: 14 * 24 + 1 })
    expect((await s.ask('GET', s.link)).status).toBe(404)
  })
})
