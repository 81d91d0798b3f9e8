import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import {
  circle,
  fill,
  ground,
  group,
  line,
  n,
  path,
  type Point,
  polar,
  rect,
  spread,
  stroke,
  times,
  turned,
} from '../svg.ts'
import { board } from './shared.ts'

/** A cyclotron from above: four sectors, the turns of the beam between them. */
export const cyclotron: Motif = (random) => {
  const centre: Point = [760, 610]
  const turn = random.between(0, 1)
  const sectors = times(4, (index) => {
    const [from, to] = [turn + (index * Math.PI) / 2, turn + (index * Math.PI) / 2 + 0.92]
    const edge = spread(from, to, 20)
    const points = [
      ...edge.map((angle) => polar(centre, 520, angle)),
      ...edge.toReversed().map((angle) => polar(centre, 90, angle + 0.35)),
    ]
    return path(
      line(points, true),
      `${fill(along([blue[3], green[3]], index / 3), 0.9)} stroke="${paper[1]}" stroke-width="4"`,
    )
  })
  const beam = line(
    spread(0, 1, 900).map((share) =>
      polar(centre, 55 + 480 * Math.sqrt(share), turn + share * 120),
    ),
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.18),
    circle(centre, 570, `${fill(paper[0])} stroke="${ink[2]}" stroke-width="10"`),
    ...sectors,
    path(beam, stroke(red[3], 2, 0.9)),
    path(`M${n(centre[0] + 535)} 560C1400 420 1480 250 1640 180`, stroke(red[3], 8)),
    circle(centre, 54, `${fill(loess[2])} stroke="${ink[2]}" stroke-width="6"`),
    ...times(7, (index) =>
      group(
        turned([1270 + index * 44, 440 - index * 42 + index * index * 2], -48),
        rect(-10, -46, 20, 92, `${fill(loess[3])} rx="5"`),
      ),
    ),
  ].join('')
}
