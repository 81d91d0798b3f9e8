import type { Motif } from '../motif.ts'
import { noiseOf, ridgesOf } from '../noise.ts'
import { blue, green, ink, loess, night, paper, type Ramp, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { path, spread, stroke, times } from '../svg.ts'
import { contoursOf } from './shared.ts'

const ramps: Readonly<Record<string, Ramp>> = {
  loess: [loess[5], loess[4], loess[3], loess[2], loess[1], paper[0]],
  green: [green[5], green[4], green[3], green[2], loess[1], paper[0]],
  ice: [night[1], blue[4], blue[3], blue[2], blue[1], '#ffffff'],
  danxia: [red[5], red[4], red[3], red[2], loess[1], paper[0]],
  night: [night[3], night[1], blue[5], blue[4], blue[2], loess[0]],
}

/** Mountains in relief, with the contours a surveyor would draw. */
export const terrain: Motif = (random, { key, variant }) => {
  const [broad, crests] = [noiseOf(`${key}/broad`, 3), ridgesOf(`${key}/crests`, 4)]
  const ramp = ramps[variant] ?? ramps['loess'] ?? loess
  const size = random.between(2.6, 3.6)
  const [across, down] = [232, 174]
  const heights = times((across + 2) * (down + 2), (index) => {
    const [x, y] = [
      ((index % (across + 2)) / across) * size,
      (Math.floor(index / (across + 2)) / down) * size * 0.75,
    ]
    return 0.55 * broad(x * 0.9, y * 0.9) + 0.75 * crests(x, y)
  })
  const land = (u: number, v: number, right = 0, under = 0) =>
    heights[(Math.floor(v * down) + under) * (across + 2) + Math.floor(u * across) + right] ?? 0
  const shade = (u: number, v: number) => {
    const here = land(u, v)
    const rise = 2 * here - land(u, v, 1) - land(u, v, 0, 1)
    return 0.31 + 5.6 * rise + 0.42 * (here - 0.1)
  }
  const contours = contoursOf(land, { levels: spread(0.1, 1.1, 8), across: 46 })
  return [
    raster(ramp, shade, { across, down, steps: 34 }),
    path(contours, stroke(ramp[0] ?? ink[3], 2, 0.34)),
  ].join('')
}
