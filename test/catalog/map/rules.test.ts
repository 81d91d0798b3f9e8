import { assert, double, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { degreesText, graticuleIn } from '../../../src/catalog/map/rules/graticule.ts'
import { cellAt } from '../../../src/catalog/map/rules/grid.ts'
import { landPath, landPolygons, pathOf } from '../../../src/catalog/map/rules/land.ts'
import { addressWithin, boxBetween } from '../../../src/catalog/map/rules/live.ts'
import {
  afterKey,
  finished,
  isClosing,
  moved,
  pressed,
  type Sketch,
} from '../../../src/catalog/map/rules/sketch.ts'
import {
  boxOfView,
  frame,
  spotOf,
  viewAround,
  widerThan,
} from '../../../src/catalog/map/rules/view.ts'
import { globe, widthOf } from '../../../src/core/place.ts'

const gansu = { west: 92.3, south: 32.6, east: 108.7, north: 42.8 }
const pacific = { west: 160, south: -20, east: -150, north: 20 }

describe('the grid', () => {
  test.each([
    [3, gansu, 360 / 64],
    [8, { ...gansu, west: 103, east: 104, south: 36, north: 37 }, 360 / 2 ** 11],
    // A province at the zoom of a street.
    [20, gansu, 360 / 2 ** 9],
    [0, globe, 45],
    [24, globe, 22.5],
    [10, { west: 103, east: 103, south: 36, north: 36 }, 360 / 2 ** 13],
  ])('at zoom %s has cells of so many degrees', (zoom, box, cell) => {
    expect(cellAt(zoom, box)).toBeCloseTo(cell, 9)
  })

  test('never has many cells, however near one looks at however much', () => {
    const sides = record({
      zoom: double({ min: 0, max: 24, noNaN: true }),
      west: integer({ min: -180, max: 180 }),
      east: integer({ min: -180, max: 180 }),
      south: integer({ min: -90, max: 0 }),
      north: integer({ min: 0, max: 90 }),
    })
    assert(
      property(sides, ({ zoom, ...box }) => {
        const cell = cellAt(zoom, box)
        expect(widthOf(box) / cell).toBeLessThanOrEqual(24)
        expect((box.north - box.south) / cell).toBeLessThanOrEqual(24)
      }),
    )
  })
})

describe('a view', () => {
  test.each([
    ['Gansu', gansu],
    ['the Pacific', pacific],
    ['all', globe],
  ])('holds %s within its frame', (_, box) => {
    const view = viewAround(box, 1)
    for (const [longitude, latitude] of [
      [box.west, box.south],
      [box.east, box.north],
      [box.west + widthOf(box) / 2, (box.south + box.north) / 2],
    ] as const) {
      const { x, y } = spotOf(view, longitude, latitude)
      expect(x).toBeGreaterThanOrEqual(-0.001)
      expect(x).toBeLessThanOrEqual(frame.width + 0.001)
      expect(y).toBeGreaterThanOrEqual(-0.001)
      expect(y).toBeLessThanOrEqual(frame.height + 0.001)
    }
  })

  test('of one point is as high as is asked', () => {
    const view = viewAround({ west: 103, south: 38, east: 103, north: 38 }, 10)
    expect(view.north - view.south).toBeCloseTo(12, 9)
    expect(spotOf(view, 103, 38)).toEqual({ x: frame.width / 2, y: frame.height / 2 })
  })

  test('widened ends at the globe, and is a box across the date line where it reaches there', () => {
    expect(boxOfView(viewAround(globe, 1))).toBeUndefined()
    const wider = boxOfView(widerThan(viewAround(pacific, 1)))
    expect(wider && wider.west > wider.east).toBe(true)
    const polar = { west: 0, south: 80, east: 40, north: 90 }
    expect(boxOfView(viewAround(polar, 1))?.north).toBe(90)
  })
})

describe('the land', () => {
  test('is whole, and holds Lanzhou and not the middle of the Pacific', () => {
    const corners = landPolygons.flat(2)
    expect(corners.length).toBeGreaterThan(3000)
    for (const [x, y] of corners) {
      expect(Math.abs(x)).toBeLessThanOrEqual(180)
      expect(Math.abs(y)).toBeLessThanOrEqual(90)
    }
    expect(isOnLand(103.8, 36)).toBe(true)
    expect(isOnLand(-160, 0)).toBe(false)
  })

  test('in a view is a short path of whole units, none of them far outside the frame', () => {
    for (const box of [gansu, pacific, globe]) {
      const path = landPath(viewAround(box, 1))
      expect(path).toMatch(/^(M-?\d+ -?\d+(L-?\d+ -?\d+)+z)*$/)
      expect(path.length).toBeLessThan(40_000)
      for (const [, x, y] of path.matchAll(/(-?\d+) (-?\d+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(-5)
        expect(Number(x)).toBeLessThanOrEqual(frame.width + 5)
        expect(Number(y)).toBeGreaterThanOrEqual(-5)
        expect(Number(y)).toBeLessThanOrEqual(frame.height + 5)
      }
    }
    expect(landPath(viewAround({ west: 100, south: 35, east: 106, north: 39 }, 1))).toBe(
      'M804 -4L804 504L-4 504L-4 -4z',
    )
  })

  test('beside the frame is nothing', () => {
    const far = [
      { x: 900, y: 10 },
      { x: 1000, y: 10 },
      { x: 1000, y: 20 },
    ]
    expect(pathOf(far)).toBe('')
  })
})

/** By a ray to the east, over all rings. */
const isOnLand = (x: number, y: number) =>
  landPolygons
    .flat()
    .flatMap((ring) => ring.map((corner, at) => [corner, ring[(at + 1) % ring.length]] as const))
    .filter(([from, to]) => {
      if (!to || from[1] > y === to[1] > y) return false
      return x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
    }).length %
    2 ===
  1

describe('the graticule', () => {
  test('has round degrees, a handful across', () => {
    expect(graticuleIn({ west: 92, south: 32, east: 109, north: 43 })).toEqual({
      step: 5,
      longitudes: [95, 100, 105],
      latitudes: [35, 40],
    })
    expect(graticuleIn({ ...globe, north: 112, south: -112 }).latitudes).toEqual([-60, 0, 60])
    expect(graticuleIn({ west: 103.001, south: 36, east: 103.005, north: 36.004 }).step).toBe(0.01)
  })

  test.each([
    [103.5, 'longitude', '103.5°E'],
    [-12.25, 'longitude', '12.25°W'],
    [190, 'longitude', '170°W'],
    [180, 'longitude', '180°'],
    [0, 'latitude', '0°'],
    [-30, 'latitude', '30°S'],
    [38.6, 'latitude', '38.6°N'],
  ] as const)('calls %s of %s %s', (degrees, axis, text) => {
    expect(degreesText(degrees, axis)).toBe(text)
  })
})

const draw = (sketch: Sketch, ...points: [number, number][]) => points.reduce(pressed, sketch)

describe('a drawing', () => {
  const polygon: Sketch = { shape: 'polygon', corners: [] }

  test('of a box is done when it was dragged open', () => {
    const begun = pressed({ shape: 'box', corners: [] }, [10, 10])
    expect(finished(begun)).toBeUndefined()
    expect(finished(moved(begun, [12, 60]))).toBeUndefined()
    expect(finished(moved(begun, [90, 60]))).toEqual([
      [10, 10],
      [90, 60],
    ])
  })

  test('of a polygon needs three corners apart, and closes on its first', () => {
    expect(finished(draw(polygon, [0, 0], [50, 0]))).toBeUndefined()
    const three = draw(polygon, [0, 0], [50, 0], [50, 50])
    // A double click sets the last one twice.
    expect(finished(pressed(three, [51, 51]))).toHaveLength(3)
    expect(isClosing(three, [5, 5])).toBe(true)
    expect(isClosing(three, [25, 25])).toBe(false)
    const two = afterKey(three, 'Backspace')
    expect(typeof two === 'object' && finished(two)).toBeUndefined()
    expect(['Enter', 'Escape', 'a'].map((key) => afterKey(three, key))).toEqual([
      'ended',
      'nothing',
      undefined,
    ])
  })

  test('becomes an address of results', () => {
    const box = [
      [104, 37],
      [103, 36],
    ] as const
    expect(addressWithin('/records?view=map', box)).toBe('/records?view=map&bbox=103,36,104,37')
    expect(
      addressWithin('/records', [
        [190, 5],
        [170, -5],
      ]),
    ).toBe('/records?bbox=170,-5,-170,5')
    const ring = [...box, [105, 95]] as const
    expect(addressWithin('/records', ring)).toBe('/records?polygon=104,37,103,36,105,90')
  })

  test('of more than the globe is all of it', () => {
    expect(boxBetween([-300, -120], [300, 120])).toEqual(globe)
  })
})
