import type { Motif } from '../motif.ts'
import { blue, loess, mix, night, paper } from '../palette.ts'
import { ground, n, path, type Point, polar, stroke, times } from '../svg.ts'

/** How waters come together: every brook, as wide as what it gathers. */
export const drainage: Motif = (random, { variant }) => {
  const parts: { d: string; order: number }[] = []
  const grow = (from: Point, angle: number, order: number): void => {
    if (order < 1) return
    const long = random.between(46, 84) + order * 17
    const bend = polar(from, long * 0.5, angle + random.bell() * 0.35)
    const to = polar(from, long, angle)
    parts.push({
      d: `M${n(from[0])} ${n(from[1])}Q${n(bend[0])} ${n(bend[1])} ${n(to[0])} ${n(to[1])}`,
      order,
    })
    grow(to, angle + random.bell() * 0.32, order - (random.is(0.45) ? 1 : 0.5))
    if (random.is(0.82))
      grow(to, angle + random.pick([-1, 1]) * random.between(0.5, 1.05), order - 1)
  }
  for (const [index, x] of [250, 640, 1010, 1390].entries())
    grow(
      [x, index % 2 === 0 ? 1230 : -30],
      index % 2 === 0 ? -1.4 + random.bell() * 0.2 : 1.5 + random.bell() * 0.2,
      6.5,
    )
  const [back, from, to] =
    variant === 'night' ? [night[2], blue[1], loess[1]] : [paper[1], blue[5], blue[2]]
  const byOrder = times(14, (index) => {
    const same = parts.filter(({ order }) => Math.round(order * 2) === index)
    return same.length === 0
      ? ''
      : path(same.map(({ d }) => d).join(''), stroke(mix(to, from, index / 13), 1.4 + index * 1.15))
  })
  return [ground(back), ...byOrder].join('')
}
