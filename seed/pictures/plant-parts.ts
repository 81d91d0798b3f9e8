import type { Random } from '../random.ts'
import { mix, ink, type Ramp } from './palette.ts'
import {
  circle,
  curve,
  fill,
  group,
  n,
  path,
  type Point,
  polar,
  stroke,
  times,
  turned,
} from './svg.ts'

/** Something that grows along +x from where it is attached, `long` units. */
export type Part = (random: Random, long: number, ramp: Ramp) => string

const blade = (long: number, wide: number, shoulder = 0.4): string =>
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

/** A seed, lying along x, in the two colours of its kind. */
export function seedOf(
  random: Random,
  shape: string,
  { size, ramp }: { size: number; ramp: Ramp },
): string {
  const base = mix(ramp[0] ?? '#a97738', ramp[1] ?? '#7d5426', random.next())
  const [dark, light] = [mix(base, ink[3], 0.45), mix(base, '#ffffff', 0.42)]
  const shapes: Record<string, () => string> = {
    kidney: () =>
      path(
        `M${n(-size)} 0C${n(-size)} ${n(-size * 0.9)} ${n(size)} ${n(-size * 0.9)} ${n(size)} 0C${n(size)} ${n(size * 0.8)} ${n(size * 0.4)} ${n(size * 0.2)} 0 ${n(size * 0.24)}C${n(-size * 0.4)} ${n(size * 0.2)} ${n(-size)} ${n(size * 0.8)} ${n(-size)} 0Z`,
        fill(base),
      ) +
      path(
        `M${n(-size * 0.6)} ${n(-size * 0.36)}Q0 ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.38)}`,
        stroke(light, size * 0.14, 0.7),
      ),
    round: () =>
      circle([0, 0], size * 0.8, fill(base)) +
      circle([-size * 0.25, -size * 0.28], size * 0.26, fill(light, 0.75)) +
      path(`M${n(size * 0.5)} ${n(size * 0.3)}h0`, stroke(dark, size * 0.2)),
    grain: () =>
      path(
        blade(size * 2, size * 0.56, 0.45),
        `${fill(base)} transform="translate(${n(-size)} 0)"`,
      ) +
      path(`M${n(-size * 0.8)} 0H${n(size * 0.75)}`, stroke(dark, size * 0.1, 0.7)) +
      path(
        `M${n(-size * 0.5)} ${n(-size * 0.2)}Q0 ${n(-size * 0.36)} ${n(size * 0.5)} ${n(-size * 0.18)}`,
        stroke(light, size * 0.12, 0.7),
      ),
    flat: () =>
      `<ellipse rx="${n(size)}" ry="${n(size * 0.64)}" ${fill(base)}/>` +
      `<ellipse rx="${n(size * 0.68)}" ry="${n(size * 0.4)}" ${stroke(dark, size * 0.08, 0.6)}/>` +
      path(`M${n(-size * 0.6)} 0h${n(size * 1.2)}`, stroke(light, size * 0.08, 0.6)),
    winged: () =>
      `<ellipse rx="${n(size)}" ry="${n(size * 0.72)}" ${fill(light)}/><ellipse rx="${n(size * 0.62)}" ry="${n(size * 0.5)}" ${fill(base)}/>` +
      path(
        [-0.24, 0, 0.24].map((y) => `M${n(-size * 0.5)} ${n(y * size)}H${n(size * 0.5)}`).join(''),
        stroke(dark, size * 0.09, 0.7),
      ),
    triangle: () =>
      path(
        `M0 ${n(-size)}Q${n(size * 0.9)} ${n(size * 0.1)} ${n(size * 0.72)} ${n(size * 0.7)}Q0 ${n(size)} ${n(-size * 0.72)} ${n(size * 0.7)}Q${n(-size * 0.9)} ${n(size * 0.1)} 0 ${n(-size)}Z`,
        fill(base),
      ) +
      path(
        `M0 ${n(-size * 0.9)}Q${n(-size * 0.12)} 0 0 ${n(size * 0.8)}`,
        stroke(dark, size * 0.1, 0.8),
      ) +
      path(
        `M${n(-size * 0.3)} ${n(-size * 0.1)}Q${n(-size * 0.5)} ${n(size * 0.2)} ${n(-size * 0.4)} ${n(size * 0.5)}`,
        stroke(light, size * 0.12, 0.6),
      ),
    tear: () =>
      path(
        `M${n(-size)} 0C${n(-size * 0.4)} ${n(-size * 0.4)} ${n(size * 0.4)} ${n(-size * 0.8)} ${n(size)} 0C${n(size * 0.4)} ${n(size * 0.8)} ${n(-size * 0.4)} ${n(size * 0.4)} ${n(-size)} 0Z`,
        fill(base),
      ) +
      path(
        `M${n(-size * 0.3)} ${n(-size * 0.14)}Q${n(size * 0.3)} ${n(-size * 0.4)} ${n(size * 0.7)} ${n(-size * 0.1)}`,
        stroke(light, size * 0.13, 0.7),
      ),
    stone: () =>
      path(
        blade(size * 2, size * 0.86, 0.42),
        `${fill(base)} transform="translate(${n(-size)} 0)"`,
      ) +
      path(
        times(
          7,
          (index) =>
            `M${n(-size * 0.7 + index * size * 0.22)} ${n(-size * 0.3 + (index % 3) * size * 0.2)}q${n(size * 0.12)} ${n(size * 0.2)} ${n(size * 0.26)} 0`,
        ).join(''),
        stroke(dark, size * 0.08, 0.8),
      ),
    burr: () =>
      circle([0, 0], size * 0.6, fill(base)) +
      path(
        times(14, (index) => {
          const [x, y] = polar([0, 0], size, index * 0.4488)
          return `M0 0L${n(x)} ${n(y)}`
        }).join(''),
        stroke(base, size * 0.14),
      ) +
      circle([-size * 0.16, -size * 0.18], size * 0.2, fill(light, 0.7)),
  }
  return (shapes[shape] ?? shapes['round'] ?? (() => ''))()
}
