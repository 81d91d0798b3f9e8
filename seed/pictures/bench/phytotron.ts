import { at, type Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, night, paper, red, violet } from '../palette.ts'
import {
  defs,
  fill,
  gradient,
  group,
  height,
  n,
  path,
  type Point,
  rect,
  stroke,
  times,
  width,
} from '../svg.ts'

/** Plants on shelves under their lamps, every shelf a different spring. */
export const phytotron: Motif = (random) => {
  const lamps = [violet[1], red[1], paper[0], blue[1]]
  const shelves = times(4, (row) => {
    const y = 280 + row * 285
    const light = at(lamps, row + random.whole(0, 1))
    const plants = times(11, (column) =>
      seedling(random, [130 + column * 134, y], {
        tall: 60 + row * 34 + random.between(-16, 16),
        warm: row / 4,
      }),
    )
    return [
      rect(60, y - 262, 1480, 262, fill(light, 0.2)),
      rect(60, y - 268, 1480, 15, fill(light)),
      ...plants,
      rect(40, y, 1520, 20, fill(ink[1])),
    ].join('')
  })
  return [
    defs(
      gradient('room', [
        [0, night[1]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#room)"'),
    ...shelves,
  ].join('')
}

function seedling(
  random: Random,
  [x, y]: Point,
  { tall, warm }: { tall: number; warm: number },
): string {
  const lean = random.bell() * 12
  const leaves = times(4 + Math.round(warm * 5), (index) => {
    const share = 0.35 + (index / 9) * 0.7
    const side = index % 2 === 0 ? 1 : -1
    const [u, v] = [lean * share, -tall * share]
    return path(
      `M${n(u)} ${n(v)}q${n(side * 26)} -30 ${n(side * 54)} -12q${n(-side * 22)} 26 ${n(-side * 54)} 12z`,
      fill(along([green[1], green[2], green[3]], random.next())),
    )
  })
  return group(
    `transform="translate(${n(x)} ${n(y)})"`,
    path(`M0 0Q${n(lean * 0.2)} ${n(-tall * 0.6)} ${n(lean)} ${n(-tall)}`, stroke(green[2], 6)),
    ...leaves,
    path('M-38 -34h76l-10 34h-56z', fill(loess[3])),
    rect(-42, -42, 84, 12, fill(loess[2])),
  )
}
