import type { Motif } from '../motif.ts'
import { along, blue, green, loess, paper } from '../palette.ts'
import {
  curve,
  defs,
  fill,
  gradient,
  height,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

const dune = (x: number) => 900 - 300 * Math.exp(-(((x - 760) / (x < 760 ? 370 : 170)) ** 2))

/** Sand over a dune in the wind tunnel: how the air bends, where grains leap. */
export const wind: Motif = (random) => {
  const streams = times(24, (index) => {
    const base = 80 + index * 34
    const points = spread(-20, 1620, 44).map((x): Point => [
      x,
      base -
        (900 - dune(x)) * (index / 24) ** 2.2 * 0.96 +
        (x > 800 ? Math.sin((x - 800) / 70 + index) * (index > 17 ? 9 : 1.5) : 0),
    ])
    return path(curve(points), stroke(along([blue[3], green[3], loess[2]], index / 23), 4, 0.75))
  })
  const leaps = times(90, () => {
    const x = random.between(0, 1250)
    const [long, tall] = [random.between(40, 170), random.between(16, 90)]
    return `M${n(x)} ${n(dune(x))}Q${n(x + long * 0.45)} ${n(dune(x) - tall * 2)} ${n(x + long)} ${n(dune(x + long))}`
  })
  const body = spread(-20, 1620, 80).map((x): Point => [x, dune(x)])
  const bed = times(26, (index) =>
    path(
      curve(spread(-20, 1620, 24).map((x): Point => [x, dune(x) + 10 + index * 13])),
      stroke(loess[4], 2, 0.32),
    ),
  )
  return [
    defs(
      gradient('air', [
        [0, paper[0]],
        [1, paper[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#air)"'),
    ...streams,
    path(leaps.join(''), stroke(loess[4], 2.5, 0.6)),
    path(`${line(body)}V1220H-20Z`, fill(loess[1])),
    ...bed,
  ].join('')
}
