import { expect, test } from 'vitest'
import { z } from 'zod'
import { answerOf, at } from '../bookings/scene.ts'
import { upkeepScene } from './scene.ts'

const { scene, turnTo, book, get, post, here, instrument } = upkeepScene()

const shut = (body: object, as: 'demo-steward' | 'demo-researcher' = 'demo-steward') =>
  post(here('/outages'), { kind: 'maintenance', reason: '换灯丝', ...body }, as)
const period = (start: string, end: string) => ({ start: at(start), end: at(end) })
const stateOf = async (id: string) => (await get(`/bookings/${id}`, 'demo-steward')).body

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
  const again = await scene().book('03 03:00', '03 04:00', { on: instrument() })
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
  const ended = await post(here(`/outages/${body.id}/cancellation`))
  expect(ended).toMatchObject({ status: 200, body: { state: 'over', end: '2026-03-03T02:40:00Z' } })
  await book('03 02:45', '03 03:45')
})

test('a use that began before a planned outage ends when it begins', async () => {
  await scene().setPolicy({ bufferAfterMinutes: 10 }, instrument())
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
  const cancel = () => post(here(`/outages/${body.id}/cancellation`))
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
        .patch(`/api/v1${here('/outages')}/${body.id}`, { end: at(end), ...more }),
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
    .post(`/api/v1/instruments/${instrument()}/holds`, period('03 02:00', '03 03:00'))
  expect((await hold).status).toBe(201)
  expect((await shut(period('03 02:30', '03 04:00'))).status).toBe(201)
})

test('only staff take an instrument out of service, and everybody sees when it is', async () => {
  expect((await shut(period('03 02:00', '03 03:00'), 'demo-researcher')).status).toBe(403)
  await shut(period('03 02:00', '03 03:00'))
  const list = await get(here('/outages'))
  expect(list.body).toMatchObject({ items: [{ reason: '换灯丝', state: 'planned' }] })
  expect((await shut({ start: at('01 02:00'), end: at('02 07:00') })).status).toBe(422)
})
