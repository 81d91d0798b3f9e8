import { describe, expect, test } from 'vitest'
import type { EntryKind } from '../../src/stock/entries/model.ts'
import {
  effectOf,
  type EntryFacts,
  type LotFacts,
  objectionsToEntry,
  pickFrom,
} from '../../src/stock/entries/rules.ts'
import { labelsOf } from '../../src/stock/labels/rules.ts'
import { availabilityText, availableOf } from '../../src/stock/lots/rules.ts'
import { codesIn, objectionsToMoving } from '../../src/stock/moves/rules.ts'
import { mostDepth } from '../../src/stock/places/model.ts'
import { objectionsToStanding } from '../../src/stock/places/rules.ts'
import {
  codeIn,
  converted,
  partsAs,
  quantityOf,
  roughly,
  smallestOf,
} from '../../src/stock/rules.ts'

describe('quantities', () => {
  test.each([
    ['seed', 200, 200],
    ['seed', 0.5, undefined],
    ['gram', 0.1, 100],
    ['gram', 12.345, 12_345],
    ['gram', 0.0001, undefined],
    ['millilitre', 1.5, 1500],
    ['vial', 3, 3],
  ] as const)('of %s: %d is kept as %s smallest parts', (unit, quantity, parts) => {
    expect(smallestOf(unit, quantity)).toBe(parts)
    expect(parts === undefined ? quantity : quantityOf(unit, parts)).toBe(quantity)
  })

  test.each([
    ['gram', 2.1, { quantity: 200, unit: 'seed' }, 420],
    ['seed', 2.1, { quantity: 4.2, unit: 'gram' }, 2000],
    ['gram', null, { quantity: 200, unit: 'seed' }, undefined],
    ['seed', null, { quantity: 1, unit: 'gram' }, undefined],
    ['vial', 2.1, { quantity: 1, unit: 'seed' }, undefined],
    ['gram', null, { quantity: 1.5, unit: 'gram' }, 1500],
  ] as const)(
    'a lot in %s of which a thousand weigh %s g takes %o as %s',
    (unit, thousandSeedGrams, asked, parts) => {
      expect(converted({ unit, thousandSeedGrams }, asked)).toBe(parts)
    },
  )

  test.each([
    [0, 0],
    [7, 7],
    [57, 57],
    [1234, 1200],
    [1999, 1900],
    [1000, 1000],
    [0.4271, 0.42],
  ])('about %d is %d, never more', (quantity, about) => {
    expect(roughly(quantity)).toBe(about)
  })
})

const lot: LotFacts = {
  unit: 'seed',
  balance: 1000,
  reserved: 300,
  criticalReserve: 200,
  frozenAt: null,
  origin: 'received',
  isOpenHarvest: false,
}
const entry = (
  kind: Exclude<EntryKind, 'adjust'>,
  parts: number,
  more: object = {},
): EntryFacts => ({
  kind,
  ...effectOf(kind, parts, false),
  reason: null,
  passesReserve: false,
  open: null,
  isMove: false,
  isProtected: false,
  approval: null,
  ...more,
})
const shipped = { ...effectOf('ship', 300, true), open: 300 }
const counted = (change: number): EntryFacts => ({
  ...entry('out', 0),
  kind: 'adjust',
  change,
  held: 0,
})

