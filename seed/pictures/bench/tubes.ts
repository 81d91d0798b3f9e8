import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, night, paper, red, violet } from '../palette.ts'
import { circle, defs, fill, ground, type Point, radial, rect, stroke, times } from '../svg.ts'

/** Tubes in their racks from above, one colour for what each holds. */
export const tubes: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 2)
  const sets: Record<string, readonly string[]> = {
    blood: [red[2], red[3], loess[1], paper[2]],
    plant: [green[1], green[2], green[3], loess[1]],
    soil: [loess[1], loess[2], loess[3], loess[4]],
    ice: [blue[0], blue[1], blue[2], blue[3]],
    animal: [red[1], loess[2], violet[1], blue[2]],
  }
  const ramp = sets[variant] ?? sets['ice'] ?? blue
  const tint = radial(
    'tube',
    [
      [0, '#ffffff', 0.75],
      [0.45, '#ffffff', 0],
      [1, night[3], 0.45],
    ],
    'cx=".36" cy=".32" r=".75"',
  )
  const wells = times(14 * 10, (index) => {
    const [column, row] = [index % 14, Math.floor(index / 14)]
    const place: Point = [112 + column * 106, 122 + row * 106]
    const isThere = noise(column / 3 + 4, row / 3) > -0.34
    if (!isThere)
      return circle(place, 38, `${fill(night[3], 0.5)} stroke="${night[0]}" stroke-width="4"`)
    const colour = along(
      ramp,
      0.5 + 0.7 * noise(column / 4, row / 2 + 9) + random.between(-0.16, 0.16),
    )
    return (
      circle(place, 44, fill(colour)) +
      circle(place, 44, 'fill="url(#tube)"') +
      circle(place, 20, stroke(paper[0], 4, 0.5))
    )
  })
  return [
    defs(tint),
    ground(night[1]),
    ...[0, 1].map((rack) =>
      rect(
        48 + rack * 764,
        40,
        740,
        1120,
        `${fill(night[2])} stroke="${night[0]}" stroke-width="6" rx="30"`,
      ),
    ),
    ...wells,
  ].join('')
}
