import { describe, expect, test } from 'vitest'
import {
  fits,
  objectionsToPutting,
  stillOpen,
  type Target,
  type Tube,
  type Well,
} from '../../src/samples/boxes/rules.ts'
import type { Obstacle } from '../../src/samples/boxes/model.ts'
import { byFit, mergesOf, spaceIn } from '../../src/samples/storage/rules.ts'
import {
  type Grid,
  nextFree,
  objectionToGrid,
  wellAt,
  wellName,
  wellsInOrder,
} from '../../src/stock/places/rules.ts'

const plate: Grid = { rows: 8, columns: 12, wellNames: 'letters' }
const numbered: Grid = { rows: 9, columns: 9, wellNames: 'numbers' }

describe('a well', () => {
  test.each([
    [plate, 0, 'A1'],
    [plate, 13, 'B2'],
    [plate, 95, 'H12'],
    [numbered, 80, '81'],
    [{ ...plate, rows: 100 }, 27 * 12, 'AB1'],
  ])('has a name in its box, and is found by it', (grid, well, name) => {
    expect(wellName(grid, well)).toBe(name)
    expect(wellAt(grid, name.toLowerCase())).toBe(well)
  })

  test.each(['A0', 'A13', 'I1', '1', '', 'A', 'A1B', '-1', 'Ａ1'])(
    'is not found by %s in a box of 8 × 12',
    (name) => {
      expect(wellAt(plate, name)).toBeUndefined()
    },
  )

  test('is followed by its neighbour, or the one below, and after the last by the first that is free', () => {
    const grid = { rows: 2, columns: 3, wellNames: 'letters' } as const
    expect(wellsInOrder(grid, 'columns')).toEqual([0, 3, 1, 4, 2, 5])
    const taken = new Set([0, 1])
    expect(nextFree({ grid, order: 'rows', taken }, 1)).toBe(2)
    expect(nextFree({ grid, order: 'columns', taken }, 5)).toBe(3)
    expect(nextFree({ grid, order: 'rows', taken: new Set([0, 1, 2, 3, 4, 5]) })).toBeUndefined()
  })
})

describe('the grid of a place', () => {
  const none = { rows: null, columns: null, capacity: null }
  test.each([
    [{ ...none, rows: 8 }, undefined, 'columns'],
    [{ ...none, columns: 8 }, undefined, 'rows'],
    [{ rows: 8, columns: 12, capacity: 5 }, undefined, 'capacity'],
    [{ rows: 8, columns: 10, capacity: null }, { columns: 12, highestWell: 3 }, 'columns'],
    [{ rows: 1, columns: 12, capacity: null }, { columns: 12, highestWell: 12 }, 'rows'],
    [{ rows: 2, columns: 12, capacity: null }, { columns: 12, highestWell: 12 }, undefined],
    [{ ...none, capacity: 9 }, { columns: 12, highestWell: null }, undefined],
  ])('is whole, and stays where it is in use', (change, use, field) => {
    expect(objectionToGrid(change, use)?.field).toBe(field)
  })
})

const tube: Tube = {
  id: 's',
  code: 'S-1',
  institutionId: 'own',
  institution: { zh: '本院', en: 'Own' },
  isKept: true,
  state: 'stored',
  temperature: '-60to-85',
  isBlocked: false,
  finishedKit: null,
  at: null,
}
const to: Target = {
  placeId: 'box',
  path: 'B1/F/1',
  institutionId: 'own',
  blockedPath: null,
  awaitsDestruction: false,
  celsius: { from: -86, to: -70 },
}
const free: Well = { name: 'A1', blocked: null, occupant: null }
const other = { code: 'S-2', isOnLoan: false, isMovable: true, isWithdrawn: false }
const elsewhere = { placeId: 'x', path: 'B1/F/2', well: 'C3' }

/** What is unlike an ordinary tube before a free well, and every reason that it gives. */
const cases: [Partial<Tube>, Partial<Target>, Partial<Well>, string[]][] = [
  [{}, {}, {}, []],
  [{ institutionId: 'other', state: 'destroyed', isBlocked: true }, {}, {}, ['other_institution']],
  [{ isKept: false }, {}, {}, ['other_collection']],
  [{ state: 'destroyed' }, {}, {}, ['destroyed']],
  [{ state: 'used_up' }, {}, {}, ['used_up']],
  [{ state: 'shipped' }, {}, {}, ['gone']],
  [{ state: 'out', at: elsewhere }, {}, {}, ['gone']],
  [{ isBlocked: true }, {}, {}, ['withdrawn']],
  [{ isBlocked: true }, { awaitsDestruction: true }, {}, []],
  [{}, { awaitsDestruction: true }, {}, ['awaiting_destruction']],
  [{ finishedKit: 'K-7' }, {}, {}, ['finished_kit']],
  [{ at: elsewhere }, {}, {}, ['elsewhere']],
  [{ at: { ...elsewhere, placeId: 'box' } }, {}, {}, []],
  [{ temperature: 'RT' }, {}, {}, ['temperature']],
  [{ temperature: 'RT' }, { celsius: null }, {}, []],
  [{}, { blockedPath: 'B1' }, {}, ['place_blocked']],
  [{}, {}, { blocked: 'broken' }, ['well_blocked']],
  [{}, {}, { occupant: other }, ['taken_no_swap']],
  [{ at: { ...elsewhere, placeId: 'box' } }, {}, { occupant: other }, ['taken']],
  [{}, {}, { occupant: { ...other, code: null } }, ['well_occupied']],
  [{}, {}, { occupant: { ...other, isMovable: false } }, ['well_occupied']],
  [
    { isBlocked: true, finishedKit: 'K', at: elsewhere, temperature: '2to10' },
    { blockedPath: 'B1' },
    { occupant: other },
    ['withdrawn', 'finished_kit', 'elsewhere', 'temperature', 'taken', 'place_blocked'],
  ],
]

