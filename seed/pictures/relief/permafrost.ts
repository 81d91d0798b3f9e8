import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, ink, loess, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { n, path, spread, stroke } from '../svg.ts'
import { contoursOf } from './shared.ts'

/** Heat in the ground through the years: frost from above each winter, and the frozen floor that sinks. */
export const permafrost: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const years = random.between(7, 10)
  const shade = (u: number, v: number) => {
    const season = Math.sin((u * years - v * 1.5) * Math.PI * 2) * Math.exp(-v * 3.6)
    return (
      0.5 + 0.5 * season - 0.26 * (1 - Math.exp(-v * 2.2)) + 0.11 * u + 0.035 * noise(u * 12, v * 8)
    )
  }
  const ramp = [blue[5], blue[4], blue[3], blue[1], paper[0], loess[1], red[2], red[3]]
  const frost = contoursOf(shade, { levels: [0.42, 0.52], across: 60 })
  return [
    raster(ramp, shade, { across: 210, down: 157, steps: 22 }),
    path(frost, stroke(ink[3], 3, 0.65)),
    path(
      spread(120, 1080, 9)
        .map((y) => `M0 ${n(y)}h26`)
        .join(''),
      stroke(ink[3], 4),
    ),
  ].join('')
}
