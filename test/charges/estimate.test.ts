import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chargeScene } from './scene.ts'

/** What a form says that bookings will cost. */
let s: Awaited<ReturnType<typeof chargeScene>>
beforeAll(async () => {
  s = await chargeScene()
  await rate(s.instrument, { institution: { hourFen: 19_000 } })
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  await s.db.deleteFrom('occupancy').execute()
  await s.setPolicy({})
})

async function rate(id: string, rates: object) {
  const answer = await s.as('demo-steward').put(`/api/v1/instruments/${id}/rates`, { rates })
  expect(answer.status).toBe(200)
}

type Estimate = { uses: number; totalFen: number; text: string[]; lines: { quantity: number }[] }

const estimate = async (more: object = {}, as = 'demo-researcher') => {
  const answer = await s
    .as(as)
    .post(
      `/api/v1/instruments/${s.instrument}/estimates`,
      { start: s.at('03 02:00'), end: s.at('03 02:30'), ...more },
      { 'accept-language': 'zh' },
    )
  const body: Estimate = await answer.json()
  return { status: answer.status, ...body }
}

const priceIn = async (answer: Response) =>
  /data-part="price" role="status">([^<]*)</.exec(await answer.text())?.[1]?.split('\n')
const path = () => `/instruments/${s.instrument}/book`

describe('the booking form', () => {
  const headers = { authorization: 'Bearer demo-researcher', cookie: 'hexi_lang=zh' }
  const seen = async (typed: Record<string, string>) =>
    priceIn(
      await s.app.request(path(), {
        method: 'POST',
        headers,
        body: new URLSearchParams({ ...typed, preview: '1' }),
      }),
    )

  test('says the price without scripts too: as it opens, and of the dates that one looks at', async () => {
    const times = { start: s.at('03 02:00'), end: s.at('03 02:30') }
    const opened = `${path()}?${new URLSearchParams(times)}`
    expect(await priceIn(await s.app.request(opened, { headers }))).toEqual([
      '预计费用 ¥95',
      '0.5 小时 × ¥190 = ¥95 · 本单位价，按预约时长',
    ])
    const weekly = { ...times, repeat: 'weekly', count: '4', onConflict: 'refuse' }
    expect((await seen(weekly))?.[0]).toBe('预计费用 ¥380，共 4 次')
  })

  test('says it of a booking that is moved, for whom it was booked', async () => {
    const { body } = await s.book('04 02:00', '04 03:00')
    const opened = await s.app.request(`/bookings/${body.id}/change`, { headers })
    expect((await priceIn(opened))?.[0]).toBe('预计费用 ¥190')
  })

  test('says none of what is not whole, is backwards, or is for somebody else', async () => {
    const [early, late] = [s.at('03 02:00'), s.at('03 02:30')]
    for (const typed of [
      { start: early, end: '' },
      { start: late, end: early },
      { start: early, end: late, onBehalfOf: 'nobody@hexi.example' },
      { start: early, end: late, repeat: 'weekly', count: '9999999' },
      { start: early, end: late, samples: '-1' },
      { start: early, end: late, lab: 'x' },
    ])
      // oxlint-disable-next-line no-await-in-loop -- one form after the other
      expect(await seen(typed)).toEqual([''])
  })
})

describe('an estimate', () => {
  test('says how long, at what price, is how much, and whose price it is', async () => {
    expect((await estimate()).text).toEqual([
      '预计费用 ¥95',
      '0.5 小时 × ¥190 = ¥95 · 本单位价，按预约时长',
    ])
  })

  test('adds up the dates of a series, without those that are skipped', async () => {
    await s.book('10 02:00', '10 02:30', { as: 'demo-pi' })
    const weekly = { recurrence: 'FREQ=WEEKLY;COUNT=4' }
    const all = await estimate({ ...weekly, onConflict: 'refuse' })
    expect([all.uses, all.totalFen, all.text[0]]).toEqual([4, 38_000, '预计费用 ¥380，共 4 次'])
    const skipped = await estimate({ ...weekly, onConflict: 'skip' })
    expect([skipped.uses, skipped.totalFen]).toEqual([3, 28_500])
    expect(skipped.text[1]).toContain('1.5 小时 × ¥190 = ¥285')
    expect((await estimate({ recurrence: 'FREQ=HOURLY' })).status).toBe(422)
  })

  test('adds the instruments that are booked together, each at its own price', async () => {
    const other = await s.add('instrument', {
      institution: s.own,
      title: { zh: '离心机' },
      instrCategory: '020000',
      function: '离心',
    })
    await rate(other, { institution: { hourFen: 4000 } })
    const both = await estimate({ also: [other, s.instrument] })
    expect([both.uses, both.totalFen]).toEqual([2, 11_500])
    expect((await estimate({ also: ['x'] })).status).toBe(422)
  })

  test('of a booking that is moved is for its person and for what was planned', async () => {
    await rate(s.instrument, {
      institution: { hourFen: 19_000, sampleFen: 1000 },
      member: { hourFen: 30_000 },
    })
    const { body } = await s.book('04 02:00', '04 03:00', { samples: 3 })
    const booking = body.id
    const moved = await estimate({ booking }, 'demo-steward')
    expect(moved.totalFen).toBe(9500 + 3000)
    expect((await estimate({ booking }, 'demo-outsider')).status).toBe(404)
  })
})
