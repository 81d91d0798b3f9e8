import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  gradient,
  height,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

/** A glasshouse from the end, rows of beds to the far wall. */
export const greenhouse: Motif = (random) => {
  const far: Point = [800, 520]
  const ribs = times(9, (index) => {
    const scale = 1 - index * 0.1
    return `M${n(far[0] - 760 * scale)} ${n(far[1] + 560 * scale)}V${n(far[1] - 60 * scale)}Q${far[0]} ${n(far[1] - 760 * scale)} ${n(far[0] + 760 * scale)} ${n(far[1] - 60 * scale)}V${n(far[1] + 560 * scale)}`
  })
  const beds = times(6, (bed) => {
    const x = -1.15 + bed * 0.46
    return times(15, (step) => {
      const scale = 0.14 + (step / 14) ** 1.7
      const size = 92 * scale
      const place: Point = [far[0] + x * 760 * scale, far[1] + 90 + 560 * scale]
      return times(5, (leaf) =>
        circle(
          [
            place[0] + random.bell() * size * 0.7,
            place[1] - size * 0.5 + random.bell() * size * 0.3,
          ],
          size * random.between(0.3, 0.5),
          fill(
            along(
              [green[4], green[3], green[2], green[1]],
              random.next() * 0.7 + (leaf === 4 ? 0.3 : 0),
            ),
          ),
        ),
      ).join('')
    })
  })
  const rows = times(15, (step) => beds.map((bed) => bed[step] ?? '').join(''))
  return [
    defs(
      gradient('glass', [
        [0, blue[1]],
        [0.55, paper[0]],
        [1, loess[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#glass)"'),
    path(
      spread(-0.95, 0.95, 9)
        .map((u) => `M${n(far[0] + u * 150)} ${far[1] - 90}L${n(far[0] + u * 1500)} -60`)
        .join(''),
      stroke(paper[0], 5, 0.8),
    ),
    path(ribs.join(''), stroke(ink[1], 7, 0.6)),
    ...rows,
  ].join('')
}
