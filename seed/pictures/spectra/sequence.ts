import type { Motif } from '../motif.ts'
import { blue, green, loess, mix, night, paper, red } from '../palette.ts'
import {
  circle,
  fill,
  ground,
  group,
  line,
  path,
  type Point,
  rect,
  spread,
  times,
  width,
} from '../svg.ts'
import { trace } from './shared.ts'

/** Four dyes over one another: the letters of a sequence, and its clusters as seen by the camera. */
export const sequence: Motif = (random) => {
  const dyes = [green[3], blue[3], loess[3], red[3]]
  const letters = times(44, () => random.whole(0, 3))
  const traces = dyes.map((colour, dye) => {
    const peaks = letters.flatMap((letter, index) =>
      letter === dye
        ? [{ at: (index + 0.5) / 44, high: random.between(0.6, 1), wide: 0.0095 }]
        : [],
    )
    const points = spread(0, 1, 220).map((x): Point => [x * width, 1060 - trace(peaks, x) * 330])
    return path(
      `${line(points)}V1060H0Z`,
      `${fill(colour, 0.3)} stroke="${colour}" stroke-width="4"`,
    )
  })
  const clusters = times(420, () =>
    circle(
      [random.between(0, width), random.between(0, 600)],
      random.between(4, 11),
      fill(mix(random.pick(dyes), '#ffffff', random.between(0.1, 0.5)), random.between(0.35, 1)),
    ),
  )
  const bars = letters.map((letter, index) =>
    rect((index / 44) * width + 3, 1090, 30, 70, `${fill(dyes[letter] ?? green[3])} rx="5"`),
  )
  return [
    ground(paper[0]),
    rect(0, 0, width, 620, fill(night[3])),
    group('', ...clusters),
    ...traces,
    ...bars,
  ].join('')
}
