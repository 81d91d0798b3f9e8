import { describe, expect, test } from 'vitest'
import { anInstitution, linkIn, newestLetter } from '../support/people.ts'
import { peopledHouse as house } from './scene.ts'

describe('the desk of who keeps people', () => {
  test('an institution is added and edited by forms; a stale one is said to be so', async () => {
    await using s = await house()
    const cookie = s.rootsCookie
    const form = {
      'name.zh': '寒旱所',
      kind: 'institute',
      timezone: 'Asia/Shanghai',
      region: '620102',
      country: 'CN',
    }
    const made = await s.ask('POST', '/admin/institutions/new', { cookie, form })
    const here = made.headers.get('location') ?? ''
    expect(await (await s.ask('GET', here)).text()).toContain('寒旱所')
    const edit = (version: string, about: string) =>
      s.ask('POST', `/admin${here}`, { cookie, form: { ...form, version, 'about.zh': about } })
    expect((await edit('1', '冰川与沙漠')).status).toBe(303)
    const stale = await edit('1', '冻土')
    expect(stale.status).toBe(412)
    const html = await stale.text()
    expect(html).toContain('冻土')
    expect(html).toContain('name="version" value="2"')
  })

  test('a curator invites and accepts for their own institution only', async () => {
    await using s = await house()
    const other = await anInstitution(s.services, '别的单位')
    const form = { email: 'new@lab.example', role: 'steward', lang: 'zh' }
    const invite = (id: string) =>
      s.ask('POST', `/institutions/${id}/people/invitations`, { cookie: s.adasCookie, form })
    expect((await invite(s.institution)).status).toBe(303)
    expect(linkIn((await newestLetter(s.services, 'new@lab.example'))?.body)).not.toBe('')
    const page = await s.ask('GET', `/institutions/${s.institution}/people`, {
      cookie: s.adasCookie,
    })
    expect(await page.text()).toContain('new@lab.example')
    expect((await invite(other)).status).toBe(403)
    expect(
      (await s.ask('GET', `/institutions/${other}/people`, { cookie: s.adasCookie })).status,
    ).toBe(403)
  })

  test('the audit page shows a change before and after', async () => {
    await using s = await house()
    const form = { version: '1', name: '王大艾' }
    const edited = await s.ask('POST', `/admin/people/${s.ada.id}`, { cookie: s.rootsCookie, form })
    expect(edited.status).toBe(303)
    const page = await s.ask('GET', '/admin/audit?action=person.edit', { cookie: s.rootsCookie })
    const html = await page.text()
    expect(html).toContain('<del>王艾达</del>')
    expect(html).toContain('<ins>王大艾</ins>')
  })
})
