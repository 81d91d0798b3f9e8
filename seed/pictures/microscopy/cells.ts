import type { Motif } from '../motif.ts'
import { blue, green, loess, mix, night, red, violet } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  ground,
  group,
  n,
  path,
  type Point,
  polar,
  radial,
  spread,
  stroke,
  times,
  turned,
} from '../svg.ts'
import { scaleBar } from './shared.ts'

/** Cells in three dyes: nuclei, the threads between them, and what was sought. */
export const cells: Motif = (random) => {
  const dyes = random.pick([
    [green[2], blue[2], red[1]],
    [loess[1], violet[2], green[1]],
    [blue[1], red[2], loess[1]],
  ] as const)
  const centres = times(26, (index): Point => [
    (index % 6) * 290 + random.between(-60, 190),
    Math.floor(index / 6) * 270 + random.between(-60, 190),
  ])
  const threads = centres.flatMap((centre) =>
    times(16, () => {
      const angle = random.between(0, 6.3)
      const bend = random.between(-0.9, 0.9)
      return curve(
        spread(20, random.between(140, 300), 4).map((r) =>
          polar(centre, r, angle + bend * (r / 200)),
        ),
      )
    }),
  )
  const meshes = times(4, (weight) =>
    path(
      threads.filter((_, index) => index % 4 === weight).join(''),
      stroke(dyes[0], 1.5 + weight, 0.75 - weight * 0.13),
    ),
  )
  const nuclei = centres.map(([x, y]) => {
    const [wide, turn] = [random.between(44, 74), random.between(0, 180)]
    const spots = times(7, () =>
      circle(
        [random.between(-26, 26), random.between(-20, 20)],
        random.between(3, 9),
        fill(dyes[2], 0.9),
      ),
    )
    return group(
      turned([x, y], turn),
      `<ellipse rx="${n(wide)}" ry="${n(wide * 0.72)}" fill="url(#nucleus)"/>`,
      ...spots,
    )
  })
  const nucleus = radial('nucleus', [
    [0, mix(dyes[1], '#ffffff', 0.35)],
    [0.6, dyes[1]],
    [1, mix(dyes[1], night[3], 0.55)],
  ])
  return [defs(nucleus), ground('#070d10'), ...meshes, ...nuclei, scaleBar()].join('')
}
