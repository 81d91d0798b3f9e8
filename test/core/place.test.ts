import { expect, test } from 'vitest'
import { around, boxOf, pointAt } from '../../src/core/place.ts'

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
