import { expect, test } from 'vitest'
import { z } from 'zod'
import { bookingScene } from './scene.ts'

type Scene = Awaited<ReturnType<typeof bookingScene>>

const Booked = z.looseObject({ bookings: z.array(z.object({ id: z.string() })) })
const Listed = z.object({ items: z.array(z.object({ start: z.string(), state: z.string() })) })
const Changed = z.looseObject({
  changed: z.array(z.string()),
  skipped: z.array(z.looseObject({ start: z.string() })),
})

/** Three days from 3 March on, at 10 in Lanzhou. */
async function threeDays(scene: Scene) {
  const answer = await scene.book('03 02:00', '03 03:00', { recurrence: 'FREQ=DAILY;COUNT=3' })
  return Booked.parse(answer.body).bookings.map(({ id }) => id)
}

async function starts(scene: Scene) {
  const answer = await scene.as('demo-researcher').get('/api/v1/bookings?limit=100&mine=true')
  return Listed.parse(await answer.json())
    .items.filter(({ state }) => state !== 'cancelled')
    .map(({ start }) => start.slice(8, 16))
    .toSorted()
}

const ofStaff = { as: 'demo-steward' }

test('dates that stay count in the quotas of those that move', async () => {
  await using scene = await bookingScene()
  const ids = await threeDays(scene)
  await scene.setPolicy({ quotas: [{ of: 'person', measure: 'count', max: 1, per: 'day' }] })
  // What takes the sixth of March leaves the third date where it is, and the second may not come to it.
  await scene.book('06 00:00', '06 12:00', { ...ofStaff, override: '检修' })
  const answer = await scene.change(ids[0], {
    start: scene.at('04 07:00'),
    end: scene.at('04 08:00'),
    scope: 'all',
    onConflict: 'skip',
  })
  expect(answer.status).toBe(200)
  expect(await starts(scene)).toEqual(['03T02:00', '04T02:00', '05T02:00'])
})

test('a daily series whose last place is taken stays, for each would come where the next one stays', async () => {
  await using scene = await bookingScene()
  const ids = await threeDays(scene)
  await scene.book('06 02:00', '06 03:00', ofStaff)
  const move = { start: scene.at('04 02:00'), end: scene.at('04 03:00'), scope: 'all' }
  const answer = await scene.change(ids[0], { ...move, onConflict: 'skip' })
  expect(answer.status).toBe(200)
  const { changed, skipped } = Changed.parse(answer.body)
  expect([changed, skipped.length]).toEqual([[], 3])
  expect(await starts(scene)).toEqual(['03T02:00', '04T02:00', '05T02:00'])
  expect((await scene.change(ids[0], { ...move, onConflict: 'refuse' })).status).toBe(409)
})

test('those before a date that stays still move', async () => {
  await using scene = await bookingScene()
  const ids = await threeDays(scene)
  await scene.book('05 06:00', '05 07:00', ofStaff)
  const move = { start: scene.at('03 06:00'), end: scene.at('03 07:00'), scope: 'all' }
  const answer = await scene.change(ids[0], { ...move, onConflict: 'skip' })
  expect(answer.status).toBe(200)
  expect(await starts(scene)).toEqual(['03T06:00', '04T06:00', '05T02:00'])
})
