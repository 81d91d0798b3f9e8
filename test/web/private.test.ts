import { expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse } from '../support/house.ts'

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

test('what somebody who signed in is answered is kept nowhere', async () => {
  await using house = await testHouse()
  const instrument = await house.add('instrument', {
    institution: house.own,
    title: { en: 'Confocal microscope' },
    instrCategory: '010000',
    function: 'Cells',
  })
  const document = await (await house.as().get('/api/v1/openapi.json')).json()
  const api = Object.entries(Document.parse(document).paths)
    .filter(([path, { get }]) => get !== undefined && !/\{(?!id\})/.test(path))
    .map(([path]) => `/api/v1${path}`)
  const pages = ['/', '/bookings', '/orders', '/account', '/desk', '/records/{id}', '/labs']
  const wrong: object[] = []
  for (const path of [...api, ...pages]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: the house serves so many at once
    const answer = await house.as('demo-curator').get(path.replace('{id}', instrument))
    const kept = answer.headers.get('cache-control') ?? 'nothing'
    if (!kept.includes('no-store')) wrong.push({ path, kept, status: answer.status })
  }
  expect(api.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
  expect((await house.as().get('/api/v1/records')).headers.get('cache-control')).toBe('no-cache')
})
