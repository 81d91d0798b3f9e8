import { expect, test } from 'vitest'
import { upkeepScene } from './scene.ts'

const { turnTo, book, get, post, here, letters } = upkeepScene()

const report = (body: object, as: 'demo-researcher' | 'demo-steward' | 'demo-outsider') =>
  post(here('/problems'), { description: '真空度下降', ...body }, as)
const list = async (as: 'demo-researcher' | 'demo-steward') =>
  (await get(here('/problems'), as)).body['items']

test('anybody who signed in tells what is wrong, staff get a letter and solve it', async () => {
  const { status, body } = await report({ severity: 'degraded' }, 'demo-outsider')
  expect(status).toBe(201)
  expect(await letters()).toEqual(['steward@hexi.example: 问题报告（影响使用）'])
  expect(await list('demo-researcher')).toMatchObject([{ description: '真空度下降' }])
  expect(JSON.stringify(await list('demo-researcher'))).not.toContain('demo-outsider')
  expect(JSON.stringify(await list('demo-steward'))).toContain('demo-outsider')
  const solve = (as: 'demo-researcher' | 'demo-steward') =>
    post(here(`/problems/${body.id}/resolution`), { resolution: '更换密封圈' }, as)
  expect((await solve('demo-researcher')).status).toBe(403)
  expect((await solve('demo-steward')).body).toMatchObject({ resolution: '更换密封圈' })
  expect((await solve('demo-steward')).status).toBe(409)
  expect(await list('demo-researcher')).toEqual([])
  expect((await get(here('/problems'))).status).toBe(401)
})

test('who only passes by does not take an instrument out of service', async () => {
  expect((await report({ severity: 'down' }, 'demo-outsider')).body).toMatchObject({
    outageId: null,
  })
  expect((await get(here('/outages'))).body['items']).toEqual([])
})

test('who uses it may: the use ends, later bookings are cancelled, and solving it brings it back', async () => {
  const used = await book('03 01:00', '03 03:00')
  const later = await book('03 04:00', '03 05:00', 'demo-pi')
  turnTo('03 01:00')
  await post(`/bookings/${used}/start`, {}, 'demo-researcher')
  turnTo('03 02:00')
  const finished = await post(
    `/bookings/${used}/finish`,
    { samples: 3, problem: { severity: 'down', description: '离子源熄灭' } },
    'demo-researcher',
  )
  expect(finished).toMatchObject({ status: 200, body: { state: 'finished', sampleCount: 3 } })
  const state = (await get(`/bookings/${later}`, 'demo-steward')).body
  expect(state).toMatchObject({ state: 'cancelled', cancelledAs: 'outage' })
  expect((await get(here('/outages'))).body['items']).toMatchObject([
    { kind: 'fault', reason: '离子源熄灭', isEstimate: true, state: 'running' },
  ])
  turnTo('03 03:00')
  const id = String(finished.body['problemId'])
  await post(here(`/problems/${id}/resolution`), { resolution: '重新点火' })
  expect((await get(here('/outages'))).body['items']).toEqual([])
  expect(await book('03 03:30', '03 04:30')).not.toBe('')
})

test('a fault before a planned outage lasts until that begins, and during one it is part of it', async () => {
  const times = { start: '2026-03-02T12:00Z', end: '2026-03-02T14:00Z' }
  const planned = await post(here('/outages'), { ...times, kind: 'maintenance', reason: '年检' })
  await report({ severity: 'down' }, 'demo-steward')
  expect((await get(here('/outages'))).body['items']).toMatchObject([
    { start: '2026-03-02T08:00:00Z', end: '2026-03-02T12:00:00Z', kind: 'fault' },
    { kind: 'maintenance' },
  ])
  turnTo('02 12:30')
  expect((await report({ severity: 'down' }, 'demo-steward')).body).toMatchObject({
    outageId: planned.body.id,
  })
})
