import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bookingScene, monday } from './scene.ts'

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())
beforeEach(async () => {
  s.clock.now = monday
  await s.db.deleteFrom('occupancy').execute()
  await s.setPolicy({})
})

describe('a booking is refused with every reason at once', () => {
  test('untrained, unqualified, expired and without a project: all four together', async () => {
    await s.setPolicy({
      qualifications: ['training', 'operation', 'safety'],
      needsProject: true,
    })
    await s.db
      .insertInto('qualification')
      .values({
        instrument_id: s.instrument,
        person_id: s.people['demo-researcher'],
        kind: 'safety',
        granted_at: monday.subtract({ hours: 9000 }),
        expires_at: monday.subtract({ hours: 1 }),
      })
      .execute()
    const { status, codes } = await s.book('03 01:00', '03 02:00')
    expect(status).toBe(409)
    expect(codes).toEqual([
      'operation_missing',
      'project_missing',
      'safety_expired',
      'training_missing',
    ])
  })

  test('an end before its start is not a period at all', async () => {
    expect((await s.book('03 02:00', '03 01:00')).status).toBe(422)
    expect((await s.book('03 02:00', '03 02:00')).status).toBe(422)
  })

  test('a start in the past', async () => {
    expect(await s.book('02 07:00', '02 09:00')).toMatchObject({
      status: 409,
      codes: ['start_past'],
    })
  })

  test('beyond the horizon, and closer than the lead', async () => {
    await s.setPolicy({ horizonDays: 14, leadMinutes: 1440 })
    expect(await s.book('20 01:00', '20 02:00')).toMatchObject({ status: 409, codes: ['too_far'] })
    expect(await s.book('02 12:00', '02 13:00')).toMatchObject({ status: 409, codes: ['too_soon'] })
    expect((await s.book('04 01:00', '04 02:00')).status).toBe(201)
  })

  test('too short and too long name both limits', async () => {
    await s.setPolicy({ minMinutes: 30, maxMinutes: 240 })
    const short = await s.book('03 01:00', '03 01:10')
    const long = await s.book('03 01:00', '03 06:00')
    expect([short.codes, long.codes]).toEqual([['too_short'], ['too_long']])
    for (const { body } of [short, long]) {
      expect(body.objections?.[0]?.detail).toContain('30 分钟')
      expect(body.objections?.[0]?.detail).toContain('4 小时')
    }
  })

  test('outside the opening hours of the instrument’s own clock, on a closed day, off the grid', async () => {
    await s.setPolicy({
      hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
      closedDays: [{ from: '2026-03-04' }],
      granularityMinutes: 30,
    })
    // 08:00 in Lanzhou is 00:00 UTC.
    expect((await s.book('03 00:00', '03 01:00')).status).toBe(201)
    expect((await s.book('03 09:30', '03 10:30')).codes).toEqual(['outside_hours'])
    expect((await s.book('04 01:00', '04 02:00')).codes).toEqual(['closed_day'])
    expect((await s.book('05 01:10', '05 02:00')).codes).toEqual(['off_grid'])
  })

  test('equal to an outage, or one minute into its head or its tail', async () => {
    await s.db
      .insertInto('occupancy')
      .values({
        instrument_id: s.instrument,
        kind: 'outage',
        starts_at: s.at('03 04:00'),
        ends_at: s.at('03 06:00'),
        taken: `[${s.at('03 04:00')},${s.at('03 06:00')})`,
      })
      .execute()
    for (const [start, end] of [
      ['03 04:00', '03 06:00'],
      ['03 03:00', '03 04:01'],
      ['03 05:59', '03 07:00'],
    ] as const)
      expect(await s.book(start, end)).toMatchObject({ status: 409, codes: ['outage'] })
    expect((await s.book('03 03:00', '03 04:00')).status).toBe(201)
    expect((await s.book('03 06:00', '03 07:00')).status).toBe(201)
  })

  test('more to come than the limit', async () => {
    await s.setPolicy({ maxFutureCount: 2 })
    expect((await s.book('03 01:00', '03 02:00')).status).toBe(201)
    expect((await s.book('04 01:00', '04 02:00')).status).toBe(201)
    expect(await s.book('05 01:00', '05 02:00')).toMatchObject({ codes: ['future_count'] })
  })

  test('more in a day than the limit, and a missed one still counts', async () => {
    await s.setPolicy({ quotas: [{ of: 'person', measure: 'count', max: 1, per: 'day' }] })
    const { body } = await s.book('03 01:00', '03 02:00')
    await s.db
      .updateTable('booking')
      .set({ missed_at: monday })
      .where('id', '=', body.id ?? '')
      .execute()
    expect(await s.book('03 05:00', '03 06:00')).toMatchObject({ status: 409, codes: ['quota'] })
    expect((await s.book('04 05:00', '04 06:00')).status).toBe(201)
  })

  test('over midnight a booking counts on both days by what of it is in each', async () => {
    await s.setPolicy({ quotas: [{ of: 'person', measure: 'minutes', max: 240, per: 'day' }] })
    // 22:00 to 02:00 in Lanzhou: two hours in each day.
    expect((await s.book('03 14:00', '03 18:00')).status).toBe(201)
    expect((await s.book('04 04:00', '04 06:00')).status).toBe(201)
    expect(await s.book('04 08:00', '04 08:30')).toMatchObject({ codes: ['quota'] })
  })

  test('30 minutes after one’s own where 120 lie between two', async () => {
    await s.setPolicy({ gapMinutes: 120 })
    expect((await s.book('03 01:00', '03 02:00')).status).toBe(201)
    expect(await s.book('03 02:30', '03 03:30')).toMatchObject({ codes: ['too_close'] })
    expect((await s.book('03 04:00', '03 05:00')).status).toBe(201)
    // Another person's gap is their own.
    expect((await s.book('03 02:30', '03 03:30', { as: 'demo-pi' })).status).toBe(201)
  })

  test('the buffers around two bookings both have to fit between them', async () => {
    await s.setPolicy({ bufferBeforeMinutes: 10, bufferAfterMinutes: 20 })
    expect((await s.book('03 01:00', '03 02:00')).status).toBe(201)
    expect(await s.book('03 02:29', '03 03:00')).toMatchObject({ codes: ['slot_taken'] })
    expect((await s.book('03 02:30', '03 03:00')).status).toBe(201)
  })

  test('by somebody whom it does not serve', async () => {
    await s.setPolicy({ audience: 'institution' })
    expect(await s.book('03 01:00', '03 02:00', { as: 'demo-outsider' })).toMatchObject({
      codes: ['audience'],
    })
  })

  test('the answer offers no other time where the time is not why', async () => {
    await s.setPolicy({ needsProject: true })
    const refused = await s.book('03 01:00', '03 02:00')
    expect([refused.codes, refused.body.alternatives ?? []]).toEqual([['project_missing'], []])
  })

  test('the answer offers the nearest free slots, which can be booked', async () => {
    await s.setPolicy({ granularityMinutes: 15 })
    await s.book('03 01:00', '03 03:00', { as: 'demo-pi' })
    const refused = await s.book('03 01:30', '03 02:30')
    expect(refused.codes).toEqual(['slot_taken'])
    const [first] = refused.body.alternatives ?? []
    expect(first).toEqual({
      instrumentId: s.instrument,
      start: '2026-03-03T00:00:00Z',
      end: '2026-03-03T01:00:00Z',
    })
    expect((await s.book(first?.start ?? '', first?.end ?? '')).status).toBe(201)
  })
})
