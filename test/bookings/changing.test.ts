import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerOf, bookingScene, monday } from './scene.ts'

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

describe('a booking is changed', () => {
  test('moved: the same booking, and its history says from where', async () => {
    const { body } = await s.book('03 01:00', '03 02:00')
    const moved = await s.change(body.id, { start: s.at('03 01:30'), end: s.at('03 02:30') })
    expect(moved).toMatchObject({
      status: 200,
      body: { id: body.id, start: '2026-03-03T01:30:00Z', version: 2 },
    })
    const audit = await s.db
      .selectFrom('audit')
      .where('entity_id', '=', body.id ?? '')
      .where('action', '=', 'booking.change')
      .select('before')
      .executeTakeFirstOrThrow()
    expect(audit.before).toMatchObject({ start: '2026-03-03T01:00:00Z' })
  })

  test('not to nothing, not to before now, not into an outage', async () => {
    await s.db
      .insertInto('occupancy')
      .values({
        instrument_id: s.instrument,
        kind: 'outage',
        starts_at: s.at('04 04:00'),
        ends_at: s.at('04 06:00'),
        taken: `[${s.at('04 04:00')},${s.at('04 06:00')})`,
      })
      .execute()
    const { body } = await s.book('03 01:00', '03 02:00')
    const to = (start: string, end: string) =>
      s.change(body.id, { start: s.at(start), end: s.at(end) })
    expect((await to('03 01:00', '03 01:00')).status).toBe(422)
    expect((await to('02 05:00', '02 06:00')).codes).toEqual(['end_past', 'start_past'])
    expect((await to('03 23:00', '04 04:30')).codes).toEqual(['outage'])
    expect((await to('04 05:00', '04 05:30')).codes).toEqual(['outage'])
  })

  test('not within its deadline, unless staff say why', async () => {
    await s.setPolicy({ editDeadlineMinutes: 1440 })
    const { body } = await s.book('03 01:00', '03 02:00')
    const later = { start: s.at('05 01:00'), end: s.at('05 02:00') }
    expect((await s.change(body.id, later)).codes).toEqual(['edit_deadline'])
    expect((await s.change(body.id, { ...later, override: '仪器调试' })).status).toBe(403)
    expect(
      (await s.change(body.id, { ...later, override: '仪器调试' }, { as: 'demo-steward' })).status,
    ).toBe(200)
  })

  test('a cancelled one is not changed any more', async () => {
    const { body } = await s.book('03 01:00', '03 02:00')
    expect((await s.cancel(body.id)).status).toBe(200)
    expect((await s.change(body.id, { purpose: '别的' })).status).toBe(409)
  })

  test('nobody changes what was changed since they looked', async () => {
    const { body } = await s.book('03 01:00', '03 02:00')
    const path = `/api/v1/bookings/${body.id}`
    const patch = (version: string) =>
      s.as('demo-researcher').patch(path, { purpose: '新的用途' }, { 'if-match': version })
    expect((await patch('"1"')).status).toBe(200)
    expect((await patch('"1"')).status).toBe(412)
  })
})

describe('a booking is cancelled', () => {
  test('and its time is free at once', async () => {
    const { body } = await s.book('03 01:00', '03 02:00')
    expect(await s.cancel(body.id)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect((await s.book('03 01:00', '03 02:00', { as: 'demo-pi' })).status).toBe(201)
  })

  test('another’s needs the right, and a reason', async () => {
    const { body } = await s.book('03 01:00', '03 02:00')
    expect((await s.cancel(body.id, { as: 'demo-outsider' })).status).toBe(404)
    expect((await s.cancel(body.id, { as: 'demo-steward' })).status).toBe(422)
    expect(await s.cancel(body.id, { as: 'demo-steward', reason: '临时检修' })).toMatchObject({
      status: 200,
      body: { cancelReason: '临时检修', cancelledAs: 'staff' },
    })
  })

  test('not twice, not when it was missed or has ended', async () => {
    expect(await ended({ missed_at: monday })).toBe(409)
    expect(await ended({ started_at: monday, finished_at: monday })).toBe(409)
    expect(await ended({ cancelled_at: monday, cancelled_as: 'own' })).toBe(409)
  })
})

describe('a booking waits for a yes', () => {
  test('it keeps its time; staff approve it, and the rules are asked again', async () => {
    await s.setPolicy({ approval: { always: true } })
    const { body } = await s.book('03 01:00', '03 02:00')
    expect(body['state']).toBe('pending')
    expect((await s.book('03 01:30', '03 02:30', { as: 'demo-pi' })).codes).toEqual(['slot_taken'])
    const approve = (as: string, more = {}) =>
      answerOf(s.as(as).post(`/api/v1/bookings/${body.id}/approval`, more))
    expect((await approve('demo-researcher')).status).toBe(403)
    await s.setPolicy({ approval: { always: true }, maxMinutes: 30 })
    expect((await approve('demo-steward')).codes).toEqual(['too_long'])
    expect(await approve('demo-steward', { override: '已约定', note: '请提前到' })).toMatchObject({
      status: 200,
      body: { state: 'confirmed', decisionNote: '请提前到' },
    })
    expect((await approve('demo-steward')).status).toBe(409)
  })

  test('declined, its time is free and it says why', async () => {
    await s.setPolicy({ approval: { audiences: ['institution'] } })
    const { body } = await s.book('03 01:00', '03 02:00')
    const answer = await answerOf(
      s.as('demo-steward').post(`/api/v1/bookings/${body.id}/approval`, {
        approved: false,
        note: '样品未备好',
      }),
    )
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'cancelled', cancelledAs: 'declined', cancelReason: '样品未备好' },
    })
    expect((await s.book('03 01:00', '03 02:00')).status).toBe(201)
  })
})

async function ended(state: object) {
  await s.db.deleteFrom('occupancy').execute()
  const { body } = await s.book('03 01:00', '03 02:00')
  await s.db
    .updateTable('booking')
    .set(state)
    .where('id', '=', body.id ?? '')
    .execute()
  return (await s.cancel(body.id)).status
}
