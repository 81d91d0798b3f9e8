import { describe, expect, test } from 'vitest'
import {
  dishIn,
  faultsOfCount,
  germinatedByDay,
  hasUncounted,
  nextDish,
  objectionsToFinishing,
  type TestFacts,
  viablePercentOf,
} from '../../src/germplasm/germination/rules.ts'
import { constantsIn } from '../../src/germplasm/longevity/rules.ts'
import { TestingRule } from '../../src/germplasm/viability/model.ts'
import { type FoundTest, type LotFacts, planOf } from '../../src/germplasm/viability/rules.ts'

const none = { normal: 0, abnormal: 0, hard: 0, dead: 0, empty: 0 }
const counted = (day: number, more: object) => ({ ...none, day, version: 1, by: null, ...more })
const facts = (more: Partial<TestFacts> = {}): TestFacts => ({
  state: 'running',
  categories: ['normal', 'abnormal', 'hard', 'dead', 'empty'],
  hardIsViable: true,
  replicates: [
    {
      number: 1,
      seeds: 50,
      counts: [counted(4, { normal: 40 }), counted(10, { hard: 4, dead: 6 })],
    },
    { number: 2, seeds: 50, counts: [counted(4, { normal: 30 })] },
  ],
  ...more,
})

describe('what was counted', () => {
  test('is viable of all that were sown, hard seeds as the protocol takes them', () => {
    expect(viablePercentOf(facts())).toBe(74)
    expect(viablePercentOf(facts({ hardIsViable: false }))).toBe(70)
    expect(viablePercentOf(facts({ replicates: [] }))).toBe(0)
  })

  test('germinated day by day; what had on the day of sowing counts for the first', () => {
    const dishes = [
      { number: 1, seeds: 10, counts: [counted(0, { normal: 1 }), counted(3, { normal: 2 })] },
    ]
    expect(germinatedByDay(dishes)).toEqual([{ seeds: 10, byDay: [1, 0, 2] }])
  })

  const count = { ...none, replicate: 2, day: 10, corrects: 0 }
  test.each([
    ['fits', { normal: 20 }, []],
    ['is more than is left', { normal: 21 }, ['normal']],
    ['corrects what was there', { day: 4, normal: 50 }, []],
    ['is of no dish', { replicate: 3 }, ['replicate']],
  ])('%s', (_, more, paths) => {
    expect(faultsOfCount(facts(), { ...count, ...more }).map(({ path }) => path)).toEqual(paths)
  })

  test('is whole, or not conclusive', () => {
    expect(hasUncounted(facts())).toBe(true)
    const codes = (isConclusive: boolean, more: Partial<TestFacts> = {}) =>
      objectionsToFinishing(facts(more), { isConclusive }).map(({ code }) => code)
    expect(codes(true)).toEqual(['uncounted'])
    expect(codes(false)).toEqual([])
    // Where only normal seedlings are counted, the others are told by that.
    expect(codes(true, { categories: ['normal'] })).toEqual([])
    expect(codes(false, { replicates: [{ number: 1, seeds: 50, counts: [] }] })).toEqual([
      'nothing_counted',
    ])
  })

  test('leads to the next dish of the day', () => {
    const { replicates } = facts()
    expect(nextDish(replicates, 10)?.number).toBe(2)
    expect(nextDish(replicates, 4)).toBeUndefined()
  })
})

test.each([
  ['ZXM-1@3#2', { lot: 'ZXM-1', number: 3, replicate: 2 }],
  [' ZXM-1@3 ', { lot: 'ZXM-1', number: 3, replicate: undefined }],
  [
    'https://hexi.test/viability-tests?code=ZXM-1%403%2312',
    { lot: 'ZXM-1', number: 3, replicate: 12 },
  ],
  ['ZXM-1#2', undefined],
  ['', undefined],
])('a scanner that reads %s reads %o', (scanned, dish) => {
  expect(dishIn(scanned)).toEqual(dish)
})

