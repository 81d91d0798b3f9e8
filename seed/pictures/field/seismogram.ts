import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import { ground, line, n, path, type Point, spread, stroke, times } from '../svg.ts'

/** One earthquake at many stations, the far ones below: the first wave, then the slower one. */
export const seismogram: Motif = (random) => {
  const count = 22
  const rows = times(count, (row) => {
    const [first, second] = [0.16 + row * 0.017, 0.24 + row * 0.031]
    const loud = 80 * Math.exp(-row * 0.045)
    const points = spread(0, 1, 190).map((x): Point => {
      const p = x > first ? Math.exp(-(x - first) * 16) * 0.55 : 0
      const s = x > second ? Math.exp(-(x - second) * 7) : 0
      return [60 + x * 1480, 90 + row * 49 + (0.035 + p + s) * loud * random.bell()]
    })
    return path(
      line(points),
      stroke(along([red[3], loess[3], green[4], blue[4]], row / (count - 1)), 3.4),
    )
  })
  const arrivals = [
    [0.16, 0.017],
    [0.24, 0.031],
  ].map(([start = 0, step = 0]) =>
    path(
      `M${n(60 + start * 1480)} 90L${n(60 + (start + step * 21) * 1480)} ${90 + 21 * 49}`,
      `${stroke(ink[3], 3, 0.4)} stroke-dasharray="10 12"`,
    ),
  )
  return [
    ground(paper[1]),
    path(
      spread(60, 1540, 13)
        .map((x) => `M${n(x)} 40V1160`)
        .join(''),
      stroke(ink[0], 1.3, 0.3),
    ),
    ...arrivals,
    ...rows,
  ].join('')
}
