import type { Random } from '../../random.ts'
import { night } from '../palette.ts'
import {
  curve,
  fill,
  group,
  n,
  path,
  type Point,
  polar,
  rect,
  stroke,
  times,
  turned,
} from '../svg.ts'

/** The little bar of every micrograph. */
export const scaleBar = (colour = '#ffffff', x = 1300): string =>
  rect(x, 1120, 200, 10, fill(colour, 0.9)) +
  path(`M${x} 1104v42M${x + 200} 1104v42`, stroke(colour, 4, 0.9))

export const greys = ['#14191b', '#2d3536', '#5b615d', '#98968a', '#d6cfbd', '#f7f2e4']

export function grain(
  random: Random,
  [x, y]: Point,
  { size, near }: { size: number; near: number },
): string {
  const corners = random.whole(7, 11)
  const outline = times(corners, (index): Point =>
    polar([0, 0], size * random.between(0.78, 1.12), (index / corners) * Math.PI * 2),
  )
  const facets = outline
    .filter((_, index) => index % 2 === 0)
    .map(([u, v]) => `M${n(u * 0.12)} ${n(v * 0.1)}L${n(u * 0.86)} ${n(v * 0.86)}`)
  const pits = times(12, () => {
    const [u, v] = polar([0, 0], size * Math.sqrt(random.next()) * 0.8, random.between(0, 7))
    return `M${Math.round(u)} ${Math.round(v)}h0`
  })
  return group(
    turned([x, y], random.between(0, 360)),
    path(
      curve(
        outline.map(([u, v]): Point => [u + 14, v + 22]),
        true,
      ),
      fill(night[3], 0.5),
    ),
    path(curve(outline, true), 'fill="url(#body)"'),
    path(curve(outline, true), fill(night[3], (1 - near) * 0.55)),
    path(facets.join(''), stroke(night[3], 3, 0.14)),
    path(pits.join(''), stroke(night[3], size * 0.08, 0.25)),
  )
}
