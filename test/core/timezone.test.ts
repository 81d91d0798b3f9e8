import { expect, test } from 'vitest'
import { Timezone } from '../../src/core/shapes.ts'
import { bookingScene } from '../bookings/scene.ts'

test.each(['Asia/Shanghai', 'Asia/Kathmandu', 'America/Argentina/Ushuaia', 'UTC', 'Etc/GMT-8'])(
  '%s is a zone',
  (zone) => {
    expect(Timezone.safeParse(zone).success).toBe(true)
  },
)

test.each(['+08:00', '+0800', '-03', 'UTC+8', '2026-01-01T00:00+08:00[Asia/Shanghai]', 'Z', ''])(
  '“%s” is no name of IANA',
  (zone) => {
    expect(Timezone.safeParse(zone).success).toBe(false)
  },
)

test('the doors that take a zone refuse an offset', async () => {
  await using scene = await bookingScene()
  const policy = await scene
    .as('demo-steward')
    .put(`/api/v1/instruments/${scene.instrument}/policy`, { timezone: '+08:00' })
  const institution = await scene
    .as('demo-admin')
    .post('/api/v1/institutions', { name: { zh: '新单位' }, timezone: '+0800' })
  expect([policy.status, institution.status]).toEqual([422, 422])
})
