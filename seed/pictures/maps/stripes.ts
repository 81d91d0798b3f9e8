import type { Motif } from '../motif.ts'
import { along, blue, paper, red } from '../palette.ts'
import { fill, height, line, path, type Point, rect, stroke, times, width } from '../svg.ts'

/** A stripe for every year, blue for cold and red for warm. */
export const stripes: Motif = (random) => {
  const years = 64
  const ramp = [blue[5], blue[4], blue[2], blue[0], paper[1], red[0], red[1], red[3], red[4]]
  const values = times(years, (year) => 0.22 + (year / years) * 0.56 + random.bell() * 0.13)
  const bars = values.map((value, year) =>
    rect((year / years) * width - 0.5, 0, width / years + 1, height, fill(along(ramp, value))),
  )
  const points = values.map((value, year): Point => [
    ((year + 0.5) / years) * width,
    980 - value * 760,
  ])
  return [...bars, path(line(points), stroke(paper[0], 6, 0.95))].join('')
}
