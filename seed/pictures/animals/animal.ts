import { at, type Random } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, ink, loess, mix, paper, red } from '../palette.ts'
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
  polar,
  rect,
  spread,
  stamps,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'

/** How a breed looks from the side, in the words of the drawings. Lengths are parts of the body's length. */
type Build = {
  coat: 'fleece' | 'long' | 'short' | 'feather'
  colour: string
  head: string
  legs: number
  depth: number
  neck: number
  horns?: 'spiral' | 'curve' | 'straight' | 'sabre' | 'antlers'
  tail?: 'fat' | 'long' | 'brush' | 'curl' | 'plume'
  humps?: number
  mane?: boolean
  patch?: string
  snout?: 'long' | 'short' | 'beak'
  size?: number
  isLow?: boolean
}

const builds: Readonly<Record<string, Build>> = {
  tan_sheep: {
    coat: 'fleece',
    colour: '#f4efe2',
    head: '#3a302a',
    legs: 0.3,
    depth: 0.5,
    neck: 0.24,
    horns: 'spiral',
    tail: 'long',
  },
  small_sheep: {
    coat: 'fleece',
    colour: '#f1eadb',
    head: '#f1eadb',
    legs: 0.36,
    depth: 0.46,
    neck: 0.26,
    tail: 'fat',
  },
  tibetan_sheep: {
    coat: 'fleece',
    colour: '#ece5d6',
    head: '#5a3a26',
    legs: 0.34,
    depth: 0.46,
    neck: 0.26,
    horns: 'spiral',
    tail: 'curl',
  },
  fine_sheep: {
    coat: 'fleece',
    colour: '#efe6cf',
    head: '#e9dec6',
    legs: 0.3,
    depth: 0.56,
    neck: 0.22,
    horns: 'spiral',
    tail: 'curl',
  },
  cashmere_goat: {
    coat: 'long',
    colour: '#f6f3ea',
    head: '#f0ebdf',
    legs: 0.32,
    depth: 0.44,
    neck: 0.3,
    horns: 'sabre',
    tail: 'curl',
  },
  black_goat: {
    coat: 'long',
    colour: '#35302e',
    head: '#2a2626',
    legs: 0.36,
    depth: 0.42,
    neck: 0.3,
    horns: 'sabre',
    tail: 'curl',
  },
  white_yak: {
    coat: 'long',
    colour: '#f3efe6',
    head: '#e9e2d4',
    legs: 0.2,
    depth: 0.58,
    neck: 0.2,
    horns: 'curve',
    isLow: true,
    tail: 'plume',
    humps: 0.5,
    size: 1.14,
  },
  black_yak: {
    coat: 'long',
    colour: '#2e2826',
    head: '#241f1e',
    legs: 0.2,
    depth: 0.58,
    neck: 0.2,
    horns: 'curve',
    isLow: true,
    tail: 'plume',
    humps: 0.5,
    size: 1.14,
  },
  cattle: {
    coat: 'short',
    colour: '#a8683a',
    head: '#96592f',
    legs: 0.34,
    depth: 0.48,
    neck: 0.22,
    horns: 'straight',
    tail: 'brush',
    size: 1.1,
  },
  pied_cattle: {
    coat: 'short',
    colour: '#f0e8da',
    head: '#f0e8da',
    patch: '#8e4a2c',
    legs: 0.34,
    depth: 0.48,
    neck: 0.22,
    horns: 'straight',
    tail: 'brush',
    size: 1.1,
  },
  horse: {
    coat: 'short',
    colour: '#8a5a36',
    head: '#8a5a36',
    legs: 0.46,
    depth: 0.42,
    neck: 0.42,
    tail: 'plume',
    mane: true,
    snout: 'long',
    size: 1.08,
  },
  donkey: {
    coat: 'short',
    colour: '#4f4a48',
    head: '#45403e',
    legs: 0.42,
    depth: 0.42,
    neck: 0.36,
    tail: 'brush',
    mane: true,
    snout: 'long',
  },
  camel: {
    coat: 'long',
    colour: '#b98a52',
    head: '#a87a46',
    legs: 0.5,
    depth: 0.42,
    neck: 0.4,
    tail: 'brush',
    humps: 2,
    snout: 'long',
    size: 1.06,
  },
  deer: {
    coat: 'short',
    colour: '#9c6a42',
    head: '#8a5a36',
    legs: 0.46,
    depth: 0.38,
    neck: 0.38,
    horns: 'antlers',
    tail: 'curl',
    snout: 'long',
  },
  pig: {
    coat: 'short',
    colour: '#3a3434',
    head: '#332e2e',
    legs: 0.2,
    depth: 0.5,
    neck: 0.06,
    tail: 'curl',
    snout: 'long',
    size: 0.98,
  },
  dog: {
    coat: 'long',
    colour: '#3e3028',
    head: '#33271f',
    legs: 0.34,
    depth: 0.4,
    neck: 0.2,
    tail: 'plume',
    patch: '#b98a52',
    snout: 'short',
    size: 0.9,
  },
}

