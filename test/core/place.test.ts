import { assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  boundsOf,
  boxIn,
  boxOf,
  boxText,
  globe,
  mostCorners,
  piecesOf,
  pointAt,
  ringIn,
  ringOf,
  shapesOf,
  widthOf,
} from '../../src/core/place.ts'

test('a point is a box without size', () => {
  expect(pointAt(103.8, 36)).toEqual({ west: 103.8, south: 36, east: 103.8, north: 36 })
})

test.each([
  [204.6, 36],
  [36, 103.8],
  [null, 36],
  [103.8, null],
])('%s, %s is nowhere', (longitude, latitude) => {
  expect(pointAt(longitude, latitude)).toBeNull()
})

test('a box upside down is none, and one across the date line spans all longitudes', () => {
  expect(boxOf({ west: 100, south: 40, east: 105, north: 35 })).toBeNull()
  expect(boxOf({ west: 170, south: -10, east: -170, north: 10 })).toEqual({
    west: -180,
    south: -10,
    east: 180,
    north: 10,
  })
})

test('what is around several places holds them all', () => {
  const boxes = [
    { west: 92, south: 36, east: 104, north: 42 },
    { west: 101, south: 33, east: 101, north: 33 },
  ]
  expect(around(boxes)).toEqual({ west: 92, south: 33, east: 104, north: 42 })
  expect(around([])).toBeNull()
})

const ringAround = { west: 170, south: -10, east: -170, north: 10 }

test.each([
  ['92.3,32.6,108.7,42.8', { west: 92.3, south: 32.6, east: 108.7, north: 42.8 }],
  ['170,-10,-170,10', ringAround],
  ['103,38,103,38', { west: 103, south: 38, east: 103, north: 38 }],
  ['-180,-90,180,90', globe],
])('%s is a box', (text, box) => {
  expect(boxIn(text)).toEqual(box)
})

test.each([
  '',
  '1,2,3',
  '1,2,3,4,5',
  '0,50,10,40',
  '0,0,181,1',
  '0,-91,1,1',
  'NaN,0,1,1',
  'Infinity,0,1,1',
  '1e308,0,1,1',
  '1e-7,0,1,1',
  `${'9'.repeat(400)},0,1,1`,
  '0, 0,1,1',
  '+1,0,1,1',
])('%s is no box', (text) => {
  expect(boxIn(text)).toBeNull()
})

const many = (count: number) => Array.from({ length: count }, (_, at) => `${at},0`).join(',')

test('a ring has three corners or more on the globe, and not too many', () => {
  expect(ringIn('103,36,104,36,104,37')).toEqual([
    [103, 36],
    [104, 36],
    [104, 37],
  ])
  expect(ringIn(many(mostCorners))).toHaveLength(mostCorners)
  for (const text of [
    many(mostCorners + 1),
    '1,2,3,4',
    '1,2,3,4,5',
    '1,2,3,4,5,91',
    '1,2,3,4,1e308,6',
  ])
    expect(ringIn(text)).toBeNull()
})

test('a ring across the date line stands on both sides of it', () => {
  const ring = [
    [170, 0],
    [-170, 0],
    [-170, 10],
  ] as const
  expect(boundsOf(ring)).toEqual({ west: 170, south: 0, east: -170, north: 10 })
  expect(shapesOf(ring)).toEqual([
    [
      [170, 0],
      [190, 0],
      [190, 10],
    ],
    [
      [-190, 0],
      [-170, 0],
      [-170, 10],
    ],
  ])
  expect(piecesOf(boundsOf(ring)).map(widthOf)).toEqual([10, 10])
})

const degrees = (most: number) => integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => n / 1e6)

test('the ring of a box has the box as its bounds, and what an address says of a box holds it', () => {
  const boxes = tuple(degrees(180), degrees(90), degrees(180), degrees(90)).map(
    ([west, one, east, other]) => ({
      west,
      south: Math.min(one, other),
      east,
      north: Math.max(one, other),
    }),
  )
  assert(
    property(boxes, (box) => {
      const bounds = boundsOf(ringOf(box))
      expect(widthOf(bounds)).toBeCloseTo(widthOf(box), 6)
      expect([bounds.south, bounds.north]).toEqual([box.south, box.north])
      expect(boxIn(boxText(box))).toEqual(box)
    }),
  )
  const fine = { west: 103.12345678, south: -0.00000001, east: 103.12345679, north: 38.6 }
  expect(boxText(fine)).toBe('103.123456,-0.000001,103.123457,38.6')
})
