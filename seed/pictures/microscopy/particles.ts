import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, night, paper } from '../palette.ts'
import { raster } from '../raster.ts'
import { path, spread, stroke } from '../svg.ts'

/** Averages of particles from thousands of pictures, row by row. */
export const particles: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const folds = random.whole(3, 6)
  const shade = (u: number, v: number) => {
    const [column, row] = [Math.floor(u * 8), Math.floor(v * 6)]
    const [x, y] = [(u * 8 - column - 0.5) * 2, (v * 6 - row - 0.5) * 2]
    const [radius, angle] = [Math.hypot(x, y), Math.atan2(y, x)]
    const view = (column * 7 + row * 13) % 11
    const squeezed = radius * (1 + 0.25 * Math.sin(angle + view) ** 2)
    const lobes = 0.62 + 0.13 * Math.cos(angle * (view < 6 ? folds : 2) + view)
    const body = 1 / (1 + Math.exp((squeezed - lobes) * 18))
    const inner = 0.5 + 0.5 * Math.cos(squeezed * 13 + view) * Math.cos(angle * folds + view * 0.6)
    return 0.16 + body * (0.34 + 0.45 * inner) + 0.05 * noise(u * 60, v * 45)
  }
  const picture = raster([night[3], night[1], blue[4], blue[2], paper[0]], shade, {
    across: 256,
    down: 192,
    steps: 28,
  })
  const grid =
    spread(200, 1400, 7)
      .map((x) => `M${x} 0V1200`)
      .join('') +
    spread(200, 1000, 5)
      .map((y) => `M0 ${y}H1600`)
      .join('')
  return [picture, path(grid, stroke(night[3], 10))].join('')
}
