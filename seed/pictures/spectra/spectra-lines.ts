import type { Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { along, blue, green, loess, mix, night, red, violet } from '../palette.ts'
import { fill, ground, line, n, path, type Point, spread, stroke, times } from '../svg.ts'

type Line = { at: number; high: number; wide: number }

/** Sharp lines and their derivatives, growing stronger from one sample to the next. */
export const spectraLines: Motif = (random) => {
  const lines = linesOf(random)
  const largest = Math.max(...spread(0, 1, 400).map((x) => Math.abs(swing(lines, x))))
  const ramp = random.pick([
    [red[3], loess[2], loess[0]],
    [violet[3], blue[2], green[0]],
  ] as const)
  const count = 7
  const rows = times(count, (row) => {
    const strong = (58 + 62 * (row / (count - 1))) * random.between(0.85, 1)
    const base = 150 + row * 150
    const points = spread(-0.02, 1.02, 420).map((x): Point => [
      x * 1600,
      base - (swing(lines, x) / largest) * strong,
    ])
    const colour = along(ramp, row / (count - 1))
    return (
      path(`${line(points)}V${n(base)}H-40Z`, fill(colour, 0.34)) +
      path(line(points), stroke(colour, 8))
    )
  })
  const grid = spread(80, 1520, 10).map((x) => `M${n(x)} 0V1200`)
  return [
    ground(night[2]),
    path(grid.join(''), stroke(mix(night[0], blue[3], 0.3), 2, 0.5)),
    ...rows,
  ].join('')
}

/** A few multiplets: lines evenly apart, strongest in the middle, as nuclei split them. */
function linesOf(random: Random): Line[] {
  return times(4, (group) => {
    const [middle, apart] = [
      0.14 + group * 0.24 + random.bell() * 0.02,
      random.between(0.038, 0.054),
    ]
    const [count, high] = [random.whole(2, 5), random.between(0.45, 1)]
    return times(count, (index) => {
      const off = index - (count - 1) / 2
      return { at: middle + off * apart, high: high * Math.exp(-off * off * 0.3), wide: 0.014 }
    })
  }).flat()
}

/** How far the derivative of all lines swings at a place. */
const swing = (lines: readonly Line[], x: number) =>
  lines.reduce((sum, { at, high, wide }) => {
    const off = (x - at) / wide
    return sum - high * off * Math.exp(-off * off)
  }, 0)
