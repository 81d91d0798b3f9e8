import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answerOf, at, bookingScene } from './scene.ts'

type Scene = Awaited<ReturnType<typeof bookingScene>>

const Booked = z.looseObject({
  bookings: z.array(z.object({ id: z.string(), start: z.string() })),
})
const Listed = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      start: z.string(),
      end: z.string(),
      state: z.string(),
      purpose: z.string(),
    }),
  ),
})
const Changed = z.looseObject({
  changed: z.array(z.string()).optional(),
  skipped: z.array(z.looseObject({ start: z.string() })).optional(),
})

/** Five Tuesdays of March from the third on, 10 to 11 in Lanzhou. */
async function tuesdays(scene: Scene, more: object = {}) {
  const answer = await scene.book('03 02:00', '03 03:00', {
    recurrence: 'FREQ=WEEKLY;COUNT=5',
    ...more,
  })
  return Booked.parse(answer.body).bookings.map(({ id }) => id)
}

const seen = async (scene: Scene) => {
  const answer = await scene.as('demo-steward').get('/api/v1/bookings?limit=100')
  return Listed.parse(await answer.json()).items
}
const starts = async (scene: Scene) =>
  (await seen(scene))
    .filter(({ state }) => state !== 'cancelled')
    .map(({ start }) => start.slice(5, 16))

describe('dates of a series', () => {
  test('are cancelled alone, with those after, or all that are to come', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    await scene.cancel(ids[1], { scope: 'one' })
    expect(await starts(scene)).toEqual([
      '03-03T02:00',
      '03-17T02:00',
      '03-24T02:00',
      '03-31T02:00',
    ])
    await scene.cancel(ids[3], { scope: 'following' })
    expect(await starts(scene)).toEqual(['03-03T02:00', '03-17T02:00'])
    scene.clock.now = scene.clock.now.add({ hours: 48 })
    await scene.cancel(ids[2], { scope: 'all' })
    expect(await starts(scene)).toEqual(['03-03T02:00'])
  })

  test('move together by as much, also where each takes the place of the next', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    const answer = await scene.change(ids[1], {
      start: at('17 02:30'),
      end: at('17 04:00'),
      scope: 'following',
      purpose: '换到下一周',
    })
    expect(answer.status).toBe(200)
    expect(Changed.parse(answer.body).changed).toHaveLength(4)
    expect(await starts(scene)).toEqual([
      '03-03T02:00',
      '03-17T02:30',
      '03-24T02:30',
      '03-31T02:30',
      '04-07T02:30',
    ])
    const purposes = (await seen(scene)).map(({ purpose }) => purpose)
    expect(purposes.filter((purpose) => purpose === '换到下一周')).toHaveLength(4)
  })

  test('are refused together, or those that cannot move stay where they are', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    await scene.book('17 05:00', '17 06:00', { as: 'demo-pi' })
    const move = { start: at('03 05:00'), end: at('03 06:00'), scope: 'all' }
    const refused = await scene.change(ids[0], move)
    expect([refused.status, refused.codes]).toEqual([409, ['slot_taken']])
    expect((await starts(scene)).filter((start) => start.endsWith('02:00'))).toHaveLength(5)

    const skipping = await scene.change(ids[0], { ...move, onConflict: 'skip' })
    const { changed, skipped } = Changed.parse(skipping.body)
    expect([changed?.length, skipped?.map(({ start }) => start.slice(5, 16))]).toEqual([
      4,
      ['03-17T05:00'],
    ])
    expect((await starts(scene)).filter((start) => start.endsWith('02:00'))).toEqual([
      '03-17T02:00',
    ])
  })

  test('keep their quotas together', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    await scene.setPolicy({ quotas: [{ of: 'person', measure: 'minutes', max: 90, per: 'week' }] })
    const longer = { end: at('03 04:00'), scope: 'all' }
    expect((await scene.change(ids[0], longer)).codes).toEqual(Array(5).fill('quota'))
    expect((await scene.change(ids[0], { ...longer, end: at('03 03:30') })).status).toBe(200)
  })

  test('change their particulars without asking the clock, and whose they are not may not', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    await scene.setPolicy({ editDeadlineMinutes: 60 * 24 * 10 })
    const purpose = { purpose: '新的样品', scope: 'all' }
    expect((await scene.change(ids[0], purpose)).status).toBe(200)
    expect((await scene.change(ids[0], purpose, { as: 'demo-outsider' })).status).toBe(404)
    const stale = await scene
      .as('demo-researcher')
      .patch(`/api/v1/bookings/${ids[0]}`, purpose, { 'if-match': '"1"' })
    expect((await answerOf(stale)).status).toBe(412)
  })

  test('are paid for by a lab of the person alone', async () => {
    await using scene = await bookingScene()
    const ids = await tuesdays(scene)
    const lab = crypto.randomUUID()
    expect((await scene.change(ids[0], { lab })).status).toBe(422)
    expect((await scene.change(ids[0], { lab, scope: 'all' })).status).toBe(422)
  })
})
