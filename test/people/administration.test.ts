import { expect, test } from 'vitest'
import { aRole, anInstitution, aToken, auditOf, somebody } from '../support/people.ts'
import { scene } from './scene.ts'

async function house() {
  const s = await scene()
  const root = await somebody(s.services, {
    email: 'root@lab.example',
    name: 'Root',
    isAdmin: true,
  })
  const ada = await somebody(s.services, { email: 'ada@lab.example', name: '王艾达' })
  return {
    ...s,
    root,
    ada,
    admin: await aToken(s.services, root.id, ['admin']),
    adas: await aToken(s.services, ada.id),
  }
}

test('only administrators see who has an account', async () => {
  await using s = await house()
  expect((await s.ask('GET', '/api/v1/people')).status).toBe(401)
  expect((await s.ask('GET', '/api/v1/people', { token: s.adas })).status).toBe(403)
  expect((await s.ask('GET', `/api/v1/people/${s.ada.id}`, { token: s.adas })).status).toBe(403)
  const found = await (await s.ask('GET', '/api/v1/people?q=ADA@', { token: s.admin })).json()
  expect(found).toMatchObject({ items: [{ name: '王艾达' }], total: { value: 1 } })
  const all = await (await s.ask('GET', '/api/v1/people?limit=1', { token: s.admin })).json()
  expect(all.items).toHaveLength(1)
  const rest = `/api/v1/people?limit=1&after=${all.next}`
  expect((await (await s.ask('GET', rest, { token: s.admin })).json()).next).toBeNull()
})

test('an account is made with a good password or none, and for one address once', async () => {
  await using s = await house()
  const make = (json: object) => s.ask('POST', '/api/v1/people', { token: s.admin, json })
  const made = await make({
    name: '新人',
    email: 'new@lab.example',
    password: 'marl osmium twelve',
  })
  expect(made.status).toBe(201)
  expect(await made.text()).not.toContain('argon2')
  expect(await s.signIn('new@lab.example', 'marl osmium twelve')).not.toBe('')
  const poor = await make({ name: '新人', email: 'poor@lab.example', password: 'password123' })
  expect((await poor.json()).issues).toMatchObject([{ path: 'password' }])
  expect((await make({ name: '又', email: 'NEW@lab.example' })).status).toBe(409)
})

test('disabling signs a person out everywhere at once, and enabling lets them in again', async () => {
  await using s = await house()
  const cookie = await s.signIn('ada@lab.example')
  const disable = (disabled: boolean) =>
    s.ask('PATCH', `/api/v1/people/${s.ada.id}`, {
      token: s.admin,
      json: { disabled },
      headers: { 'if-match': '*' },
    })
  expect((await (await disable(true)).json()).disabledAt).not.toBeNull()
  expect((await s.me(cookie)).status).toBe(401)
  expect((await s.ask('GET', '/api/v1/me', { token: s.adas })).status).toBe(401)
  expect(await s.signIn('ada@lab.example')).toBe('')
  await disable(false)
  expect(await s.signIn('ada@lab.example')).not.toBe('')
})

test('the last administrator stays one, also when two are taken away at once', async () => {
  await using s = await house()
  const patch = (id: string, json: object, token = s.admin) =>
    s.ask('PATCH', `/api/v1/people/${id}`, { token, json, headers: { 'if-match': '*' } })
  expect((await patch(s.root.id, { isAdmin: false })).status).toBe(409)
  expect((await patch(s.root.id, { disabled: true })).status).toBe(409)
  await patch(s.ada.id, { isAdmin: true })
  const second = await aToken(s.services, s.ada.id, ['admin'])
  const answers = await Promise.all([
    patch(s.root.id, { isAdmin: false }),
    patch(s.ada.id, { isAdmin: false }, second),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const left = await s.services.db
    .selectFrom('person')
    .where('is_admin', '=', true)
    .select('id')
    .execute()
  expect(left).toHaveLength(1)
})

test('a role is of an institution or a collection that is there, and can be taken back', async () => {
  await using s = await house()
  const institution = await anInstitution(s.services, '兰州地化所')
  const roles = `/api/v1/people/${s.ada.id}/roles`
  const grant = (json: object, token = s.admin) => s.ask('POST', roles, { token, json })
  expect((await grant({ role: 'curator', institution }, s.adas)).status).toBe(403)
  const granted = await grant({ role: 'curator', institution })
  expect(granted.status).toBe(201)
  expect((await grant({ role: 'curator', institution })).status).toBe(409)
  expect((await grant({ role: 'curator' })).status).toBe(422)
  const nowhere = '01a20000-0000-7000-8000-000000000000'
  expect((await grant({ role: 'steward', institution: nowhere })).status).toBe(404)
  expect((await grant({ role: 'steward', collection: nowhere })).status).toBe(404)
  const { id } = await granted.json()
  expect((await s.ask('DELETE', `${roles}/${id}`, { token: s.admin })).status).toBe(204)
  expect((await s.ask('DELETE', `${roles}/${id}`, { token: s.admin })).status).toBe(404)
  expect((await auditOf(s.services)).slice(-2)).toEqual(['role.grant', 'role.revoke'])
})

test('the audit says who changed what, to administrators', async () => {
  await using s = await house()
  const json = { name: '王大艾' }
  const headers = { 'if-match': '*', 'x-request-id': 'trace-1' }
  await s.ask('PATCH', `/api/v1/people/${s.ada.id}`, { token: s.admin, json, headers })
  const filter = `entity=person&entityId=${s.ada.id}&action=person.edit&actor=${s.root.id}`
  const list = await (await s.ask('GET', `/api/v1/audit?${filter}`, { token: s.admin })).json()
  expect(list).toMatchObject({
    items: [
      {
        actor: { type: 'person', id: s.root.id, name: 'Root' },
        action: 'person.edit',
        before: { name: '王艾达' },
        after: { name: '王大艾' },
        requestId: 'trace-1',
      },
    ],
    next: null,
    total: { value: 1, relation: 'eq' },
  })
  expect((await s.ask('GET', '/api/v1/audit', { token: s.adas })).status).toBe(403)
  expect((await s.ask('GET', '/api/v1/audit')).status).toBe(401)
  expect((await s.ask('GET', '/api/v1/audit?actor=me', { token: s.admin })).status).toBe(422)
})

test('a curator sees what was done to their own institution, page by page', async () => {
  await using s = await house()
  const own = await anInstitution(s.services, '兰州地化所')
  await anInstitution(s.services, '别的单位')
  await aRole(s.services, s.ada.id, 'curator', own)
  const actions: string[] = []
  let after = ''
  for (;;) {
    const answer = await s.ask('GET', `/api/v1/audit?limit=1${after}`, { token: s.adas })
    const { items, next } = await answer.json()
    actions.push(...items.map((one: { action: string }) => one.action))
    if (next === null) break
    after = `&after=${next}`
  }
  expect(actions).toEqual(['role.grant', 'institution.create'])
})

test('no change leaves a secret in the audit', async () => {
  await using s = await house()
  await s.ask('POST', '/forgot', { form: { email: 'ada@lab.example' } })
  await s.signIn('ada@lab.example')
  const rows = await s.services.db.selectFrom('audit').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/argon2|hexi_pat_|tulip/)
})
