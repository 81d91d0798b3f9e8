import type { Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { ink, loess, mix, paper, type Ramp } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  height,
  n,
  path,
  type Point,
  polar,
  radial,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'
import { lens, growth } from './lens.ts'

const pigments: Readonly<Record<string, Ramp>> = {
  pink: ['#f3c6c0', '#d97a72', '#a8433f'],
  red: ['#e8937a', '#c2482f', '#7e2a20'],
  yellow: ['#f6e39a', '#e0b23c', '#a8781f'],
  orange: ['#f4c68a', '#dd8334', '#9c4f1c'],
  white: ['#ffffff', '#efe9da', '#c9bfa6'],
  green: ['#c6dcb0', '#6f9f5c', '#2f5b3a'],
  blue: ['#c9e2ea', '#5f9db5', '#245a74'],
  violet: ['#dccbe6', '#9470b0', '#543a70'],
  black: ['#8b8f88', '#3f4644', '#171d1d'],
}

/** A plate with its colonies, and one field of the microscope beside it. */
export const dish: Motif = (random, { key, variant }) => {
  const [tint = 'white', shape = 'rods'] = variant.split('.')
  const ramp = pigments[tint] ?? pigments['white'] ?? paper
  const agar = random.pick(['#efe2bd', '#e9d2b0', '#dfe3cf', '#eadbd2'])
  const isMirrored = random.is(0.4)
  const [dishAt, lensAt]: [Point, Point] = isMirrored
    ? [
        [1010, 600],
        [300, 330],
      ]
    : [
        [590, 600],
        [1300, 330],
      ]
  return [
    defs(
      gradient('bench', [
        [0, mix(agar, '#ffffff', 0.55)],
        [1, mix(agar, ink[1], 0.16)],
      ]),
      radial('agar', [
        [0, mix(agar, '#ffffff', 0.35)],
        [0.86, agar],
        [1, mix(agar, ink[2], 0.3)],
      ]),
      radial(
        'colony',
        [
          [0, ramp[0] ?? '#ffffff'],
          [0.55, ramp[1] ?? '#efe9da'],
          [0.9, ramp[1] ?? '#efe9da'],
          [1, ramp[2] ?? '#c9bfa6'],
        ],
        'cx=".4" cy=".36" r=".7"',
      ),
    ),
    rect(0, 0, width, height, 'fill="url(#bench)"'),
    `<ellipse cx="${n(dishAt[0] + 20)}" cy="${n(dishAt[1] + 40)}" rx="545" ry="535" ${fill(ink[3], 0.16)}/>`,
    circle(dishAt, 535, `${fill('#ffffff', 0.55)} stroke="#ffffff" stroke-width="6"`),
    circle(dishAt, 505, 'fill="url(#agar)"'),
    colonies(random, dishAt, { key, ramp }),
    path(
      `M${n(dishAt[0] - 400)} ${n(dishAt[1] - 300)}A500 500 0 0 1 ${n(dishAt[0] - 60)} ${n(dishAt[1] - 496)}`,
      stroke('#ffffff', 16, 0.55),
    ),
    lens(random, lensAt, { shape, ramp }),
    growth(random, [lensAt[0], 860], ramp),
  ].join('')
}

/** Streaks that thin out, from a lawn to single colonies. */
function colonies(
  random: Random,
  [x, y]: Point,
  { key, ramp }: { key: string; ramp: Ramp },
): string {
  const noise = noiseOf(key, 3)
  const turn = random.between(0, 6)
  const lawn = times(9, (index) =>
    path(
      curve(
        spread(-1, 1, 14).map((t): Point => {
          const [u, v] = [t * (310 - index * 14), -400 + index * 27 + 26 * noise(t * 3, index * 2)]
          return [
            x + u * Math.cos(turn) - v * Math.sin(turn),
            y + u * Math.sin(turn) + v * Math.cos(turn),
          ]
        }),
      ),
      stroke(mix(ramp[1] ?? paper[2], ramp[2] ?? loess[2], index / 16), 11 - index * 0.7, 0.9),
    ),
  )
  const dots = times(120, (index) => {
    const place = polar([0, 0], 440 * Math.sqrt(random.next()), random.between(0, 6.283))
    const size = 6 + 40 * (index / 120) ** 2.4 * random.between(0.6, 1.2)
    const [u, v] = [
      place[0] * Math.cos(-turn) - place[1] * Math.sin(-turn),
      place[0] * Math.sin(-turn) + place[1] * Math.cos(-turn),
    ]
    if (v < -130 || Math.hypot(u, v) + size > 480) return ''
    const edge =
      size > 26
        ? path(
            curve(
              times(14, (corner) =>
                polar(
                  [x + place[0], y + place[1]],
                  size * (1 + 0.1 * Math.sin(corner * 2.7 + index)),
                  corner * 0.4488,
                ),
              ),
              true,
            ),
            'fill="url(#colony)"',
          )
        : circle([x + place[0], y + place[1]], size, 'fill="url(#colony)"')
    return (
      edge +
      (size > 15
        ? circle(
            [x + place[0] - size * 0.3, y + place[1] - size * 0.32],
            size * 0.16,
            fill('#ffffff', 0.7),
          )
        : '')
    )
  })
  return lawn.join('') + dots.join('')
}
