import { expect, test } from 'vitest'
import type { Document } from '../../src/web/api-reference/document.ts'
import { fullHouse } from './scene.ts'

test('the document says what is served: files, If-Match, methods, refusals', async () => {
  await using house = await fullHouse([])
  const { paths }: Document = await (await house.as().get('/api/v1/openapi.json')).json()
  expect(Object.keys(paths['/labs']?.['get']?.responses?.['200']?.content ?? {})).toEqual([
    'application/json',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const ifMatch = (path: string) =>
    paths[path]?.['patch']?.parameters?.find(({ name }) => name === 'If-Match')?.required
  expect([ifMatch('/orders/{id}'), ifMatch('/labs/{id}'), ifMatch('/bookings/{id}')]).toEqual([
    false,
    true,
    false,
  ])
  for (const status of ['400', '413', '415', '422', '431', '503'])
    expect(paths['/labs']?.['post']?.responses).toHaveProperty(status)
})

test('a method that an address does not have is refused with those that it has', async () => {
  await using house = await fullHouse([])
  const lab = house.ids.get('labs')?.[0]
  const answer = await house.as('demo-admin').delete(`/api/v1/labs/${lab}`)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH'])
  expect((await house.as().post('/api/v1/nothing', {})).status).toBe(404)
})

test('a check refuses a reason to set the rules aside from who may not, as booking does', async () => {
  await using house = await fullHouse([])
  const asked = {
    start: '2026-12-02T09:00+08:00',
    end: '2026-12-02T10:00+08:00',
    purpose: 'Thin sections',
    override: 'urgent',
  }
  const { purpose: _, ...checked } = asked
  const at = `/api/v1/instruments/${house.ids.get('instruments')?.[0]}`
  const statuses = async (as: string) => [
    (await house.as(as).post(`${at}/booking-checks`, checked)).status,
    (await house.as(as).post(`${at}/bookings`, asked)).status,
  ]
  expect(await statuses('demo-researcher')).toEqual([403, 403])
  expect(await statuses('demo-steward')).toEqual([200, 201])
})