describe('an entry', () => {
  test.each<[string, EntryFacts, Partial<LotFacts>, string[]]>([
    ['in', entry('in', 50), {}, []],
    ['out, down to the reserve', entry('out', 500), {}, []],
    ['out, of the reserve', entry('out', 501), {}, ['lot_reserve_kept']],
    ['held back, of the reserve', entry('reserve', 501, { reason: 'x' }), {}, ['lot_reserve_kept']],
    [
      'out, of the reserve without a reason',
      entry('out', 501, { passesReserve: true }),
      {},
      ['reason_needed'],
    ],
    [
      'out, of the reserve with one',
      entry('out', 501, { passesReserve: true, reason: 'x' }),
      {},
      [],
    ],
    [
      'out, of what is held back',
      entry('out', 701, { passesReserve: true, reason: 'x' }),
      {},
      ['not_enough'],
    ],
    ['held back without a purpose', entry('reserve', 1), {}, ['reason_needed']],
    ['shipped of what was held back', entry('ship', 300, shipped), {}, []],
    ['the same below the reserve', entry('ship', 300, shipped), { criticalReserve: 5000 }, []],
    ['shipped of less', entry('ship', 300, { ...shipped, open: 299 }), {}, ['reserved_less']],
    ['released without a reservation', entry('release', 1), {}, ['reservation_needed']],
    ['released of another’s', entry('release', 1, { open: undefined }), {}, ['no_reservation']],
    ['out of a reservation', entry('out', 1, { open: 300 }), {}, ['not_of_reservation']],
    ['counted less', counted(-700), {}, []],
    ['counted less than is held back', counted(-701), {}, ['counted_below_reserved']],
    ['counted as expected', counted(0), {}, []],
    ['out of a frozen lot', entry('out', 1), { frozenAt: '2026-01-01' }, ['lot_is_frozen']],
    ['into a frozen lot', entry('return', 1), { frozenAt: '2026-01-01' }, ['lot_is_frozen']],
    [
      'weighed into an open harvest',
      entry('in', 1),
      { origin: 'harvested', isOpenHarvest: true },
      [],
    ],
    [
      'out of an open harvest',
      entry('out', 1),
      { origin: 'harvested', isOpenHarvest: true },
      ['harvest_open'],
    ],
    ['weighed into a closed harvest', entry('in', 1), { origin: 'harvested' }, ['harvest_closed']],
    ['moved into a closed harvest', entry('in', 1, { isMove: true }), { origin: 'harvested' }, []],
  ])('%s', (_, facts, state, codes) => {
    expect(objectionsToEntry({ ...lot, ...state }, facts).map(({ code }) => code)).toEqual(codes)
  })

  test('every reason is given at once', () => {
    const facts = entry('release', 1, { open: undefined })
    const codes = objectionsToEntry({ ...lot, frozenAt: 'then' }, facts).map(({ code }) => code)
    expect(codes).toEqual(['lot_is_frozen', 'no_reservation'])
  })
})

test.each([
  ['gram', 2.001, 'seed', 400, 200],
  ['gram', 0.1, 'seed', 20, 200],
  ['gram', 300, 'seed', 460, 1],
  ['seed', 2.001, 'gram', 200, 400],
  ['seed', 2, 'seed', 7, 7],
  ['gram', null, 'seed', 400, undefined],
  ['vial', 2, 'seed', 4, undefined],
  ['seed', 2, 'millilitre', 4, undefined],
] as const)(
  'of a lot in %s at %s g a thousand, in %s, is had what asks for no more of it: %d → %d',
  (unit, thousandSeedGrams, wanted, parts, had) => {
    expect(partsAs({ unit, thousandSeedGrams }, wanted, parts)).toBe(had)
  },
)

test('picking takes from each lot down to its reserve, or nothing at all', () => {
  const lots = [
    { id: 'a', free: 30 },
    { id: 'b', free: -5 },
    { id: 'c', free: 20 },
  ]
  expect(pickFrom(lots, 40)).toEqual([
    { id: 'a', parts: 30 },
    { id: 'c', parts: 10 },
  ])
  expect(pickFrom(lots, 51)).toBeUndefined()
})

