import type { Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { blue, green, ink, loess, mix, paper, red } from '../palette.ts'
import {
  circle,
  fill,
  ground,
  height,
  n,
  path,
  rect,
  spread,
  stroke,
  times,
  width,
} from '../svg.ts'

type Stick = { x: number; tall: number; isFirst: boolean }

/** Where the measured spectrum stands, and the library's hangs. */
const base = 800

/** The measured spectrum over the library's, which hangs below it as its mirror; the tallest are named. */
export const massSpectrum: Motif = (random) => {
  const sticks = sticksOf(random)
  const [deep, bright] = random.pick([
    [blue[5], blue[3]],
    [red[5], red[2]],
    [green[5], green[3]],
  ] as const)
  const noise = times(
    130,
    () => `M${n(random.between(60, 1540))} ${base}v-${n(random.between(4, 26))}`,
  )
  const known = sticks.map(
    ({ x, tall }) => `M${n(x)} ${base + 8}v${n(tall * 0.46 * random.between(0.8, 1))}`,
  )
  const lines = spread(160, 640, 4).map((y) => `M60 ${n(y)}H1540`)
  return [
    ground(paper[1]),
    rect(0, base, width, height - base, fill(deep)),
    path(lines.join(''), stroke(ink[0], 2.5, 0.35)),
    path(noise.join(''), stroke(mix(bright, paper[2], 0.45), 5)),
    path(sticks.map(({ x, tall }) => `M${n(x)} ${base}v-${n(tall)}`).join(''), standing(bright)),
    path(known.join(''), standing(mix(bright, paper[1], 0.6))),
    ...sticks
      .filter(({ tall, isFirst }) => isFirst && tall > 330)
      .map(({ x, tall }) => circle([x, base - tall - 42], 17, fill(loess[3]))),
    rect(0, base - 4, width, 8, fill(deep)),
  ].join('')
}

/** Clusters spread over the whole scale, each a molecule and its heavier isotopes. */
function sticksOf(random: Random): Stick[] {
  const count = random.whole(8, 10)
  const strongest = random.whole(2, count - 2)
  return times(count, (cluster) => {
    const room = 1400 / count
    const x = 80 + room * (cluster + random.between(0.05, 0.5))
    const tall = cluster === strongest ? 640 : 110 + 500 * random.next() ** 1.5
    const fall = random.between(0.4, 0.75)
    return times(random.whole(3, 5), (index) => ({
      x: x + index * 21,
      tall: tall * Math.exp(-index * fall),
      isFirst: index === 0,
    }))
  }).flat()
}

const standing = (colour: string) => `fill="none" stroke="${colour}" stroke-width="12"`
