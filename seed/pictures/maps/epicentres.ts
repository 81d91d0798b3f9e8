import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import { contoursOf } from '../relief/shared.ts'
import { circle, curve, fill, path, type Point, spread, stroke, times } from '../svg.ts'

/** Epicentres over faults: size is magnitude, colour is depth. */
export const epicentres: Motif = (random, { key }) => {
  const relief = noiseOf(key, 4)
  const back = raster(
    [paper[0], paper[1], paper[2], paper[3]],
    (u, v) => 0.5 + 0.5 * relief(u * 4, v * 3),
    { across: 120, down: 90, steps: 14 },
  )
  const faults = times(5, (index) => {
    const [x, y] = [random.between(-200, 700), 170 + index * 220]
    return spread(0, 1, 14).map((t): Point => [
      x + t * random.between(1300, 1500),
      y + t * random.between(-160, 200) + 40 * relief(t * 4, index * 3),
    ])
  })
  const quakes = times(270, () => {
    const [x, y] = random.pick(random.pick(faults))
    const size = 5 + 62 * random.next() ** 7
    return {
      at: [x + random.bell() * 70, y + random.bell() * 46] as Point,
      size,
      deep: random.next() ** 1.6,
    }
  }).toSorted((one, other) => other.size - one.size)
  const dots = quakes.map(({ at: place, size, deep }) =>
    circle(
      place,
      size,
      `${fill(along([red[3], loess[2], green[3], blue[4]], deep), 0.72)} stroke="${paper[0]}" stroke-width="1.5"`,
    ),
  )
  return [
    back,
    path(
      contoursOf((u, v) => relief(u * 4, v * 3), { levels: spread(-0.6, 0.6, 9), across: 44 }),
      stroke(loess[4], 1.5, 0.25),
    ),
    ...faults.map((points) => path(curve(points), stroke(ink[3], 4, 0.75))),
    ...dots,
  ].join('')
}
