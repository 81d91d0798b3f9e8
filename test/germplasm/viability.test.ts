import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import {
  type LifeConstants,
  type Replicate,
  TestingFacts,
  TestingRule,
} from '../../src/germplasm/viability/model.ts'
import {
  canPredict,
  daysPerProbit,
  daysUntil,
  germinationOf,
  initialValue,
  needsRegeneration,
  nextTestDue,
  percentOf,
  predictedDay,
  probitOf,
  viabilityAfter,
} from '../../src/germplasm/viability/rules.ts'

const folder = '../shared/data/germplasm/viability'
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: ${folder} is absent; constants and counts were not tried`)

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(`${folder}/${name}`), { columns: true, bom: true, encoding: 'latin1' })

const barley: LifeConstants = {
  species: 'Hordeum vulgare',
  ke: 9.144,
  cw: 5.342,
  ch: 0.0329,
  cq: 0.000478,
  reference: 'Ellis and Roberts, 1980a; Dickie et al., 1990',
}
const rule = TestingRule.parse({})

describe('Percent and probit', () => {
  test.each([
    [50, 0],
    [84.1344746, 1],
    [97.7249868, 2],
    [2.2750132, -2],
    [99.8650102, 3],
    [85, 1.0364334],
    [90, 1.2815516],
    [0.1349898, -3],
  ])('%d percent is %d', (percent, probit) => {
    expect(probitOf(percent)).toBeCloseTo(probit, 6)
    expect(percentOf(probit)).toBeCloseTo(percent, 5)
  })

  test('none and all are as far from certain as the number of seeds says', () => {
    expect(percentOf(probitOf(100, 50))).toBeCloseTo(99.5, 6)
    expect(percentOf(probitOf(0, 50))).toBeCloseTo(0.5, 6)
    expect(percentOf(probitOf(100))).toBeCloseTo(99.875, 6)
  })

  test('go there and back over the whole range', () => {
    for (let probit = -2.75; probit <= 2.75; probit += 0.25)
      expect(probitOf(percentOf(probit))).toBeCloseTo(probit, 8)
    expect(percentOf(-8)).toBeGreaterThan(0)
    expect(percentOf(-8)).toBeLessThan(1e-12)
  })
})

describe('The life of seeds', () => {
  // 10^(9.144 − 5.342·log10 m − 0.0329·t − 0.000478·t²), worked out by hand.
  test.each([
    [10, 25, 10 ** (9.144 - 5.342 - 0.8225 - 0.29875)],
    [5, -18, 10 ** (9.144 - 5.342 * 0.69897 + 0.5922 - 0.154872)],
    [1, 0, 10 ** 9.144],
  ])('of barley at %d %% and %d °C', (moisturePercent, celsius, days) => {
    const found = daysPerProbit(barley, { moisturePercent, celsius })
    expect(found / days).toBeCloseTo(1, 4)
  })

  test('falls by a probit in that time, and reaches a threshold when it says', () => {
    const store = { moisturePercent: 10, celsius: 25 }
    const kept = { percent: 97.7249868, constants: barley, store }
    const probit = daysPerProbit(barley, store)
    expect(viabilityAfter(0, kept)).toBeCloseTo(97.7249868, 5)
    expect(viabilityAfter(probit, kept)).toBeCloseTo(84.1344746, 5)
    expect(daysUntil(50, kept)).toBeCloseTo(2 * probit, 3)
    expect(viabilityAfter(daysUntil(85, kept), kept)).toBeCloseTo(85, 6)
    expect(daysUntil(99, kept)).toBe(0)
    expect(predictedDay('2026-01-01', 50, kept)).toBe('2028-08-16')
    const frozen = { ...kept, store: { moisturePercent: 3, celsius: -20 } }
    expect(predictedDay('2026-01-01', 50, frozen)).toBeUndefined()
  })

  test.skipIf(!present)(
    'is longer drier and colder, but for eight sets of 164 that predict nothing',
    () => {
      const all = rowsOf('viabilityconstants.csv').map((row): LifeConstants => ({
        species: row['Species'] ?? '',
        ke: Number(row['Ke']),
        cw: Number(row['Cw']),
        ch: Number(row['Ch']),
        cq: Number(row['Cq']),
        reference: row['Reference'] ?? '',
      }))
      expect(all).toHaveLength(164)
      const odd = all.filter((constants) => !canPredict(constants))
      expect(odd.map(({ species }) => species)).toEqual([
        'Dioscorea dumetorum',
        'Dioscorea togoensis',
        'Solanum lycopersicum',
        'Pinus taeda',
        'Pinus taeda',
        'Sorghum bicolor',
        'Sorghum bicolor',
        'Dendrocalamus membranaceus',
      ])
    },
  )
})

describe('A germination test', () => {
  const one: Replicate = { seeds: 50, byDay: [0, 0, 0, 0, 4, 17, 10, 7, 1, 0, 1, 0, 0, 0] }

  test('has a curve, a final value and times', () => {
    const { curve, ...found } = germinationOf([one])
    expect(curve[5]).toEqual({ day: 6, percent: 42, lowest: 42, highest: 42 })
    expect(found).toEqual({
      seeds: 50,
      germinated: 40,
      percent: 80,
      standardError: null,
      halfAfterDays: 5 + 16 / 17,
      meanDays: 6.7,
    })
  })

  test('of several replicates weighs them by their seeds, and says how far they differ', () => {
    const { curve, percent, standardError } = germinationOf([
      one,
      { seeds: 25, byDay: [0, 0, 0, 0, 5, 10, 5] },
    ])
    expect(percent).toBe(80)
    expect(standardError).toBe(0)
    expect(curve).toHaveLength(14)
    expect(curve[4]).toEqual({ day: 5, percent: 12, lowest: 8, highest: 20 })
  })

  test('in which nothing germinated has no times', () => {
    expect(germinationOf([{ seeds: 25, byDay: [0, 0] }])).toMatchObject({
      percent: 0,
      halfAfterDays: null,
      meanDays: null,
    })
    expect(germinationOf([])).toMatchObject({ curve: [], seeds: 0, percent: 0 })
  })

  test.skipIf(!present)('of fifteen real replicates rises, and ends where their sums say', () => {
    const rows = rowsOf('gcdata.csv')
    const replicates = rows.map((row) => ({
      seeds: Number(row['Total Seeds']),
      byDay: Array.from({ length: 14 }, (_, at) =>
        Number(row[`Day${String(at + 1).padStart(2, '0')}`]),
      ),
    }))
    const { curve, seeds, germinated, percent } = germinationOf(replicates)
    expect([rows.length, seeds, germinated]).toEqual([15, 743, 664])
    expect(percent).toBeCloseTo((664 / 743) * 100, 10)
    expect(curve.every((day, at) => day.percent >= (curve[at - 1]?.percent ?? 0))).toBe(true)
    expect(
      curve.every(({ lowest, percent: mean, highest }) => lowest <= mean && mean <= highest),
    ).toBe(true)
  })
})

const tested = (on: string, percent: number, isConclusive = true) => ({
  on,
  percent,
  isConclusive,
})

describe('The initial value', () => {
  const since = { propagatedOn: '2020-08-01', rule }

  test.each([
    ['is the first conclusive test', [tested('2021-03-01', 90), tested('2020-10-01', 94)], 94],
    ['is no inconclusive one', [tested('2020-10-01', 40, false), tested('2021-03-01', 90)], 90],
    ['is none from before', [tested('2020-07-31', 99)], undefined],
    ['is none from later than a year', [tested('2021-08-02', 88)], undefined],
    ['may be of the last day of it', [tested('2021-08-01', 88)], 88],
  ])('%s', (_, tests, percent) => {
    expect(initialValue(undefined, tests, since)?.percent).toBe(percent)
  })

  test('stays when older results are entered later', () => {
    const frozen = tested('2021-03-01', 90)
    expect(initialValue(frozen, [tested('2020-09-01', 99), frozen], since)).toBe(frozen)
  })

  test('decides about regeneration', () => {
    expect(needsRegeneration(80.75, 95, rule)).toBe(true)
    expect(needsRegeneration(80.76, 95, rule)).toBe(false)
    expect(needsRegeneration(80, 95, { regenerateAt: 0.8 })).toBe(false)
  })
})

const due = (facts: object, changes: object = {}) =>
  nextTestDue(
    TestingFacts.parse({ receivedOn: '2024-02-29', ...facts }),
    TestingRule.parse(changes),
  )

describe('The next test', () => {
  test.each([
    ['follows within a year of receipt', {}, '2025-02-28'],
    ['after ten years where nothing is predicted', { lastTestedOn: '2025-01-01' }, '2035-01-01'],
    [
      'after five for short-lived seeds',
      { lastTestedOn: '2025-01-01', isShortLived: true },
      '2030-01-01',
    ],
    [
      'after a third of the predicted time',
      { lastTestedOn: '2025-01-01', predictedDays: 3650 },
      '2028-05-01',
    ],
    [
      'after forty years however long they live',
      { lastTestedOn: '2025-01-01', predictedDays: 3_000_000 },
      '2065-01-01',
    ],
    [
      'at once where the threshold is reached',
      { lastTestedOn: '2025-01-01', predictedDays: 0 },
      '2025-01-01',
    ],
  ])('%s', (_, facts, day) => {
    expect(due(facts)).toBe(day)
  })

  test('is by the genebank’s own rule', () => {
    const facts = { lastTestedOn: '2025-01-01', predictedDays: 36_500 }
    expect(due(facts, { mostYears: 10 })).toBe('2035-01-01')
    expect(due(facts, { shareOfPrediction: 0.25, mostYears: 100 })).toBe('2049-12-26')
    expect(due({}, { firstWithinMonths: 6 })).toBe('2024-08-29')
  })
})
