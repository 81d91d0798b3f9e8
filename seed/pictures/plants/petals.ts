import type { Random } from '../../random.ts'
import { ink, mix } from '../palette.ts'
import { circle, fill, group, n, path, polar, times, turned } from '../svg.ts'

/** A flower or flower head that stands up from where it is attached (0, 0), `size` units tall. */
export type Flower = (random: Random, size: number, colour: string) => string

export const shades = (random: Random, colour: string) =>
  mix(colour, random.is(0.5) ? '#ffffff' : ink[3], random.between(0, 0.28))

/** A round point of the stroke's width. */
export const dot = (x: number, y: number) => `M${n(x)} ${n(y)}h0`

export const petal = (long: number, wide: number) =>
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
