import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, loess, night, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { path, spread, stroke } from '../svg.ts'
import { contoursOf } from './shared.ts'

/** Dunes from above, the wind from the upper left. */
export const dunes: Motif = (random, { key, variant }) => {
  const [drift, fine] = [noiseOf(`${key}/drift`, 3), noiseOf(`${key}/fine`, 4)]
  const count = random.between(7, 10)
  const phase = (u: number, v: number) =>
    (u * 0.55 + v) * count + 1.5 * drift(u * 3, v * 3) + 0.25 * Math.sin(u * 17 + v * 5)
  const shade = (u: number, v: number) => {
    const turn = phase(u, v)
    const place = turn - Math.floor(turn)
    const slope =
      place < 0.72 ? 0.45 + 0.5 * (place / 0.72) ** 1.5 : 0.14 + 0.2 * ((place - 0.72) / 0.28)
    return (
      slope +
      0.045 * Math.sin((u * 1.3 - v * 0.4) * 300 + 9 * drift(u * 9, v * 9)) +
      0.06 * fine(u * 20, v * 16)
    )
  }
  const ramp =
    variant === 'dusk'
      ? [night[2], blue[5], red[4], red[2], loess[1], paper[0]]
      : [loess[5], loess[4], loess[3], loess[2], loess[1], loess[0]]
  const crests = contoursOf(phase, {
    levels: spread(-3, 20, 24).map((level) => level + 0.715),
    across: 74,
  })
  return [
    raster(ramp, shade, { across: 244, down: 183, steps: 30 }),
    path(crests, stroke(along(ramp, 0.12), 7, 0.9)),
  ].join('')
}