const said = (of: Partial<Tube>) =>
  objectionsToPutting({ ...tube, ...of }, to, free).map(({ detail }) => detail.en)

const openCount = (code: Obstacle, more: object) =>
  stillOpen([{ code, detail: { zh: '', en: '' } }], {
    confirmed: [],
    displaced: undefined,
    ...more,
  }).length

const between = (from: number, upTo: number) => ({ from, to: upTo })

describe('a tube before a well', () => {
  test.each(cases)('%j into %j %j: %j', (of, target, well, codes) => {
    const found = objectionsToPutting(
      { ...tube, ...of },
      { ...to, ...target },
      { ...free, ...well },
    )
    expect(found.map(({ code }) => code)).toEqual(codes)
    // Each names the tube, or the place or well that stands in its way.
    for (const { detail } of found)
      for (const text of [detail.zh, detail.en]) expect(text).toMatch(/S-1|S-2|A1|B1/)
  })

  test('names where it belongs, whose it is, and its kit', () => {
    expect(said({ at: elsewhere })[0]).toContain('B1/F/2 C3')
    expect(said({ institutionId: 'x', institution: { zh: '敦煌', en: 'Dunhuang' } })[0]).toContain(
      'Dunhuang',
    )
    expect(said({ finishedKit: 'K-7' })[0]).toContain('K-7')
  })

  test('goes in once every doubt has its answer, and never where it is refused', () => {
    expect(openCount('elsewhere', {})).toBe(1)
    expect(openCount('elsewhere', { confirmed: ['elsewhere'] })).toBe(0)
    expect(openCount('elsewhere', { confirmed: ['temperature'] })).toBe(1)
    expect(openCount('taken', { displaced: 'swap' })).toBe(0)
    expect(openCount('taken_no_swap', { displaced: 'swap' })).toBe(1)
    expect(openCount('taken_no_swap', { displaced: 'unknown' })).toBe(0)
    expect(openCount('withdrawn', { confirmed: ['withdrawn'], displaced: 'swap' })).toBe(1)
  })

  test('fits a place as cold as it is kept', () => {
    expect(fits('-60to-85', between(-86, -70))).toBe(true)
    expect(fits('-60to-85', between(-196, -150))).toBe(false)
    expect(fits('LN-vapour', between(-196, -150))).toBe(true)
    expect(fits('LN-liquid', between(-196, -190))).toBe(true)
    expect(fits('RT', between(-21, -15))).toBe(false)
    expect(fits(null, between(-21, -15))).toBe(true)
    expect(fits('other', between(-21, -15))).toBe(true)
  })
})

const small = (taken: number[]) => ({
  grid: { rows: 2, columns: 6, wellNames: 'letters' } as const,
  order: 'rows' as const,
  taken: new Set(taken),
})

describe('free wells', () => {
  test('are the shortest run that is long enough, or else the first ones', () => {
    expect(spaceIn(small([2, 6]), 3)).toEqual({ wells: [3, 4, 5], together: true, leftOver: 0 })
    expect(spaceIn(small([2, 5, 9]), 4)).toMatchObject({ wells: [0, 1, 3, 4], together: false })
    expect(spaceIn(small([0, 1]), 11)).toBeUndefined()
  })

  test('that lie together come before others, and less left over before more', () => {
    const found = [
      { together: false, leftOver: 0 },
      { together: true, leftOver: 40 },
      { together: true, leftOver: 2 },
    ]
    expect(found.toSorted(byFit)).toEqual([found[2], found[1], found[0]])
  })
})

const filled = (id: string, used: number, storeId = 'F1') => ({
  id,
  storeId,
  used,
  wells: 100,
  free: 100 - used,
})

describe('sparse boxes', () => {
  test('are emptied into the fullest box of their freezer with room for all, each once', () => {
    const boxes = [
      filled('a', 95),
      filled('b', 70),
      filled('c', 10),
      filled('d', 25),
      filled('e', 3),
      filled('f', 0),
    ]
    expect(mergesOf(boxes).map(({ from, into }) => `${from.id}→${into.id}`)).toEqual([
      'e→a',
      'c→b',
      // b has 20 left: not enough for 25.
    ])
    expect(mergesOf([filled('a', 50), filled('b', 5, 'F2')])).toEqual([])
  })
})
