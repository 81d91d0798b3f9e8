import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, loess, paper } from '../palette.ts'
import { curve, line, n, path, type Point, polar, stroke, times } from '../svg.ts'

/** Rings of a tree, wide in wet years. */
export const treeRings: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const centre: Point = [random.between(560, 760), random.between(520, 720)]
  let radius = 1250
  const rings: string[] = []
  while (radius > 14) {
    const outline = times(40, (index) => {
      const angle = (index / 40) * Math.PI * 2
      return polar(
        centre,
        radius *
          (1 + 0.06 * noise(Math.cos(angle) * 1.4 + 5, Math.sin(angle) * 1.4 + radius / 900)),
        angle,
      )
    })
    rings.push(
      path(
        curve(
          outline.map(([x, y]): Point => [Math.round(x), Math.round(y)]),
          true,
        ),
        `fill="${along([loess[4], loess[2], loess[1], loess[2]], ((radius / 640) % 1) * 0.8 + 0.1)}" stroke="${loess[5]}" stroke-opacity=".55" stroke-width="${n(random.between(2, 6))}"`,
      ),
    )
    radius -= random.between(20, 46) * (0.7 + 0.5 * noise(radius / 120, 1))
  }
  const rays = times(60, (index) =>
    line([polar(centre, 40, index * 0.1047), polar(centre, 1100, index * 0.1047 + 0.02)]),
  )
  return [
    ...rings,
    path(rays.join(''), stroke(paper[1], 2, 0.1)),
    path(`M${n(centre[0])} ${n(centre[1])}L1600 ${n(centre[1] - 120)}`, stroke(paper[0], 10, 0.65)),
  ].join('')
}
