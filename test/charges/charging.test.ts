import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chargeBooking } from '../../src/charges/charges/actions.ts'
import { monday } from '../bookings/scene.ts'
import { houseContext } from '../support/people.ts'
import { type ChargeScene, chargeScene, only } from './scene.ts'

const scenes: ChargeScene[] = []
const scene = () => only(scenes)
const here = { instrument: '' }

beforeAll(async () => {
  scenes.push(await chargeScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  scene().clock.now = monday
  here.instrument = await scene().add('instrument', {
    institution: scene().own,
    title: { zh: '流式细胞仪' },
    instrCategory: '010000',
    function: '分选',
  })
})

const on = () => ({ on: here.instrument })
const rates = { rates: { institution: { hourFen: 12_000 }, member: { hourFen: 20_000 } } }
const amounts = async (booking: string) =>
  (await scene().chargesOf(booking)).map(({ cause, amountFen }) => [cause, amountFen])

describe('a use', () => {
  test('is charged when it ends, once, by the rules and prices of its own time', async () => {
    const { setPolicy, setRates, use, chargesOf } = scene()
    await setPolicy({ billBy: 'max', billRoundMinutes: 15 }, here.instrument)
    await setRates(rates, here.instrument)
    const id = await use('03 01:00', '03 02:00', { ...on(), from: '03 01:00', to: '03 02:05' })
    const [charge] = await chargesOf(id)
    expect(charge).toMatchObject({
      cause: 'use',
      amountFen: 15_000,
      month: '2026-03',
      rateVersion: 1,
      policyVersion: 1,
      lab: { id: scene().lab },
      lines: [{ code: 'time', quantity: 1.25, unitPriceFen: 12_000 }],
    })
    const again = { instrumentId: here.instrument, bookingId: id, at: '', by: null }
    const ctx = houseContext(scene().services)
    await Promise.all(
      Array.from('12345678', () => chargeBooking(ctx, { ...again, event: 'finished' })),
    )
    expect(await amounts(id)).toEqual([['use', 15_000]])
  })

  test('keeps the price that held at its start when prices change', async () => {
    const { setRates, use, chargesOf, reserve, turnTo, act, followUp } = scene()
    await setRates(rates, here.instrument)
    const before = await reserve('04 01:00', '04 02:00', on())
    const dearer = { rates: { institution: { hourFen: 30_000 } }, validFrom: '2026-03-05T00:00Z' }
    await setRates(dearer, here.instrument)
    turnTo('04 01:00')
    await act(before, 'start')
    turnTo('04 02:00')
    await act(before, 'finish')
    await followUp()
    const after = await use('05 01:00', '05 02:00', on())
    expect(await chargesOf(before)).toMatchObject([{ amountFen: 12_000, rateVersion: 1 }])
    expect(await chargesOf(after)).toMatchObject([{ amountFen: 30_000, rateVersion: 2 }])
  })

  test('of people of another institution costs what those pay, and is theirs where no lab is named', async () => {
    await scene().setRates(rates, here.instrument)
    const id = await scene().use('03 01:00', '03 02:00', { ...on(), as: 'demo-outsider' })
    expect(await scene().chargesOf(id, 'demo-outsider')).toMatchObject([
      { amountFen: 20_000, lab: null },
    ])
  })

  test('of an instrument without prices costs nothing', async () => {
    const id = await scene().use('03 01:00', '03 02:00', on())
    expect(await scene().chargesOf(id)).toEqual([])
  })
})

describe('time given back too late', () => {
  const fees = {
    cancelDeadlineMinutes: 24 * 60,
    lateCancelFeeFen: 5000,
    noShowFeeFen: 8000,
  }

  test('costs its fee, given back in time nothing, nor when staff cancels', async () => {
    const { setPolicy, reserve, cancel, followUp, turnTo } = scene()
    await setPolicy(fees, here.instrument)
    const late = await reserve('10 01:00', '10 03:00', on())
    const early = await reserve('12 01:00', '12 03:00', on())
    const staff = await reserve('10 05:00', '10 06:00', on())
    turnTo('09 02:00')
    for (const id of [late, early]) expect((await cancel(id)).status).toBe(200)
    expect((await cancel(staff, { as: 'demo-steward', reason: '检修' })).status).toBe(200)
    await followUp()
    expect(await amounts(late)).toEqual([['late_cancel', 5000]])
    expect(await amounts(early)).toEqual([])
    expect(await amounts(staff)).toEqual([])
  })

  test('costs nothing after all once others have used all of it: waived when they finish, not when they book', async () => {
    const { setPolicy, reserve, cancel, followUp, turnTo, use } = scene()
    await setPolicy(fees, here.instrument)
    const late = await reserve('10 01:00', '10 03:00', on())
    turnTo('09 02:00')
    await cancel(late)
    await use('10 01:00', '10 02:00', { ...on(), as: 'demo-pi' })
    expect(await amounts(late)).toEqual([['late_cancel', 5000]])
    turnTo('10 01:50')
    const second = await reserve('10 02:00', '10 03:30', { ...on(), as: 'demo-outsider' })
    await followUp()
    expect(await amounts(late)).toEqual([['late_cancel', 5000]])
    turnTo('10 02:00')
    await scene().act(second, 'start', { as: 'demo-outsider' })
    turnTo('10 03:30')
    await scene().act(second, 'finish', { as: 'demo-outsider' })
    await followUp()
    expect(await amounts(late)).toEqual([
      ['late_cancel', 5000],
      ['waiver', -5000],
    ])
  })

  test('is what a person who never came owes, unless what was left of it was used', async () => {
    const { setPolicy, reserve, act, followUp, turnTo } = scene()
    await setPolicy(fees, here.instrument)
    const missed = await reserve('10 01:00', '10 03:00', on())
    const other = await reserve('11 01:00', '11 03:00', on())
    turnTo('10 01:40')
    await act(missed, 'release')
    await followUp()
    expect(await amounts(missed)).toEqual([['no_show', 8000]])
    const refill = await reserve('10 01:45', '10 03:00', { ...on(), as: 'demo-pi' })
    turnTo('10 01:45')
    await act(refill, 'start', { as: 'demo-pi' })
    turnTo('10 02:50')
    await act(refill, 'finish', { as: 'demo-pi' })
    await followUp()
    expect(await amounts(missed)).toEqual([
      ['no_show', 8000],
      ['waiver', -8000],
    ])
    turnTo('11 01:40')
    await act(other, 'release')
    await followUp()
    expect(await amounts(other)).toEqual([['no_show', 8000]])
  })
})

describe('a charge', () => {
  test('stays as it is; staff corrects it by further ones, never below nothing', async () => {
    await scene().setRates(rates, here.instrument)
    const id = await scene().use('03 01:00', '03 02:00', on())
    const [charge] = await scene().chargesOf(id)
    const correct = (amountFen: number, as = 'demo-steward') =>
      scene()
        .as(as)
        .post(`/api/v1/charges/${charge?.id}/corrections`, { amountFen, reason: '样品台故障' })
    expect((await correct(-1000, 'demo-pi')).status).toBe(403)
    expect((await correct(-12_001)).status).toBe(422)
    const statuses = await Promise.all(
      [-7000, -7000, -7000].map(async (fen) => (await correct(fen)).status),
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 422, 422])
    expect(await amounts(id)).toEqual([
      ['use', 12_000],
      ['correction', -7000],
    ])
    const changed = scene()
      .db.updateTable('charge')
      .set({ amount_fen: 1 })
      .where('id', '=', charge?.id ?? '')
    await expect(changed.execute()).rejects.toThrow('charge is never changed')
  })

  test('is seen by whose it is, the PI of the lab and staff, and by nobody else', async () => {
    await scene().setRates(rates, here.instrument)
    const own = await scene().use('03 01:00', '03 02:00', { ...on(), as: 'demo-pi' })
    const [charge] = await scene().chargesOf(own)
    const seen = async (as?: string) =>
      (await scene().as(as).get(`/api/v1/charges/${charge?.id}`)).status
    expect(await Promise.all(['demo-pi', 'demo-steward', 'demo-curator'].map(seen))).toEqual([
      200, 200, 200,
    ])
    expect(await Promise.all(['demo-researcher', 'demo-outsider', undefined].map(seen))).toEqual([
      404, 404, 401,
    ])
  })
})
