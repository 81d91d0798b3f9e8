import type { Random } from '../../random.ts'
import { ink, mix } from '../palette.ts'
import { curve, fill, n, path, type Point, polar, rect, spread, stroke, times } from '../svg.ts'
import type { Build } from './builds.ts'
import { headOf } from './head.ts'

/** The animal on its feet at (0, 0), looking right. */
export function drawn(random: Random, build: Build): string {
  const long = 620 * (build.size ?? 1)
  const [depth, legs] = [long * build.depth, long * build.legs]
  const middle = -legs - depth / 2
  const dark = mix(build.colour, ink[3], 0.32)
  const limb = (x: number, colour: string) =>
    path(
      `M${n(x)} ${n(-legs - depth * 0.3)}C${n(x - 6)} ${n(-legs * 0.6)} ${n(x + 8)} ${n(-legs * 0.5)} ${n(x)} 0`,
      `fill="none" stroke="${colour}" stroke-width="${n(long * 0.062)}" stroke-linecap="butt"`,
    ) + rect(x - long * 0.036, -16, long * 0.074, 18, fill(ink[3]))
  const legColour =
    build.coat === 'fleece' ? mix(build.head, build.colour, 0.25) : mix(build.colour, ink[3], 0.16)
  return [
    tailOf(build, long, middle),
    limb(-long * 0.3, mix(legColour, ink[3], 0.35)),
    limb(long * 0.3, mix(legColour, ink[3], 0.35)),
    trunk(random, build, { long, depth, middle, dark }),
    limb(-long * 0.4, legColour),
    limb(long * 0.38, legColour),
    headOf(build, [long * 0.45, middle - depth * 0.16], long),
  ].join('')
}

type Trunk = { long: number; depth: number; middle: number; dark: string }

function trunk(random: Random, build: Build, { long, depth, middle, dark }: Trunk): string {
  const hump = (x: number) =>
    build.humps === 2
      ? depth * 0.62 * (Math.exp(-(((x + 0.17) / 0.1) ** 2)) + Math.exp(-(((x - 0.16) / 0.1) ** 2)))
      : (build.humps ?? 0) * depth * 0.42 * Math.exp(-(((x - 0.3) / 0.16) ** 2))
  const top = spread(-0.5, 0.5, 17).map((x): Point => [
    x * long,
    middle - (depth / 2) * Math.sqrt(Math.max(0, 1 - Math.abs(x * 2) ** 3.4)) - hump(x),
  ])
  const bottom = spread(0.5, -0.5, 17).map((x): Point => [
    x * long,
    middle +
      (depth / 2) *
        Math.sqrt(Math.max(0, 1 - Math.abs(x * 2) ** 3)) *
        (0.95 + 0.05 * Math.cos(x * 6)),
  ])
  const body = path(curve([...top, ...bottom], true), fill(build.colour))
  if (build.coat === 'fleece') return fleece(random, build, { long, depth, middle, dark })
  const patches = build.patch
    ? times(5, (index) =>
        path(
          curve(
            times(8, (corner) =>
              polar(
                [(index - 2) * long * 0.19, middle + random.between(-0.24, 0.2) * depth],
                depth * random.between(0.13, 0.26),
                corner * 0.785,
              ),
            ),
            true,
          ),
          fill(build.patch ?? dark),
        ),
      )
    : []
  const hairs =
    build.coat === 'long'
      ? coat(random, build, { long, depth, middle, dark })
      : shine(long, depth, middle)
  return body + patches.join('') + hairs
}

const shine = (long: number, depth: number, middle: number) =>
  path(
    `M${n(-long * 0.38)} ${n(middle - depth * 0.36)}Q0 ${n(middle - depth * 0.5)} ${n(long * 0.36)} ${n(middle - depth * 0.34)}`,
    stroke('#ffffff', depth * 0.1, 0.18),
  ) +
  path(
    `M${n(-long * 0.36)} ${n(middle + depth * 0.38)}Q0 ${n(middle + depth * 0.5)} ${n(long * 0.3)} ${n(middle + depth * 0.38)}`,
    stroke(ink[3], depth * 0.09, 0.14),
  )

