import { expect, test } from 'vitest'
import { watchUses } from '../../src/upkeep/jobs.ts'
import { upkeepScene } from './scene.ts'

const { scene, turnTo, job, book, get, post, instrument, letters } = upkeepScene()

const act = (id: string, command: string) =>
  post(`/bookings/${id}/${command}`, {}, 'demo-researcher')
const stateOf = async (id: string) => (await get(`/bookings/${id}`, 'demo-steward')).body['state']
const watchAt = async (time: string) => {
  turnTo(time)
  await watchUses(job())
}

test('who does not come within the minutes of the rules has missed it, and the time is free again', async () => {
  await scene().setPolicy({ noShowMinutes: 30 }, instrument())
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
  await scene().setPolicy({ noShowMinutes: 30 }, instrument())
  const begun = await book('03 02:00', '03 03:00')
  turnTo('03 02:10')
  await act(begun, 'start')
  await watchAt('03 02:50')
  expect(await stateOf(begun)).toBe('in_use')
  expect(await stateOf(unruled)).toBe('confirmed')
})

test('who waits for the one before has not missed theirs; both hear of it once', async () => {
  await scene().setPolicy({ noShowMinutes: 15 }, instrument())
  const late = await book('03 01:00', '03 02:00')
  const next = await book('03 02:00', '03 04:00', 'demo-pi')
  turnTo('03 01:00')
  await act(late, 'start')
  await watchAt('03 02:04')
  await watchAt('03 02:06')
  await watchAt('03 02:40')
  expect(await letters()).toEqual([
    'pi@hexi.example: 前一次使用未结束',
    'researcher@hexi.example: 预约时间已到',
  ])
  expect(await stateOf(next)).toBe('confirmed')
  await act(late, 'finish')
  await watchAt('03 02:50')
  expect(await stateOf(next)).toBe('confirmed')
  await watchAt('03 02:55')
  expect(await stateOf(next)).toBe('missed')
})
