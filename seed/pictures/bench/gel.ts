import type { Motif } from '../motif.ts'
import { green, mix, night } from '../palette.ts'
import { defs, fill, gradient, height, n, rect, times, width } from '../svg.ts'

/** Bands of a gel under the lamp. */
export const gel: Motif = (random) => {
  const ladder = times(11, (index) => 130 + index * 86 * (1 - index * 0.012))
  const lanes = times(17, (lane) => {
    const x = 80 + lane * 88
    const isLadder = lane === 0 || lane === 16
    const bands = isLadder
      ? ladder
      : times(random.whole(2, 6), () => random.pick(ladder) + random.between(-24, 24))
    return (
      bands
        .map((y) => {
          const strong = random.between(0.35, 1)
          return (
            `<ellipse cx="${x + 32}" cy="${n(y)}" rx="42" ry="${n(12 + strong * 8)}" ${fill(green[0], strong * 0.18)}/>` +
            rect(
              x,
              y - 5,
              64,
              10 + strong * 4,
              `${fill(mix(green[1], '#ffffff', strong * 0.7), 0.4 + strong * 0.6)} rx="6"`,
            )
          )
        })
        .join('') +
      rect(
        x,
        54,
        64,
        22,
        `${fill(night[3])} stroke="${green[2]}" stroke-opacity=".4" stroke-width="2"`,
      )
    )
  })
  return [
    defs(
      gradient('gel', [
        [0, '#0d1f1b'],
        [1, '#15352c'],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#gel)"'),
    ...lanes,
  ].join('')
}
