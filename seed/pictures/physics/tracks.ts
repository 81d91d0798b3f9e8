import type { Motif } from '../motif.ts'
import { along, blue, loess, night, paper, red } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  height,
  line,
  n,
  path,
  type Point,
  polar,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

/** Tracks of a shower of fragments in a chamber, curled by the field. */
export const tracks: Motif = (random) => {
  const vertex: Point = [random.between(420, 620), 600]
  const curls = times(34, () => {
    const angle = random.bell() * 0.8
    const bend = random.bell() * 0.004
    const long = random.between(300, 1200)
    const points = spread(0, long, 14).map((s): Point => [
      vertex[0] + s * Math.cos(angle + bend * s * 0.5),
      vertex[1] + s * Math.sin(angle + bend * s * 0.5),
    ])
    return path(
      curve(points),
      stroke(
        along([loess[1], red[2], blue[1]], random.next()),
        random.between(1.5, 6),
        random.between(0.5, 1),
      ),
    )
  })
  const spirals = times(6, () => {
    const centre: Point = [random.between(760, 1450), random.between(150, 1050)]
    const size = random.between(30, 110)
    return path(
      line(spread(0, 1, 60).map((share) => polar(centre, size * (1 - share * 0.92), share * 22))),
      stroke(blue[1], 2, 0.8),
    )
  })
  const planes = times(9, (index) =>
    path(`M${760 + index * 96} ${170 - index * 12}V${1030 + index * 12}`, stroke(blue[2], 3, 0.35)),
  )
  return [
    defs(
      gradient(
        'dark',
        [
          [0, night[2]],
          [1, '#05090b'],
        ],
        'x1="0" y1="0" x2="1" y2="1"',
      ),
    ),
    rect(0, 0, width, height, 'fill="url(#dark)"'),
    ...planes,
    path(`M0 600H${n(vertex[0])}`, stroke(paper[0], 8)),
    rect(vertex[0] - 10, 470, 20, 260, fill(loess[2])),
    ...curls,
    ...spirals,
    circle(vertex, 20, fill(paper[0])),
  ].join('')
}
