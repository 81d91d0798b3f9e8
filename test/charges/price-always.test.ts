import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  nat,
  option,
  property,
  record,
  tuple,
  uniqueArray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audiences, billings } from '../../src/bookings/policies/model.ts'
import { periodOf } from '../../src/core/periods.ts'
import { billedTime, priceOf, rateFor } from '../../src/charges/rates/rules.ts'

const fen = option(nat(5_000_00), { nil: undefined })
const anyRate = record({
  hourFen: fen,
  peakHourFen: fen,
  assistedHourFen: fen,
  sampleFen: fen,
  setupFen: fen,
  minimumFen: fen,
})
const anyRates = dictionary(constantFrom(...audiences), anyRate, { maxKeys: 4 })
const second = 1000
const from = Date.parse('2026-03-01T00:00Z')
const anyPeriod = tuple(nat(86_400 * 40), integer({ min: 60, max: 86_400 * 3 })).map(
  ([start, length]) => periodOf(from + start * second, from + (start + length) * second),
)
const hour = (at: number) => `${String(at).padStart(2, '0')}:00`
const anyPolicy = record({
  billBy: constantFrom(undefined, ...billings),
  billRoundMinutes: constantFrom(undefined, 1, 15, 60),
  peak: option(
    record({
      windows: array(
        record({
          days: uniqueArray(integer({ min: 1, max: 7 }), { minLength: 1 }),
          from: integer({ min: 0, max: 11 }).map(hour),
          to: integer({ min: 12, max: 24 }).map(hour),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { nil: undefined },
  ),
})
const anyZone = constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC')
const anyUse = record({
  reserved: anyPeriod,
  actual: option(anyPeriod, { nil: undefined }),
  audience: constantFrom(...audiences),
  assisted: boolean(),
  samples: nat(500),
})
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('whatever is used, by whom, and under whatever rules,', () => {
  test('the lines make up the total, and none of them is negative or a part of a 分', () => {
    assert(
      property(anyUse, anyRates, anyPolicy, anyZone, (wanted, rates, policy, zone) => {
        const found = priceOf(wanted, { policy: asJson(policy), zone, rates: asJson(rates) })
        if (!found) return Object.keys(rates).length === 0
        expect(found.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(found.totalFen)
        expect(found.lines.every((line) => line.amountFen >= 0)).toBe(true)
        expect(found.lines.every((line) => Number.isInteger(line.amountFen))).toBe(true)
        const { rate } = rateFor(rates, wanted.audience) ?? {}
        return found.totalFen >= (rate?.minimumFen ?? 0)
      }),
    )
  })

  test('all of the time is at least the longer of reserved and used, and that at least each of them', () => {
    assert(
      property(anyUse, anyPolicy, anyZone, ({ reserved, actual }, policy, zone) => {
        const under = (billBy: (typeof billings)[number]) =>
          billedTime({ reserved, actual }, { policy: asJson({ ...policy, billBy }), zone }).minutes
        expect(under('union')).toBeGreaterThanOrEqual(under('max'))
        expect(under('max')).toBeGreaterThanOrEqual(under('reserved'))
        return actual === undefined || under('max') >= under('actual')
      }),
    )
  })

  test('peak and other minutes are whole and together all of them, in every zone', () => {
    assert(
      property(anyUse, anyPolicy, anyZone, (times, policy, zone) => {
        const { minutes, peakMinutes } = billedTime(times, { policy: asJson(policy), zone })
        expect(Number.isInteger(minutes)).toBe(true)
        expect(Number.isInteger(peakMinutes)).toBe(true)
        expect(peakMinutes).toBeGreaterThanOrEqual(0)
        expect(peakMinutes).toBeLessThanOrEqual(minutes)
        expect(minutes % (policy.billRoundMinutes ?? 1)).toBe(0)
      }),
    )
  })
})
