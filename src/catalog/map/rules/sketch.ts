import type { Point } from './live.ts'

/** What is being drawn, in px of the frame. The last corner follows the pointer. */
export type Sketch = { shape: 'box' | 'polygon'; corners: readonly Point[] }

/** Px apart that two corners are at least; nearer is a hand that was not quite still. */
const leastApart = 5
/** Px from the first corner within which a click closes a polygon. */
const closes = 12

export function pressed({ shape, corners }: Sketch, point: Point): Sketch {
  if (shape === 'box') return { shape, corners: [point, point] }
  return { shape, corners: [...corners.slice(0, -1), point, point] }
}

export const moved = ({ shape, corners }: Sketch, point: Point): Sketch => ({
  shape,
  corners: corners.length === 0 ? [] : [...corners.slice(0, -1), point],
})

/** Without the corner that was set last. */
const stepBack = ({ shape, corners }: Sketch): Sketch => ({
  shape,
  corners: [...corners.slice(0, -2), ...corners.slice(-1)],
})

/** What a key does to it: takes the last corner back, gives up, ends a polygon; undefined: nothing. */
export function afterKey(sketch: Sketch, key: string): Sketch | 'nothing' | 'ended' | undefined {
  if (key === 'Escape') return 'nothing'
  if (key === 'Backspace') return stepBack(sketch)
  return key === 'Enter' && finished(sketch) ? 'ended' : undefined
}

/** Two corners of a box, three and more of a polygon; undefined while it is neither. */
export function finished({ shape, corners }: Sketch): readonly Point[] | undefined {
  if (shape === 'polygon') {
    const apart = corners.slice(0, -1).filter(isApart)
    return apart.length >= 3 ? apart : undefined
  }
  const [first, second] = corners
  if (!first || !second) return undefined
  const size = Math.min(Math.abs(first[0] - second[0]), Math.abs(first[1] - second[1]))
  return size >= leastApart ? corners : undefined
}

/** A click on the first corner of a polygon. */
export function isClosing({ shape, corners }: Sketch, point: Point): boolean {
  const [first] = corners
  return shape === 'polygon' && corners.length > 3 && !!first && distance(first, point) < closes
}

/** Corners of the outline, as SVG's `points`. */
export function pointsOf({ shape, corners }: Sketch): string {
  const [first, second] = corners
  if (shape !== 'box' || !first || !second) return corners.join(' ')
  return [first, [second[0], first[1]], second, [first[0], second[1]]].join(' ')
}

const isApart = (corner: Point, at: number, all: readonly Point[]) => {
  const before = all[at - 1]
  return !before || distance(before, corner) >= leastApart
}

const distance = ([x1, y1]: Point, [x2, y2]: Point) => Math.hypot(x1 - x2, y1 - y2)
