import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, ink, loess, mix, paper, red } from '../palette.ts'
import {
  circle,
  fill,
  ground,
  height,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
} from '../svg.ts'

/** A wall of loess: pale dust of cold times, dark soils of warm ones, and what was measured down the wall. */
export const profile: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  let y = -20
  const bands: string[] = []
  const warm: Point[] = []
  while (y < height + 40) {
    const isSoil = bands.length % 2 === 1
    const tall = isSoil ? random.between(40, 110) : random.between(60, 150)
    const from = y
    const top = spread(0, 1040, 16).map((x): Point => [x, from + 26 * noise(x / 300, from / 90)])
    const colour = isSoil
      ? mix(along([red[3], loess[4], red[4]], random.next()), loess[3], 0.25)
      : along([loess[1], loess[2], loess[0]], random.next())
    bands.push(path(`${line(top)}V1260H0Z`, fill(colour)))
    warm.push([1190 + (isSoil ? random.between(140, 290) : random.between(0, 50)), from + tall / 2])
    y += tall
  }
  const cracks = times(
    220,
    () =>
      `M${Math.round(random.between(0, 1040))} ${Math.round(random.between(0, 1200))}v${Math.round(random.between(10, 60))}`,
  )
  return [
    ground(paper[0]),
    ...bands,
    path(cracks.join(''), stroke(loess[5], 2, 0.28)),
    rect(1040, 0, 560, 1200, fill(paper[0])),
    path(
      spread(1190, 1500, 5)
        .map((x) => `M${n(x)} 0V1200`)
        .join(''),
      stroke(ink[0], 1.5, 0.4),
    ),
    path(line(warm), stroke(red[3], 5)),
    ...warm.map((point) =>
      circle(point, 9, `${fill(paper[0])} stroke="${red[3]}" stroke-width="5"`),
    ),
  ].join('')
}
