import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../support/house.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
beforeAll(async () => {
  house = opened.use(await testHouse())
})
afterAll(() => opened.disposeAsync())

const post = (path: string, form: Record<string, string>, token = 'demo-admin') =>
  house.app.request(`/reports/settings/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${token}`,
    },
    body: new URLSearchParams(form),
  })

const norms = {
  quota_general: '1600',
  quota_special: '800',
  national_effective: '1599',
  national_external: '273',
  worth_province: '30',
  worth_nation: '50',
}

test('an administrator says how many hours are expected, from what value on', async () => {
  expect((await post('norms', norms)).status).toBe(303)
  const { value } = await house.db
    .selectFrom('report_norm')
    .where('name', '=', 'quota_general')
    .select('value')
    .executeTakeFirstOrThrow()
  expect(value).toBe(1600)
  const wrong = await post('norms', { ...norms, worth_nation: 'viel' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="viel"')
  expect((await post('norms', norms, 'demo-curator')).status).toBe(403)
  expect((await house.as('demo-curator').get('/reports/settings')).status).toBe(403)
})

test('which fields are needed and how long they are is changed together, and kept in the audit', async () => {
  const answer = await post('fields?part=customs', {
    'innerId.required': 'on',
    'customsNumber.maxLength': '20',
  })
  expect(answer.status).toBe(303)
  const fields = await house.db
    .selectFrom('nrii_field')
    .where('part', '=', 'customs')
    .select(['name', 'required', 'max_length'])
    .orderBy('position')
    .execute()
  expect(fields.map(({ name, required, max_length }) => [name, required, max_length])).toEqual([
    ['innerId', true, null],
    ['insCode', false, null],
    ['customsNumber', false, 20],
    ['customsItem', false, null],
    ['customsReleaseDate', false, null],
    ['customsName', false, null],
  ])
  const wrong = await post('fields?part=customs', { 'innerId.maxLength': '-3' })
  expect(wrong.status).toBe(422)
  const audit = await house.db
    .selectFrom('audit')
    .where('action', '=', 'nrii_field.edit')
    .selectAll()
    .execute()
  expect(audit).toHaveLength(1)
})
