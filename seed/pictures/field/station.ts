import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, night, red, violet } from '../palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  group,
  height,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'

/** A mast with its instruments against the evening, and the day's curves behind. */
export const station: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const curves = times(6, (index) =>
    path(
      curve(
        spread(-20, 1620, 36).map((x): Point => [
          x,
          360 + index * 70 + 110 * noise(x / 330 + index, index),
        ]),
      ),
      stroke(along([loess[1], red[1], violet[2], blue[2]], index / 5), 5, 0.75),
    ),
  )
  const hills = times(3, (index) =>
    path(
      `${line(spread(-20, 1620, 50).map((x): Point => [x, 920 + index * 80 - 70 * (0.4 + noise(x / 500 + index * 5, 7 + index))]))}V1220H-20Z`,
      fill(along([green[3], night[1]], index / 2)),
    ),
  )
  const mast = random.between(520, 1080)
  const arms = [330, 450, 580, 720].map(
    (y, index) =>
      `M${n(mast - 110)} ${y}h220M${n(mast - 110)} ${y - 26}v52M${n(mast + 110)} ${y - 26}v${40 + index * 4}`,
  )
  return [
    defs(
      gradient('dusk', [
        [0, blue[4]],
        [0.45, violet[2]],
        [0.8, red[1]],
        [1, loess[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#dusk)"'),
    ...curves,
    ...hills,
    path(
      `M${n(mast)} 210V1110M${n(mast)} 240L${n(mast - 250)} 1110M${n(mast)} 240L${n(mast + 250)} 1110`,
      stroke(night[3], 5),
    ),
    path(arms.join(''), stroke(night[3], 9)),
    group(
      turned([mast, 215], 0),
      circle([-46, 0], 18, fill(night[3])),
      circle([46, 0], 18, fill(night[3])),
      circle([0, -30], 18, fill(night[3])),
    ),
  ].join('')
}
