import type { Motif } from '../motif.ts'
import { blue, green, loess, night, paper } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  group,
  height,
  path,
  type Point,
  radial,
  rect,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'

/** Two beams met on a table: mirrors, and the fringes they make. */
export const fringes: Motif = (random, { variant }) => {
  const [one, other]: [Point, Point] = [
    [random.between(380, 540), 480],
    [random.between(1040, 1200), random.between(620, 760)],
  ]
  const colour = variant === 'green' ? green : random.pick([green, blue])
  const waves = [one, other].map((centre) =>
    times(30, (index) =>
      circle(centre, 20 + index * 36, stroke(colour[1], 13, 0.34 - index * 0.007)),
    ).join(''),
  )
  const mirrors = [
    [210, 1010, 45],
    [1390, 190, 45],
    [1390, 1010, -45],
    [210, 190, -45],
  ].map(([x = 0, y = 0, turn = 0]) =>
    group(
      turned([x, y], turn),
      rect(-95, -14, 190, 28, `${fill(paper[1])} rx="8"`),
      rect(-95, 14, 190, 10, fill(loess[3])),
    ),
  )
  return [
    defs(
      radial('table', [
        [0, colour[4]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#table)"'),
    ...waves,
    path('M210 1010V190H1390V1010ZM210 190L800 600L1390 1010', stroke(colour[0], 7, 0.9)),
    ...mirrors,
    group(
      turned([800, 600], 45),
      rect(-80, -80, 160, 160, `${fill(colour[0], 0.35)} stroke="${paper[0]}" stroke-width="5"`),
    ),
  ].join('')
}
