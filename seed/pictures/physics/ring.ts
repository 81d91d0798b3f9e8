import type { Motif } from '../motif.ts'
import { blue, green, loess, night, paper, violet } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  group,
  height,
  line,
  path,
  type Point,
  polar,
  radial,
  rect,
  spread,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'
import { board } from './shared.ts'

/** A ring for heavy ions: dipoles in the bends, quadrupoles between, the beam inside, lines in and out. */
export const ring: Motif = (random, { variant }) => {
  const corners = variant === 'booster' ? 8 : random.pick([6, 8, 12])
  const [across, down] = [620, 410]
  const centre: Point = [800, 600]
  const onRing = (turn: number, scale = 1): Point => [
    centre[0] + across * scale * Math.sign(Math.cos(turn)) * Math.abs(Math.cos(turn)) ** 0.72,
    centre[1] + down * scale * Math.sign(Math.sin(turn)) * Math.abs(Math.sin(turn)) ** 0.72,
  ]
  const loop = curve(
    times(120, (index) => onRing((index / 120) * Math.PI * 2)),
    true,
  )
  const magnets = times(corners * 4, (index) => {
    const turn = ((index + 0.5) / (corners * 4)) * Math.PI * 2
    const [before, after] = [onRing(turn - 0.02), onRing(turn + 0.02)]
    const angle = (Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI
    const isDipole = index % 2 === 0
    const colour = isDipole ? [blue[3], green[3]][index % 4 === 0 ? 0 : 1] : loess[2]
    const [long, wide] = isDipole ? [92, 62] : [20, 78]
    return group(
      turned(onRing(turn), angle),
      rect(-long / 2, -wide / 2, long, wide, `${fill(colour ?? blue[3])} rx="8"`),
      rect(-long / 2, -7, long, 14, fill(night[3], 0.55)),
    )
  })
  const bunches = times(26, (index) =>
    circle(onRing((index / 26) * Math.PI * 2 + random.between(0, 0.05)), 9, fill(paper[0])),
  )
  const small = curve(
    times(80, (index) => onRing((index / 80) * Math.PI * 2, 0.52)),
    true,
  )
  const inner =
    variant === 'booster'
      ? [circle(centre, 165, stroke(loess[2], 5)), spiral(centre, 150)]
      : [path(small, stroke(violet[2], 5, 0.9)), spiral(centre, 90)]
  return [
    defs(
      radial('hall', [
        [0, night[0]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#hall)"'),
    board(blue[2], 0.12),
    path(
      `M0 1130C300 1130 420 1040 560 1000M1040 206C1200 150 1330 60 1600 40M1420 640C1500 690 1530 760 1600 800M800 600L620 330`,
      stroke(loess[1], 5, 0.8),
    ),
    path(loop, stroke(night[3], 56)),
    path(loop, stroke(blue[2], 4)),
    ...inner,
    ...magnets,
    ...bunches,
  ].join('')
}

const spiral = (centre: Point, size: number): string =>
  path(
    line(spread(0, 1, 150).map((share) => polar(centre, size * Math.sqrt(share), share * 44))),
    stroke(loess[1], 2.5, 0.95),
  )
