import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, ink, mix, red, violet } from '../palette.ts'
import {
  curve,
  fill,
  ground,
  group,
  path,
  type Point,
  polar,
  rect,
  spread,
  stroke,
  times,
  turned,
} from '../svg.ts'

/** A section under the microscope, in the pink and violet of the pathologist. */
export const histology: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const glands = times(13, () => ({
    at: [random.between(0, 1600), random.between(0, 1200)] as Point,
    size: random.between(90, 190),
  }))
  const rings = glands.map(({ at: centre, size }) => {
    const shape = (scale: number) =>
      curve(
        times(14, (index) =>
          polar(centre, size * scale * (0.85 + 0.3 * noise(index, size)), index * 0.4488),
        ),
        true,
      )
    const nuclei = times(30, (index) =>
      group(
        turned(
          polar(centre, size * 0.92 * (0.9 + 0.2 * random.next()), index * 0.2094),
          index * 12,
        ),
        `<ellipse rx="15" ry="9" fill="${along([violet[3], violet[4], violet[5]], random.next())}"/>`,
      ),
    )
    return [
      path(shape(1.18), fill(mix(violet[1], red[0], 0.4))),
      path(shape(0.62), fill('#fbf3f0')),
      ...nuclei,
    ].join('')
  })
  const fibres = times(30, (index) =>
    path(
      curve(
        spread(-20, 1620, 14).map((x): Point => [
          Math.round(x),
          Math.round(index * 42 + 50 * noise(x / 260, index / 3)),
        ]),
      ),
      stroke(mix(red[1], '#e9a9b4', 0.6), random.between(4, 13), 0.45),
    ),
  )
  return [
    ground('#f4d9da'),
    ...fibres,
    ...rings,
    rect(1268, 1088, 264, 74, `${fill('#fbf3f0', 0.86)} rx="14"`),
    rect(1300, 1120, 200, 10, fill(ink[3], 0.8)),
  ].join('')
}
