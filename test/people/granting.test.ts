import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

let house: TestHouse
let lab: string
let collection: string

beforeAll(async () => {
  house = await testHouse()
  const admin = house.as('demo-admin')
  const made = await admin.post('/api/v1/labs', {
    name: { zh: '作物课题组', en: 'Crop lab' },
    institution: house.own,
  })
  ;({ id: lab } = await made.json())
  const kept = await house
    .as('demo-curator')
    .post('/api/v1/collections', { title: { zh: '队列样本库', en: 'Cohort biobank' } })
  ;({ id: collection } = await kept.json())
})
afterAll(() => house[Symbol.asyncDispose]())

const send = async (path: string, typed: Record<string, string>, who = 'demo-admin') => {
  const answer = await house.app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${who}`, cookie: 'hexi_lang=en' },
    body: new URLSearchParams(typed),
  })
  return { status: answer.status, text: await answer.text() }
}

test('a person is found by part of the address and given a role by what is picked from lists', async () => {
  const id = house.people['demo-outsider']
  const { email } = await house.db
    .selectFrom('person')
    .where('id', '=', id)
    .select('email')
    .executeTakeFirstOrThrow()
  const admin = house.as('demo-admin')
  const found = await (
    await admin.get(`/admin/people?q=${encodeURIComponent(email.slice(0, 8))}`)
  ).text()
  expect(found).toContain(`/admin/people/${id}`)
  const page = await (await admin.get(`/admin/people/${id}`, { cookie: 'hexi_lang=en' })).text()
  for (const [name, value] of [
    ['institution', house.other],
    ['collection', collection],
    ['lab', lab],
  ])
    expect(page).toMatch(new RegExp(`<select[^>]*name="${name}"[^]*?<option value="${value}"`))
  const role = { role: 'steward', institution: '', collection }
  expect((await send(`/admin/people/${id}/roles`, role)).status).toBe(303)
  expect((await send(`/admin/people/${id}/labs`, { lab, role: 'pi' })).status).toBe(303)
  const after = await (await admin.get(`/admin/people/${id}`, { cookie: 'hexi_lang=en' })).text()
  expect(after).toContain('Cohort biobank')
  expect(after).toContain('Crop lab')
})

test('what is not picked is asked for, and nobody else adds people to labs', async () => {
  const path = `/admin/people/${house.people['demo-outsider']}/labs`
  const nothing = await send(path, { lab: '', role: 'member' })
  expect(nothing.status).toBe(422)
  expect(nothing.text).toMatch(/<select[^>]*name="lab"[^>]*aria-invalid="true"/)
  const gone = await send(path, { lab: '0190b3c0-0000-7000-8000-000000000000', role: 'member' })
  expect(gone.status).toBe(404)
  expect((await send(path, { lab, role: 'pi' }, 'demo-researcher')).status).toBe(403)
})

test('of more labs than a list offers, any is found by its name and chosen, without script too', async () => {
  const made = await house.db
    .insertInto('lab')
    .values(
      Array.from({ length: 230 }, (_, number) => ({
        institution_id: house.own,
        name_zh: `课题组 ${String(number).padStart(3, '0')}`,
        created_at: testNow(),
      })),
    )
    .returning(['id', 'name_zh'])
    .execute()
  const last = made.find(({ name_zh }) => name_zh === '课题组 229')?.id ?? ''
  const person = `/admin/people/${house.people['demo-outsider']}`
  const admin = house.as('demo-admin')
  const pageOf = async (path: string) => (await admin.get(path, { cookie: 'hexi_lang=en' })).text()
  const first = await pageOf(person)
  expect(first).toContain('<hexi-find-labs')
  expect(first).not.toContain(`<option value="${last}"`)
  for (const path of [person, '/vouchers'])
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    expect(await pageOf(`${path}?labs=${encodeURIComponent('组 229')}`)).toContain(
      `<option value="${last}"`,
    )
  expect(await pageOf(`/vouchers?lab=${last}`)).toMatch(
    new RegExp(`<option value="${last}"[^>]*selected`),
  )
  expect((await send(`${person}/labs`, { lab: last, role: 'member' })).status).toBe(303)
  const { items } = await (await admin.get('/api/v1/labs?q=229')).json()
  expect(items.map(({ id }: { id: string }) => id)).toEqual([last])
  expect((await (await admin.get('/api/v1/labs?q=%25')).json()).items).toEqual([])
})
