import type { Motif } from '../motif.ts'
import { along, loess, paper, red, violet } from '../palette.ts'
import {
  curve,
  defs,
  gradient,
  height,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

/** What a scanner sees while it turns: every speck a wave. */
export const sinogram: Motif = (random) => {
  const specks = times(60, () => ({
    far: random.next() ** 0.6,
    phase: random.between(0, 6.3),
    light: random.between(0.2, 1),
  }))
  const ramp = [violet[4], red[3], loess[2], paper[0]]
  const waves = specks.map(({ far, phase, light }) => {
    const points = spread(0, Math.PI * 2, 34).map((turn): Point => [
      (turn / (Math.PI * 2)) * width,
      600 + 500 * far * Math.sin(turn + phase),
    ])
    return path(curve(points), stroke(along(ramp, light), 5 + light * 22, 0.2 + light * 0.34))
  })
  return [
    defs(
      gradient('dark', [
        [0, '#120b1a'],
        [0.5, violet[5]],
        [1, '#120b1a'],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#dark)"'),
    ...waves,
  ].join('')
}
