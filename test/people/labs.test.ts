import { expect, test } from 'vitest'
import { peopledHouse } from './scene.ts'

async function house() {
  const s = await peopledHouse()
  const json = { institution: s.institution, name: { zh: '同位素组' }, about: { en: 'Isotopes' } }
  const made = await s.ask('POST', '/api/v1/labs', { cookie: s.adasCookie, json })
  const { id } = await made.json()
  const headers = { origin: 'http://localhost' }
  return {
    ...s,
    id,
    made,
    path: `/api/v1/labs/${id}`,
    change: (ifMatch: string, change: object) =>
      s.ask('PATCH', `/api/v1/labs/${id}`, {
        cookie: s.adasCookie,
        json: change,
        headers: { 'if-match': ifMatch },
      }),
    send: (form: Record<string, string>, at = `/admin/labs/${id}`) =>
      s.ask('POST', at, { cookie: s.adasCookie, form, headers }),
  }
}

test('a lab that is made says where it is and which version it has', async () => {
  await using s = await house()
  expect([s.made.status, s.made.headers.get('location'), s.made.headers.get('etag')]).toEqual([
    201,
    s.path,
    '"1"',
  ])
  const known = await s.ask('GET', s.path, { headers: { 'if-none-match': '"1"' } })
  expect(known.status).toBe(304)
})

test('a change names the version that it was made to, and only what it changes', async () => {
  await using s = await house()
  expect((await s.change('"7"', { closed: true })).status).toBe(412)
  const answer = await s.change('"1"', { name: { en: 'Isotope group' } })
  expect(answer.headers.get('etag')).toBe('"2"')
  expect(await answer.json()).toMatchObject({
    name: { zh: null, en: 'Isotope group' },
    about: { en: 'Isotopes' },
    closedAt: null,
  })
})

test('the form sends every field: it empties, refuses, and never overwrites unseen', async () => {
  await using s = await house()
  const stale = await s.send({ 'name.zh': '新名', version: '0' })
  expect([stale.status, (await stale.text()).includes('value="新名"')]).toEqual([412, true])
  const blank = await s.send({ 'name.zh': ' ', version: '1' })
  expect([blank.status, (await blank.text()).includes('field-name-error')]).toEqual([422, true])
  expect((await s.send({ 'name.zh': '新名', 'about.en': '', version: '1' })).status).toBe(303)
  expect(await (await s.ask('GET', s.path)).json()).toMatchObject({
    name: { zh: '新名' },
    about: { zh: null, en: null },
    version: 2,
  })
})

test('members are added by a form, and named in the audit by the labels of forms', async () => {
  await using s = await house()
  const members = `/admin/labs/${s.id}/members`
  expect((await s.send({ email: 'root@lab.example', role: 'pi' }, members)).status).toBe(303)
  expect((await s.send({ email: 'nobody@lab.example', role: 'pi' }, members)).status).toBe(422)
  const page = await (await s.ask('GET', `/admin/labs/${s.id}`, { cookie: s.adasCookie })).text()
  expect(page).toContain(`action="${members}/${s.root.id}/end"`)
  const audit = await s.ask('GET', `/admin/audit?entity=lab`, { cookie: s.rootsCookie })
  expect(await audit.text()).toContain('简介')
})
