import type { Field } from '../noise.ts'
import { type Point, times, width } from '../svg.ts'

/** How bright a slope is when the light comes from the upper left. */
export const lit = (land: Field, x: number, y: number, steep: number): number => {
  const step = 0.02
  const [east, south] = [
    land(x + step, y) - land(x - step, y),
    land(x, y + step) - land(x, y - step),
  ]
  return 0.5 - (east + south) * steep
}

/** The edges of heights, cell by cell: where the field crosses a level. */
export function contoursOf(
  field: (u: number, v: number) => number,
  { levels, across }: { levels: readonly number[]; across: number },
): string {
  const down = Math.round(across * 0.75)
  const heights = times((across + 1) * (down + 1), (index) =>
    field((index % (across + 1)) / across, Math.floor(index / (across + 1)) / down),
  )
  const heightAt = (column: number, row: number) => heights[row * (across + 1) + column] ?? 0
  const size = width / across
  const parts: string[] = []
  for (const level of levels)
    for (let row = 0; row < down; row += 1)
      for (let column = 0; column < across; column += 1) {
        const corners = [
          heightAt(column, row),
          heightAt(column + 1, row),
          heightAt(column + 1, row + 1),
          heightAt(column, row + 1),
        ]
        const cuts = crossings(corners, level).map(
          ([x, y]) => `${Math.round((column + x) * size)} ${Math.round((row + y) * size)}`,
        )
        if (cuts.length >= 2) parts.push(`M${cuts[0]}L${cuts[1]}`)
      }
  return parts.join('')
}

export const sides: readonly (readonly [number, number, Point, Point])[] = [
  [0, 1, [0, 0], [1, 0]],
  [1, 2, [1, 0], [1, 1]],
  [2, 3, [1, 1], [0, 1]],
  [3, 0, [0, 1], [0, 0]],
]

export const crossings = (corners: readonly number[], level: number): Point[] =>
  sides.flatMap(([from, to, [x, y], [u, v]]): Point[] => {
    const [a, b] = [corners[from] ?? 0, corners[to] ?? 0]
    if (a < level === b < level) return []
    const share = (level - a) / (b - a)
    return [[x + (u - x) * share, y + (v - y) * share]]
  })