describe('availability', () => {
  const offered = { unit: 'seed', thousandSeedGrams: null, free: 1234, requestMax: 200 } as const
  test.each([
    [
      [offered],
      '约 1,200 粒可供，单次最多 200 粒。',
      'About 1,200 seeds available, up to 200 per request.',
    ],
    [[{ ...offered, requestMax: null }], '约 1,200 粒可供。', 'About 1,200 seeds available.'],
    [[{ ...offered, free: 0 }], '目前没有可供的数量。', 'Nothing is available at present.'],
    [
      [offered, { ...offered, unit: 'gram', thousandSeedGrams: 2, free: 4000 }],
      '约 3,200 粒可供，单次最多 200 粒。',
      'About 3,200 seeds available, up to 200 per request.',
    ],
    // 713 mg are 200 seeds of 3.567 mg to the nearest milligram; 500 mg are 212 of 2.35 mg, for 213 weigh more.
    [
      [{ unit: 'gram', thousandSeedGrams: 3.567, free: 9999, requestMax: 713 }],
      '约 2,800 粒可供，单次最多 200 粒。',
      'About 2,800 seeds available, up to 200 per request.',
    ],
    [
      [{ unit: 'gram', thousandSeedGrams: 2.35, free: 9999, requestMax: 500 }],
      '约 4,200 粒可供，单次最多 212 粒。',
      'About 4,200 seeds available, up to 212 per request.',
    ],
    [
      [
        { ...offered, unit: 'vial', free: 8, requestMax: 2 },
        { ...offered, unit: 'gram', free: 12_500 },
      ],
      '约 8 管可供，单次最多 2 管；约 12 克可供，单次最多 0.2 克。',
      'About 8 vials available, up to 2 per request. About 12 g available, up to 0.2 per request.',
    ],
  ] as const)('%#', (lots, zh, en) => {
    expect(availabilityText(availableOf(lots))).toEqual({ zh, en })
  })
})

test('a scanner may type a code, a replicate, or the address of a label', () => {
  const codes = [' zxm-1 ', 'zxm-1#3', 'https://hexi.test/lots?code=zxm-1%233'].map(codeIn)
  expect(codes).toEqual(['zxm-1', 'zxm-1', 'zxm-1'])
  // Of a dish of its third germination test: the lot.
  expect(codeIn('zxm-1@3#2')).toBe('zxm-1')
})

test('labels have a symbol for a scanner, or an address for a phone', () => {
  const wanted = { copies: 2, numbered: 'true', baseUrl: 'http://hexi.test' } as const
  const contents = (symbol: 'code128' | 'qrcode') =>
    labelsOf('ZXM-1', { ...wanted, symbol }).map(({ content }) => content)
  expect(contents('code128')).toEqual(['ZXM-1#1', 'ZXM-1#2'])
  expect(contents('qrcode')).toEqual([
    'http://hexi.test/lots?code=ZXM-1%231',
    'http://hexi.test/lots?code=ZXM-1%232',
  ])
})

describe('moving', () => {
  const content = {
    id: 'a',
    recordId: 'r',
    unit: 'seed',
    generation: 2,
    thousandSeedGrams: 2.1,
    frozenAt: null,
    isOpenHarvest: false,
  }
  test.each([
    [{}, 0],
    [{ recordId: 's' }, 1],
    [{ unit: 'gram', generation: null, thousandSeedGrams: 2.2 }, 3],
    [{ frozenAt: 'then' }, 1],
    [{ isOpenHarvest: true }, 1],
    [{ id: 'a' }, 1],
  ])('to a lot that differs by %o meets %d objections', (more, count) => {
    expect(objectionsToMoving(content, { ...content, id: 'b', ...more })).toHaveLength(count)
  })

  test('codes are parted by commas or spaces, and counted once', () => {
    expect(codesIn('A-1, A-2，A-3  A-1')).toEqual(['A-1', 'A-2', 'A-3'])
  })
})

test('a place stands in another that is open, not too deep, and not inside itself', () => {
  const around = { path: '1/203', depth: 2, holdsOne: false, blockedPath: null }
  const moved = { height: 1, isInside: false }
  const objections = (more: object, how: object = {}) =>
    objectionsToStanding({ ...around, ...more }, { ...moved, ...how }).length
  expect(objections({})).toBe(0)
  expect(objections({ depth: mostDepth })).toBe(1)
  expect(objections({}, { height: mostDepth })).toBe(1)
  expect(objections({ holdsOne: true, blockedPath: '1' }, { isInside: true })).toBe(3)
})
