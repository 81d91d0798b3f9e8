import type { Random } from '../../random.ts'
import { mix, ink, type Ramp } from '../palette.ts'
import { curve, fill, group, n, path, type Point, polar, stroke, times, turned } from '../svg.ts'

/** Something that grows along +x from where it is attached, `long` units. */
export type Part = (random: Random, long: number, ramp: Ramp) => string

export const blade = (long: number, wide: number, shoulder = 0.4): string =>
  `M0 0C${n(long * shoulder * 0.5)} ${n(-wide)} ${n(long * (shoulder + 0.3))} ${n(-wide)} ${n(long)} 0C${n(long * (shoulder + 0.3))} ${n(wide)} ${n(long * shoulder * 0.5)} ${n(wide)} 0 0Z`

const half = (long: number, wide: number, shoulder = 0.4): string =>
  `M0 0C${n(long * shoulder * 0.5)} ${n(-wide)} ${n(long * (shoulder + 0.3))} ${n(-wide)} ${n(long)} 0Z`

/** A leaf with its lighter half, midrib and veins. */
const simple =
  (slender: number, shoulder = 0.4, veins = 5): Part =>
  (random, long, ramp) => {
    const wide = long * slender
    const base = mix(ramp[2] ?? '#7ea27c', ramp[3] ?? '#4f7d5f', random.next())
    const lines = times(veins, (index) => {
      const x = long * (0.16 + (index / veins) * 0.66)
      return `M${n(x)} 0l${n(long * 0.12)} ${n(-wide * 0.5)}M${n(x)} 0l${n(long * 0.12)} ${n(wide * 0.5)}`
    })
    return (
      path(blade(long, wide, shoulder), fill(base)) +
      path(half(long, wide, shoulder), fill(mix(base, '#ffffff', 0.16))) +
      path(
        `M0 0H${n(long * 0.94)}${lines.join('')}`,
        stroke(mix(base, ink[3], 0.4), Math.max(1.2, long * 0.012), 0.6),
      )
    )
  }

/** Leaflets in pairs along a stalk; an odd one at its end where `odd`. */
const pinnate =
  (pairs: number, slender: number, isOdd: boolean, reach = 0.3): Part =>
  (random, long, ramp) => {
    const leaflet = simple(slender, 0.4, 0)
    const all = times(pairs, (index) => {
      const x = long * (0.14 + (index / pairs) * 0.8)
      const size = long * reach * (1 - 0.35 * Math.abs(index / pairs - 0.4))
      return [-62, 62]
        .map((turn) =>
          group(turned([x, 0], turn + random.between(-7, 7)), leaflet(random, size, ramp)),
        )
        .join('')
    })
    const end = isOdd ? group(turned([long * 0.95, 0], 0), leaflet(random, long * reach, ramp)) : ''
    return (
      path(`M0 0H${n(long * 0.95)}`, stroke(ramp[3] ?? '#4f7d5f', Math.max(2, long * 0.016))) +
      all.join('') +
      end
    )
  }

/** Three leaflets on a stalk, as in clovers. */
const trefoil =
  (slender: number): Part =>
  (random, long, ramp) => {
    const leaflet = simple(slender, 0.5, 4)
    return (
      path(`M0 0H${n(long * 0.45)}`, stroke(ramp[3] ?? '#4f7d5f', 3)) +
      [-48, 48, 0]
        .map((turn) => group(turned([long * 0.44, 0], turn), leaflet(random, long * 0.56, ramp)))
        .join('')
    )
  }

/** Lobes from one point, as a hand. */
const palmate =
  (lobes: number, slender: number): Part =>
  (random, long, ramp) => {
    const leaflet = simple(slender, 0.45, 3)
    const fans = times(lobes, (index) => {
      const turn = (index - (lobes - 1) / 2) * (170 / lobes)
      return group(
        turned([long * 0.3, 0], turn),
        leaflet(random, long * 0.72 * (1 - Math.abs(turn) / 260), ramp),
      )
    })
    return path(`M0 0H${n(long * 0.34)}`, stroke(ramp[3] ?? '#4f7d5f', 4)) + fans.join('')
  }

