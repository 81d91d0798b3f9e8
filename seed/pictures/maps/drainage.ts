import type { Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { blue, green, loess, mix, night, paper } from '../palette.ts'
import { ground, n, path, type Point, stroke, times } from '../svg.ts'
import { catchmentsOf, type Reach } from './catchments.ts'

/** How waters come together: every brook as wide as what it gathers, every basin in a tint of its own. */
export const drainage: Motif = (random, { variant }) => {
  const mouths = mouthsOf(random)
  const reaches = catchmentsOf(random, mouths)
  const isNight = variant === 'night'
  const [back, brook, stream] = isNight
    ? [night[2], blue[3], loess[1]]
    : [paper[1], blue[3], blue[5]]
  const tints = isNight
    ? [night[1], night[0], mix(night[1], green[5], 0.6)]
    : [mix(green[0], green[1], 0.3), loess[0], mix(blue[0], blue[1], 0.4)]
  const basins = mouths.map((_, basin) =>
    path(
      reaches
        .filter((reach) => reach.basin === basin)
        .map(({ from, to }) => `M${pair(from)}L${pair(to)}`)
        .join(''),
      stroke(tints[basin] ?? back, 64),
    ),
  )
  const waters = times(widths, (width) => {
    const d = reaches.filter((reach) => widthOf(reach) === width).map(courseOf)
    const share = width / (widths - 1)
    return d.length === 0
      ? ''
      : path(d.join(''), stroke(mix(brook, stream, Math.sqrt(share)), 2.4 + width * 2.6))
  })
  return [ground(back), ...basins, ...waters].join('')
}

/** Three rivers, all leaving northwards, as those of the corridor do. */
const mouthsOf = (random: Random): readonly Point[] =>
  [300, 830, 1330].map((x) => [x + random.bell() * 60, -20])

const widths = 10
const widthOf = ({ gathered }: Reach) =>
  Math.min(widths - 1, Math.floor(Math.sqrt(gathered - 1) * 0.48))

/** From the middle of what flows in, round the spring or confluence, to the middle of what flows out. */
const courseOf = ({ from, bend, to }: Reach) => `M${pair(from)}Q${pair(bend)} ${pair(to)}`

const pair = ([x, y]: Point) => `${n(x)} ${n(y)}`
