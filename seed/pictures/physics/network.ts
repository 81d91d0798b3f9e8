import type { Motif } from '../motif.ts'
import { blue, green, loess, night } from '../palette.ts'
import {
  defs,
  fill,
  gradient,
  height,
  n,
  path,
  type Point,
  rect,
  stroke,
  times,
  width,
} from '../svg.ts'

/** A machine of many minds: racks, and what they say to one another. */
export const network: Motif = (random) => {
  const nodes = times(84, (index): Point => [
    150 + (index % 14) * 100,
    240 + Math.floor(index / 14) * 145,
  ])
  const links = times(120, () => [random.pick(nodes), random.pick(nodes)] as const)
  const arcs = links.map(([[x, y], [u, v]]) =>
    path(
      `M${n(x)} ${n(y)}Q${n((x + u) / 2)} ${n((y + v) / 2 - 170)} ${n(u)} ${n(v)}`,
      stroke(random.pick([blue[2], green[2], loess[2]]), 2, 0.4),
    ),
  )
  const racks = nodes.map(
    ([x, y]) =>
      rect(
        x - 30,
        y - 44,
        60,
        88,
        `${fill(night[0])} stroke="${blue[3]}" stroke-width="3" rx="7"`,
      ) +
      path(
        times(5, (index) => `M${n(x - 17)} ${n(y - 28 + index * 14)}h${random.whole(8, 34)}`).join(
          '',
        ),
        stroke(random.pick([green[1], blue[1], loess[1]]), 4),
      ),
  )
  return [
    defs(
      gradient('hall', [
        [0, night[3]],
        [1, night[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#hall)"'),
    ...arcs,
    ...racks,
  ].join('')
}
