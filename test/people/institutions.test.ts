import { expect, test } from 'vitest'
import { aRole, anInstitution, aToken, auditOf, newestLetter, somebody } from '../support/people.ts'
import { tellWaiting } from '../support/told.ts'
import { scene } from './scene.ts'

async function house() {
  const s = await scene()
  const root = await somebody(s.services, { email: 'root@lab.example', isAdmin: true })
  const ada = await somebody(s.services, { email: 'ada@lab.example', name: '王艾达', lang: 'en' })
  const keeper = await somebody(s.services, { email: 'keeper@lab.example' })
  const admin = await aToken(s.services, root.id, ['admin'])
  return {
    ...s,
    ada,
    root,
    keeper,
    admin,
    adas: await aToken(s.services, ada.id),
    keepers: await aToken(s.services, keeper.id),
  }
}

const lanzhou = { name: { zh: '兰州地化所', en: 'Lanzhou Geochemistry' }, region: '620102' }

test('an administrator adds an institution, which everybody then reads', async () => {
  await using s = await house()
  const made = await s.ask('POST', '/api/v1/institutions', { token: s.admin, json: lanzhou })
  expect(made.status).toBe(201)
  const { id } = await made.json()
  expect(made.headers.get('location')).toBe(`/api/v1/institutions/${id}`)
  const read = await s.ask('GET', `/api/v1/institutions/${id}`)
  expect(await read.json()).toMatchObject({
    ...lanzhou,
    kind: 'institute',
    approvesMembers: true,
    counts: { records: 0, labs: 0 },
    version: 1,
  })
  const again = await s.ask('GET', `/api/v1/institutions/${id}`, {
    headers: { 'if-none-match': read.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('nobody else adds or changes one', async () => {
  await using s = await house()
  const id = await anInstitution(s.services, '兰州地化所')
  const change = { json: { kind: 'university' }, headers: { 'if-match': '*' } }
  for (const [token, status] of [
    [undefined, 401],
    [s.adas, 403],
    [s.keepers, 403],
  ] as const) {
    const who = token ? { token } : {}
    const added = await s.ask('POST', '/api/v1/institutions', { ...who, json: lanzhou })
    expect(added.status).toBe(status)
    expect((await s.ask('PATCH', `/api/v1/institutions/${id}`, { ...who, ...change })).status).toBe(
      status,
    )
  }
})

test('a change names the version that was read, and a stale one is refused', async () => {
  await using s = await house()
  const id = await anInstitution(s.services, '兰州地化所')
  const change = (json: object, version?: string) =>
    s.ask('PATCH', `/api/v1/institutions/${id}`, {
      token: s.admin,
      json,
      headers: version ? { 'if-match': version } : {},
    })
  expect((await change({ kind: 'university' })).status).toBe(422)
  const changed = await change({ about: { zh: '研究地球化学', en: '' } }, '"1"')
  expect(await changed.json()).toMatchObject({
    about: { zh: '研究地球化学', en: null },
    name: { zh: '兰州地化所' },
    version: 2,
  })
  expect((await change({ kind: 'university' }, '"1"')).status).toBe(412)
})

test('every wrong field is named in both languages', async () => {
  await using s = await house()
  const json = {
    name: { zh: ' ' },
    region: '62',
    timezone: 'Mars/Olympus',
    ror: 'x',
    website: 'ftp://x',
  }
  const wrong = await s.ask('POST', '/api/v1/institutions', { token: s.admin, json })
  expect(wrong.status).toBe(422)
  const { issues } = await wrong.json()
  expect(issues.map(({ path }: { path: string }) => path)).toEqual([
    'name',
    'region',
    'timezone',
    'ror',
    'website',
  ])
  expect(issues[0].message).toBe('请至少用一种语言填写名称。')
})

test('one credit code is one institution’s', async () => {
  await using s = await house()
  const json = { ...lanzhou, creditCode: '91350100M000100Y43' }
  expect((await s.ask('POST', '/api/v1/institutions', { token: s.admin, json })).status).toBe(201)
  const again = await s.ask('POST', '/api/v1/institutions', { token: s.admin, json })
  expect(again.status).toBe(409)
})

test('the list goes on page by page, finds by name, and leaves closed ones out', async () => {
  await using s = await house()
  for (const name of ['甲所', '乙所', '丙院', '丁院']) await anInstitution(s.services, name)
  const closed = await anInstitution(s.services, '旧所')
  await s.ask('PATCH', `/api/v1/institutions/${closed}`, {
    token: s.admin,
    json: { closed: true },
    headers: { 'if-match': '*' },
  })
  const names: string[] = []
  let after = ''
  for (;;) {
    const page = await (await s.ask('GET', `/api/v1/institutions?limit=3${after}`)).json()
    expect(page.total).toEqual({ value: 4, relation: 'eq' })
    names.push(...page.items.map(({ name }: { name: { zh: string } }) => name.zh))
    if (page.next === null) break
    after = `&after=${page.next}`
  }
  expect(new Set(names)).toEqual(new Set(['甲所', '乙所', '丙院', '丁院']))
  expect(names).toHaveLength(4)
  const found = await (
    await s.ask('GET', `/api/v1/institutions?q=${encodeURIComponent('院')}`)
  ).json()
  expect(found.items).toHaveLength(2)
  const odd = await (await s.ask('GET', '/api/v1/institutions?q=%25')).json()
  expect(odd.items).toEqual([])
  expect((await s.ask('GET', '/api/v1/institutions?after=nonsense')).status).toBe(422)
  expect((await s.ask('GET', '/api/v1/institutions/nonsense')).status).toBe(404)
})

test('who joins waits where the institution asks so, and its curator decides', async () => {
  await using s = await house()
  const id = await anInstitution(s.services, '兰州地化所')
  await aRole(s.services, s.keeper.id, 'curator', id)
  const join = { token: s.adas, json: { title: '研究员' } }
  const asked = await s.ask('POST', `/api/v1/institutions/${id}/membership`, join)
  expect(await asked.json()).toEqual({ approved: false })
  expect((await s.ask('POST', `/api/v1/institutions/${id}/membership`, join)).status).toBe(409)
  await tellWaiting(s.services)
  expect((await newestLetter(s.services, 'keeper@lab.example'))?.body).toContain(
    '王艾达 (ada@lab.example)',
  )

  const members = `/api/v1/institutions/${id}/members`
  expect((await s.ask('GET', members, { token: s.adas })).status).toBe(403)
  expect((await s.ask('POST', `${members}/${s.ada.id}/approval`, { token: s.adas })).status).toBe(
    403,
  )
  const waiting = await (await s.ask('GET', members, { token: s.keepers })).json()
  expect(waiting.items).toMatchObject([
    { person: { name: '王艾达' }, title: '研究员', approvedAt: null },
  ])

  const approval = `${members}/${s.ada.id}/approval`
  expect((await s.ask('POST', approval, { token: s.keepers })).status).toBe(204)
  expect((await s.ask('POST', approval, { token: s.keepers })).status).toBe(404)
  await tellWaiting(s.services)
  expect((await newestLetter(s.services, 'ada@lab.example'))?.subject).toBe(
    'You are now a member of 兰州地化所',
  )
  expect(await auditOf(s.services)).toContain('membership.approve')

  expect((await s.ask('DELETE', `${members}/${s.ada.id}`, { token: s.adas })).status).toBe(204)
})

test('an institution that asks for no approval takes a member at once', async () => {
  await using s = await house()
  const id = await anInstitution(s.services, '开放所', { approvesMembers: false })
  const join = { token: s.adas, json: {} }
  const asked = await s.ask('POST', `/api/v1/institutions/${id}/membership`, join)
  expect(await asked.json()).toEqual({ approved: true })
})

test('a lab is made by who keeps its institution, and its PI says who belongs to it', async () => {
  await using s = await house()
  const institution = await anInstitution(s.services, '兰州地化所')
  const json = { institution, name: { zh: '同位素组' } }
  expect((await s.ask('POST', '/api/v1/labs', { token: s.adas, json })).status).toBe(403)
  await aRole(s.services, s.keeper.id, 'curator', institution)
  const made = await s.ask('POST', '/api/v1/labs', { token: s.keepers, json })
  const { id } = await made.json()
  const members = `/api/v1/labs/${id}/members`
  const add = (token: string, member: object) => s.ask('POST', members, { token, json: member })

  expect((await add(s.adas, { email: 'root@lab.example' })).status).toBe(403)
  expect((await add(s.keepers, { email: 'Ada@lab.example', role: 'pi' })).status).toBe(204)
  expect((await add(s.adas, { email: 'keeper@lab.example' })).status).toBe(204)
  const unknown = await add(s.adas, { email: 'nobody@lab.example' })
  expect((await unknown.json()).issues).toMatchObject([{ path: 'email' }])

  const list = await (await s.ask('GET', members, { token: s.adas })).json()
  expect(list.items).toMatchObject([{ person: { name: '王艾达' }, role: 'pi' }, { role: 'member' }])
  expect((await s.ask('GET', members)).status).toBe(401)
  expect(await (await s.ask('GET', `/api/v1/labs/${id}`)).json()).toMatchObject({
    name: { zh: '同位素组' },
    leaders: [{ name: '王艾达' }],
  })
  // Members may leave by themselves.
  await add(s.adas, { email: 'root@lab.example' })
  const rootsOwn = await aToken(s.services, s.root.id, ['write'])
  expect((await s.ask('DELETE', `${members}/${s.root.id}`, { token: rootsOwn })).status).toBe(204)
  expect((await s.ask('DELETE', `${members}/${s.keeper.id}`, { token: s.adas })).status).toBe(204)
})
