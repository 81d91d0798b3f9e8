import type { Random } from '../random.ts'
import { ink, mix, paper } from './palette.ts'
import {
  circle,
  fill,
  group,
  line,
  n,
  path,
  type Point,
  polar,
  stroke,
  times,
  turned,
} from './svg.ts'

/** A flower or flower head that stands up from where it is attached (0, 0), `size` units tall. */
export type Flower = (random: Random, size: number, colour: string) => string

const shades = (random: Random, colour: string) =>
  mix(colour, random.is(0.5) ? '#ffffff' : ink[3], random.between(0, 0.28))

/** A round point of the stroke's width. */
const dot = (x: number, y: number) => `M${n(x)} ${n(y)}h0`

const petal = (long: number, wide: number) =>
  `M0 0C${n(-wide)} ${n(-long * 0.4)} ${n(-wide)} ${n(-long)} 0 ${n(-long)}C${n(wide)} ${n(-long)} ${n(wide)} ${n(-long * 0.4)} 0 0Z`

/** An open flower seen from the front. */
export const open =
  (petals: number, slender = 0.34): Flower =>
  (random, size, colour) =>
    times(petals, (index) =>
      group(
        turned([0, 0], (index / petals) * 360),
        path(
          petal(size, size * slender),
          `${fill(mix(colour, '#ffffff', 0.1 + (index % 2) * 0.14))} stroke="${mix(colour, ink[3], 0.35)}" stroke-opacity=".5" stroke-width="${n(size * 0.02)}"`,
        ),
      ),
    ).join('') +
    circle([0, 0], size * 0.2, fill(mix('#e0c285', colour, 0.15))) +
    times(8, (index) =>
      circle(
        polar([0, 0], size * 0.28, index * 0.785 + random.between(0, 0.2)),
        size * 0.045,
        fill('#a97738'),
      ),
    ).join('')

/** Small flowers all along a stalk, open below, in bud above. */
const raceme: Flower = (random, size, colour) => {
  const florets = times(34, (index) => {
    const share = index / 33
    const y = -size * (0.06 + share * 0.9)
    const reach = size * 0.17 * (1 - share * 0.72)
    const side = index % 2 === 0 ? 1 : -1
    return group(
      turned([side * reach * random.between(0.35, 1), y], side * random.between(20, 74)),
      path(
        petal(size * 0.14 * (1.1 - share * 0.6), size * 0.055),
        fill(shades(random, mix(colour, '#b0c8a5', share * 0.5))),
      ),
    )
  })
  return path(`M0 0V${n(-size * 0.96)}`, stroke('#4f7d5f', size * 0.022)) + florets.join('')
}

/** A ball of small flowers. */
const globe: Flower = (random, size, colour) =>
  times(60, (index) => {
    const share = index / 60
    const angle = index * 2.39996
    const [x, y] = polar([0, -size * 0.5], size * 0.46 * Math.sqrt(share), angle)
    return group(
      turned([x, y], (angle * 180) / Math.PI + 90),
      path(petal(size * 0.2, size * 0.05), fill(shades(random, colour))),
    )
  })
    .toReversed()
    .join('')

/** Rays from one point, each ending in a little ray of its own. */
const umbel: Flower = (random, size, colour) =>
  times(17, (ray) => {
    const angle = -Math.PI / 2 + (ray / 16 - 0.5) * 2.5
    const tip = polar([0, 0], size * (0.72 + 0.1 * random.next()), angle)
    const dots = times(11, () =>
      dot(tip[0] + random.bell() * size * 0.08, tip[1] - Math.abs(random.bell()) * size * 0.06),
    )
    return (
      path(line([[0, 0], tip]), stroke('#7ea27c', size * 0.014)) +
      path(dots.join(''), stroke(shades(random, colour), size * 0.05))
    )
  }).join('')

