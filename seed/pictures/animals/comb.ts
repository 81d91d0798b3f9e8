import type { Motif } from '../motif.ts'
import { ink, loess, paper } from '../palette.ts'
import {
  circle,
  fill,
  group,
  height,
  line,
  path,
  type Point,
  polar,
  rect,
  stamps,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'

/** Bees of a colony on their comb. */
export const comb: Motif = (random) => {
  const cells = times(22 * 14, (index) => {
    const [column, row] = [index % 22, Math.floor(index / 22)]
    const centre: Point = [column * 78 + (row % 2) * 39, row * 68 * 1.32]
    return {
      d: line(
        times(6, (corner) => polar(centre, 43, corner * 1.0472 + 0.5236)),
        true,
      ),
      full: random.next(),
    }
  })
  const shades = [loess[1], loess[2], '#d99a2c', loess[3]].map((colour, index) =>
    path(
      cells
        .filter(({ full }) => Math.floor(full * 4) === index)
        .map(({ d }) => d.replaceAll(/\.\d/g, ''))
        .join(''),
      `${fill(colour)} stroke="${loess[4]}" stroke-width="5"`,
    ),
  )
  const bee = stamps('bee', 1, () =>
    group(
      '',
      `<ellipse cx="-6" cy="-26" rx="46" ry="17" ${fill(paper[0], 0.75)} transform="rotate(-28)"/><ellipse cx="-6" cy="26" rx="46" ry="17" ${fill(paper[0], 0.75)} transform="rotate(28)"/><ellipse cx="-34" cy="0" rx="46" ry="23" fill="#c98a2c"/>`,
      path('M-60 -17V17M-42 -22V22M-24 -22V22', stroke(ink[3], 9)),
      circle([18, 0], 22, fill('#6b4722')),
      circle([44, 0], 14, fill(ink[3])),
    ),
  )
  return [
    rect(0, 0, width, height, fill(loess[4])),
    ...shades,
    bee.kept,
    ...times(24, () =>
      bee.use(
        0,
        turned(
          [random.between(60, 1540), random.between(60, 1140)],
          random.between(0, 360),
          random.between(0.8, 1.15),
        ),
      ),
    ),
  ].join('')
}
