import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { noticeScene } from './scene.ts'

type Scene = Awaited<ReturnType<typeof noticeScene>>

const Made = z.object({ id: z.string(), url: z.string() })

async function make(s: Scene, input: object, as: Parameters<Scene['as']>[0] = 'demo-researcher') {
  const answer = await s.as(as).post('/api/v1/calendar-feeds', input)
  expect(answer.status).toBe(201)
  const { id, url } = Made.parse(await answer.json())
  return { id, path: new URL(url).pathname }
}

async function read(s: Scene, path: string) {
  const answer = await s.as().get(path)
  expect(answer.status).toBe(200)
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
  return events.map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      status: component.getFirstPropertyValue('status'),
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      location: event.location,
      url: component.getFirstPropertyValue('url'),
      description: event.description,
    }
  })
}

test('my feed shows my bookings to whoever has its address, and nobody else’s', async () => {
  await using s = await noticeScene()
  const id = await s.reserve('03 01:00', '03 03:00', { purpose: '切片, 染色; "第一批"' })
  await s.reserve('03 05:00', '03 06:00', { as: 'demo-pi' })
  const { path } = await make(s, { kind: 'person' })
  expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
  expect(await read(s, path)).toEqual([
    {
      uid: `${id}@hexi`,
      summary: '激光共聚焦显微镜',
      status: 'CONFIRMED',
      sequence: 0,
      start: '2026-03-03T01:00:00.000Z',
      location: '甘肃省种质资源库',
      url: `http://hexi.test/bookings/${id}`,
      description: '用途：切片, 染色; "第一批"\n使用人：demo-researcher\n课题组：冰冻圈过程组',
    },
  ])
})

test('a booking keeps its UID: moved it has a higher sequence, cancelled it stays as cancelled for a month', async () => {
  await using s = await noticeScene()
  await s.setPolicy({ approval: { always: true } })
  const id = await s.reserve('03 01:00', '03 03:00')
  const { path } = await make(s, { kind: 'person' })
  expect(await read(s, path)).toMatchObject([{ status: 'TENTATIVE', sequence: 0 }])
  await s.act(id, 'approval', { as: 'demo-steward', approved: true })
  expect(await read(s, path)).toMatchObject([{ status: 'CONFIRMED', sequence: 1 }])
  await s.change(id, { end: s.at('03 04:00') }, { as: 'demo-steward' })
  expect(await read(s, path)).toMatchObject([{ uid: `${id}@hexi`, sequence: 2 }])
  await s.act(id, 'cancellation')
  expect(await read(s, path)).toMatchObject([
    { uid: `${id}@hexi`, status: 'CANCELLED', sequence: 3 },
  ])
  s.turnTo('2026-04-02T08:00Z')
  expect(await read(s, path)).toEqual([])
})

test('a feed reaches 60 days back and a year ahead', async () => {
  await using s = await noticeScene()
  await s.reserve('03 01:00', '03 03:00')
  const { path } = await make(s, { kind: 'person' })
  s.turnTo('2026-05-02T00:00Z')
  expect(await read(s, path)).toHaveLength(1)
  s.turnTo('2026-05-03T00:00Z')
  expect(await read(s, path)).toEqual([])
})

test('the feed of a lab shows who has booked, to its members, and ends when one leaves', async () => {
  await using s = await noticeScene()
  await s.reserve('03 01:00', '03 03:00')
  const { path } = await make(s, { kind: 'lab', lab: s.lab }, 'demo-pi')
  expect(await read(s, path)).toMatchObject([{ summary: '激光共聚焦显微镜 · demo-researcher' }])
  await s.db.deleteFrom('lab_member').where('person_id', '=', s.people['demo-pi']).execute()
  expect((await s.as().get(path)).status).toBe(404)
  const refused = await s.as('demo-outsider').post('/api/v1/calendar-feeds', {
    kind: 'lab',
    lab: s.lab,
  })
  expect(refused.status).toBe(422)
})

