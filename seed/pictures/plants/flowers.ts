import type { Random } from '../../random.ts'
import { ink, mix, paper } from '../palette.ts'
import { circle, fill, group, line, n, path, polar, stroke, times, turned } from '../svg.ts'
import { cluster, globe, peas, plume, raceme, umbel } from './clusters.ts'
import { type Flower, open, petal, shades } from './petals.ts'

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