test('constants are read from a pasted table', () => {
  const table =
    'Index,Species,Ke,Cw,Ch,Cq,Reference\n1.0,Zea mays,7.1,3.2,0.0329,0.000478,"Daniel, 2013"\n'
  expect(constantsIn(table)).toEqual([
    { species: 'Zea mays', ke: 7.1, cw: 3.2, ch: 0.0329, cq: 0.000478, reference: 'Daniel, 2013' },
  ])
  expect(constantsIn('Species\tKe\tCw\tCh\tCq\nZea mays\tx\t3\t0\t0')).toEqual([
    { species: 'Zea mays', ke: 'x', cw: 3, ch: 0, cq: 0 },
  ])
  expect(constantsIn('Species,Ke\nZea mays,7')).toBeUndefined()
  expect(constantsIn('Species,Ke,Cw,Ch,Cq\n')).toBeUndefined()
})

const rule = TestingRule.parse({})
const found = (on: string, percent: number, isConclusive = true): FoundTest => ({
  id: on,
  on,
  percent,
  isConclusive,
})
const lot = (tests: readonly FoundTest[], more: Partial<LotFacts> = {}): LotFacts => ({
  receivedOn: '2020-03-01',
  propagatedOn: null,
  isShortLived: false,
  keeping: null,
  initialTestId: null,
  tests,
  ...more,
})

describe('the plan of a lot', () => {
  test.each([
    ['untested', lot([]), [null, null, '2021-03-01', false]],
    [
      'tested well',
      lot([found('2020-06-01', 95)]),
      ['2020-06-01', '2020-06-01', '2030-06-01', false],
    ],
    [
      'tested without a conclusion',
      lot([found('2020-06-01', 95, false)]),
      [null, null, '2021-03-01', false],
    ],
    [
      'fallen to its threshold',
      lot([found('2020-06-01', 90), found('2026-06-01', 76.5)]),
      ['2020-06-01', '2026-06-01', '2036-05-31', true],
    ],
    [
      'tested too late for an initial value',
      lot([found('2026-06-01', 50)]),
      [null, '2026-06-01', '2036-05-31', false],
    ],
    [
      'grown long before it was received',
      lot([found('2020-06-01', 95)], { propagatedOn: '2018-01-01' }),
      [null, '2020-06-01', '2030-06-01', false],
    ],
    [
      'measured by what was frozen',
      lot([found('2020-04-01', 99), found('2020-06-01', 90)], { initialTestId: '2020-06-01' }),
      ['2020-06-01', '2020-06-01', '2030-06-01', false],
    ],
  ])('%s', (_, known, [initial, latest, nextDueOn, needsRegeneration]) => {
    const plan = planOf(known, rule)
    expect([plan.initial?.on ?? null, plan.latest?.on ?? null]).toEqual([initial, latest])
    expect(plan).toMatchObject({ nextDueOn, needsRegeneration, predictedOn: null })
  })

  test.each([
    [84.9, true],
    [85, false],
  ])('says whether an initial value of %d %% is low', (percent, isInitialLow) => {
    expect(planOf(lot([found('2020-06-01', percent)]), rule)).toMatchObject({ isInitialLow })
  })

  test('by constants goes on for a third of what is predicted', () => {
    const constants = { species: 'Zea mays', ke: 6, cw: 3, ch: 0.0329, cq: 0.000478, reference: '' }
    const keeping = { constants, store: { moisturePercent: 12, celsius: 20 } }
    const { predictedOn, nextDueOn } = planOf(lot([found('2020-06-01', 98)], { keeping }), rule)
    expect(daysLater(nextDueOn) / daysLater(predictedOn)).toBeCloseTo(1 / 3, 1)
  })
})

const daysLater = (on: string | null) =>
  (Date.parse(on ?? '') - Date.parse('2020-06-01')) / 86_400_000
