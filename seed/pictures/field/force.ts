import type { Motif } from '../motif.ts'
import { along, blue, green, loess, night, red, violet } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  height,
  path,
  type Point,
  polar,
  radial,
  rect,
  stroke,
  times,
  width,
} from '../svg.ts'

/** Lines of force around what lies below. */
export const force: Motif = (random) => {
  const poles = times(5, (index) => ({
    at: [random.between(220, 1380), random.between(220, 980)] as Point,
    sign: index % 2 === 0 ? 1 : -1,
  }))
  const lines = poles.flatMap(({ at: [x, y], sign }, index) =>
    times(20, (spoke) => {
      let point: Point = polar([x, y], 26, (spoke / 20) * 6.283)
      const points: Point[] = [point]
      for (let step = 0; step < 46; step += 1) {
        const [u, v] = poles.reduce<Point>(
          ([a, b], pole) => {
            const [dx, dy] = [point[0] - pole.at[0], point[1] - pole.at[1]]
            const far = (dx * dx + dy * dy) ** 1.1 + 900
            return [a + (pole.sign * dx) / far, b + (pole.sign * dy) / far]
          },
          [0, 0],
        )
        const size = Math.hypot(u, v) || 1
        point = [point[0] + (sign * 26 * u) / size, point[1] + (sign * 26 * v) / size]
        points.push(point)
      }
      return path(
        curve(points.filter((_, step) => step % 3 === 0)),
        stroke(along([blue[2], green[2], loess[1], red[2], violet[2]], index / 4), 3, 0.75),
      )
    }),
  )
  return [
    defs(
      radial('deep', [
        [0, night[0]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#deep)"'),
    ...lines,
    ...poles.map(({ at, sign }) =>
      circle(
        at,
        24,
        `${fill(sign > 0 ? loess[1] : blue[2])} stroke="${night[3]}" stroke-width="6"`,
      ),
    ),
  ].join('')
}
