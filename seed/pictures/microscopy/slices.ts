import type { Motif } from '../motif.ts'
import { noiseOf, ridgesOf } from '../noise.ts'
import { blue, loess, night, paper } from '../palette.ts'
import { raster } from '../raster.ts'
import { circle, fill, path, stroke } from '../svg.ts'
import { scaleBar } from './shared.ts'

/** A core of soil or rock, sliced by X-rays: grains, pores, roots. */
export const slices: Motif = (_random, { key, variant }) => {
  const [noise, cracks] = [noiseOf(key, 5), ridgesOf(`${key}/cracks`, 3)]
  const ramp =
    variant === 'bone'
      ? [night[3], blue[5], blue[3], blue[1], paper[0]]
      : [night[3], loess[5], loess[4], loess[2], paper[1]]
  const shade = (u: number, v: number) => {
    const [x, y] = [(u - 0.5) * 4, (v - 0.5) * 3]
    const radius = Math.hypot(x, y)
    const pores = 0.5 * risen((cracks(x * 1.7, y * 1.7) - 0.88) * 12)
    const stones = 0.24 * risen((noise(x * 2.2 + 9, y * 2.2) - 0.25) * 10)
    return radius > 1.5 ? 0 : 0.5 + 0.28 * noise(x * 3.4, y * 3.4) + stones - pores
  }
  const picture = raster(ramp, shade, { across: 248, down: 186, steps: 26 })
  const around = path(
    'M0 0H1600V1200H0ZM800 60A540 540 0 1 1 799 60Z',
    `${fill(ramp[0] ?? night[3])} fill-rule="evenodd"`,
  )
  const cross = path(
    'M800 20V1180M220 600H1380',
    `${stroke(paper[2], 2, 0.5)} stroke-dasharray="18 14"`,
  )
  return [
    picture,
    around,
    circle([800, 600], 540, stroke(paper[1], 12)),
    cross,
    path('M1000 600A200 200 0 0 1 800 800', stroke(paper[1], 5, 0.9)),
    scaleBar(paper[1]),
  ].join('')
}

/** From 0 to 1 where it passes through zero, softly. */
const risen = (value: number) => 1 / (1 + Math.exp(-value))
