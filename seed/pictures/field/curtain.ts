import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, loess, night, paper, red, violet } from '../palette.ts'
import { raster } from '../raster.ts'
import { n, path, spread, stroke, times } from '../svg.ts'

/** Layers of dust and cloud over a day, as a lidar sees them pass. */
export const curtain: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 5)
  const layers = times(5, () => ({
    high: random.between(0.1, 0.72),
    thick: random.between(0.03, 0.1),
    strong: random.between(0.35, 0.9),
    wave: random.between(0.5, 3),
  }))
  const shade = (u: number, v: number) => {
    const up = 1 - v
    const cloud = layers.reduce(
      (sum, { high, thick, strong, wave }) =>
        sum +
        strong *
          Math.max(0, noise(u * 4 + wave * 7, up * 3) + 0.55) *
          Math.exp(-(((up - high - 0.08 * Math.sin(u * wave * 3 + wave)) / thick) ** 2)),
      0,
    )
    return 0.05 + 0.42 * Math.exp(-up * 4.5) + cloud + 0.05 * noise(u * 30, v * 30)
  }
  const ramp =
    variant === 'ice'
      ? [night[3], blue[5], blue[4], blue[2], blue[1], '#ffffff']
      : [night[3], violet[5], violet[4], red[3], loess[2], loess[0]]
  return [
    raster(ramp, shade, { across: 236, down: 177, steps: 32 }),
    path(
      spread(100, 1100, 6)
        .map((y) => `M0 ${y}h34`)
        .join('') +
        spread(100, 1500, 15)
          .map((x) => `M${n(x)} 1200v-22`)
          .join(''),
      stroke(paper[0], 4, 0.8),
    ),
  ].join('')
}
