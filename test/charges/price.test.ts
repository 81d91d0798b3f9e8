import { fenOf, yuanText } from '../../src/core/money.ts'
import { assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Period, periodOf } from '../../src/core/periods.ts'
import { audiences, billings } from '../../src/bookings/policies/model.ts'
import type { Rates } from '../../src/charges/rates/model.ts'
import {
  type BilledPolicy,
  billedTime,
  priceOf,
  rateFor,
  type Terms,
  type Use,
} from '../../src/charges/rates/rules.ts'
import { partOf } from '../../src/charges/charges/rules/fen.ts'

const lanzhou = 'Asia/Shanghai'
const span = (start: string, end: string): Period =>
  periodOf(Date.parse(`2026-03-${start}+08:00`), Date.parse(`2026-03-${end}+08:00`))
const working: NonNullable<BilledPolicy['peak']> = {
  windows: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' }],
}
const use = (reserved: Period, more: Partial<Use> = {}): Use => ({
  reserved,
  audience: 'institution',
  assisted: false,
  samples: 0,
  ...more,
})
const price = (wanted: Use, rates: Rates, policy: Terms['policy'] = {}) =>
  priceOf(wanted, { policy, zone: lanzhou, rates })
const night = (day: string, hours: number) =>
  periodOf(Date.parse(`${day}T22:00Z`), Date.parse(`${day}T22:00Z`) + hours * 3_600_000)
const amounts = (found: ReturnType<typeof price>) =>
  found?.lines.map(({ code, quantity, amountFen }) => [code, quantity, amountFen])

describe('a use costs', () => {
  test('its hours, and where peak hours have a price of their own, what lies in them apart', () => {
    const rates: Rates = { institution: { hourFen: 10_000, peakHourFen: 15_000 } }
    const found = price(use(span('02T11:00', '02T13:30')), rates, { peak: working })
    expect(amounts(found)).toEqual([
      ['time', 1.5, 15_000],
      ['peak_time', 1, 15_000],
    ])
    expect(found?.totalFen).toBe(30_000)
    expect(amounts(price(use(span('07T08:00', '07T10:00')), rates, { peak: working }))).toEqual([
      ['time', 2, 20_000],
    ])
  })

  test('the same at any hour where peak hours have no price', () => {
    const rates: Rates = { institution: { hourFen: 10_000 } }
    expect(amounts(price(use(span('02T11:00', '02T13:30')), rates, { peak: working }))).toEqual([
      ['time', 2.5, 25_000],
    ])
  })

  test('more with staff, by the sample, for getting it ready, and never less than its minimum', () => {
    const rates: Rates = {
      institution: { hourFen: 6000, assistedHourFen: 3000, sampleFen: 450, setupFen: 1000 },
    }
    const wanted = use(span('02T09:00', '02T10:00'), { assisted: true, samples: 3 })
    expect(amounts(price(wanted, rates))).toEqual([
      ['time', 1, 6000],
      ['assisted', 1, 3000],
      ['samples', 3, 1350],
      ['setup', 1, 1000],
    ])
    const least: Rates = { institution: { hourFen: 6000, minimumFen: 20_000 } }
    expect(amounts(price(wanted, least))).toEqual([
      ['time', 1, 6000],
      ['minimum', 1, 14_000],
    ])
  })

  test('what was reserved, used, the longer of them or all of them, as its rules say', () => {
    const reserved = span('02T09:00', '02T11:00')
    const actual = span('02T08:50', '02T10:20')
    const minutes = billings.map(
      (billBy) => billedTime({ reserved, actual }, { policy: { billBy }, zone: lanzhou }).minutes,
    )
    expect(Object.fromEntries(billings.map((one, at) => [one, minutes[at]]))).toEqual({
      reserved: 120,
      actual: 90,
      max: 120,
      union: 130,
    })
  })

  test('full quarters of an hour, of which those added lie at its end', () => {
    const actual = span('02T11:08:40', '02T11:50:10')
    const policy: BilledPolicy = { billBy: 'actual', billRoundMinutes: 15, peak: working }
    const reserved = span('02T11:00', '02T11:30')
    expect(billedTime({ reserved, actual }, { policy, zone: lanzhou })).toMatchObject({
      minutes: 45,
      peakMinutes: 45,
    })
    const late = span('02T11:50', '02T12:08')
    expect(billedTime({ reserved, actual: late }, { policy, zone: lanzhou })).toMatchObject({
      minutes: 30,
      peakMinutes: 10,
    })
  })

  test('nothing that nobody said: without prices there is no charge', () => {
    expect(price(use(span('02T09:00', '02T10:00')), {})).toBeUndefined()
  })

  test('as the clock of the instrument says, also in the night in which it is put back or forward', () => {
    const policy: BilledPolicy = {
      peak: { windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '01:00', to: '04:00' }] },
    }
    const peakOf = (period: Period) =>
      billedTime({ reserved: period }, { policy, zone: 'Europe/Berlin' }).peakMinutes
    expect(peakOf(night('2026-10-24', 10))).toBe(4 * 60)
    expect(peakOf(night('2026-03-28', 10))).toBe(2 * 60)
    expect(peakOf(night('2026-06-06', 10))).toBe(3 * 60)
  })
})

test('who has no price pays as the next wider audience does, or as the widest that has one', () => {
  const rates: Rates = { institution: { hourFen: 1 }, member: { hourFen: 2 } }
  expect(audiences.map((one) => rateFor(rates, one)?.audience)).toEqual([
    'institution',
    'institution',
    'member',
    'member',
  ])
})

test('a part of a price is rounded half up to whole 分', () => {
  expect(partOf(10_000, 1, 60)).toBe(167)
  expect(partOf(30, 1, 60)).toBe(1)
  expect(partOf(29, 1, 60)).toBe(0)
})

test('yuan are read and written without losing a 分', () => {
  expect(['12.5', '1,280', '0.07', '-3', '1.234', 'x', ''].map(fenOf)).toEqual([
    1250,
    128_000,
    7,
    -300,
    NaN,
    NaN,
    NaN,
  ])
  assert(property(nat(100_000_000), (fen) => fenOf(yuanText(fen)) === fen))
})
