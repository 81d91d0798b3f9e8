import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import { answerOf, at, bookingScene, monday } from './scene.ts'

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

/** Each test has an instrument of its own. */
const here = { instrument: '' }
beforeEach(async () => {
  scene().clock.now = monday
  here.instrument = await scene().add('instrument', {
    institution: scene().own,
    title: { zh: '流式细胞仪' },
    instrCategory: '010000',
    function: '分选',
  })
})

const turnTo = (time: string) => {
  scene().clock.now = Temporal.Instant.from(at(time))
}
const book = async (start: string, end: string, more: { as?: string } = {}) => {
  const { status, body } = await scene().book(start, end, { ...more, on: here.instrument })
  expect(status).toBe(201)
  return body.id ?? ''
}
const act = (id: string, command: string, body: object = {}, as = 'demo-researcher') =>
  answerOf(scene().as(as).post(`/api/v1/bookings/${id}/${command}`, body))

const Taken = z.object({
  items: z.array(z.looseObject({ start: z.string(), end: z.string(), takenTo: z.string() })),
})
const taken = async () => {
  const query = 'from=2026-03-01T00:00Z&to=2026-04-01T00:00Z'
  const answer = await scene()
    .as('demo-steward')
    .get(`/api/v1/instruments/${here.instrument}/occupancy?${query}`)
  return Taken.parse(await answer.json()).items.map(({ start, takenTo }) => [start, takenTo])
}

test('a use begins at its time, and finished early it gives the rest back', async () => {
  await scene().setPolicy({ bufferAfterMinutes: 10 }, here.instrument)
  const id = await book('03 01:00', '03 05:00')
  turnTo('03 01:05')
  const started = await act(id, 'start')
  expect(started).toMatchObject({ status: 200, body: { state: 'in_use' } })
  turnTo('03 02:00')
  const finished = await act(id, 'finish', {
    samples: 12,
    consumables: [{ name: '鞘液', quantity: 2, unit: 'L' }],
    note: '第三通道偏低',
  })
  expect(finished).toMatchObject({
    status: 200,
    body: {
      state: 'finished',
      start: at('03 01:00').replace('Z', ':00Z'),
      end: at('03 05:00').replace('Z', ':00Z'),
      sampleCount: 12,
      consumables: [{ name: '鞘液', quantity: 2, unit: 'L' }],
      overlapMinutes: 0,
    },
  })
  expect(await taken()).toEqual([['2026-03-03T01:00:00Z', '2026-03-03T02:10:00Z']])
  await book('03 02:15', '03 04:00', { as: 'demo-pi' })
})

test('a use begins a quarter of an hour early where the time is free, not earlier and not in another’s time', async () => {
  await book('03 01:00', '03 02:00', { as: 'demo-pi' })
  const next = await book('03 02:00', '03 03:00')
  const later = await book('03 04:00', '03 05:00')
  turnTo('03 01:50')
  expect((await act(next, 'start')).codes).toEqual(['slot_taken'])
  turnTo('03 03:44')
  expect((await act(later, 'start')).codes).toEqual(['too_early'])
  turnTo('03 03:45')
  expect((await act(later, 'start')).status).toBe(200)
  expect(await taken()).toContainEqual(['2026-03-03T03:45:00Z', '2026-03-03T05:00:00Z'])
})

test('who may not begin hears all reasons together', async () => {
  const first = await book('03 01:00', '03 02:00', { as: 'demo-pi' })
  const second = await book('03 02:00', '03 03:00')
  turnTo('03 01:00')
  expect((await act(first, 'start', {}, 'demo-pi')).status).toBe(200)
  await scene().setPolicy({ qualifications: ['training', 'safety'] }, here.instrument)
  turnTo('03 02:10')
  const { status, codes } = await act(second, 'start')
  expect(status).toBe(409)
  expect(codes).toEqual(['in_use', 'safety_missing', 'training_missing'])
  turnTo('03 03:00')
  expect((await act(second, 'start')).codes).toContain('too_late')
})

