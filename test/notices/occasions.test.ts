import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { promoteWaitlist } from '../../src/bookings/jobs.ts'
import { watchUses } from '../../src/upkeep/jobs.ts'
import { calendarIn, only, researcher, subjects } from './reading.ts'
import { noticeScene } from './scene.ts'

describe('letters', () => {
  test('tell whom an outage hits, and offer the next free times', async () => {
    await using s = await noticeScene()
    await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    await s.letters()
    const outage = await s.as('demo-steward').post(`/api/v1/instruments/${s.instrument}/outages`, {
      kind: 'fault',
      reason: '真空泵故障',
      start: s.at('03 00:00'),
      end: s.at('03 06:00'),
      onBookings: 'displace',
    })
    expect(outage.status).toBe(201)
    await s.followUp()
    const letter = only(await s.letters())
    expect(letter.subject).toContain('仪器停机，预约已取消')
    expect(letter.body).toContain('说明：真空泵故障')
    const offered = new URL(/http\S+\/book\?\S+/.exec(letter.body)?.[0] ?? '').searchParams
    await s.reserve(offered.get('start') ?? '', offered.get('end') ?? '')
    expect(calendarIn(letter)).toMatchObject({ method: 'CANCEL' })
  })

  test('tell who waited that their time came', async () => {
    await using s = await noticeScene()
    const taken = await s.reserve('03 01:00', '03 02:00', { as: 'demo-steward' })
    const joined = await s
      .as('demo-researcher')
      .post(`/api/v1/instruments/${s.instrument}/waitlist`, {
        from: s.at('03 01:00'),
        to: s.at('03 02:00'),
        minutes: 60,
        purpose: '补做对照',
      })
    expect(joined.status).toBe(201)
    await s.act(taken, 'cancellation', { as: 'demo-steward' })
    await promoteWaitlist(s.house(), {})
    await s.followUp()
    const letters = (await s.letters()).filter(({ to }) => to === researcher)
    const letter = only(letters)
    expect(letter.subject).toBe('候补成功：激光共聚焦显微镜，3月3日 09:00–10:00（Asia/Shanghai）')
    expect(calendarIn(letter)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
  })

  test('tell who did not come', async () => {
    await using s = await noticeScene()
    await s.setPolicy({ noShowMinutes: 30 })
    await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    await s.letters()
    s.turnTo('03 01:40')
    await watchUses(s.house())
    await s.followUp()
    const letter = only(await s.letters())
    expect(letter.subject).toContain('未到，时段已释放')
    expect(letter.attachments).toEqual([])
  })

  test('tell who booked for somebody else too, without the invitation', async () => {
    await using s = await noticeScene()
    await s.reserve('03 01:00', '03 03:00', {
      as: 'demo-pi',
      onBehalfOf: s.people['demo-researcher'],
    })
    await s.followUp()
    const letters = await s.letters()
    const own = letters.find(({ to }) => to === researcher)
    const booker = letters.find(({ to }) => to === 'pi@hexi.example')
    expect(letters).toHaveLength(2)
    expect(own?.attachments).toHaveLength(1)
    expect(own?.body).not.toContain('使用人')
    expect(booker?.attachments).toEqual([])
    expect(booker?.body).toContain('使用人：demo-researcher')
  })

  test('tell of all dates of a series at once', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 02:00', { recurrence: 'FREQ=DAILY;COUNT=3' })
    await s.followUp({ times: 2 })
    const booked = only(await s.letters())
    expect(booked.subject).toBe(
      '预约已确认：激光共聚焦显微镜，3月3日 09:00–10:00（Asia/Shanghai）等 3 次',
    )
    expect(booked.body).toContain('  3月5日 09:00–10:00（Asia/Shanghai）')
    expect(booked.attachments).toHaveLength(3)
    await s.act(id, 'cancellation', { scope: 'following' })
    await s.followUp()
    const cancelled = await s.letters()
    expect(subjects(cancelled)).toEqual([
      [researcher, '预约已取消：激光共聚焦显微镜，3月3日 09:00–10:00（Asia/Shanghai）等 3 次'],
    ])
    expect(cancelled[0]?.attachments.map(({ text }) => /METHOD:(\w+)/.exec(text)?.[1])).toEqual([
      'CANCEL',
      'CANCEL',
      'CANCEL',
    ])
  })

  test('tell of dates that are cancelled one by one each by itself, whatever a program calls its requests', async () => {
    await using s = await noticeScene()
    await s.reserve('03 01:00', '03 02:00', { recurrence: 'FREQ=DAILY;COUNT=3' })
    await s.followUp()
    await s.letters()
    const { rows } = await sql<{ id: string }>`select id from booking order by starts_at`.execute(
      s.db,
    )
    for (const { id } of rows.slice(0, 2)) {
      const path = `/api/v1/bookings/${id}/cancellation`
      const answer = await s.as('demo-researcher').post(path, {}, { 'x-request-id': 'batch' })
      expect(answer.status).toBe(200)
    }
    await s.followUp()
    expect((await s.letters()).map(({ subject }) => subject)).toEqual([
      '预约已取消：激光共聚焦显微镜，3月3日 09:00–10:00（Asia/Shanghai）',
      '预约已取消：激光共聚焦显微镜，3月4日 09:00–10:00（Asia/Shanghai）',
    ])
  })

  test('of what was overtaken meanwhile are not written', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.act(id, 'cancellation')
    await s.followUp()
    expect((await s.letters()).map(({ subject }) => subject.slice(0, 5))).toEqual(['预约已取消'])
  })
})
