import { at, type Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { blue, ink, loess, paper } from '../palette.ts'
import {
  fill,
  ground,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

/** Rain above, the river's answer below. */
export const hydrograph: Motif = (random: Random) => {
  const storms = times(9, () => ({
    day: random.between(0.05, 0.92),
    strong: random.between(0.25, 1),
  }))
  const flow = (t: number) =>
    storms.reduce(
      (sum, { day, strong }) =>
        sum + (t > day ? strong * (1 - Math.exp(-(t - day) * 70)) * Math.exp(-(t - day) * 13) : 0),
      0.09,
    )
  const bars = storms.flatMap(({ day, strong }) =>
    times(9, (index) =>
      rect(
        day * width - 30 + index * 11,
        0,
        8,
        300 * strong * random.between(0.2, 1) * Math.exp(-((index - 4) ** 2) / 9),
        fill(blue[3], 0.9),
      ),
    ),
  )
  const areas = [1, 0.72, 0.42].map((scale, index) => {
    const points = spread(0, 1, 120).map((t): Point => [t * width, 1130 - flow(t) * 620 * scale])
    return path(`${line(points)}V1200H0Z`, fill(at([blue[2], blue[3], loess[2]], index), 0.85))
  })
  return [
    ground(paper[1]),
    path(
      spread(320, 1130, 7)
        .map((y) => `M0 ${n(y)}H1600`)
        .join(''),
      stroke(ink[0], 1.4, 0.35),
    ),
    ...bars,
    ...areas,
  ].join('')
}
