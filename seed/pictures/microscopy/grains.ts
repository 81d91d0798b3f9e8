import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, loess, night, paper } from '../palette.ts'
import { raster } from '../raster.ts'
import { defs, fill, height, radial, rect, times, width } from '../svg.ts'
import { scaleBar, greys, grain } from './shared.ts'

/** Grains lit by electrons: bright at their edges, dark below, near ones over far ones. */
export const grains: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 4)
  const tint = variant === 'warm' ? [night[3], loess[5], loess[4], loess[2], paper[1]] : greys
  const back = raster(tint, (u, v) => 0.16 + 0.16 * noise(u * 7, v * 6), {
    across: 150,
    down: 112,
    steps: 20,
  })
  const bodies = times(40, (index) => {
    const near = index / 40
    const size = 50 + near * random.between(60, 190)
    return grain(random, [random.between(-60, 1660), random.between(-60, 1260)], { size, near })
  })
  const light = radial(
    'body',
    [
      [0, along(tint, 0.55)],
      [0.55, along(tint, 0.62)],
      [0.86, along(tint, 0.86)],
      [0.96, along(tint, 1)],
      [1, along(tint, 0.7)],
    ],
    'cx=".42" cy=".38" r=".66"',
  )
  return [
    defs(light),
    back,
    ...bodies,
    rect(0, 0, width, height, fill(night[3], 0.06)),
    scaleBar(),
  ].join('')
}
