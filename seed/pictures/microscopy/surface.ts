import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, night } from '../palette.ts'
import { fill, ground, line, n, path, type Point, spread, times } from '../svg.ts'

/** A surface felt line by line. */
export const surface: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const bumps = times(9, () => ({
    x: random.between(0.1, 0.9),
    y: random.between(0.1, 0.95),
    tall: random.between(60, 190),
    wide: random.between(0.05, 0.13),
  }))
  const rows = times(52, (row) => {
    const v = row / 51
    const base = 300 + v * 840
    const spreadOut = 0.72 + v * 0.36
    const points = spread(0, 1, 72).map((u): Point => {
      const bump = bumps.reduce(
        (sum, { x, y, tall, wide }) =>
          sum + tall * Math.exp(-(((u - x) / wide) ** 2) - ((v - y) / wide) ** 2),
        0,
      )
      return [
        800 + (u - 0.5) * 1500 * spreadOut,
        base - (bump + 46 * noise(u * 5, v * 5)) * spreadOut,
      ]
    })
    const colour = along([blue[4], green[3], loess[2], loess[0]], v)
    return path(
      `${line(points)}V1240H${n(points[0]?.[0] ?? 0)}Z`,
      `${fill(night[2])} stroke="${colour}" stroke-width="${n(2 + v * 2)}"`,
    )
  })
  return [ground(night[2]), ...rows].join('')
}
