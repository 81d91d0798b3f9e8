import type { Motif } from '../motif.ts'
import { blue, loess, mix, night, paper } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  height,
  line,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'
import { trace } from './shared.ts'

/** Rings of powder on the plate, cut open by the pattern that is read from them. */
export const diffraction: Motif = (random) => {
  const peaks = times(17, () => ({
    at: random.between(0.08, 1),
    high: 0.2 + 0.8 * random.next() ** 2,
    wide: 0.004,
  }))
  const rings = peaks.map(({ at, high }) =>
    circle(
      [800, 560],
      at * 900,
      stroke(mix(blue[1], paper[0], high), 2 + high * 11, 0.12 + high * 0.6),
    ),
  )
  const spots = peaks.flatMap(({ at, high }) =>
    times(Math.round(high * 10), () => {
      const angle = random.between(0, Math.PI * 2)
      return circle(
        [800 + at * 900 * Math.cos(angle), 560 + at * 900 * Math.sin(angle)],
        random.between(3, 10),
        fill(paper[0], 0.85),
      )
    }),
  )
  const pattern = spread(0, 1, 330).map((x): Point => [
    800 + x * 900,
    1110 - trace(peaks, x) * 190 - random.between(0, 4),
  ])
  const mirrored = pattern.map(([x, y]): Point => [1600 - x, y]).toReversed()
  return [
    defs(
      `<radialGradient id="halo" cx="50%" cy="47%" r="62%"><stop offset="0" stop-color="${blue[3]}"/><stop offset=".5" stop-color="${blue[5]}"/><stop offset="1" stop-color="${night[3]}"/></radialGradient>`,
    ),
    rect(0, 0, width, height, 'fill="url(#halo)"'),
    ...rings,
    ...spots,
    circle([800, 560], 34, fill(night[3])),
    path('M800 560L1620 1380', stroke(night[3], 24, 0.9)),
    rect(0, 880, width, 320, fill(night[3], 0.72)),
    path(line([...mirrored, ...pattern]), stroke(loess[1], 3.5)),
  ].join('')
}
