import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { noticeScene } from '../notices/scene.ts'
import { answerOf } from './scene.ts'

type Scene = Awaited<ReturnType<typeof noticeScene>>
let s: Scene

beforeEach(async () => {
  s = await noticeScene()
  await s.setPolicy({ approval: { always: true }, cancelDeadlineMinutes: 1440 })
  return () => s[Symbol.asyncDispose]()
})

const Outcomes = z.object({
  items: z.array(
    z.object({ id: z.string(), state: z.string().nullable(), refusal: z.string().nullable() }),
  ),
})

async function decide(input: object, as = 'demo-steward') {
  const answer = await s.as(as).post('/api/v1/booking-decisions', input)
  const text = await answer.text()
  return {
    status: answer.status,
    items: answer.status === 200 ? Outcomes.parse(JSON.parse(text)).items : [],
  }
}

const undo = (id: string, as = 'demo-steward') =>
  answerOf(s.as(as).delete(`/api/v1/bookings/${id}/approval`))

const later = (seconds: number) => {
  s.clock.now = s.clock.now.add({ seconds })
}

async function queue(as = 'demo-steward') {
  const answer = await s.as(as).get('/bookings/queue', { 'accept-language': 'zh' })
  return answer.text()
}

async function send(path: string, fields: [string, string][], as = 'demo-steward') {
  const answer = await s.app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'accept-language': 'zh',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, text: await answer.text() }
}

describe('a decision is taken back within ten seconds', () => {
  test('an approval: the booking waits again, and nobody was told', async () => {
    const id = await s.reserve('03 01:00', '03 02:00')
    await s.followUp()
    await s.letters()
    await s.act(id, 'approval', { as: 'demo-steward', note: '请准时' })
    later(9)
    expect(await undo(id)).toMatchObject({ status: 200, body: { state: 'pending' } })
    await s.followUp()
    expect(await s.letters()).toEqual([])
    const { rows } = await sql<{ action: string }>`
      select action from audit where entity_id = ${id}::uuid order by id
    `.execute(s.db)
    expect(rows.map(({ action }) => action)).toEqual([
      'booking.create',
      'booking.approve',
      'booking.undo',
    ])
    later(1)
    await s.act(id, 'approval', { as: 'demo-steward' })
    await s.followUp()
    expect((await s.letters()).length).toBe(1)
  })

  test('a refusal: its time is taken again, unless somebody else has it now', async () => {
    const [kept, lost] = [
      await s.reserve('03 01:00', '03 02:00'),
      await s.reserve('04 01:00', '04 02:00'),
    ]
    await decide({ bookings: [kept, lost], approved: false, note: '样品未备好' })
    expect((await s.book('04 01:00', '04 02:00', { as: 'demo-pi' })).status).toBe(201)
    expect(await undo(kept)).toMatchObject({
      status: 200,
      body: { state: 'pending', cancelReason: null },
    })
    expect((await s.book('03 01:30', '03 02:30', { as: 'demo-pi' })).codes).toEqual(['slot_taken'])
    expect(await undo(lost)).toMatchObject({ status: 409, codes: ['slot_taken'] })
  })

  test('what follows from it waits for so long', async () => {
    const id = await s.reserve('03 01:00', '03 02:00')
    await s.followUp()
    await s.act(id, 'approval', { as: 'demo-steward' })
    const { rows } = await sql<{ seconds: number }>`
      select extract(epoch from run_at - ${s.clock.now}::timestamptz)::int as seconds
      from graphile_worker._private_jobs
      where payload->>'event' = 'approved'
    `.execute(s.db)
    expect(rows).toEqual([{ seconds: 15 }])
  })

  test('not later, not by the person, not a booking about which nobody decided', async () => {
    const id = await s.reserve('03 01:00', '03 02:00')
    expect((await undo(id)).status).toBe(409)
    await s.act(id, 'approval', { as: 'demo-steward' })
    expect((await undo(id, 'demo-researcher')).status).toBe(403)
    expect((await undo(id, 'demo-outsider')).status).toBe(404)
    later(13)
    expect((await undo(id)).status).toBe(409)
    await s.setPolicy({})
    const free = await s.reserve('05 01:00', '05 02:00')
    expect((await undo(free)).status).toBe(409)
  })
})