/** A head of many narrow rays over green scales: thistles, asters. */
const head: Flower = (random, size, colour) =>
  times(44, (index) =>
    group(
      turned([0, -size * 0.26], (index / 43 - 0.5) * 150),
      path(petal(size * random.between(0.52, 0.7), size * 0.028), fill(shades(random, colour))),
    ),
  ).join('') +
  `<ellipse cx="0" cy="${n(-size * 0.14)}" rx="${n(size * 0.26)}" ry="${n(size * 0.24)}" fill="#4f7d5f"/>` +
  times(15, (index) =>
    path(
      `M${n(((index % 5) - 2) * size * 0.09)} ${n(-size * (0.02 + Math.floor(index / 5) * 0.1))}l${n(size * 0.03)} ${n(-size * 0.07)}l${n(size * 0.03)} ${n(size * 0.07)}z`,
      fill('#b0c8a5', 0.8),
    ),
  ).join('')

/** A wheel of rays round a dark disc. */
const daisy: Flower = (random, size, colour) =>
  times(22, (index) =>
    group(
      turned([0, -size * 0.5], (index / 22) * 360 + random.between(-4, 4)),
      path(petal(size * 0.5, size * 0.075), fill(shades(random, colour))),
    ),
  ).join('') +
  circle([0, -size * 0.5], size * 0.2, fill('#7d5426')) +
  times(40, (index) =>
    circle(
      polar([0, -size * 0.5], size * 0.19 * Math.sqrt(index / 40), index * 2.39996),
      size * 0.014,
      fill('#e0c285'),
    ),
  ).join('')

/** Hanging bells on short stalks. */
const bells: Flower = (random, size, colour) =>
  [-1, 1, 0]
    .map((side) => {
      const [x, y] = [side * size * 0.42, -size * (0.5 + (side === 0 ? 0.3 : 0))]
      const s = size * 0.3
      return (
        path(`M0 0Q${n(x * 0.4)} ${n(y * 1.3)} ${n(x)} ${n(y)}`, stroke('#7ea27c', size * 0.022)) +
        group(
          turned([x, y], side * 14 + random.between(-8, 8)),
          path(
            `M${n(-s * 0.3)} 0C${n(-s * 0.7)} ${n(s * 0.5)} ${n(-s * 0.6)} ${n(s)} ${n(-s * 0.95)} ${n(s * 1.35)}L${n(-s * 0.35)} ${n(s * 1.2)}L0 ${n(s * 1.45)}L${n(s * 0.35)} ${n(s * 1.2)}L${n(s * 0.95)} ${n(s * 1.35)}C${n(s * 0.6)} ${n(s)} ${n(s * 0.7)} ${n(s * 0.5)} ${n(s * 0.3)} 0Z`,
            fill(mix(colour, '#ffffff', 0.1)),
          ),
          path(
            `M0 ${n(s * 0.1)}V${n(s * 1.1)}M${n(-s * 0.25)} ${n(s * 0.15)}L${n(-s * 0.4)} ${n(s * 1.05)}M${n(s * 0.25)} ${n(s * 0.15)}L${n(s * 0.4)} ${n(s * 1.05)}`,
            stroke(mix(colour, ink[3], 0.35), size * 0.012, 0.7),
          ),
          path(
            `M${n(-s * 0.36)} ${n(s * 0.06)}Q0 ${n(-s * 0.3)} ${n(s * 0.36)} ${n(s * 0.06)}Z`,
            fill('#4f7d5f'),
          ),
        )
      )
    })
    .join('')

