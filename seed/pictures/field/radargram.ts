import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { ink, loess, paper } from '../palette.ts'
import {
  curve,
  defs,
  gradient,
  height,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

/** Echoes under the ground: layers, and the bows that single stones make. */
export const radargram: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const layers = times(8, (index) => 110 + index * 130 + random.between(-30, 30))
  const lines = layers.flatMap((base, layer) =>
    times(5, (ring) =>
      path(
        curve(
          spread(0, width, 26).map((x): Point => [
            x,
            base + ring * 13 + 58 * noise(x / 380, layer * 3),
          ]),
        ),
        stroke(ring % 2 === 0 ? ink[3] : loess[3], 5 - ring * 0.7, 0.65 - ring * 0.09),
      ),
    ),
  )
  const bows = times(11, () => {
    const [x, y] = [random.between(100, 1500), random.between(220, 950)]
    return times(4, (ring) =>
      path(
        curve(
          spread(-1, 1, 14).map((u): Point => [
            x + u * 170,
            y + ring * 15 + 150 * (Math.sqrt(1 + (u * 1.6) ** 2) - 1),
          ]),
        ),
        stroke(ring % 2 === 0 ? ink[3] : paper[0], 5, 0.62 - ring * 0.11),
      ),
    ).join('')
  })
  return [
    defs(
      gradient('earth', [
        [0, paper[2]],
        [0.5, loess[1]],
        [1, loess[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#earth)"'),
    ...lines,
    ...bows,
  ].join('')
}
