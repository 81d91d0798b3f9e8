import type { Motif } from '../motif.ts'
import { along, green, loess, mix, night, paper } from '../palette.ts'
import {
  circle,
  curve,
  fill,
  ground,
  line,
  path,
  type Point,
  spread,
  stroke,
  times,
} from '../svg.ts'

const corner = (u: number, v: number): Point => [u + (v - 600) * 0.16, v - (u - 800) * 0.05]

/** Flight lines over fields: what a drone covers, pass by pass. */
export const flight: Motif = (random) => {
  const ramp = [loess[0], loess[1], green[1], green[2], green[3], green[4]]
  const fields: string[] = []
  for (let y = -60; y < 1260;) {
    const tall = random.between(80, 190)
    for (let x = -80; x < 1680;) {
      const wide = random.between(80, 300)
      const colour = along(ramp, random.next())
      const rows = times(Math.floor(tall / 13), (index) =>
        line([corner(x + 7, y + 8 + index * 13), corner(x + wide - 9, y + 8 + index * 13)]),
      )
      fields.push(
        path(
          line(
            [
              corner(x, y),
              corner(x + wide - 6, y),
              corner(x + wide - 6, y + tall - 6),
              corner(x, y + tall - 6),
            ],
            true,
          ),
          fill(colour),
        ),
        path(rows.join(''), stroke(mix(colour, green[5], 0.35), 3, 0.5)),
      )
      x += wide
    }
    y += tall
  }
  const passes = times(9, (index): Point[] =>
    index % 2 === 0
      ? [
          [130, 130 + index * 118],
          [1470, 130 + index * 118],
        ]
      : [
          [1470, 130 + index * 118],
          [130, 130 + index * 118],
        ],
  )
  const route = curve(passes.flat())
  const shots = passes.flatMap(([[, y] = [0, 0]]) =>
    spread(190, 1410, 12).map((x) => circle([x, y], 9, fill(paper[0]))),
  )
  return [
    ground(loess[4]),
    ...fields,
    path(route, stroke(night[3], 13, 0.3)),
    path(route, stroke(paper[0], 5)),
    ...shots,
  ].join('')
}