test('whoever comes next ends a use whose time is over, once their own has begun', async () => {
  const late = await book('03 01:00', '03 02:00', { as: 'demo-pi' })
  const next = await book('03 02:00', '03 03:00')
  turnTo('03 01:00')
  await act(late, 'start', {}, 'demo-pi')
  const after = () => act(next, 'start', { endPrevious: true })
  turnTo('03 01:55')
  expect((await after()).codes).toEqual(['in_use', 'slot_taken'])
  turnTo('03 02:05')
  expect((await act(next, 'start')).codes).toEqual(['in_use'])
  expect((await after()).status).toBe(200)
  const ended = await answerOf(scene().as('demo-steward').get(`/api/v1/bookings/${late}`))
  expect(ended.body).toMatchObject({ state: 'finished' })
})

test('before an outage is over nothing begins, not even early', async () => {
  await scene()
    .as('demo-steward')
    .post(`/api/v1/instruments/${here.instrument}/outages`, {
      start: at('03 01:00'),
      end: at('03 02:00'),
      kind: 'calibration',
      reason: '能量标定',
    })
  const id = await book('03 02:00', '03 03:00')
  turnTo('03 01:50')
  expect((await act(id, 'start')).codes).toEqual(['outage'])
})

test('a booking begins once, and only a confirmed one', async () => {
  await scene().setPolicy({ approval: { always: true } }, here.instrument)
  const id = await book('03 01:00', '03 02:00')
  turnTo('03 01:00')
  expect((await act(id, 'start')).codes).toEqual(['not_confirmed'])
  await act(id, 'approval', {}, 'demo-steward')
  expect((await act(id, 'start', {}, 'demo-outsider')).status).toBe(404)
  expect((await act(id, 'start')).status).toBe(200)
  expect((await act(id, 'start')).codes).toEqual(['begun'])
  expect((await act(id, 'finish')).status).toBe(200)
  expect((await act(id, 'finish')).status).toBe(409)
  expect((await act(id, 'start')).codes).toEqual(['over'])
})

test('a use that lasts too long keeps what it took, and nothing of another’s time', async () => {
  const id = await book('03 01:00', '03 02:00')
  await book('03 03:00', '03 04:00', { as: 'demo-pi' })
  turnTo('03 01:00')
  await act(id, 'start')
  turnTo('03 03:20')
  expect(await act(id, 'finish')).toMatchObject({ status: 200, body: { overlapMinutes: 20 } })
  expect(await taken()).toEqual([
    ['2026-03-03T01:00:00Z', '2026-03-03T03:00:00Z'],
    ['2026-03-03T03:00:00Z', '2026-03-03T04:00:00Z'],
  ])
})

test('the rest of a time is given back: a use ends, nobody’s coming is a miss, and before the start it is neither', async () => {
  const used = await book('03 01:00', '03 02:00')
  const missed = await book('03 03:00', '03 05:00')
  expect((await act(used, 'release')).codes).toEqual(['not_begun'])
  turnTo('03 01:00')
  await act(used, 'start')
  turnTo('03 01:30')
  expect((await act(used, 'release')).body).toMatchObject({ state: 'finished' })
  turnTo('03 03:10')
  expect((await act(missed, 'release')).body).toMatchObject({ state: 'missed' })
  expect(await taken()).toEqual([['2026-03-03T01:00:00Z', '2026-03-03T01:30:00Z']])
  expect((await act(missed, 'release')).status).toBe(409)
})

test('what happened at the instrument is passed on once each', async () => {
  const id = await book('03 01:00', '03 02:00')
  turnTo('03 01:00')
  await act(id, 'start')
  await act(id, 'finish')
  const { rows } = await sql<{ event: string }>`
    select payload->>'event' as event
    from graphile_worker._private_jobs
    where payload->>'bookingId' = ${id}
    order by id
  `.execute(scene().db)
  expect(rows.map(({ event }) => event)).toEqual(['booked', 'started', 'finished'])
})
