import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper } from '../palette.ts'
import { circle, fill, ground, line, n, path, type Point, spread, stroke, times } from '../svg.ts'
import { ruler } from './shared.ts'

/** Three flat-topped beams of one gas (44, 45, 46) swept over the collectors, and the samples' deltas above. */
export const isotopes: Motif = (random) => {
  const tops = [440, 300, 190]
  const colours = [blue[4], green[3], loess[3]]
  const beams = tops.map((top, index) => {
    const shift = (index - 1) * 60
    const points = spread(120, 1480, 69).map((x): Point => {
      const edge =
        1 / (1 + Math.exp(-(x - 520 - shift) / 22)) / (1 + Math.exp((x - 1080 - shift) / 22))
      return [x, 1020 - edge * top]
    })
    return (
      path(`${line(points)}L1480 1020L120 1020Z`, fill(colours[index] ?? blue[4], 0.22)) +
      path(line(points), stroke(colours[index] ?? blue[4], 6))
    )
  })
  const deltas = times(120, (index) => {
    const x = random.between(170, 1430)
    const y = 330 - (x - 800) * 0.26 + random.bell() * 70
    return circle(
      [x, y],
      random.between(6, 15),
      fill(along([blue[3], green[3], loess[3]], index / 120), 0.8),
    )
  })
  return [
    ground(paper[1]),
    path(
      spread(120, 1480, 9)
        .map((x) => `M${n(x)} 90V1020`)
        .join(''),
      stroke(ink[0], 1.5, 0.3),
    ),
    path('M150 499L1450 161', stroke(ink[2], 3, 0.6)),
    ...deltas,
    ...beams,
    path('M120 1020H1480', stroke(ink[2], 4)),
    ruler(1020, ink[2]),
  ].join('')
}
