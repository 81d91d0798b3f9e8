import { at, type Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { green, ink, loess, mix, night, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { circle, defs, fill, line, path, type Point, polar, radial, times } from '../svg.ts'
import { scaleBar } from './shared.ts'

/** Pollen: spheres of spines, as palynologists know them. */
export const pollen: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const back = raster([night[3], ink[2], ink[1]], (u, v) => 0.3 + 0.3 * noise(u * 5, v * 4), {
    across: 160,
    down: 120,
    steps: 20,
  })
  const places: Point[] = [
    [480, 520],
    [1130, 420],
    [860, 930],
    [1440, 800],
    [180, 1010],
  ]
  const tints = [loess[2], green[2], paper[3], red[1], loess[1]]
  const bodies = places.map(([x, y], index) => {
    const size = [330, 260, 240, 190, 200][index] ?? 200
    const tint = at(tints, index + random.whole(0, 4))
    const id = `grain${index}`
    return [
      defs(
        radial(
          id,
          [
            [0, mix(tint, '#ffffff', 0.35)],
            [0.6, tint],
            [0.92, mix(tint, night[3], 0.55)],
            [1, mix(tint, night[3], 0.8)],
          ],
          'cx=".38" cy=".34" r=".72"',
        ),
      ),
      circle([x, y], size, `fill="url(#${id})"`),
      ...spines(random, { x, y, size, tint, tall: random.between(0.05, 0.14) }),
    ].join('')
  })
  return [back, ...bodies, scaleBar()].join('')
}

type Sphere = { x: number; y: number; size: number; tint: string; tall: number }

/** Points of a sphere by the golden angle; those at the rim stand out, those in the middle look at us. */
function spines(random: Random, { x, y, size, tint, tall }: Sphere): string[] {
  const turn = random.between(0, 6)
  const points = times(150, (index) => {
    const depth = 1 - index / 150
    const radius = Math.sqrt(1 - depth * depth)
    const angle = turn + index * 2.399963
    const foot = polar([x, y], size * radius, angle)
    const tip = polar([x, y], size * (radius + tall * (0.25 + radius)), angle)
    const wide = size * 0.05 * (1.1 - radius * 0.6)
    const [left, right] = [polar(foot, wide, angle + 1.57), polar(foot, wide, angle - 1.57)]
    return { d: line([left, tip, right], true), isAtRim: radius > 0.85 }
  })
  return [true, false].map((isAtRim) =>
    path(
      points
        .filter((point) => point.isAtRim === isAtRim)
        .map(({ d }) => d)
        .join(''),
      fill(mix(tint, isAtRim ? night[3] : '#ffffff', isAtRim ? 0.4 : 0.35), 0.9),
    ),
  )
}