/** Trumpets that turn their lips back: lilies, gentians. */
const trumpet: Flower = (random, size, colour) =>
  times(6, (index) =>
    group(
      turned([0, -size * 0.3], -100 + index * 40 + random.between(-5, 5)),
      path(
        `M0 0C${n(-size * 0.12)} ${n(-size * 0.3)} ${n(-size * 0.12)} ${n(-size * 0.5)} ${n(size * 0.1)} ${n(-size * 0.66)}C${n(size * 0.14)} ${n(-size * 0.44)} ${n(size * 0.12)} ${n(-size * 0.2)} 0 0Z`,
        `${fill(mix(colour, '#ffffff', index % 2 === 0 ? 0.06 : 0.22))} stroke="${mix(colour, ink[3], 0.4)}" stroke-opacity=".5" stroke-width="${n(size * 0.012)}"`,
      ),
    ),
  ).join('') +
  times(5, (index) => {
    const [x, y] = polar([0, -size * 0.3], size * 0.44, -1.57 + (index - 2) * 0.22)
    return (
      path(
        line([
          [0, -size * 0.3],
          [x, y],
        ]),
        stroke('#dce7d3', size * 0.014),
      ) +
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(size * 0.036)}" ry="${n(size * 0.02)}" fill="#7e3627"/>`
    )
  }).join('') +
  path(`M0 0L0 ${n(-size * 0.32)}`, stroke('#4f7d5f', size * 0.04))

/** A loose cloud of grains on fine branches. */
const plume: Flower = (random, size, colour) =>
  times(15, (index) => {
    const share = index / 14
    const foot: Point = [0, -size * (0.05 + share * 0.85)]
    const side = index % 2 === 0 ? 1 : -1
    const tip: Point = [side * size * 0.3 * (1 - share * 0.72), foot[1] - size * 0.12]
    const grain = () =>
      dot(
        foot[0] + (tip[0] - foot[0]) * random.next() + random.bell() * size * 0.03,
        foot[1] + (tip[1] - foot[1]) * random.next() + random.bell() * size * 0.035,
      )
    const grains = [0.03, 0.042].map((wide) =>
      path(times(8, grain).join(''), stroke(shades(random, colour), size * wide)),
    )
    return (
      path(line([foot, tip]), stroke(mix(colour, '#4f7d5f', 0.5), size * 0.012)) + grains.join('')
    )
  }).join('') + path(`M0 0V${n(-size)}`, stroke(mix(colour, '#4f7d5f', 0.5), size * 0.018))

const cluster =
  (petals: number, slender: number): Flower =>
  (random, size, colour) =>
    times(7, (index) => {
      const [x, y] = polar([0, -size * 0.5], index === 6 ? 0 : size * 0.36, index * 1.047)
      return (
        path(`M0 0L${n(x)} ${n(y)}`, stroke('#7ea27c', size * 0.02)) +
        group(
          turned([x, y], random.between(0, 60)),
          open(petals, slender)(random, size * 0.2, colour),
        )
      )
    }).join('')

/** A pea flower: standard, wings and keel. */
const peas: Flower = (random, size, colour) =>
  times(8, (index) => {
    const side = index % 2 === 0 ? 1 : -1
    const s = size * 0.16
    return group(
      turned(
        [side * size * 0.13, -size * (0.14 + index * 0.105)],
        side * 58 + random.between(-10, 10),
      ),
      path(petal(s * 1.5, s * 0.95), fill(mix(colour, '#ffffff', 0.22))),
      path(petal(s * 1.05, s * 0.5), fill(mix(colour, ink[3], 0.16))),
      path(`M0 ${n(s * 0.1)}V${n(-s * 0.4)}`, stroke('#4f7d5f', s * 0.5)),
    )
  }).join('') + path(`M0 0V${n(-size)}`, stroke('#4f7d5f', size * 0.022))

const bare: Flower = () => ''

export const flowers = {
  raceme,
  globe,
  umbel,
  head,
  daisy,
  bells,
  trumpet,
  plume,
  peas,
  bare,
  four: cluster(4, 0.5),
  five: cluster(5, 0.4),
  star: cluster(6, 0.24),
  rose: (random: Random, size: number, colour: string) =>
    group(turned([0, -size * 0.5], 0), open(5, 0.5)(random, size * 0.5, colour)),
  white_five: (random: Random, size: number) => cluster(5, 0.4)(random, size, paper[0]),
} satisfies Record<string, Flower>
export type FlowerName = keyof typeof flowers
