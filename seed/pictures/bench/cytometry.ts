import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { blue, green, loess, mix, night, paper, red, violet } from '../palette.ts'
import { ground, line, n, path, polar, spread, stroke, times } from '../svg.ts'

/** Cells one by one through the laser: clouds of like ones, and the gates drawn around them. */
export const cytometry: Motif = (random) => {
  const clouds = times(5, (index) => ({
    at: polar(
      [random.between(760, 860), random.between(540, 640)],
      random.between(240, 460),
      index * 1.257 + random.between(-0.2, 0.2),
    ),
    wide: random.between(60, 170),
    turn: random.between(0, 3),
    colour: at([green[2], blue[2], loess[1], red[2], violet[1]], index),
  }))
  const dots = clouds.map(({ at: [x, y], wide, turn, colour }) => {
    const spots = times(520, () => {
      const [u, v] = [random.bell() * wide, random.bell() * wide * 0.5]
      return `M${Math.round(x + u * Math.cos(turn) - v * Math.sin(turn))} ${Math.round(y + u * Math.sin(turn) + v * Math.cos(turn))}h0`
    })
    return path(spots.join(''), stroke(colour, 6, 0.7))
  })
  const gates = clouds.slice(0, 3).map(({ at: centre, wide, colour }) =>
    path(
      line(
        times(6, (index) => polar(centre, wide * random.between(1.5, 1.9), index * 1.047)),
        true,
      ),
      `${stroke(mix(colour, '#ffffff', 0.4), 4)} stroke-dasharray="16 12"`,
    ),
  )
  return [
    ground(night[2]),
    path(
      spread(100, 1500, 8)
        .map((x) => `M${x} 60V1130`)
        .join('') +
        spread(60, 1130, 6)
          .map((y) => `M100 ${n(y)}H1500`)
          .join(''),
      stroke(blue[2], 1.5, 0.2),
    ),
    ...dots,
    ...gates,
    path('M100 60V1130H1500', stroke(paper[2], 4, 0.8)),
  ].join('')
}
