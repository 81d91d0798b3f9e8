import type { Random } from '../../random.ts'
import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf, ridgesOf } from '../noise.ts'
import { blue, green, ink, loess, mix, paper, red } from '../palette.ts'
import { raster } from '../raster.ts'
import {
  circle,
  curve,
  fill,
  group,
  path,
  type Point,
  polar,
  rect,
  spread,
  stroke,
  times,
} from '../svg.ts'

/** Old paint on old plaster, as the camera reads it band by band. */
export const mural: Motif = (random, { key }) => {
  const [noise, cracks] = [noiseOf(key, 4), ridgesOf(`${key}/cracks`, 3)]
  const plaster = raster(
    [loess[4], loess[2], loess[1], paper[2], paper[1]],
    (u, v) =>
      0.62 + 0.25 * noise(u * 6, v * 5) - 0.34 * Math.max(0, cracks(u * 3.1, v * 2.4) - 0.94) * 16,
    { across: 210, down: 157, steps: 22 },
  )
  const clouds = times(11, (index) => cloud(random, index))
  const lotus = times(16, (index) =>
    group(
      `transform="translate(800 600) rotate(${index * 22.5})"`,
      path(
        'M0 -60C-46 -130 -40 -210 0 -262C40 -210 46 -130 0 -60Z',
        `${fill(at(pigments, index)[0], 0.85)} stroke="${paper[0]}" stroke-width="7"`,
      ),
    ),
  )
  const lost = times(26, () => {
    const [x, y, size] = [random.between(0, 1600), random.between(0, 1200), random.between(14, 66)]
    return path(
      curve(
        times(7, (index) => polar([x, y], size * random.between(0.5, 1.2), index * 0.9)),
        true,
      ),
      fill(paper[1], 0.78),
    )
  })
  return [
    plaster,
    ...clouds,
    circle([800, 600], 300, stroke(red[3], 16, 0.8)),
    ...lotus,
    circle([800, 600], 66, fill(loess[2])),
    ...lost,
    ...times(6, (index) =>
      rect(
        70 + index * 62,
        1090,
        56,
        56,
        fill(at([...pigments.map(([deep]) => deep), ink[3]], index)),
      ),
    ),
  ].join('')
}

const pigments = [
  ['#2f6f8f', blue[2]],
  ['#3f7f68', green[2]],
  ['#a8452f', red[1]],
  ['#7a2f28', red[2]],
  ['#c08a2e', loess[1]],
] as const

/** A ribbon of cloud, as the painters let it trail. */
function cloud(random: Random, index: number): string {
  const [x, y] = [random.between(-120, 1300), 90 + (index % 6) * 190 + random.between(-40, 40)]
  const [deep, light] = random.pick(pigments)
  const rise = random.between(-130, 130)
  return times(7, (thread) =>
    path(
      curve(
        spread(0, 1, 12).map((t): Point => [
          x + t * 520,
          y + rise * t + thread * 17 * (1.15 - t) + Math.sin(t * 5.5 + index) * 66 * (1 - t * 0.55),
        ]),
      ),
      stroke(mix(deep, light, thread / 6), 13, 0.8),
    ),
  ).join('')
}
