import type { Motif } from '../motif.ts'
import { blue, night, paper } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  height,
  path,
  type Point,
  polar,
  radial,
  rect,
  stroke,
  times,
  width,
} from '../svg.ts'
import { scaleBar } from './shared.ts'

/** Columns of atoms, a grain boundary through them, and their transform in the corner. */
export const lattice: Motif = (random) => {
  const angle = random.between(0.1, 0.5)
  const step = random.between(34, 42)
  const atoms = [angle, angle + random.between(0.35, 0.6)].flatMap((turn, side) => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return times(64 * 50, (index): Point => {
      const [u, v] = [
        ((index % 64) - 32) * step + (Math.floor(index / 64) % 2) * step * 0.5,
        (Math.floor(index / 64) - 25) * step * 0.866,
      ]
      return [800 + u * cos - v * sin, 600 + u * sin + v * cos]
    }).filter(
      ([x, y]) =>
        x > -20 &&
        x < 1620 &&
        y > -20 &&
        y < 1220 &&
        Math.sign(x - 820 - Math.sin(y / 190) * 90) === (side === 0 ? -1 : 1),
    )
  })
  const dots = atoms.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('')
  const rings = times(6, (spoke) =>
    [110, 190, 220]
      .map((r, ring) =>
        circle(
          polar(
            [1340, 260],
            r * (ring === 1 ? 0.6 : 1),
            angle + (spoke * Math.PI) / 3 + ring * 0.52,
          ),
          ring === 0 ? 9 : 5,
          fill(paper[0], 0.9),
        ),
      )
      .join(''),
  )
  return [
    defs(
      radial(
        'glow',
        [
          [0, blue[4]],
          [1, night[3]],
        ],
        'cx=".35" cy=".4" r=".9"',
      ),
    ),
    rect(0, 0, width, height, 'fill="url(#glow)"'),
    path(dots, stroke(blue[2], 25, 0.28)),
    path(dots, stroke(paper[0], 13, 0.85)),
    circle([1340, 260], 215, `${fill(night[3], 0.88)} stroke="${paper[2]}" stroke-width="3"`),
    ...rings,
    circle([1340, 260], 16, fill(paper[0])),
    scaleBar(),
  ].join('')
}
