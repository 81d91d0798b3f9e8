import type { Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import { curve, fill, ground, n, path, type Point, rect, spread, stroke, times } from '../svg.ts'
import { board } from './shared.ts'

/** Stress against strain, for one specimen after the other, as it is pressed. */
export const strain: Motif = (random: Random) => {
  const ramp = [blue[4], blue[2], green[2], loess[2], red[3]]
  const curves = times(11, (index) => {
    const top = 260 + index * 62
    const points = spread(0, 1, 40).map((x): Point => [
      560 + x * 920,
      1040 -
        top * (1 - Math.exp(-x * 7)) * (1 - 0.35 * Math.max(0, x - 0.35) * (1 + index / 9)) +
        random.between(-2, 2),
    ])
    return path(curve(points), stroke(along(ramp, index / 10), 6))
  })
  const layers = times(
    18,
    (index) =>
      `<ellipse cx="290" cy="${n(330 + index * 35)}" rx="${n(150 + 26 * Math.sin((index / 17) * Math.PI))}" ry="42" fill="${along([blue[1], loess[1], loess[3]], index / 17)}" stroke="${ink[2]}" stroke-opacity=".35" stroke-width="2"/>`,
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.15),
    path('M560 130V1040H1500', stroke(ink[2], 4)),
    ...curves,
    ...layers.toReversed(),
    rect(110, 200, 360, 74, `${fill(ink[2])} rx="10"`),
    rect(110, 1000, 360, 74, `${fill(ink[2])} rx="10"`),
    path('M290 60V170M250 130L290 180L330 130', stroke(red[3], 10)),
    path('M400 640l70 -90M180 760l-60 80', stroke(red[3], 4, 0.7)),
  ].join('')
}
