import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, loess, paper, type Ramp } from '../palette.ts'
import { raster } from '../raster.ts'
import { height, n, path, spread, stroke, width } from '../svg.ts'

/** Greenness, cell by cell. */
export const greenness: Motif = (_random, { key, variant }) => {
  const [broad, fine] = [noiseOf(key, 5), noiseOf(`${key}/fine`, 2)]
  const river = (u: number) => 0.52 + 0.16 * broad(u * 2.4, 7.7)
  const shade = (u: number, v: number) =>
    0.42 +
    0.42 * broad(u * 3.2, v * 2.6) +
    0.5 * Math.exp(-(((v - river(u)) / 0.07) ** 2)) +
    0.1 * fine(u * 40, v * 30)
  const sets: Record<string, Ramp> = {
    snow: [loess[4], loess[2], paper[2], blue[1], '#ffffff'],
    desert: [loess[0], loess[1], loess[2], green[1], green[3]],
    water: [loess[1], paper[1], blue[1], blue[3], blue[5]],
  }
  const ramp = sets[variant] ?? [
    loess[3],
    loess[1],
    paper[2],
    green[1],
    green[2],
    green[3],
    green[5],
  ]
  const cells = raster(ramp, shade, { across: 80, down: 60, steps: 16, isSoft: false })
  const grid =
    spread(0, width, 81)
      .map((x) => `M${n(x)} 0V1200`)
      .join('') +
    spread(0, height, 61)
      .map((y) => `M0 ${n(y)}H1600`)
      .join('')
  return [cells, path(grid, stroke(paper[0], 2.5, 0.5))].join('')
}
