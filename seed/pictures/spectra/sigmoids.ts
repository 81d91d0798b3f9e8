import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import {
  circle,
  curve,
  fill,
  ground,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
} from '../svg.ts'
import { ruler } from './shared.ts'

/** Curves that rise one after the other, as copies double: PCR, growth, dose and answer. */
export const sigmoids: Motif = (random) => {
  const ramp = [blue[4], green[3], loess[2], red[3]]
  const curves = times(34, (index) => {
    const middle = 0.28 + (index / 34) * 0.5 + random.bell() * 0.015
    const top = random.between(620, 820)
    const points = spread(0, 1, 40).map((x): Point => [
      110 + x * 1380,
      1040 - top / (1 + Math.exp(-(x - middle) * 26)) - random.between(0, 3),
    ])
    return path(curve(points), stroke(along(ramp, index / 33), 5, 0.85))
  })
  const wells = times(96, (index) => {
    const [x, y] = [200 + (index % 12) * 46, 150 + Math.floor(index / 12) * 46]
    return circle([x, y], 17, fill(along(ramp, random.next()), random.between(0.35, 1)))
  })
  return [
    ground(paper[1]),
    path(
      spread(220, 1040, 8)
        .map((y) => `M110 ${n(y)}H1490`)
        .join(''),
      stroke(ink[0], 1.5, 0.35),
    ),
    ...curves,
    rect(165, 115, 576, 392, `${fill(paper[0], 0.94)} rx="24"`),
    ...wells,
    path('M110 640H1490', `${stroke(ink[2], 3, 0.7)} stroke-dasharray="4 14"`),
    path('M110 1040H1490', stroke(ink[2], 4)),
    ruler(1040, ink[2]),
  ].join('')
}
