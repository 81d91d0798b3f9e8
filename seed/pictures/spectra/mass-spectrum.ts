import type { Motif } from '../motif.ts'
import { blue, green, ink, loess, mix, paper, red } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  gradient,
  height,
  n,
  path,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'
import { ruler } from './shared.ts'

/** Sticks over a ruler, the tallest of each cluster marked; its mirror is the library's spectrum. */
export const massSpectrum: Motif = (random) => {
  const base = 700
  const clusters = times(random.whole(9, 13), () => random.between(130, 1470))
  const sticks = clusters.flatMap((x) => {
    const tall = 90 + 480 * random.next() ** 1.4
    return times(random.whole(4, 8), (index) => ({
      x: x + index * 13,
      tall: tall * Math.exp(-index * random.between(0.35, 0.6)) * (index === 0 ? 0.7 : 1),
    }))
  })
  const colour = random.pick([blue[4], red[3], green[4]])
  const noise = times(
    150,
    () => `M${n(random.between(100, 1500))} ${base}v-${n(random.between(2, 22))}`,
  )
  return [
    defs(
      gradient('sky', [
        [0, paper[0]],
        [1, paper[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#sky)"'),
    path(
      spread(150, 650, 6)
        .map((y) => `M100 ${n(y)}H1500`)
        .join(''),
      stroke(ink[0], 1.5, 0.25),
    ),
    path(noise.join(''), stroke(ink[1], 2, 0.55)),
    path(sticks.map(({ x, tall }) => `M${n(x)} ${base}v-${n(tall)}`).join(''), stroke(colour, 6)),
    path(
      sticks
        .map(({ x, tall }) => `M${n(x)} ${base + 60}v${n(tall * 0.55 * random.between(0.8, 1))}`)
        .join(''),
      stroke(mix(colour, paper[2], 0.55), 6),
    ),
    ...sticks
      .filter(({ tall }) => tall > 260)
      .map(({ x, tall }) => circle([x, base - tall - 20], 8, fill(loess[3]))),
    path(`M100 ${base}H1500M100 ${base + 60}H1500`, stroke(ink[2], 3)),
    ruler(base, ink[2]),
  ].join('')
}
