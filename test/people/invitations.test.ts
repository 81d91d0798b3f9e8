import { expect, test } from 'vitest'
import {
  aRole,
  anInstitution,
  auditOf,
  linkIn,
  newestLetter,
  sessionCookieIn,
  somebody,
} from '../support/people.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'
const fresh = 'marl osmium twelve'

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

test('an invitation makes an account with the role that was offered', async () => {
  await using s = await invited('curator', 'new@lab.example')
  expect(s.answer.status).toBe(202)
  const letter = await newestLetter(s.services, 'new@lab.example')
  expect(letter?.body).toContain('管理员 invites you to join 兰州地化所 on Hexi as “Curator”')
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

test('an invitation gives the role to who has an account, and approves who was waiting', async () => {
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

test('an invitation is not for whoever else is signed in', async () => {
  await using s = await invited('curator', 'new@lab.example')
  await somebody(s.services, { email: 'eve@lab.example' })
  const cookie = await s.signIn('eve@lab.example')
  expect((await s.ask('GET', s.link, { cookie })).status).toBe(403)
  const form = { name: 'Eve', password: fresh }
  expect((await s.ask('POST', s.link, { cookie, form })).status).toBe(403)
})

test('an invitation is written by who keeps the institution, and for that institution only', async () => {
  await using s = await invited('member', ada)
  const other = await anInstitution(s.services, '别的单位')
  const cookie = await s.signIn('keeper@lab.example')
  const json = { email: 'x@lab.example', institution: other, role: 'curator' }
  expect((await s.ask('POST', '/api/v1/invitations', { cookie, json })).status).toBe(403)
  expect((await s.ask('POST', '/api/v1/invitations', { json })).status).toBe(401)
})

test('an invitation that is two weeks old is dead', async () => {
  await using s = await invited('member', ada)
  s.clock.pass({ hours: 14 * 24 + 1 })
  expect((await s.ask('GET', s.link)).status).toBe(404)
})
