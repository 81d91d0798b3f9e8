import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bookingScene, monday } from './scene.ts'

/** Pages without any script: forms as a browser sends them. */
let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.db.deleteFrom('waitlist_entry').execute()
  await s.setPolicy({})
})

type Who = 'demo-researcher' | 'demo-pi' | 'demo-steward' | 'demo-outsider'
type Fields = Record<string, string>

/** Local times of March 2026 in Lanzhou. */
const local = (time: string) => `2026-03-${time.replace(' ', 'T')}`

const see = async (path: string, as: Who = 'demo-researcher') => {
  const answer = await s.as(as).get(path, { 'accept-language': 'zh' })
  return { status: answer.status, text: await answer.text() }
}

async function send(path: string, fields: Fields, as: Who = 'demo-researcher') {
  const answer = await s.app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'accept-language': 'zh',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    text: await answer.text(),
  }
}

const bookPath = () => `/instruments/${s.instrument}/book`
const wish = (changes: Fields = {}): Fields => ({
  start: local('03 10:00'),
  end: local('03 11:00'),
  purpose: '叶片切片',
  ...changes,
})

describe('the form that books', () => {
  test('opens with the time that was chosen, or the next that is free', async () => {
    const chosen = await see(`${bookPath()}?start=2026-03-03T02:00:00Z&end=2026-03-03T04:00:00Z`)
    expect(chosen.text).toContain('value="2026-03-03T10:00"')
    expect(chosen.text).toContain('value="2026-03-03T12:00"')
    await s.setPolicy({ hours: [{ days: [3], from: '09:00', to: '12:00' }] })
    expect((await see(bookPath())).text).toContain('value="2026-03-04T09:00"')
  })

  test('asks to sign in first', async () => {
    const answer = await s.as().get(bookPath())
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(bookPath())}`,
    ])
  })

  test('books by the clock of the instrument, and goes on to the booking', async () => {
    await s.setPolicy({ timezone: 'Europe/Berlin' })
    const sent = await send(bookPath(), wish())
    expect([sent.status, sent.to]).toEqual([303, expect.stringMatching(/^\/bookings\//)])
    const page = await see(sent.to)
    expect(page.text).toContain('3月3日周二 10:00–11:00')
    expect(page.text).toContain('Europe/Berlin')
    expect((await see('/bookings')).text).toContain(sent.to)
  })

  test('says every reason with all that was typed, and takes another time at a press', async () => {
    await s.setPolicy({ needsProject: true, maxMinutes: 60 })
    await s.book('03 02:00', '03 03:00', { as: 'demo-pi', project: '62301' })
    const refused = await send(bookPath(), wish({ end: local('03 12:00'), samples: '7' }))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('value="叶片切片"')
    expect(refused.text).toContain('value="7"')
    expect(refused.text.match(/<li>[^<]*<\/li>/g)?.length).toBeGreaterThanOrEqual(3)
    const [, take = ''] = /name="take" value="([^"]+)"/.exec(refused.text) ?? []
    const taken = await send(bookPath(), wish({ take, samples: '7' }))
    expect(taken.text).toMatch(
      /name="start"[^>]*value="2026-03-03T\d\d:\d\d"|value="2026-03-03T\d\d:\d\d"/,
    )
    expect(taken.text).toContain('value="叶片切片"')
    expect((await send(bookPath(), wish({ end: 'soon' }))).status).toBe(422)
  })

  test('shows the dates of a repetition with their conflicts, then skips them or refuses', async () => {
    await s.book('10 02:00', '10 03:00', { as: 'demo-pi' })
    const weekly = { repeat: 'weekly', count: '3' }
    const preview = await send(bookPath(), wish({ ...weekly, preview: '1' }))
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('3 个日期中有 2 个可以预约')
    expect((await send(bookPath(), wish({ ...weekly, onConflict: 'refuse' }))).status).toBe(409)
    const skipped = await send(bookPath(), wish({ ...weekly, onConflict: 'skip' }))
    expect([skipped.status, skipped.to]).toEqual([303, '/bookings'])
  })

  test('lets staff book for somebody by their address, and nobody else', async () => {
    const { email } = await s.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', s.people['demo-researcher'])
      .executeTakeFirstOrThrow()
    const forOther = wish({ onBehalfOf: email ?? '' })
    expect((await see(bookPath())).text).not.toContain('name="onBehalfOf"')
    expect((await send(bookPath(), forOther, 'demo-outsider')).status).toBe(403)
    expect((await send(bookPath(), forOther, 'demo-steward')).status).toBe(303)
    expect((await send(bookPath(), wish({ onBehalfOf: 'x@y.zz' }), 'demo-steward')).status).toBe(
      422,
    )
  })

  test('puts somebody on the waiting list, and takes them off again', async () => {
    await s.book('03 02:00', '03 03:00', { as: 'demo-pi' })
    const waits = await send(`/instruments/${s.instrument}/wait`, wish())
    expect([waits.status, waits.to]).toEqual([303, '/bookings'])
    const { text } = await see('/bookings')
    expect(text).toContain('第 1 位')
    const [, end = ''] = /action="(\/instruments\/[^"]+\/waits\/[^"]+\/end)"/.exec(text) ?? []
    expect((await send(end, {})).status).toBe(303)
    expect((await see('/bookings')).text).not.toContain('第 1 位')
  })
})

/** Who moved a booking from when to when, newest first, as its page says. */
async function historyOf(id: string | undefined) {
  const { text } = await see(`/bookings/${id}`)
  const moves = text.matchAll(
    /修改时间<\/strong><span>([^<]*)<\/span>.*?<p class="numeric">([^<]*)</g,
  )
  return [...moves].map(([, who, what]) => `${who} ${what}`)
}

describe('the page of a booking', () => {
  test('is its person’s and the staff’s; others find nothing', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    expect((await see(`/bookings/${body.id}`)).status).toBe(200)
    expect((await see(`/bookings/${body.id}`, 'demo-steward')).status).toBe(200)
    expect((await see(`/bookings/${body.id}`, 'demo-outsider')).status).toBe(404)
  })

  test('changes, and says why not with what was typed', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    await s.book('03 04:00', '03 05:00', { as: 'demo-pi' })
    const path = `/bookings/${body.id}/change`
    const [, version = ''] = /name="version" value="(\d+)"/.exec((await see(path)).text) ?? []
    const refused = await send(
      path,
      wish({ version, start: local('03 12:00'), end: local('03 13:00') }),
    )
    expect(refused.status).toBe(409)
    const moved = await send(
      path,
      wish({ version, start: local('03 13:00'), end: local('03 14:00') }),
    )
    expect([moved.status, moved.to]).toEqual([303, `/bookings/${body.id}`])
    expect((await see(moved.to)).text).toContain('13:00–14:00')
    expect((await send(path, wish({ version }))).status).toBe(412)
  })

  test('sends what was changed alone: dates of a series keep what they were given singly', async () => {
    const { body } = await s.book('03 02:00', '03 03:00', { recurrence: 'FREQ=DAILY;COUNT=2' })
    const [first, second] = z
      .looseObject({ bookings: z.array(z.object({ id: z.string() })) })
      .parse(body).bookings
    const own = { purpose: '单独的目的', project: '课题二', samples: 7 }
    await s.change(second?.id, own)
    const path = `/bookings/${first?.id}/change`
    const moved = await send(
      path,
      wish({ version: '1', start: local('03 12:00'), end: local('03 13:00'), scope: 'all' }),
    )
    expect(moved.status).toBe(303)
    const answer = await s.as('demo-researcher').get(`/api/v1/bookings/${second?.id}`)
    expect(await answer.json()).toMatchObject({ ...own, start: '2026-03-04T04:00:00Z' })
  })

  test('lists each change of its times, from when to when and by whom, by the clock of the instrument', async () => {
    await s.setPolicy({ timezone: 'Europe/Berlin' })
    const { body } = await s.book('03 09:00', '03 10:00')
    s.clock.now = s.clock.now.add({ minutes: 1 })
    await s.change(body.id, { start: s.at('03 10:00'), end: s.at('03 11:00') })
    s.clock.now = s.clock.now.add({ minutes: 1 })
    await s.change(body.id, { purpose: '换了样品' })
    await s.change(body.id, { end: s.at('03 12:00') }, { as: 'demo-steward' })
    expect(await historyOf(body.id)).toEqual([
      'demo-steward 从 3月3日周二 11:00–12:00 改到 3月3日周二 11:00–13:00',
      'demo-researcher 从 3月3日周二 10:00–11:00 改到 3月3日周二 11:00–12:00',
    ])
  })

  test('lists the move of each date of a series', async () => {
    const recurrence = 'FREQ=WEEKLY;COUNT=2'
    const { body } = await s.book('03 02:00', '03 03:00', { recurrence })
    await s.change(body.id, { start: s.at('04 02:00'), end: s.at('04 03:00'), scope: 'all' })
    const dates = await s.db
      .selectFrom('booking')
      .where('series_id', '=', String(body['seriesId']))
      .select('id')
      .orderBy('starts_at')
      .execute()
    expect(await Promise.all(dates.map(({ id }) => historyOf(id)))).toEqual([
      ['demo-researcher 从 3月3日周二 10:00–11:00 改到 3月4日周三 10:00–11:00'],
      ['demo-researcher 从 3月10日周二 10:00–11:00 改到 3月11日周三 10:00–11:00'],
    ])
  })

  test('changes the end of a booking in the second of two equal hours, and its start stays', async () => {
    await s.setPolicy({ timezone: 'Europe/Berlin' })
    const { body } = await s.book('2026-10-25T01:30Z', '2026-10-25T02:00Z')
    const typed = { version: '1', start: '2026-10-25T02:30', end: '2026-10-25T04:00' }
    expect((await send(`/bookings/${body.id}/change`, wish(typed))).status).toBe(303)
    const answer = await s.as('demo-researcher').get(`/api/v1/bookings/${body.id}`)
    expect(await answer.json()).toMatchObject({
      start: '2026-10-25T01:30:00Z',
      end: '2026-10-25T03:00:00Z',
    })
  })

  test('cancels with a reason where it is another’s', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    const path = `/bookings/${body.id}/cancellation`
    expect((await send(path, {}, 'demo-steward')).status).toBe(422)
    expect((await send(path, { reason: '检修' }, 'demo-steward')).status).toBe(303)
    expect((await see(`/bookings/${body.id}`)).text).toContain('检修')
    expect((await send(path, {})).status).toBe(409)
  })

  test('starts and finishes the use', async () => {
    const { body } = await s.book('03 02:00', '03 03:00')
    s.clock.now = monday.add({ hours: 18, minutes: 5 })
    expect((await send(`/bookings/${body.id}/start`, {})).status).toBe(303)
    s.clock.now = s.clock.now.add({ minutes: 40 })
    const path = `/bookings/${body.id}/finish`
    expect((await send(path, { samples: '12', useNote: '图像已备份' })).status).toBe(303)
    const { text } = await see(`/bookings/${body.id}`)
    expect(text).toContain('图像已备份')
    expect(text).toContain('10:05–10:45')
  })
})

describe('the steward’s queue', () => {
  test('shows what waits, and lets it be approved or declined', async () => {
    await s.setPolicy({ approval: { always: true } })
    const first = await s.book('03 02:00', '03 03:00')
    const second = await s.book('04 02:00', '04 03:00')
    expect((await see('/bookings/queue', 'demo-steward')).text).toContain(
      `/bookings/${first.body.id}`,
    )
    expect((await see('/bookings/queue', 'demo-outsider')).text).toContain('没有待审批的预约')
    const yes = await send(`/bookings/${first.body.id}/approval`, {}, 'demo-steward')
    expect([yes.status, yes.to]).toEqual([303, '/bookings/queue'])
    const no = await send(`/bookings/${second.body.id}/refusal`, { note: '换一台' }, 'demo-steward')
    expect(no.status).toBe(303)
    expect((await see('/bookings/queue', 'demo-steward')).text).toContain('没有待审批的预约')
    expect((await see('/bookings?view=cancelled')).text).toContain(`/bookings/${second.body.id}`)
  })
})
