import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red, violet } from '../palette.ts'
import { ground, line, n, path, type Point, spread, stroke, times } from '../svg.ts'

/** Sharp lines and their derivatives, one sample above the other. */
export const spectraLines: Motif = (random) => {
  const lines = times(14, () => ({ at: random.between(0.06, 0.94), high: random.between(-1, 1) }))
  const ramp = random.pick([
    [red[3], loess[2], green[3]],
    [violet[3], blue[3], green[2]],
  ])
  const rows = times(9, (row) => {
    const strong = random.between(0.5, 1)
    const points = spread(0, 1, 240).map((x): Point => {
      const swing = lines.reduce((sum, { at, high }) => {
        const off = (x - at) / 0.011
        return sum - high * off * Math.exp(-off * off)
      }, 0)
      return [80 + x * 1440, 150 + row * 115 + swing * strong * 120]
    })
    return path(line(points), stroke(along(ramp, row / 8), 4))
  })
  const grid = spread(80, 1520, 13).map((x) => `M${n(x)} 40V1160`)
  return [ground(paper[1]), path(grid.join(''), stroke(ink[0], 1.4, 0.35)), ...rows].join('')
}