/** Locks that hang: a skirt of them below. */
export function coat(
  random: Random,
  { colour, legs }: Build,
  { long, depth, middle, dark }: Trunk,
): string {
  const skirt = times(46, (index) => {
    const x = -long * 0.49 + (index / 45) * long * 0.98
    const drop = depth * (legs < 0.25 ? 0.42 : 0.2) * random.between(0.6, 1.1)
    return path(
      `M${n(x - 15)} ${n(middle + depth * 0.12)}Q${n(x + 4)} ${n(middle + depth * 0.42)} ${n(x + random.between(-8, 8))} ${n(middle + depth * 0.44 + drop)}Q${n(x + 12)} ${n(middle + depth * 0.3)} ${n(x + 17)} ${n(middle + depth * 0.12)}Z`,
      fill(mix(colour, dark, random.next() * 0.55)),
    )
  })
  const locks = times(80, () => {
    const [u, v] = [random.between(-0.44, 0.44), random.between(-0.36, 0.24)]
    return `M${n(u * long)} ${n(middle + v * depth)}q${n(random.between(-9, 9))} ${n(depth * 0.09)} ${n(random.between(-12, 12))} ${n(depth * 0.2)}`
  })
  return skirt.join('') + path(locks.join(''), stroke(dark, 4, 0.35))
}

/** Curls upon curls. */
function fleece(random: Random, { colour }: Build, { long, depth, middle, dark }: Trunk): string {
  const places = times(150, (index): Point => {
    const [u, v] = polar([0, 0], Math.sqrt((index + 0.5) / 150), index * 2.39996)
    return [u * long * 0.5, middle + v * depth * 0.52]
  }).toReversed()
  const under = places.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('')
  const curls = [0, 1, 2].map((shade) =>
    path(
      places
        .filter((_, index) => index % 3 === shade)
        .map(([x, y]) => {
          const r = random.between(11, 17)
          return `M${Math.round(x - r)} ${Math.round(y)}a${n(r)} ${n(r)} 0 1 1 ${n(r)} ${n(r)}`
        })
        .join(''),
      stroke(mix(colour, dark, 0.35 + shade * 0.25), 4, 0.75),
    ),
  )
  return (
    path(under, stroke(mix(colour, dark, 0.22), 80)) +
    path(under, `${stroke(colour, 70)} transform="translate(0 -5)"`) +
    curls.join('')
  )
}

function tailOf({ tail, colour, coat: kind }: Build, long: number, middle: number): string {
  const [x, y] = [-long * 0.49, middle - long * 0.08]
  const dark = mix(colour, ink[3], 0.25)
  const shapes: Record<string, () => string> = {
    fat: () =>
      `<ellipse cx="${n(x - 8)}" cy="${n(y + long * 0.12)}" rx="${n(long * 0.075)}" ry="${n(long * 0.12)}" fill="${dark}"/>`,
    long: () =>
      path(
        `M${n(x + 20)} ${n(y)}q${n(-long * 0.09)} ${n(long * 0.14)} ${n(-long * 0.05)} ${n(long * 0.34)}`,
        stroke(dark, long * 0.06),
      ),
    brush: () =>
      path(
        `M${n(x + 16)} ${n(y)}q${n(-long * 0.08)} ${n(long * 0.1)} ${n(-long * 0.06)} ${n(long * 0.34)}`,
        stroke(dark, long * 0.02),
      ) +
      `<ellipse cx="${n(x - long * 0.045)}" cy="${n(y + long * 0.38)}" rx="${n(long * 0.026)}" ry="${n(long * 0.07)}" fill="${mix(dark, ink[3], 0.5)}"/>`,
    curl: () =>
      path(
        `M${n(x + 22)} ${n(y)}q${n(-long * 0.1)} ${n(-long * 0.05)} ${n(-long * 0.07)} ${n(long * 0.06)}`,
        stroke(dark, long * (kind === 'fleece' ? 0.06 : 0.03)),
      ),
    plume: () =>
      times(9, (index) =>
        path(
          `M${n(x + 24)} ${n(y)}q${n(-long * (0.08 + index * 0.012))} ${n(long * 0.02)} ${n(-long * (0.05 + index * 0.011))} ${n(long * (0.4 - index * 0.018))}`,
          stroke(mix(colour, ink[3], 0.1 + index * 0.05), long * 0.022),
        ),
      ).join(''),
  }
  return tail ? (shapes[tail]?.() ?? '') : ''
}
