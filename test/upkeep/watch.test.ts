import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemContext } from '../../src/jobs.ts'
import { Temporal } from '../../src/core/time.ts'
import { watchUses } from '../../src/upkeep/jobs.ts'
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
    title: { zh: `质谱仪 ${crypto.randomUUID()}` },
    instrCategory: '010000',
    function: '分析',
  })
})

const book = async (start: string, end: string, as = 'demo-researcher') =>
  (await scene().book(start, end, { as, on: here.instrument })).body.id ?? ''
const act = (id: string, command: string, as = 'demo-researcher') =>
  answerOf(scene().as(as).post(`/api/v1/bookings/${id}/${command}`, {}))
const stateOf = async (id: string) =>
  (await answerOf(scene().as('demo-steward').get(`/api/v1/bookings/${id}`))).body['state']
const watchAt = async (time: string) => {
  scene().clock.now = Temporal.Instant.from(at(time))
  await watchUses(systemContext(scene().services, 'watch_uses'))
}
const lettersAbout = async () => {
  const title = await scene()
    .db.selectFrom('record')
    .where('id', '=', here.instrument)
    .select('title_zh')
    .executeTakeFirstOrThrow()
  return scene()
    .db.selectFrom('mail')
    .where('subject', 'like', `${title.title_zh}%`)
    .select(['to_address as to', 'subject'])
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ to, subject }) => `${to}: ${subject.split('：').at(-1)}`))
}

test('who does not come within the minutes of the rules has missed it, and the time is free again', async () => {
  await scene().setPolicy({ noShowMinutes: 30 }, here.instrument)
  const id = await book('03 01:00', '03 04:00')
  const kept = await book('03 04:00', '03 05:00', 'demo-pi')
  await watchAt('03 01:29')
  expect(await stateOf(id)).toBe('confirmed')
  await watchAt('03 01:30')
  await watchAt('03 01:31')
  expect(await stateOf(id)).toBe('missed')
  expect(await stateOf(kept)).toBe('confirmed')
  expect(await book('03 02:00', '03 03:00', 'demo-curator')).not.toBe('')
  expect((await act(id, 'cancellation')).status).toBe(409)
})

test('a booking that began is not missed, and neither is one without such a rule', async () => {
  const unruled = await book('03 01:00', '03 02:00')
  await scene().setPolicy({ noShowMinutes: 30 }, here.instrument)
  const begun = await book('03 02:00', '03 03:00')
  scene().clock.now = Temporal.Instant.from(at('03 02:10'))
  await act(begun, 'start')
  await watchAt('03 02:50')
  expect(await stateOf(begun)).toBe('in_use')
  expect(await stateOf(unruled)).toBe('confirmed')
})

test('who waits for the one before has not missed theirs; both hear of it once', async () => {
  await scene().setPolicy({ noShowMinutes: 15 }, here.instrument)
  const late = await book('03 01:00', '03 02:00')
  const next = await book('03 02:00', '03 04:00', 'demo-pi')
  scene().clock.now = Temporal.Instant.from(at('03 01:00'))
  await act(late, 'start')
  await watchAt('03 02:04')
  await watchAt('03 02:06')
  await watchAt('03 02:40')
  expect(await lettersAbout()).toEqual([
    'pi@hexi.example: 前一位还没有结束',
    'researcher@hexi.example: 预约时间已到',
  ])
  expect(await stateOf(next)).toBe('confirmed')
  await act(late, 'finish')
  await watchAt('03 02:50')
  expect(await stateOf(next)).toBe('confirmed')
  await watchAt('03 02:55')
  expect(await stateOf(next)).toBe('missed')
})