/** Hills of the place, the animal on them large, its herd small behind, a swatch of its coat. */
export const animal: Motif = (random, { key, variant }) => {
  const build = builds[variant]
  if (!build) throw new Error(`No looks for the animal ${variant}.`)
  const noise = noiseOf(key, 4)
  const lands = [
    [blue[0], green[1], green[2], green[3]],
    [paper[1], loess[1], loess[2], loess[3]],
    ['#f3e3d3', red[1], red[2], loess[3]],
    [blue[1], blue[2], green[2], green[4]],
  ]
  const [sky = paper[0], far = green[1], middle = green[2], near = green[3]] = at(
    lands,
    random.whole(0, 3),
  )
  const hill = (base: number, wave: number, colour: string, step: number) =>
    path(
      `${line(spread(-20, 1620, 40).map((x): Point => [x, base - wave * (0.4 + noise(x / 520 + step * 4, step))]))}V1220H-20Z`,
      fill(colour),
    )
  const body = drawn(random, build)
  const herd = stamps('herd', 1, () => body)
  const isMirrored = random.is(0.5)
  const distant = times(5, (index) => {
    const x = 140 + index * 330 + random.between(-60, 60)
    return herd.use(
      0,
      `transform="translate(${n(x)} ${n(735 + random.between(-26, 26))}) scale(${index % 2 === 0 ? 0.15 : -0.15} .15)" opacity=".75"`,
    )
  })
  const blades = times(
    90,
    () =>
      `M${Math.round(random.between(0, 1600))} ${Math.round(random.between(1010, 1200))}q4 -20 ${Math.round(random.between(-14, 14))} -${Math.round(random.between(24, 46))}`,
  )
  return [
    defs(
      gradient('sky', [
        [0, mix(sky, '#ffffff', 0.3)],
        [1, sky],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#sky)"'),
    circle([isMirrored ? 1240 : 360, 240], 84, fill(paper[0], 0.85)),
    hill(620, 220, mix(far, sky, 0.45), 1),
    hill(690, 150, far, 2),
    hill(780, 90, middle, 3),
    herd.kept,
    ...distant,
    hill(1010, 60, near, 4),
    `<ellipse cx="800" cy="1070" rx="430" ry="34" ${fill(ink[3], 0.22)}/>`,
    herd.use(0, `transform="translate(800 1070) scale(${isMirrored ? -1 : 1} 1)"`),
    path(blades.join(''), stroke(mix(near, ink[3], 0.3), 4, 0.8)),
  ].join('')
}

/** The animal on its feet at (0, 0), looking right. */
function drawn(random: Random, build: Build): string {
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
    headOf(random, build, [long * 0.45, middle - depth * 0.16], long),
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
function coat(
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

function headOf(random: Random, build: Build, [x, y]: Point, long: number): string {
  const reach = long * build.neck
  const rise = build.isLow
    ? -0.5
    : build.humps === 2
      ? 0.72
      : build.coat === 'short' && build.neck < 0.3
        ? 0.5
        : 0.95
  const tip: Point = [x + reach * 0.72, y - reach * rise]
  const wide = long * (build.coat === 'short' ? 0.13 : 0.15)
  const neckColour =
    build.coat === 'fleece'
      ? build.colour
      : build.humps === 2
        ? mix(build.colour, ink[3], 0.1)
        : build.colour
  const neck = path(
    `M${n(x - long * 0.06)} ${n(y + wide * 0.5)}Q${n(x + reach * 0.3)} ${n(y + (build.humps === 2 ? reach * 0.2 : 0))} ${n(tip[0])} ${n(tip[1])}`,
    stroke(neckColour, wide * 1.35),
  )
  const face = long * (build.snout === 'long' ? 0.25 : build.snout === 'short' ? 0.17 : 0.2)
  const mane = build.mane
    ? path(
        times(16, (index) => {
          const t = index / 15
          const [u, v] = [x - long * 0.04 + (tip[0] - x) * t, y - wide * 0.6 + (tip[1] - y) * t]
          return `M${n(u)} ${n(v)}q${n(-long * 0.045)} ${n(long * 0.02)} ${n(-long * 0.05)} ${n(long * 0.07)}`
        }).join(''),
        stroke(mix(build.colour, ink[3], 0.7), long * 0.022),
      )
    : ''
  const skull = group(
    turned(tip, build.snout === 'long' ? 40 : 34),
    path(
      `M${n(-face * 0.34)} ${n(-face * 0.34)}C${n(face * 0.2)} ${n(-face * 0.46)} ${n(face * 0.7)} ${n(-face * 0.26)} ${n(face * 0.98)} ${n(-face * 0.12)}C${n(face * 1.08)} ${n(face * 0.1)} ${n(face * 0.98)} ${n(face * 0.24)} ${n(face * 0.84)} ${n(face * 0.26)}C${n(face * 0.5)} ${n(face * 0.3)} ${n(face * 0.1)} ${n(face * 0.44)} ${n(-face * 0.2)} ${n(face * 0.38)}C${n(-face * 0.5)} ${n(face * 0.2)} ${n(-face * 0.5)} ${n(-face * 0.2)} ${n(-face * 0.34)} ${n(-face * 0.34)}Z`,
      fill(build.head),
    ),
    circle([face * 0.22, -face * 0.12], face * 0.055, fill(build.head < '#6' ? paper[1] : ink[3])),
    circle([face * 0.9, face * 0.02], face * 0.04, fill(ink[3], 0.6)),
  )
  const ear = group(
    turned(
      [tip[0] - face * 0.16, tip[1] - face * 0.16],
      build.snout === 'long' && build.coat === 'short' ? -60 : 150,
    ),
    `<ellipse cx="${n(face * 0.2)}" cy="0" rx="${n(face * 0.26)}" ry="${n(face * 0.1)}" fill="${mix(build.head, ink[3], 0.2)}"/>`,
  )
  return (
    hornOf(random, build, tip, face * 0.9) +
    neck +
    mane +
    skull +
    ear +
    hornOf(random, build, [tip[0] - 8, tip[1] - 4], face)
  )
}

function hornOf(_random: Random, { horns }: Build, [x, y]: Point, size: number): string {
  const tone = loess[1]
  const shapes: Record<string, () => string> = {
    spiral: () =>
      path(
        line(
          spread(0, 1, 34).map((t) =>
            polar(
              [x - size * 0.06 + t * size * 0.1, y - size * 0.18],
              size * (0.5 - 0.4 * t),
              -2.2 - t * 7.4,
            ),
          ),
        ),
        stroke(mix(tone, loess[3], 0.5), size * 0.15),
      ) +
      path(
        line(
          spread(0, 1, 34).map((t) =>
            polar(
              [x - size * 0.06 + t * size * 0.1, y - size * 0.18],
              size * (0.5 - 0.4 * t),
              -2.2 - t * 7.4,
            ),
          ),
        ),
        `${stroke(loess[4], size * 0.15, 0.35)} stroke-dasharray="2 13"`,
      ),
    curve: () =>
      path(
        `M${n(x - size * 0.1)} ${n(y - size * 0.28)}c${n(size * 0.1)} ${n(-size * 0.3)} ${n(size * 0.5)} ${n(-size * 0.2)} ${n(size * 0.4)} ${n(-size * 0.7)}`,
        stroke(mix(loess[2], ink[3], 0.45), size * 0.11),
      ),
    straight: () =>
      path(
        `M${n(x - size * 0.1)} ${n(y - size * 0.28)}q${n(size * 0.1)} ${n(-size * 0.22)} ${n(size * 0.28)} ${n(-size * 0.28)}`,
        stroke(paper[3], size * 0.09),
      ),
    sabre: () =>
      path(
        `M${n(x - size * 0.06)} ${n(y - size * 0.26)}q${n(-size * 0.04)} ${n(-size * 0.6)} ${n(-size * 0.56)} ${n(-size * 0.86)}`,
        stroke(mix(loess[3], ink[3], 0.2), size * 0.12),
      ),
    antlers: () =>
      path(
        `M${n(x - size * 0.1)} ${n(y - size * 0.26)}c${n(-size * 0.2)} ${n(-size * 0.4)} ${n(-size * 0.4)} ${n(-size * 0.7)} ${n(-size * 0.1)} ${n(-size * 1.25)}m${n(-size * 0.12)} ${n(size * 0.86)}q${n(size * 0.3)} ${n(-size * 0.04)} ${n(size * 0.42)} ${n(-size * 0.3)}m${n(-size * 0.52)} ${n(-size * 0.12)}q${n(size * 0.3)} 0 ${n(size * 0.5)} ${n(-size * 0.3)}`,
        stroke(mix(loess[3], ink[3], 0.25), size * 0.09),
      ),
  }
  return horns ? (shapes[horns]?.() ?? '') : ''
}
