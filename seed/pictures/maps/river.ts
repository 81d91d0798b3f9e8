import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, mix, paper } from '../palette.ts'
import { raster } from '../raster.ts'
import { curve, path, type Point, spread, stroke, times } from '../svg.ts'

/** A river in many channels, with the bars between them. */
export const river: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 3)
  const ramp = variant === 'clear' ? [green[4], blue[4], blue[2]] : [loess[4], loess[2], loess[1]]
  const bank = raster(
    [green[4], green[3], green[2], loess[1], loess[0]],
    (u, v) => 0.35 + 0.4 * noise(u * 5, v * 4) + 0.12 * noise(u * 30, v * 24),
    { across: 150, down: 112, steps: 18 },
  )
  const middle = (x: number) => 600 + 260 * noise(x / 900, 3) + 60 * Math.sin(x / 260)
  const band = spread(-40, 1640, 30).map((x): Point => [x, middle(x)])
  const channels = times(40, (index) => {
    const off = (index / 39 - 0.5) * 2
    const points = spread(-40, 1640, 38).map((x): Point => [
      x,
      middle(x) +
        off * 185 * (0.6 + 0.5 * noise(x / 300, 9)) +
        95 * noise(x / 150 + index, index * 1.7),
    ])
    return path(
      curve(points),
      stroke(along(ramp, random.next()), random.between(3, 17), random.between(0.45, 0.95)),
    )
  })
  return [
    bank,
    path(curve(band), stroke(mix(loess[1], paper[1], 0.4), 390, 0.85)),
    ...channels,
  ].join('')
}