/** Finely cut, as leaves of umbels are. */
const cut: Part = (random, long, ramp) => {
  const branch = (size: number, depth: number): string => {
    if (depth === 0)
      return path(
        blade(size, size * 0.2),
        fill(mix(ramp[2] ?? '#7ea27c', ramp[3] ?? '#4f7d5f', random.next())),
      )
    const sides = times(3, (index) =>
      [-1, 1]
        .map((side) =>
          group(
            turned([size * (0.26 + index * 0.24), 0], side * 46),
            branch(size * (0.46 - index * 0.09), depth - 1),
          ),
        )
        .join(''),
    )
    return (
      path(`M0 0H${n(size * 0.8)}`, stroke(ramp[3] ?? '#4f7d5f', Math.max(1.5, size * 0.016))) +
      sides.join('') +
      group(turned([size * 0.76, 0], 0), branch(size * 0.3, 0))
    )
  }
  return branch(long, 2)
}

/** A round leaf with a notch and a wavy edge. */
const heart: Part = (random, long, ramp) => {
  const base = mix(ramp[2] ?? '#7ea27c', ramp[3] ?? '#4f7d5f', random.next())
  const edge = times(26, (index): Point => {
    const angle = (index / 25 - 0.5) * 5.7
    return polar([long * 0.52, 0], long * 0.5 * (1 + 0.05 * Math.sin(index * 2.4)), angle)
  })
  const veins = times(7, (index) => {
    const [x, y] = polar([long * 0.14, 0], long * 0.74, (index - 3) * 0.36)
    return `M${n(long * 0.12)} 0L${n(x)} ${n(y)}`
  })
  return (
    path(`M0 0H${n(long * 0.2)}`, stroke(mix(base, '#c97150', 0.4), Math.max(4, long * 0.04))) +
    path(curve([[long * 0.1, 0], ...edge.toReversed(), [long * 0.1, 0]]), fill(base)) +
    path(veins.join(''), stroke(mix(base, '#ffffff', 0.45), Math.max(1.5, long * 0.013), 0.8))
  )
}

/** A long strap that bends over. */
const strap: Part = (random, long, ramp) => {
  const [sag, wide] = [random.between(0.1, 0.42) * long, long * random.between(0.025, 0.04)]
  const base = mix(ramp[2] ?? '#7ea27c', ramp[4] ?? '#2f5b47', random.next())
  return (
    path(
      `M0 ${n(-wide)}Q${n(long * 0.55)} ${n(-wide * 2)} ${n(long)} ${n(sag)}Q${n(long * 0.5)} ${n(wide * 1.4)} 0 ${n(wide)}Z`,
      fill(base),
    ) +
    path(
      `M0 0Q${n(long * 0.55)} ${n(-wide)} ${n(long)} ${n(sag)}`,
      stroke(mix(base, '#ffffff', 0.4), 1.6, 0.6),
    )
  )
}

/** Jointed green stems in place of leaves. */
const joints: Part = (random, long, ramp) =>
  times(6, (index) => {
    const pieces = times(5, (joint) => `M${n(joint * long * 0.19)} 0h${n(long * 0.18)}`).join('')
    const colour = mix(ramp[2] ?? '#7ea27c', ramp[3] ?? '#4f7d5f', random.next())
    return group(
      turned([index * long * 0.05, 0], random.between(-26, 26)),
      path(pieces, stroke(colour, Math.max(4, long * 0.03))),
    )
  }).join('')

export const leaves = {
  oval: simple(0.3),
  broad: simple(0.42, 0.34, 6),
  lance: simple(0.15, 0.4, 4),
  linear: simple(0.06, 0.5, 0),
  round: simple(0.56, 0.5, 4),
  heart,
  trefoil: trefoil(0.36),
  narrow_trefoil: trefoil(0.22),
  pinnate: pinnate(7, 0.26, true),
  fine_pinnate: pinnate(12, 0.24, true, 0.19),
  even_pinnate: pinnate(6, 0.3, false),
  five_leaflets: pinnate(2, 0.34, true, 0.42),
  big_pinnate: pinnate(3, 0.36, true, 0.4),
  palmate: palmate(5, 0.3),
  fingers: palmate(7, 0.13),
  vine_leaf: palmate(3, 0.52),
  cut,
  strap,
  joints,
  potato: pinnate(3, 0.42, true, 0.36),
} satisfies Record<string, Part>

export type LeafName = keyof typeof leaves
