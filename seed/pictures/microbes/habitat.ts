import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, loess, night, paper, type Ramp, violet } from '../palette.ts'
import { raster } from '../raster.ts'
import { circle, curve, path, type Point, polar, stroke, times } from '../svg.ts'

/** The place it was found in: a salt lake, a hot spring, ice, crust of the desert. */
export const habitat: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 4)
  const sets: Record<string, Ramp> = {
    salt: ['#ffffff', paper[2], '#e8b9b0', '#d97a72', blue[2]],
    spring: [blue[4], blue[2], green[2], '#e0b23c', '#c2602f'],
    ice: [blue[5], blue[3], blue[1], '#ffffff'],
    crust: [loess[4], loess[2], loess[1], green[4], night[1]],
    cave: [night[3], violet[5], violet[3], loess[2]],
  }
  const ramp = sets[variant] ?? sets['salt'] ?? blue
  const centre: Point = [random.between(0.4, 0.6), random.between(0.4, 0.6)]
  const picture = raster(
    ramp,
    (u, v) => {
      const radius = Math.hypot((u - centre[0]) * 1.33, v - centre[1])
      return (
        0.06 +
        radius * 1.15 +
        0.2 * noise(u * 5, v * 4) +
        0.03 * Math.sin(radius * 90 + 4 * noise(u * 9, v * 9))
      )
    },
    { across: 220, down: 165, steps: 30 },
  )
  const plates = times(64, (index) => {
    const [x, y] = [
      ((index % 8) + random.between(0.1, 0.9)) * 200,
      (Math.floor(index / 8) + random.between(0.1, 0.9)) * 150,
    ]
    return curve(
      times(6, (corner) =>
        polar([x, y], random.between(60, 105), corner * 1.047 + random.between(-0.2, 0.2)),
      ),
      true,
    )
  })
  return [
    picture,
    path(plates.join(''), stroke(at(['#ffffff', paper[0]], 0), 3, 0.42)),
    ...times(24, () =>
      circle(
        [random.between(0, 1600), random.between(0, 1200)],
        random.between(5, 18),
        stroke('#ffffff', 3, 0.5),
      ),
    ),
  ].join('')
}
