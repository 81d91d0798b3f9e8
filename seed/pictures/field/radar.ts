import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, loess, night, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { circle, fill, line, path, polar, spread, stroke, times } from '../svg.ts'

/** The sweep of a radar with its cells of rain or hail. */
export const radar: Motif = (random, { key }) => {
  const noise = noiseOf(key, 5)
  const shade = (u: number, v: number) => {
    const [x, y] = [(u - 0.5) * 4, (v - 0.5) * 3]
    const storm = noise(x * 1.1 + 3, y * 1.1) - 0.12
    return Math.hypot(x, y) > 1.42 ? 0 : 0.1 + Math.max(0, storm) * 1.7
  }
  const picture = raster([night[3], night[1], blue[4], green[3], loess[1], red[2], red[3]], shade, {
    across: 220,
    down: 165,
    steps: 15,
  })
  const rings = [110, 220, 330, 440, 568].map((r) =>
    circle([800, 600], r, stroke(paper[2], 2, 0.35)),
  )
  const spokes = times(24, (index) =>
    line([
      polar([800, 600], 24, (index * Math.PI) / 12),
      polar([800, 600], 568, (index * Math.PI) / 12),
    ]),
  )
  const turn = random.between(0, 6.3)
  const sweep = line(
    [[800, 600], ...spread(turn, turn + 0.55, 8).map((angle) => polar([800, 600], 568, angle))],
    true,
  )
  return [
    picture,
    ...rings,
    path(spokes.join(''), stroke(paper[2], 1.5, 0.2)),
    path(sweep, fill(paper[0], 0.16)),
    circle([800, 600], 10, fill(paper[0])),
  ].join('')
}
