import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bookingScene, monday } from './scene.ts'

/** The page of a booking as one takes it along, and its history. */
let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
  await s.db
    .updateTable('instrument')
    .set({ address: '兰州市城关区东岗西路 320 号', contact: '平台办公室', lng: 103.86, lat: 36.05 })
    .where('record_id', '=', s.instrument)
    .execute()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.db.deleteFrom('booking').execute()
  await s.setPolicy({})
})

const see = async (path: string, as = 'demo-researcher') => {
  const answer = await s.as(as).get(path, { 'accept-language': 'zh' })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, words: wordsIn(text) }
}
const wordsIn = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('a booking as a pass', () => {
  test('says where, whom to ask, until when it may be given up for nothing, and what it costs', async () => {
    await s.setPolicy({ cancelDeadlineMinutes: 120 })
    await s
      .as('demo-steward')
      .put(`/api/v1/instruments/${s.instrument}/rates`, { rates: { member: { hourFen: 19_000 } } })
    const { body } = await s.book('03 02:00', '03 03:30')
    const { words, text } = await see(`/bookings/${body.id}`)
    expect(words).toContain('兰州市城关区东岗西路 320 号')
    expect(words).toContain('平台办公室')
    expect(words).toContain('免费取消截止 3月3日 08:00（Asia/Shanghai）')
    expect(words).toContain('1.5 小时 × ¥190 = ¥285')
    expect(text).toContain('https://uri.amap.com/marker?position=103.86%2C36.05')
  })

  test('goes into a calendar, for those who may see it', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    const path = `/bookings/${body.id}/calendar.ics`
    expect((await see(`/bookings/${body.id}`)).text).toContain(`href="${path}"`)
    const file = await see(path)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.text).toContain('DTSTART:20260303T020000Z')
    expect(file.text).toContain('兰州市城关区东岗西路')
    expect((await see(path, 'demo-outsider')).status).toBe(404)
    expect((await s.as().get(path)).status).not.toBe(200)
  })

  test('has the code of the instrument for its person, until it is over', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    expect((await see(`/bookings/${body.id}`)).text).not.toContain('/k/')
    await s.as('demo-steward').post(`/instruments/${s.instrument}/label`, {})
    const code = (await s.db.selectFrom('kiosk').select('code').executeTakeFirst())?.code
    expect((await see(`/bookings/${body.id}`)).text).toContain(`href="/k/${code}"`)
    await s.cancel(body.id)
    expect((await see(`/bookings/${body.id}`)).text).not.toContain('/k/')
  })

  test('warns of another booking at the same time', async () => {
    const other = await s.add('instrument', {
      institution: s.own,
      title: { zh: '离心机' },
      instrCategory: '020000',
      function: '离心',
    })
    await s.book('03 02:30', '03 03:30', { on: other })
    const { body } = await s.book('03 02:00', '03 03:00')
    expect((await see(`/bookings/${body.id}`)).words).toContain('还预约了离心机')
    expect((await see(`/bookings/${body.id}`, 'demo-steward')).words).not.toContain(
      '还预约了离心机',
    )
  })
})

describe('the history of a booking', () => {
  test('shows every change with what was before and after, and who made it', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    const later = () => {
      s.clock.now = s.clock.now.add({ minutes: 1 })
    }
    later()
    await s.change(body.id, { start: s.at('03 04:00'), end: s.at('03 05:00') })
    later()
    await s.change(body.id, { purpose: '断口形貌', samples: 3 })
    later()
    await s.change(body.id, { end: s.at('03 06:00') }, { as: 'demo-steward' })
    later()
    await s.cancel(body.id, { as: 'demo-steward', reason: '仪器校准' })
    const { words } = await see(`/bookings/${body.id}`)
    const history = words.slice(words.indexOf('操作记录'))
    expect(history).toMatch(
      new RegExp(
        [
          '已取消 demo-steward .*仪器校准',
          '修改时间 demo-steward .*从 3月3日周二 12:00–13:00 改到 3月3日周二 12:00–14:00',
          '修改内容 demo-researcher .*用途：叶片切片 → 断口形貌 .*计划样品数：（空） → 3',
          '修改时间 demo-researcher .*从 3月3日周二 10:00–11:00 改到 3月3日周二 12:00–13:00',
          '已确认',
          '已提交 demo-researcher .*3月3日周二 10:00–11:00',
        ].join('.*'),
      ),
    )
  })
})
