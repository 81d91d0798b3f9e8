import { ink, mix } from '../palette.ts'
import { fill, group, line, n, path, type Point, polar, stroke, times, turned } from '../svg.ts'
import { dot, type Flower, open, petal, shades } from './petals.ts'

/** Small flowers all along a stalk, open below, in bud above. */
export const raceme: Flower = (random, size, colour) => {
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
export const globe: Flower = (random, size, colour) =>
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
export const umbel: Flower = (random, size, colour) =>
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

/** A loose cloud of grains on fine branches. */
export const plume: Flower = (random, size, colour) =>
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

export const cluster =
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
export const peas: Flower = (random, size, colour) =>
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