describe('several bookings are decided at once', () => {
  test('each by itself: one that is refused does not keep the others', async () => {
    const [good, long] = [
      await s.reserve('03 01:00', '03 02:00'),
      await s.reserve('04 01:00', '04 04:00'),
    ]
    await s.setPolicy({ approval: { always: true }, maxMinutes: 60 })
    const { items } = await decide({ bookings: [good, long, good] })
    expect(items.map(({ state }) => state)).toEqual(['confirmed', null])
    expect(items[1]?.refusal).toBeTruthy()
  })

  test('by staff alone, at least one and no more than a page', async () => {
    const id = await s.reserve('03 01:00', '03 02:00')
    const [refused] = (await decide({ bookings: [id] }, 'demo-researcher')).items
    expect(refused).toMatchObject({ state: null })
    expect((await decide({ bookings: [] })).status).toBe(422)
    expect((await decide({ bookings: ['\u0000'] })).status).toBe(422)
    const many = Array.from({ length: 21 }, () => id)
    expect((await decide({ bookings: many })).status).toBe(422)
  })
})

describe('the desk', () => {
  test('shows who asks, how earlier bookings were kept, what is held and what clashes', async () => {
    await s.setPolicy({})
    await s.reserve('02 10:00', '02 11:00').then((id) => s.cancel(id))
    const other = await s.add('instrument', {
      institution: s.own,
      title: { zh: '扫描电子显微镜', en: 'Scanning electron microscope' },
      instrCategory: '010000',
      function: '形貌观察',
    })
    await s.setPolicy({ approval: { always: true }, cancelDeadlineMinutes: 1440 })
    const missed = await s.reserve('02 12:00', '02 13:00')
    await s.db
      .updateTable('booking')
      .set({ missed_at: s.clock.now, confirmed_at: s.clock.now })
      .where('id', '=', missed)
      .execute()
    await s.cancel(await s.reserve('03 04:00', '03 05:00'))
    await s.reserve('04 01:00', '04 02:00', { purpose: '根系切片' })
    await s.book('04 01:30', '04 02:30', { on: other })
    await s.setPolicy({ approval: { always: true }, qualifications: ['training'] })
    const text = await queue()
    for (const part of ['根系切片', '未到 1 次', '逾期取消 1 次', '培训：未取得', '冰冻圈过程组'])
      expect(text).toContain(part)
    expect(text).toMatch(/同一时间还预约了扫描电子显微镜：[^<]*09:30–10:30/)
    expect(await queue('demo-outsider')).toContain('没有待审批的预约')
  })

  test('names what was decided, and offers to undo it for ten seconds', async () => {
    const [first, second] = [
      await s.reserve('03 01:00', '03 02:00'),
      await s.reserve('04 01:00', '04 02:00'),
    ]
    const yes = await send('/bookings/queue', [
      ['bookings', first],
      ['bookings', second],
      ['approved', 'true'],
    ])
    expect(yes.status).toBe(303)
    expect(await queue()).toMatch(/已批准：激光共聚焦显微镜，3月3日周二 09:00–10:00，[^<]+/)
    expect(await queue()).toContain('全部撤销（2）')
    expect(await queue('demo-curator')).not.toContain('已批准：')
    const back = await send('/bookings/queue/undo', [['bookings', first]])
    expect(back.status).toBe(303)
    const text = await queue()
    expect(text).toContain(`value="${first}"`)
    later(11)
    expect(await queue()).not.toContain('已批准：')
  })

  test('offers to undo each decision for its own ten seconds, and all of them while the first can be', async () => {
    const ids = [await s.reserve('03 01:00', '03 02:00'), await s.reserve('04 01:00', '04 02:00')]
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await send('/bookings/queue', [
        ['bookings', id],
        ['approved', 'true'],
      ])
      later(4)
    }
    const bar = /<div class="toast[^>]*approval-undo.*?<\/ul>.*?<\/form>/s.exec(await queue())
    const seconds = [...(bar?.[0] ?? '').matchAll(/<(\w+)[^>]* data-seconds="(\d+)"/g)]
    expect(seconds.map(([, element, left]) => [element, left])).toEqual([
      ['div', '6'],
      ['li', '6'],
      ['li', '2'],
      ['div', '2'],
    ])
  })

  test('says what is missing when nothing was selected, and why one was refused', async () => {
    const id = await s.reserve('03 01:00', '03 02:00')
    const none = await send('/bookings/queue', [['approved', 'true']])
    expect([none.status, none.text.includes('请至少选择一个预约。')]).toEqual([422, true])
    await s.setPolicy({ maxMinutes: 30 })
    const refused = await send('/bookings/queue', [
      ['bookings', id],
      ['approved', 'true'],
    ])
    expect([refused.status, refused.text.includes('30 分钟')]).toEqual([409, true])
  })
})
