import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { blue, green, loess, night, red, violet } from '../palette.ts'
import { ground, line, n, path, polar, stroke, times } from '../svg.ts'

const arc = (radius: number, from: number, to: number) => {
  const [a, b] = [polar([800, 600], radius, from), polar([800, 600], radius, to)]
  return `M${n(a[0])} ${n(a[1])}A${radius} ${radius} 0 0 1 ${n(b[0])} ${n(b[1])}`
}

/** Chromosomes round a ring, their genes and what pairs with what. */
export const genome: Motif = (random) => {
  const count = random.whole(7, 9)
  const gap = 0.05
  const colours = [
    green[3],
    blue[3],
    loess[2],
    red[2],
    violet[2],
    green[2],
    blue[2],
    loess[3],
    red[3],
  ]
  const spans = times(
    count,
    (index) =>
      [(index / count) * 6.2832 - 1.5708, ((index + 1) / count) * 6.2832 - 1.5708 - gap] as const,
  )
  const outer = spans.map(
    ([from, to], index) =>
      `<path d="${arc(530, from, to)}" fill="none" stroke="${at(colours, index)}" stroke-width="46"/>`,
  )
  const bars = spans.map(([from, to], index) =>
    path(
      times(34, (bar) => {
        const angle = from + ((to - from) * (bar + 0.5)) / 34
        return line([
          polar([800, 600], 400, angle),
          polar([800, 600], 405 + 85 * random.next(), angle),
        ])
      }).join(''),
      stroke(at(colours, index), 6, 0.8),
    ),
  )
  const ribbons = times(64, () => {
    const [one, other] = [random.whole(0, count - 1), random.whole(0, count - 1)]
    const ends = [one, other].map((index) =>
      polar([800, 600], 385, random.between(...at(spans, index))),
    )
    const [[x, y] = [0, 0], [u, v] = [0, 0]] = ends
    return path(
      `M${n(x)} ${n(y)}Q800 600 ${n(u)} ${n(v)}`,
      stroke(at(colours, one), random.between(3, 15), 0.4),
    )
  })
  return [ground(night[2]), ...ribbons, ...bars, ...outer].join('')
}
