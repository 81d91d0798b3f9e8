import type { Motif } from '../motif.ts'
import { blue, loess, mix, night, paper, red } from '../palette.ts'
import { fill, ground, line, n, path, type Point, spread, stroke, times } from '../svg.ts'
import { trace } from './shared.ts'

const place = ([u, v]: readonly [number, number]): Point => [330 + u * 1150, 250 + v * 860]

/** Crosses of two frequencies as contours, the diagonal through them, a trace along either side. */
export const resonance: Motif = (random) => {
  const spots = times(13, () => random.between(0.06, 0.94))
  const crosses = times(22, () => [random.pick(spots), random.pick(spots)] as const)
  const contours = [
    ...spots.map((u) => [u, u] as const),
    ...crosses,
    ...crosses.map(([u, v]) => [v, u] as const),
  ].map((spot) => {
    const [x, y] = place(spot)
    const size = random.between(0.6, 1.3)
    const colour = random.is(0.8) ? blue[2] : red[2]
    return times(
      5,
      (ring) =>
        `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n((8 + ring * 8) * size)}" ry="${n((6 + ring * 6) * size)}" ${ring === 0 ? fill(paper[0]) : stroke(mix(colour, night[1], ring * 0.16), 2.5)}/>`,
    ).join('')
  })
  const peaks = spots.map((at) => ({ at, high: random.between(0.3, 1), wide: 0.004 }))
  const top = spread(0, 1, 300).map((u): Point => [330 + u * 1150, 205 - trace(peaks, u) * 120])
  const side = spread(0, 1, 240).map((v): Point => [285 - trace(peaks, v) * 150, 250 + v * 860])
  return [
    ground(night[2]),
    path(
      spread(330, 1480, 12)
        .map((x) => `M${n(x)} 250V1110`)
        .join('') +
        spread(250, 1110, 9)
          .map((y) => `M330 ${n(y)}H1480`)
          .join(''),
      stroke(blue[3], 1.2, 0.28),
    ),
    path('M330 250L1480 1110', stroke(loess[2], 2, 0.5)),
    ...contours,
    path(line(top), stroke(loess[1], 3)),
    path(line(side), stroke(loess[1], 3)),
  ].join('')
}
