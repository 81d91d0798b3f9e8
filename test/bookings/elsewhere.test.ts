import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, bookingScene, monday } from './scene.ts'

/** Where a time is taken: other instruments that are free then, and one's own bookings at the same time. */
let s: Awaited<ReturnType<typeof bookingScene>>
let twin: string
beforeAll(async () => {
  s = await bookingScene()
  twin = await another('转盘共聚焦显微镜')
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.db.deleteFrom('booking').execute()
  await s.setPolicy({})
  await s.setPolicy({}, twin)
})

const another = (zh: string, instrCategory = '010000') =>
  s.add('instrument', {
    institution: s.own,
    title: { zh, en: zh },
    instrCategory,
    function: '细胞成像',
  })

type More = { as?: string; booking?: string | undefined }

const check = async (
  start: string,
  end: string,
  { as = 'demo-researcher', ...more }: More = {},
) => {
  const answer = await s.as(as).post(`/api/v1/instruments/${s.instrument}/booking-checks`, {
    start: s.at(start),
    end: s.at(end),
    ...more,
  })
  const body: { elsewhere: { instrumentId: string }[]; warnings: string[]; objections: object[] } =
    await answer.json()
  return { ...body, elsewhere: body.elsewhere.map(({ instrumentId }) => instrumentId) }
}

/** Sends a form for 3 March, 10:00 to 11:00, which is taken: its page, which leads to the twin that is free. */
async function refusedAt(path: string, more: Record<string, string> = {}): Promise<string> {
  const times = { start: '2026-03-03T10:00', end: '2026-03-03T11:00' }
  const answer = await s.app.request(path, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-researcher' },
    body: new URLSearchParams({ ...times, purpose: '叶片切片', ...more }),
  })
  const text = await answer.text()
  expect(answer.status).toBe(409)
  expect(text).toContain(`/instruments/${twin}/book?start=2026-03-03T02%3A00%3A00Z`)
  return text
}

describe('where a time is taken', () => {
  test('instruments of the same category that are free then are offered with just this time', async () => {
    await s.book('03 02:00', '03 03:00', { as: 'demo-pi' })
    const refused = await s.book('03 02:00', '03 03:00')
    expect(refused.body).toMatchObject({
      status: 409,
      elsewhere: [
        {
          instrumentId: twin,
          start: s.at('03 02:00').replace('Z', ':00Z'),
          title: { zh: '转盘共聚焦显微镜' },
        },
      ],
    })
    expect((await check('03 02:00', '03 03:00')).elsewhere).toEqual([twin])
  })

  test('none is offered that is of another kind, taken itself, or closed to who asks', async () => {
    await another('离心机', '020000')
    await s.book('03 02:00', '03 03:00', { as: 'demo-pi' })
    await s.book('03 02:30', '03 03:30', { as: 'demo-pi', on: twin })
    expect((await check('03 02:00', '03 03:00')).elsewhere).toEqual([])
    await s.db.deleteFrom('occupancy').where('instrument_id', '=', twin).execute()
    await s.setPolicy({ qualifications: ['safety'] }, twin)
    expect((await check('03 02:00', '03 03:00')).elsewhere).toEqual([])
  })

  test('a time that the rules refuse for another reason leads to no other instrument', async () => {
    await s.setPolicy({ maxMinutes: 30 })
    const checked = await check('03 02:00', '03 03:00')
    expect([checked.objections.length, checked.elsewhere]).toEqual([1, []])
  })

  test('the form offers them as links that keep the start and the length, without scripts', async () => {
    await s.book('03 02:00', '03 03:00', { as: 'demo-pi' })
    const text = await refusedAt(`/instruments/${s.instrument}/book`)
    expect(text).toContain('end=2026-03-03T03%3A00%3A00Z')
  })
})

/** A booking of the day after a time that is taken. */
const to = { start: at('03 02:00'), end: at('03 03:00') }
const booked = async () => {
  await s.book('03 02:00', '03 03:00', { as: 'demo-pi' })
  return (await s.book('04 02:00', '04 03:00')).body.id
}

describe('where a booking is moved to a time that is taken', () => {
  test('instruments that are free then are offered to whose booking it is', async () => {
    const id = await booked()
    const refused = await s.change(id, to)
    expect(refused.body).toMatchObject({ status: 409, elsewhere: [{ instrumentId: twin }] })
    expect((await check('03 02:00', '03 03:00', { booking: id })).elsewhere).toEqual([twin])
    const bySteward = await s.change(id, to, { as: 'demo-steward' })
    expect(bySteward).toMatchObject({ status: 409, codes: ['slot_taken'] })
    expect(bySteward.body).not.toHaveProperty('elsewhere')
  })

  test('nothing is offered for one date of several', async () => {
    await s.book('11 02:00', '11 03:00', { as: 'demo-pi' })
    const series = { recurrence: 'FREQ=WEEKLY;COUNT=2' }
    const refused = await s.book('04 02:00', '04 03:00', series)
    expect(refused).toMatchObject({ status: 409, codes: ['slot_taken'] })
    expect(refused.body).not.toHaveProperty('elsewhere')
  })

  test('the form offers them, says that the booking stays, and leaves it as it is', async () => {
    const id = await booked()
    const text = await refusedAt(`/bookings/${id}/change`, { version: '1' })
    expect(text).toContain('原预约保留')
    const booking = await s.as('demo-researcher').get(`/api/v1/bookings/${id}`)
    expect(await booking.json()).toMatchObject({ start: '2026-03-04T02:00:00Z', version: 1 })
  })
})

describe('somebody who is booked at the same time elsewhere', () => {
  test('is warned and not refused', async () => {
    await s.book('03 02:30', '03 03:30', { on: twin })
    const checked = await check('03 02:00', '03 03:00')
    expect(checked.objections).toEqual([])
    expect(checked.warnings).toEqual([expect.stringContaining('转盘共聚焦显微镜')])
    expect((await check('03 04:00', '03 05:00')).warnings).toEqual([])
    expect((await s.book('03 02:00', '03 03:00')).status).toBe(201)
  })

  test('is told so by the facts of the form, and nobody else is', async () => {
    await s.book('03 02:30', '03 03:30', { on: twin })
    const query = `from=${s.at('02 00:00')}&to=${s.at('09 00:00')}`
    const elsewhere = async (as: string, more = '') => {
      const path = `/api/v1/instruments/${s.instrument}/booking-facts?${query}${more}`
      const facts: { elsewhere: unknown[] } = await (await s.as(as).get(path)).json()
      return facts.elsewhere.length
    }
    expect(await elsewhere('demo-researcher')).toBe(1)
    expect(await elsewhere('demo-steward', `&onBehalfOf=${s.people['demo-researcher']}`)).toBe(0)
  })
})
