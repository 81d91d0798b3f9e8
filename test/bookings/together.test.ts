import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerOf, bookingScene, monday } from './scene.ts'

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.setPolicy({})
})

test('an override sets rules aside, never another’s time', async () => {
  await s.setPolicy({ maxMinutes: 60 })
  await s.book('03 01:00', '03 02:00')
  const staff = { as: 'demo-steward', override: '年度维护' }
  expect((await s.book('03 04:00', '03 08:00', staff)).status).toBe(201)
  expect((await s.book('03 01:30', '03 03:00', staff)).codes).toEqual(['slot_taken'])
  expect((await s.book('03 09:00', '03 12:00', { override: '我很急' })).status).toBe(403)
})

test('what booking answers is what reading the booking answers', async () => {
  const people = s.people
  const { body } = await s.book('03 01:00', '03 02:00', {
    as: 'demo-steward',
    onBehalfOf: people['demo-pi'],
    project: '62301',
    samples: 3,
    assisted: true,
  })
  const { bookings, skipped, ...booked } = body
  expect([bookings, skipped]).toEqual([[expect.objectContaining({ id: booked.id })], []])
  const read = await answerOf(s.as('demo-steward').get(`/api/v1/bookings/${booked.id}`))
  expect(read).toMatchObject({ status: 200, body: { bookedBy: { id: people['demo-steward'] } } })
  expect(read.body).toEqual(booked)
})

test('several instruments are booked for the same time, all of them or none', async () => {
  const second = await s.add('instrument', {
    institution: s.own,
    title: { zh: '超薄切片机' },
    instrCategory: '010000',
    function: '切片',
  })
  const together = (start: string, end: string) =>
    answerOf(
      s.as('demo-researcher').post('/api/v1/bookings', {
        instruments: [s.instrument, second],
        start: s.at(start),
        end: s.at(end),
        purpose: '切片和成像',
      }),
    )
  expect(await together('03 01:00', '03 02:00')).toMatchObject({
    status: 201,
    body: { bookings: [{}, {}] },
  })
  await s.book('04 01:00', '04 02:00', { on: second, as: 'demo-pi' })
  expect((await together('04 01:30', '04 02:30')).codes).toEqual(['slot_taken'])
  expect((await s.book('04 01:30', '04 02:30')).status).toBe(201)
})

test('a hold keeps the time from others until it lets go, and not from its owner', async () => {
  const hold = await answerOf(
    s.as('demo-pi').post(`/api/v1/instruments/${s.instrument}/holds`, {
      start: s.at('03 01:00'),
      end: s.at('03 02:00'),
    }),
  )
  expect(hold.status).toBe(201)
  expect((await s.book('03 01:00', '03 02:00')).codes).toEqual(['slot_taken'])
  s.clock.now = monday.add({ minutes: 5 })
  expect((await s.book('03 01:00', '03 02:00')).status).toBe(201)
  expect(
    (
      await answerOf(
        s.as('demo-pi').post(`/api/v1/instruments/${s.instrument}/holds`, {
          start: s.at('04 01:00'),
          end: s.at('04 02:00'),
        }),
      )
    ).status,
  ).toBe(201)
  expect((await s.book('04 01:00', '04 02:00', { as: 'demo-pi' })).status).toBe(201)
})

test('who may not know of an instrument cannot book it, and nobody books what is not published', async () => {
  const draft = await s.add(
    'instrument',
    { institution: s.own, title: { zh: '未发布的仪器' } },
    { publish: false },
  )
  expect((await s.book('03 01:00', '03 02:00', { on: draft })).status).toBe(404)
  expect((await s.book('03 01:00', '03 02:00', { on: draft, as: 'demo-curator' })).codes).toEqual([
    'not_published',
  ])
})
