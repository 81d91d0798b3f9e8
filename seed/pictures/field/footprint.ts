import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { contoursOf } from '../relief/shared.ts'
import { circle, fill, line, path, polar, spread, stroke, times } from '../svg.ts'

/** Where the air that a tower breathes comes from, and how the wind turned. */
export const footprint: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const shade = (u: number, v: number) => {
    const [x, y] = [u - 0.42, v - 0.62]
    const [a, b] = [x * 0.83 - y * 0.56, x * 0.56 + y * 0.83]
    return a < -0.02
      ? 0.03
      : Math.min(
          1,
          2.6 *
            Math.exp(-((b / (0.05 + a * 0.3)) ** 2)) *
            Math.exp(-a * 2.4) *
            (1 - Math.exp(-(a + 0.02) * 14)) *
            (1 + 0.3 * noise(u * 6, v * 6)),
        )
  }
  const lines = contoursOf(shade, { levels: spread(0.14, 0.9, 7), across: 54 })
  const petals = times(24, (index) => {
    const far = 60 + 230 * random.next() ** 2 * (1 + Math.cos((index / 24) * 6.283 - 0.7))
    const angle = (index / 24) * Math.PI * 2
    return path(
      line(
        [
          [300, 300],
          polar([300, 300], far * 0.62, angle - 0.1),
          polar([300, 300], far * 0.62, angle + 0.1),
        ],
        true,
      ),
      fill(along([blue[3], green[3], loess[2]], index / 23), 0.85),
    )
  })
  return [
    raster([paper[1], green[0], green[1], green[2], loess[1], red[2]], shade, {
      across: 160,
      down: 120,
      steps: 24,
    }),
    path(lines, stroke(green[5], 2.5, 0.5)),
    circle([300, 300], 250, `${fill(paper[0], 0.8)} stroke="${ink[1]}" stroke-width="2"`),
    circle([300, 300], 130, stroke(ink[1], 1.5, 0.5)),
    ...petals,
    path('M672 744V500M640 744h64M650 560h44M656 620h32', stroke(ink[3], 8)),
  ].join('')
}
