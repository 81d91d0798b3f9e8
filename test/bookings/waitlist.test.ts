import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { promoteWaitlist } from '../../src/bookings/jobs.ts'
import { houseContext } from '../support/people.ts'
import { answerOf, at, bookingScene } from './scene.ts'

const Waits = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      state: z.string(),
      position: z.number().nullable(),
      bookingId: z.string().nullable(),
    }),
  ),
})

type Scene = Awaited<ReturnType<typeof bookingScene>>
type Who = 'demo-researcher' | 'demo-pi' | 'demo-steward' | 'demo-outsider'

const waiting = (scene: Scene) => ({
  join: (as: Who, from: string, to: string, more: object = {}) =>
    answerOf(
      scene.as(as).post(`/api/v1/instruments/${scene.instrument}/waitlist`, {
        from: at(from),
        to: at(to),
        minutes: 60,
        purpose: '补做对照',
        ...more,
      }),
    ),
  list: async (as: Who) =>
    Waits.parse(
      await (await scene.as(as).get(`/api/v1/instruments/${scene.instrument}/waitlist`)).json(),
    ).items,
  promote: () => promoteWaitlist(houseContext(scene.services), {}),
  booked: async (as: Who) =>
    z
      .object({ items: z.array(z.looseObject({ start: z.string(), state: z.string() })) })
      .parse(await (await scene.as(as).get('/api/v1/bookings?mine=true')).json())
      .items.map(({ start, state }) => `${start.slice(8, 16)} ${state}`),
})

describe('waiting for time that is taken', () => {
  test('books in order of coming as soon as time becomes free, and the rest waits on', async () => {
    await using scene = await bookingScene()
    const { join, list, promote, booked } = waiting(scene)
    const first = await scene.book('03 02:00', '03 03:00', { as: 'demo-steward' })
    const second = await scene.book('03 03:00', '03 04:00', { as: 'demo-steward' })
    expect((await join('demo-pi', '03 02:00', '03 04:00')).status).toBe(201)
    expect((await join('demo-researcher', '03 02:00', '03 04:00')).status).toBe(201)
    await promote()
    expect((await list('demo-steward')).map(({ position }) => position)).toEqual([1, 2])
    expect((await list('demo-researcher')).map(({ position }) => position)).toEqual([2])

    await scene.cancel(second.body.id, { as: 'demo-steward' })
    await promote()
    expect(await booked('demo-pi')).toEqual(['03T03:00 confirmed'])
    expect((await list('demo-steward')).map(({ position }) => position)).toEqual([1])

    await scene.cancel(first.body.id, { as: 'demo-steward' })
    await promote()
    await promote()
    expect(await booked('demo-researcher')).toEqual(['03T02:00 confirmed'])
    expect(await list('demo-steward')).toEqual([])
  })

  test('passes over one whom the rules do not give the time, whatever their place', async () => {
    await using scene = await bookingScene()
    const { join, list, promote, booked } = waiting(scene)
    await scene.setPolicy({ quotas: [{ of: 'person', measure: 'count', max: 1, per: 'day' }] })
    const taken = await scene.book('03 02:00', '03 03:00', { as: 'demo-steward' })
    await scene.book('03 05:00', '03 06:00', { as: 'demo-pi' })
    await join('demo-pi', '03 02:00', '03 03:00')
    await join('demo-researcher', '03 02:00', '03 03:00')
    await scene.cancel(taken.body.id, { as: 'demo-steward' })
    await promote()
    expect(await booked('demo-pi')).toEqual(['03T05:00 confirmed'])
    expect(await booked('demo-researcher')).toEqual(['03T02:00 confirmed'])
    expect(await list('demo-pi')).toHaveLength(1)
  })

  test('asks for a yes where a booking would, and never books by a hold of somebody else', async () => {
    await using scene = await bookingScene()
    const { join, promote, booked } = waiting(scene)
    await scene.setPolicy({ approval: { always: true } })
    const hold = await scene.as('demo-pi').post(`/api/v1/instruments/${scene.instrument}/holds`, {
      start: at('03 02:00'),
      end: at('03 03:00'),
    })
    expect(hold.status).toBe(201)
    await join('demo-researcher', '03 02:00', '03 03:00')
    await promote()
    expect(await booked('demo-researcher')).toEqual([])
    scene.clock.now = scene.clock.now.add({ minutes: 6 })
    await promote()
    expect(await booked('demo-researcher')).toEqual(['03T02:00 pending'])
  })

  test('refuses what waiting does not mend, what is past, and what nobody could fit', async () => {
    await using scene = await bookingScene()
    const { join } = waiting(scene)
    await scene.setPolicy({
      maxMinutes: 120,
      audience: 'institution',
      qualifications: ['training'],
    })
    const vain = await join('demo-outsider', '03 02:00', '03 09:00', { minutes: 180 })
    expect([vain.status, vain.codes]).toEqual([409, ['audience', 'too_long', 'training_missing']])
    expect((await join('demo-pi', '01 02:00', '01 09:00')).status).toBe(422)
    expect((await join('demo-pi', '03 02:00', '03 02:30')).status).toBe(422)
    expect((await join('demo-pi', '03 02:00', '2026-05-03T02:00Z')).status).toBe(422)
  })

  test('ends when one leaves, and only the person or staff may', async () => {
    await using scene = await bookingScene()
    const { join, list } = waiting(scene)
    await scene.book('03 02:00', '03 03:00', { as: 'demo-steward' })
    const { body } = await join('demo-researcher', '03 02:00', '03 03:00')
    const leave = (as: Who) =>
      scene.as(as).delete(`/api/v1/instruments/${scene.instrument}/waitlist/${body.id}`)
    expect((await leave('demo-pi')).status).toBe(404)
    expect((await leave('demo-researcher')).status).toBe(204)
    expect((await leave('demo-researcher')).status).toBe(404)
    expect(await list('demo-steward')).toEqual([])
  })
})