test('the feed of an instrument shows its staff who has booked, and others that time is taken', async () => {
  await using s = await noticeScene()
  const id = await s.reserve('03 01:00', '03 03:00', { purpose: 'a secret' })
  const gone = await s.reserve('03 05:00', '03 06:00')
  await s.act(gone, 'cancellation')
  const outage = await s.as('demo-steward').post(`/api/v1/instruments/${s.instrument}/outages`, {
    kind: 'maintenance',
    reason: '更换灯源',
    start: s.at('04 01:00'),
    end: s.at('04 03:00'),
  })
  expect(outage.status).toBe(201)
  const input = { kind: 'instrument', instrument: s.instrument }
  const { path } = await make(s, input, 'demo-outsider')
  const seen = await read(s, path)
  expect(seen).toMatchObject([
    { uid: `${id}@hexi`, summary: '激光共聚焦显微镜 · 已预约', status: 'CONFIRMED', url: null },
    { uid: `${gone}@hexi`, status: 'CANCELLED' },
    { summary: '激光共聚焦显微镜 · 停机（维护）', status: 'CONFIRMED' },
  ])
  expect(JSON.stringify(seen)).not.toMatch(/secret|researcher/)
  const own = await make(s, input, 'demo-steward')
  expect(await read(s, own.path)).toMatchObject([
    { summary: '激光共聚焦显微镜 · demo-researcher', url: `http://hexi.test/bookings/${id}` },
    { status: 'CANCELLED' },
    { summary: '激光共聚焦显微镜 · 停机（维护）' },
  ])
})

test('an instrument that somebody may not see has no feed for them', async () => {
  await using s = await noticeScene()
  const draft = await s.add(
    'instrument',
    { institution: s.own, title: { zh: '草稿' }, instrCategory: '010000', function: '分析' },
    { publish: false },
  )
  const input = { kind: 'instrument', instrument: draft }
  const refused = await s.as('demo-outsider').post('/api/v1/calendar-feeds', input)
  expect(refused.status).toBe(404)
})

test('a feed that has not changed is not sent again', async () => {
  await using s = await noticeScene()
  const id = await s.reserve('03 01:00', '03 03:00')
  const { path } = await make(s, { kind: 'person' })
  const first = await s.as().get(path)
  const etag = first.headers.get('etag') ?? ''
  const modified = first.headers.get('last-modified') ?? ''
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect((await s.as().get(path, { 'if-none-match': etag })).status).toBe(304)
  expect((await s.as().get(path, { 'if-modified-since': modified })).status).toBe(304)
  s.turnTo('02 09:00')
  await s.act(id, 'cancellation')
  expect((await s.as().get(path, { 'if-none-match': etag })).status).toBe(200)
  expect((await s.as().get(path, { 'if-modified-since': modified })).status).toBe(200)
})

test('a revoked feed answers nothing, and neither does a guessed one or that of a closed account', async () => {
  await using s = await noticeScene()
  const { id, path } = await make(s, { kind: 'person' })
  const kept = await make(s, { kind: 'person' })
  const notMine = await s.as('demo-pi').delete(`/api/v1/calendar-feeds/${id}`)
  expect(notMine.status).toBe(404)
  expect((await s.as('demo-researcher').delete(`/api/v1/calendar-feeds/${id}`)).status).toBe(204)
  expect((await s.as().get(path)).status).toBe(404)
  expect((await s.as().get(`/calendar/${'a'.repeat(43)}.ics`)).status).toBe(404)
  expect((await s.as().get(kept.path)).status).toBe(200)
  await s.db
    .updateTable('person')
    .set({ disabled_at: s.clock.now })
    .where('id', '=', s.people['demo-researcher'])
    .execute()
  expect((await s.as().get(kept.path)).status).toBe(404)
})

test('the address of a feed is told once, and is nowhere kept', async () => {
  await using s = await noticeScene()
  const { path } = await make(s, { kind: 'person' })
  const listed = await (await s.as('demo-researcher').get('/api/v1/calendar-feeds')).text()
  expect(listed).toContain('"kind":"person"')
  const secret = path.slice('/calendar/'.length, -4)
  expect(listed).not.toContain(secret)
  const rows = await s.db.selectFrom('calendar_feed').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(secret)
})
