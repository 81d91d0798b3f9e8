import type { Motif } from '../motif.ts'
import { noiseOf, ridgesOf } from '../noise.ts'
import { along, blue, ink, loess, night, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { curve, height, path, type Point, spread, stroke, times, width } from '../svg.ts'
import { lit } from './shared.ts'

const wide = (v: number) => 0.34 * Math.max(0, 1 - v * 1.02) ** 0.62

/** A glacier from above: rock, ice with its flow lines, and the edge it had in other years. */
export const glacier: Motif = (random, { key }) => {
  const [rock, ice] = [ridgesOf(`${key}/rock`, 5), noiseOf(`${key}/ice`, 4)]
  const bend = random.between(-0.16, 0.16)
  const middle = (v: number) => 0.5 + bend * Math.sin(v * 4) + 0.07 * Math.sin(v * 9 + 1)
  const shade = (u: number, v: number) => {
    const off = Math.abs(u - middle(v)) / Math.max(wide(v), 0.001)
    const isIce = 1 / (1 + Math.exp((off - 1 + 0.1 * ice(u * 9, v * 9)) * 22))
    const stone = 0.08 + 0.42 * lit(rock, u * 4, v * 3, 2.4) * (0.55 + 0.5 * rock(u * 4, v * 3))
    const snow = 0.74 + 0.2 * ice(u * 3, v * 3) + 0.05 * Math.sin(off * 22)
    return stone * (1 - isIce) + snow * isIce
  }
  const edges = times(7, (index) => {
    const grown = 1 + index * 0.075
    const rows = spread(0.3, 0.93 + index * 0.022, 16)
    const left = rows.map((v): Point => [
      (middle(v) - wide(v / grown) * grown * 0.98) * width,
      v * height,
    ])
    const right = rows.map((v): Point => [
      (middle(v) + wide(v / grown) * grown * 0.98) * width,
      v * height,
    ])
    return path(
      curve([...left, ...right.toReversed()]),
      `${stroke(along([red[2], loess[1]], index / 6), 4.5, 0.95)} ${index === 0 ? '' : 'stroke-dasharray="22 14"'}`,
    )
  })
  const flow = spread(-0.75, 0.75, 9).map((off) =>
    path(
      curve(
        spread(0, 0.9, 14).map((v): Point => [(middle(v) + off * wide(v)) * width, v * height]),
      ),
      stroke(blue[4], 3, 0.35),
    ),
  )
  return [
    raster([night[3], ink[2], loess[4], loess[2], blue[2], blue[1], '#ffffff'], shade, {
      across: 236,
      down: 177,
      steps: 34,
    }),
    ...flow,
    ...edges,
  ].join('')
}
