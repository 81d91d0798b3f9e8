import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarIn, only, researcher, subjects } from './reading.ts'
import { noticeScene } from './scene.ts'

const Inbox = z.object({ items: z.array(z.object({ booking: z.unknown() })) })

describe('letters', () => {
  test('tell whose booking is confirmed, with an invitation', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    const letter = only(await s.letters())
    expect(letter.to).toBe(researcher)
    expect(letter.subject).toBe('预约已确认：激光共聚焦显微镜，3月3日 09:00–11:00（Asia/Shanghai）')
    expect(letter.body).toContain('时间：3月3日 09:00–11:00（Asia/Shanghai）\n用途：叶片切片')
    expect(letter.body).toContain(`http://hexi.test/bookings/${id}`)
    expect(letter.body).toContain('http://hexi.test/account/notices')
    expect(calendarIn(letter)).toEqual({
      contentType: 'text/calendar; charset=utf-8; method=REQUEST',
      method: 'REQUEST',
      uid: `${id}@hexi`,
      sequence: 0,
      status: 'CONFIRMED',
      start: '2026-03-03T01:00:00.000Z',
    })
  })

  test('are written in the language of who reads them', async () => {
    await using s = await noticeScene()
    await s.db
      .updateTable('person')
      .set({ lang: 'en' })
      .where('id', '=', s.people['demo-researcher'])
      .execute()
    await s.reserve('03 01:00', '03 03:00', { purpose: 'leaf\nsections' })
    await s.followUp()
    const letter = only(await s.letters())
    expect(letter.subject).toBe(
      'Booking confirmed: Confocal microscope, 3 Mar, 09:00–11:00 (Asia/Shanghai)',
    )
    expect(letter.body).toContain('Purpose: leaf sections\n')
    expect(letter.body.replace('河西', '')).not.toMatch(/\p{Script=Han}/u)
  })

  test('that are written late tell the time of then, and bring the calendar up to date', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 03:00')
    const move = async (start: string, end: string) => {
      s.clock.now = s.clock.now.add({ seconds: 1 })
      await s.change(id, { start: s.at(start), end: s.at(end) })
    }
    await move('03 02:00', '03 03:00')
    await move('04 02:00', '04 03:30')
    await s.followUp()
    const letters = await s.letters()
    const told = letters.map(({ subject }) => /3月.*(?=（)/.exec(subject)?.[0])
    expect(told).toEqual(['3月3日 09:00–11:00', '3月3日 10:00–11:00', '3月4日 10:00–11:30'])
    expect(letters[1]?.body).toContain('原时间：3月3日 09:00–11:00')
    expect(letters[2]?.body).toContain('原时间：3月3日 10:00–11:00')
    const now = { start: '2026-03-04T02:00:00.000Z', sequence: 2 }
    expect(letters.map((letter) => calendarIn(letter))).toMatchObject([now, now, now])
    const inbox = await s.as('demo-researcher').get('/api/v1/notifications')
    const { items } = Inbox.parse(await inbox.json())
    expect(items.map(({ booking }) => booking)).toMatchObject([
      { id, start: '2026-03-04T02:00:00Z', end: '2026-03-04T03:30:00Z' },
      { id, start: '2026-03-03T02:00:00Z', end: '2026-03-03T03:00:00Z' },
      { id, start: '2026-03-03T01:00:00Z', end: '2026-03-03T03:00:00Z' },
    ])
  })

  test('keep the time of each date of a series that one request moved', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 03:00', { recurrence: 'FREQ=WEEKLY;COUNT=2' })
    await s.followUp()
    await s.letters()
    const moveAll = async (start: string, end: string) => {
      s.clock.now = s.clock.now.add({ seconds: 1 })
      await s.change(id, { start: s.at(start), end: s.at(end), scope: 'all' })
    }
    await moveAll('03 02:00', '03 04:00')
    await moveAll('03 05:00', '03 06:00')
    await s.followUp()
    const [first, second] = await s.letters()
    expect(first?.body).toContain('3月3日 10:00–12:00（Asia/Shanghai）\n  3月10日 10:00–12:00')
    expect(second?.body).toContain('3月3日 13:00–14:00（Asia/Shanghai）\n  3月10日 13:00–14:00')
  })

  test('tell of a move with the time before, and of a cancellation, each with a higher sequence', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    const confirmed = only(await s.letters())
    await s.change(id, { start: s.at('03 02:00'), end: s.at('03 04:00') })
    await s.followUp()
    const changed = only(await s.letters())
    expect(changed.subject).toBe(
      '预约已修改：激光共聚焦显微镜，3月3日 10:00–12:00（Asia/Shanghai）',
    )
    expect(changed.body).toContain('原时间：3月3日 09:00–11:00（Asia/Shanghai）')
    await s.act(id, 'cancellation', { as: 'demo-steward', reason: '灯源老化' })
    await s.followUp()
    const cancelled = only(await s.letters())
    expect(cancelled.subject).toBe(
      '预约已取消：激光共聚焦显微镜，3月3日 10:00–12:00（Asia/Shanghai）',
    )
    expect(cancelled.body).toContain('说明：灯源老化')
    const first = calendarIn(confirmed)
    const second = calendarIn(changed)
    const last = calendarIn(cancelled)
    expect(second).toMatchObject({ method: 'REQUEST', uid: first.uid })
    expect(last).toMatchObject({
      method: 'CANCEL',
      uid: first.uid,
      status: 'CANCELLED',
    })
    expect(second.sequence).toBeGreaterThan(first.sequence)
    expect(last.sequence).toBeGreaterThan(second.sequence)
  })

  test('ask the staff for a yes, and tell the person of it', async () => {
    await using s = await noticeScene()
    await s.setPolicy({ approval: { always: true } })
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    const asked = await s.letters()
    const [own, staffs] = asked
    expect(subjects(asked)).toEqual([
      [researcher, '预约已提交：激光共聚焦显微镜，3月3日 09:00–11:00（Asia/Shanghai）'],
      [
        'steward@hexi.example',
        '有预约待您审批：激光共聚焦显微镜，3月3日 09:00–11:00（Asia/Shanghai）',
      ],
    ])
    expect(staffs?.body).toContain('使用人：demo-researcher')
    expect(staffs?.attachments).toEqual([])
    expect(own && calendarIn(own)).toMatchObject({ method: 'REQUEST', status: 'TENTATIVE' })
    await s.act(id, 'approval', { as: 'demo-steward', note: '请带好样品' })
    await s.followUp()
    const yes = only(await s.letters())
    expect(yes.subject).toContain('预约已确认')
    expect(yes.body).toContain('说明：请带好样品')
    expect(calendarIn(yes)).toMatchObject({ status: 'CONFIRMED', sequence: 1 })
  })

  test('tell of a no, with its note', async () => {
    await using s = await noticeScene()
    await s.setPolicy({ approval: { always: true } })
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.act(id, 'approval', { as: 'demo-steward', approved: false, note: '样品不合要求' })
    await s.followUp()
    const letter = only(await s.letters())
    expect(letter.subject).toContain('预约未获批准')
    expect(letter.body).toContain('说明：样品不合要求')
    expect(calendarIn(letter)).toMatchObject({ method: 'CANCEL', sequence: 1 })
  })
})
