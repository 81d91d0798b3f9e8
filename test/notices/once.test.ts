import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { remindBookings } from '../../src/notices/jobs.ts'
import { letterNames } from '../../src/letters.ts'
import { tellWaiting } from '../support/told.ts'
import { noticeScene } from './scene.ts'

const List = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullable() })

const off = (...kinds: readonly string[]) => ({
  letters: Object.fromEntries(letterNames.map((kind) => [kind, !kinds.includes(kind)])),
})

test('a job that runs again writes nothing again', async () => {
  await using s = await noticeScene()
  await s.setPolicy({ approval: { always: true } })
  await s.reserve('03 01:00', '03 03:00')
  await s.followUp({ times: 3 })
  expect(await s.letters()).toHaveLength(2)
})

test('what an area noted is told once, and to those whose accounts are open', async () => {
  await using s = await noticeScene()
  const report = { severity: 'degraded', description: '漏油' }
  const path = `/api/v1/instruments/${s.instrument}/problems`
  expect((await s.as('demo-researcher').post(path, report)).status).toBe(201)
  await tellWaiting(s.services, { times: 3 })
  expect(await s.letters()).toMatchObject([
    { to: 'steward@hexi.example', subject: '激光共聚焦显微镜：问题报告（影响使用）' },
  ])
  const told = await s.as('demo-steward').get('/api/v1/notifications')
  expect(List.parse(await told.json()).items).toMatchObject([
    {
      kind: 'problem_reported',
      title: { zh: '仪器问题报告' },
      subject: { zh: '激光共聚焦显微镜：问题报告（影响使用）' },
      instrument: { id: s.instrument },
      booking: null,
      byLetter: true,
    },
  ])
})

describe('a reminder', () => {
  test('comes a day before, once, and again when the booking is moved', async () => {
    await using s = await noticeScene()
    const id = await s.reserve('05 01:00', '05 03:00')
    await s.followUp()
    await s.letters()
    const remindAt = async (time: string) => {
      s.turnTo(time)
      await remindBookings(s.house())
      return (await s.letters()).map(({ subject }) => subject)
    }
    expect(await remindAt('04 00:50')).toEqual([])
    expect(await remindAt('04 01:05')).toEqual([
      '预约提醒：激光共聚焦显微镜，3月5日 09:00–11:00（Asia/Shanghai）',
    ])
    expect(await remindAt('04 01:20')).toEqual([])
    await s.change(id, { start: s.at('06 01:00'), end: s.at('06 03:00') })
    await s.followUp()
    await s.letters()
    expect(await remindAt('05 01:05')).toEqual([
      '预约提醒：激光共聚焦显微镜，3月6日 09:00–11:00（Asia/Shanghai）',
    ])
  })

  test('does not come for what was booked within the day, waits for approval or is cancelled', async () => {
    await using s = await noticeScene()
    await s.reserve('03 01:00', '03 03:00')
    const gone = await s.reserve('05 01:00', '05 03:00')
    await s.act(gone, 'cancellation')
    await s.setPolicy({ approval: { always: true } })
    await s.reserve('05 05:00', '05 06:00')
    await s.followUp()
    await s.letters()
    for (const time of ['02 08:00', '03 00:00', '04 12:00']) {
      s.turnTo(time)
      await remindBookings(s.house())
    }
    expect(await s.letters()).toEqual([])
  })
})

describe('letters that somebody does not want', () => {
  test('are not written; others are', async () => {
    await using s = await noticeScene()
    const put = await s.as('demo-researcher').put('/api/v1/me/notices', off('confirmed'))
    expect(put.status).toBe(200)
    expect(await put.json()).toEqual(off('confirmed'))
    const id = await s.reserve('03 01:00', '03 03:00')
    await s.followUp()
    expect(await s.letters()).toEqual([])
    await s.act(id, 'cancellation')
    await s.followUp()
    expect(await s.letters()).toHaveLength(1)
    await s.as('demo-researcher').put('/api/v1/me/notices', off())
    await s.reserve('03 05:00', '03 06:00')
    await s.followUp()
    expect(await s.letters()).toHaveLength(1)
  })

  test('can be of every kind', async () => {
    await using s = await noticeScene()
    for (const kind of letterNames) {
      await s.as('demo-researcher').put('/api/v1/me/notices', off(kind))
      const got = await (await s.as('demo-researcher').get('/api/v1/me/notices')).json()
      expect(got).toEqual(off(kind))
    }
  })

  test('are one’s own affair: nobody is asked for others', async () => {
    await using s = await noticeScene()
    expect((await s.as().get('/api/v1/me/notices')).status).toBe(401)
    const unknown = await s.as('demo-pi').put('/api/v1/me/notices', { letters: { spam: true } })
    expect(unknown.status).toBe(422)
  })
})

test('what somebody was told is there to be read, by letter or not', async () => {
  await using s = await noticeScene()
  await s.as('demo-researcher').put('/api/v1/me/notices', off('cancelled'))
  const id = await s.reserve('03 01:00', '03 03:00')
  await s.followUp()
  await s.act(id, 'cancellation')
  await s.followUp()
  const first = await s.as('demo-researcher').get('/api/v1/notifications?limit=1')
  const { next, ...page } = List.parse(await first.json())
  expect(page).toMatchObject({
    items: [{ kind: 'cancelled', byLetter: false, booking: { id } }],
    total: { value: 2, relation: 'eq' },
  })
  const rest = await s.as('demo-researcher').get(`/api/v1/notifications?limit=1&after=${next}`)
  expect(List.parse(await rest.json())).toMatchObject({
    items: [{ kind: 'confirmed', byLetter: true }],
    next: null,
  })
  const others = await s.as('demo-pi').get('/api/v1/notifications')
  expect(List.parse(await others.json()).items).toEqual([])
  const shown = await (await s.as('demo-researcher').get('/account/notices')).text()
  expect(shown).toContain('激光共聚焦显微镜，3月3日 09:00–11:00')
})
