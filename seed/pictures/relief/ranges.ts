import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, mix, paper, type Ramp, red } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  gradient,
  height,
  line,
  path,
  type Point,
  rect,
  spread,
  times,
  width,
} from '../svg.ts'

/** A ridge line after the other into the haze. */
export const ranges: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 5)
  const sets: Record<string, Ramp> = {
    green: [blue[1], green[1], green[2], green[3], green[4], green[5]],
    loess: [loess[0], loess[1], loess[2], loess[3], loess[4], loess[5]],
    danxia: [paper[2], red[0], red[1], red[2], red[3], red[4]],
    ice: [blue[0], blue[1], blue[2], blue[3], blue[4], blue[5]],
  }
  const ramp = sets[variant] ?? sets['ice'] ?? blue
  const layers = times(9, (index) => {
    const base = 330 + index * 100
    const points = spread(-20, 1620, 64).map((x): Point => [
      x,
      base - (170 - index * 9) * (0.2 + noise(x / (420 - index * 14) + index * 9, index * 3)),
    ])
    return path(`${line(points)}V1220H-20Z`, fill(along(ramp, (index + 1) / 9)))
  })
  const sun = circle([random.between(300, 1300), 250], 95, fill(paper[0], 0.75))
  return [
    defs(
      gradient('air', [
        [0, mix(ramp[0] ?? blue[0], '#ffffff', 0.25)],
        [1, paper[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#air)"'),
    sun,
    ...layers,
  ].join('')
}
