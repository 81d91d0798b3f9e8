import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, night, paper, red, violet } from '../palette.ts'
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
import { peaksOf, trace } from './shared.ts'

/** A band of light from violet to red with its dark lines, and what was measured over it. */
export const absorption: Motif = (random) => {
  const ramp = [violet[4], blue[3], green[2], loess[1], loess[3], red[3], red[5]]
  const bands = times(100, (index) => rect(index * 16, 0, 16.5, 640, fill(along(ramp, index / 99))))
  const gaps = times(46, () => `M${n(random.between(10, 1590))} 0V640`)
  const wide = times(9, () =>
    rect(
      random.between(0, 1560),
      0,
      random.between(8, 34),
      640,
      fill(night[3], random.between(0.3, 0.7)),
    ),
  )
  const lines = times(5, (index) => {
    const peaks = peaksOf(random, 9, [0.02, 0.09])
    const points = spread(0, 1, 150).map((x): Point => [
      x * width,
      1120 - index * 62 - trace(peaks, x) * 150,
    ])
    return path(line(points), stroke(along(ramp, index / 4), 5))
  })
  return [
    ground(paper[0]),
    ...bands,
    path(gaps.join(''), stroke(night[3], 3, 0.6)),
    ...wide,
    path(
      spread(0, 1600, 17)
        .map((x) => `M${n(x)} 640V1200`)
        .join(''),
      stroke(ink[0], 1.5, 0.25),
    ),
    ...lines,
  ].join('')
}