test('what one waits for keeps its samples and its assistance when it is booked, and its page asks for both', async () => {
  await using scene = await bookingScene()
  const { join, promote } = waiting(scene)
  const taken = await scene.book('03 02:00', '03 03:00', { as: 'demo-steward' })
  const more = { samples: 12, assisted: true }
  const wait = await join('demo-researcher', '03 02:00', '03 03:00', more)
  expect(wait).toMatchObject({ status: 201, body: more })
  const form = { start: '2026-03-03T10:00', end: '2026-03-03T11:00', purpose: '补做对照' }
  const page = await scene.app.request(`/instruments/${scene.instrument}/wait`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer demo-pi',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...form, samples: '3', assisted: 'true' }).toString(),
  })
  expect(page.status).toBe(303)
  const theirs = await scene.as('demo-pi').get('/api/v1/waitlist')
  expect(await theirs.json()).toMatchObject({ items: [{ samples: 3, assisted: true }] })
  await scene.cancel(taken.body.id, { as: 'demo-steward' })
  await promote()
  const booked = await scene.as('demo-researcher').get('/api/v1/bookings?mine=true')
  expect(await booked.json()).toMatchObject({ items: [more] })
})

test('what one waits for stands before one’s bookings, and on the page of today', async () => {
  await using scene = await bookingScene()
  await scene.book('03 02:00', '03 03:00', { as: 'demo-steward' })
  await scene.book('04 02:00', '04 03:00', { as: 'demo-pi' })
  expect((await waiting(scene).join('demo-pi', '03 02:00', '03 03:00')).status).toBe(201)
  const page = await (await scene.as('demo-pi').get('/bookings?lang=zh')).text()
  expect(page.indexOf('id="waiting"')).toBeGreaterThan(0)
  expect(page.indexOf('id="waiting"')).toBeLessThan(
    page.indexOf('<caption class="unseen">我的预约'),
  )
  const today = await (await scene.as('demo-pi').get('/me?lang=zh')).text()
  expect(today).toContain('href="/bookings#waiting"')
  expect(today).toMatch(/10:00–11:00，第 1 位/)
})
