import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import { answerOf, at, bookingScene, monday } from '../bookings/scene.ts'

type Scene = Awaited<ReturnType<typeof bookingScene>>
const scenes: Scene[] = []
const scene = (): Scene => {
  const [one] = scenes
  if (!one) throw new Error('The scene is not set')
  return one
}

beforeAll(async () => {
  scenes.push(await bookingScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const here = { instrument: '' }
beforeEach(async () => {
  scene().clock.now = monday
  here.instrument = await scene().add('instrument', {
    institution: scene().own,
    title: { zh: '透射电镜' },
    instrCategory: '010000',
    function: '成像',
  })
})

const turnTo = (time: string) => {
  scene().clock.now = Temporal.Instant.from(at(time))
}
const book = async (start: string, end: string, as = 'demo-researcher') => {
  const { status, body } = await scene().book(start, end, { as, on: here.instrument })
  expect(status).toBe(201)
  return body.id ?? ''
}
const outages = () => `/api/v1/instruments/${here.instrument}/outages`
const shut = (body: object, as = 'demo-steward') =>
  answerOf(
    scene()
      .as(as)
      .post(outages(), { kind: 'maintenance', reason: '换灯丝', ...body }),
  )
const period = (start: string, end: string) => ({ start: at(start), end: at(end) })
const stateOf = async (id: string) =>
  (await answerOf(scene().as('demo-steward').get(`/api/v1/bookings/${id}`))).body

const Opened = z.looseObject({
  id: z.string(),
  displaced: z.array(
    z.object({
      booking: z.looseObject({ id: z.string() }),
      alternatives: z.array(z.object({ start: z.string() })),
    }),
  ),
})

test('an outage cancels what was booked in its time, and offers other times for each', async () => {
  const before = await book('03 01:00', '03 02:00')
  const inside = await book('03 02:30', '03 04:00')
  const across = await book('03 05:30', '03 07:00', 'demo-pi')
  const { status, body } = await shut(period('03 02:00', '03 06:00'))
  expect(status).toBe(201)
  const { displaced } = Opened.parse(body)
  expect(displaced.map(({ booking }) => booking.id)).toEqual([inside, across])
  expect(displaced.every(({ alternatives }) => alternatives.length > 0)).toBe(true)
  expect(await stateOf(inside)).toMatchObject({
    state: 'cancelled',
    cancelledAs: 'outage',
    cancelReason: '换灯丝',
  })
  expect(await stateOf(before)).toMatchObject({ state: 'confirmed' })
  const again = await scene().book('03 03:00', '03 04:00', { on: here.instrument })
  expect(again).toMatchObject({ status: 409, codes: ['outage'] })
})

test('staff may ask first: then nothing is cancelled, and what would be hit is named', async () => {
  const id = await book('03 02:00', '03 03:00')
  const refused = await shut({ ...period('03 01:00', '03 06:00'), onBookings: 'refuse' })
  expect(refused).toMatchObject({
    status: 409,
    codes: ['bookings_hit'],
    body: { bookings: [{ id }] },
  })
  expect(await stateOf(id)).toMatchObject({ state: 'confirmed' })
})

test('a sudden outage of unknown length takes a day, ends a use that goes on, and is over when staff say so', async () => {
  const used = await book('03 01:00', '03 04:00')
  await book('03 05:00', '03 06:00', 'demo-pi')
  turnTo('03 01:00')
  await scene().as('demo-researcher').post(`/api/v1/bookings/${used}/start`)
  turnTo('03 02:00')
  const { status, body } = await shut({ kind: 'fault', reason: '真空泄漏' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ planned: false, isEstimate: true, state: 'running' })
  expect(body).toMatchObject({ start: '2026-03-03T02:00:00Z', end: '2026-03-04T02:00:00Z' })
  expect(await stateOf(used)).toMatchObject({ state: 'finished' })
  turnTo('03 02:40')
  const ended = await answerOf(
    scene().as('demo-steward').post(`${outages()}/${body.id}/cancellation`),
  )
  expect(ended).toMatchObject({ status: 200, body: { state: 'over', end: '2026-03-03T02:40:00Z' } })
  await book('03 02:45', '03 03:45')
})

test('a use that began before a planned outage ends when it begins', async () => {
  await scene().setPolicy({ bufferAfterMinutes: 10 }, here.instrument)
  const used = await book('03 01:00', '03 04:00')
  turnTo('03 01:00')
  await scene().as('demo-researcher').post(`/api/v1/bookings/${used}/start`)
  expect((await shut(period('03 03:00', '03 05:00'))).status).toBe(201)
  expect(await stateOf(used)).toMatchObject({ state: 'in_use' })
})

test('a use that starts and stops in the same moment as the fault leaves no time behind', async () => {
  const used = await book('03 01:00', '03 04:00')
  turnTo('03 01:00')
  await scene().as('demo-researcher').post(`/api/v1/bookings/${used}/start`)
  expect((await shut({ kind: 'fault', reason: '停电' })).status).toBe(201)
  expect(await stateOf(used)).toMatchObject({ state: 'finished' })
})

test('a cancelled outage gives its time back, once', async () => {
  const { body } = await shut(period('03 02:00', '03 06:00'))
  const cancel = () =>
    answerOf(scene().as('demo-steward').post(`${outages()}/${body.id}/cancellation`))
  expect((await cancel()).body).toMatchObject({ state: 'cancelled' })
  expect((await cancel()).status).toBe(409)
  await book('03 02:00', '03 03:00')
})

test('an outage that is moved displaces what it hits then, and never meets another', async () => {
  const { body } = await shut(period('03 02:00', '03 03:00'))
  const id = await book('03 04:00', '03 05:00')
  const longer = (end: string, more: object = {}) =>
    answerOf(
      scene()
        .as('demo-steward')
        .patch(`${outages()}/${body.id}`, { end: at(end), ...more }),
    )
  expect((await longer('03 04:30', { onBookings: 'refuse' })).status).toBe(409)
  expect(Opened.parse((await longer('03 04:30')).body).displaced).toHaveLength(1)
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled' })
  await shut(period('03 06:00', '03 07:00'))
  expect((await longer('03 06:30')).codes).toEqual(['outage'])
  expect((await longer('03 02:00')).status).toBe(422)
})

test('the form that somebody has open does not stand in the way of an outage', async () => {
  const hold = scene()
    .as('demo-researcher')
    .post(`/api/v1/instruments/${here.instrument}/holds`, period('03 02:00', '03 03:00'))
  expect((await hold).status).toBe(201)
  expect((await shut(period('03 02:30', '03 04:00'))).status).toBe(201)
})

test('only staff take an instrument out of service, and everybody sees when it is', async () => {
  expect((await shut(period('03 02:00', '03 03:00'), 'demo-researcher')).status).toBe(403)
  await shut(period('03 02:00', '03 03:00'))
  const list = await answerOf(scene().as().get(outages()))
  expect(list.body).toMatchObject({ items: [{ reason: '换灯丝', state: 'planned' }] })
  expect((await shut({ start: at('01 02:00'), end: at('02 07:00') })).status).toBe(422)
})
