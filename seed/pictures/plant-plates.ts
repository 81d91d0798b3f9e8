import { at, type Random } from '../random.ts'
import { green, ink, loess, mix, paper } from './palette.ts'
import { type FlowerName, flowers } from './plant-flowers.ts'
import { fruits } from './plant-fruits.ts'
import { grainShape, grass } from './plant-grasses.ts'
import { type LeafName, leaves, seedOf } from './plant-parts.ts'
import type { Species } from './species.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  group,
  height,
  n,
  path,
  type Point,
  polar,
  radial,
  rect,
  stamps,
  stroke,
  times,
  turned,
  width,
} from './svg.ts'

/** A herbarium plate: the plant, its root where it matters, its seeds in rows, a detail in a ring. */
export function plate(random: Random, species: Species): string {
  const tints = [
    [paper[0], paper[2]],
    ['#f3f4e8', '#dfe6d2'],
    ['#eef3f2', '#d5e2e2'],
    ['#f8f0e6', '#ecd9c3'],
  ]
  const [light = paper[0], dark = paper[2]] = at(tints, random.whole(0, 3))
  const isMirrored = random.is(0.4)
  const side = isMirrored ? 400 : 1200
  const [down, scale] = species.root
    ? [745, 0.68]
    : species.habit === 'branch'
      ? [1190, 1.12]
      : species.habit === 'rosette'
        ? [1010, 1.12]
        : [1090, 0.98]
  const stage: Point = [isMirrored ? 1110 : 490, down]
  return [
    defs(
      gradient('sheet', [
        [0, light],
        [1, dark],
      ]),
      radial('lens', [
        [0, '#ffffff', 0.95],
        [1, light, 0.9],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#sheet)"'),
    path(`M${side - 260} ${n(1010)}H${side + 260}`, stroke(ink[1], 2, 0.25)),
    group(turned(stage, 0, scale), figure(random, species)),
    detail(random, species, [side, 330]),
    seeds(random, species, [side, 800]),
  ].join('')
}

const figure = (random: Random, species: Species): string => {
  const root = species.root ? rootOf(random, species.root, species.seedRamp) : ''
  if (species.habit === 'grass')
    return (
      root +
      grass(random, {
        ear: species.ear ?? 'wild',
        ramp: species.seedRamp,
        count: species.ear === 'maize' ? 2 : 5,
      })
    )
  if (species.habit === 'branch') return branch(random, species)
  if (species.habit === 'rosette') return root + rosette(random, species)
  return root + herb(random, species)
}

/** A stem or several from one foot, leaves by turns, flowers at the ends. */
function herb(random: Random, species: Species): string {
  const { leaf, flower, flowerColour, leafSize = 190, stems = 3, isVine = false } = species
  const blades = stamps('leaf', 4, () => leaves[leaf](random, leafSize, green))
  const heads = stamps('head', 2, () => flowers[flower](random, flowerSize(flower), flowerColour))
  const isLarge = ['fine_pinnate', 'pinnate', 'cut'].includes(leaf)
  const all = times(stems, (index) => {
    const lean = (index - (stems - 1) / 2) * 165 + random.between(-30, 30)
    const tall = random.between(640, 770) - Math.abs(lean) * 0.35
    const place = (t: number): Point => [
      lean * t ** 1.4 + (isVine ? 90 : 18) * Math.sin(t * (isVine ? 8 : 4) + index * 2),
      -tall * t,
    ]
    const count = isLarge ? 6 : 9
    const leafy = times(count, (number) => {
      const t = 0.1 + (number / count) * 0.78
      const turn = number % 2 === 0 ? random.between(-46, -18) : random.between(198, 226)
      return blades.use(number + index, turned(place(t), turn, 1.12 - t * 0.55))
    })
    const flowering = [1, 0.86, 0.72].slice(0, flower === 'bells' ? 3 : stems > 2 ? 1 : 2)
    const blooms = flowering.map((t, number) =>
      heads.use(
        index + number,
        turned(place(t), lean * 0.05 + (number === 1 ? 50 : number * -25), 1 - number * 0.2),
      ),
    )
    const stem = curve(times(9, (step) => place(step / 8)))
    return (
      path(stem, stroke(mix(green[3], green[4], random.next()), isVine ? 7 : 11)) +
      leafy.join('') +
      blooms.join('')
    )
  })
  return blades.kept + heads.kept + all.join('')
}

const flowerSize = (flower: FlowerName) =>
  (
    {
      umbel: 260,
      raceme: 250,
      plume: 330,
      peas: 240,
      head: 150,
      daisy: 190,
      globe: 110,
      bells: 170,
      trumpet: 210,
      bare: 0,
      rose: 150,
    } as Partial<Record<FlowerName, number>>
  )[flower] ?? 140

/** Leaves from one point on the ground, the flower stalk among them. */
function rosette(random: Random, { leaf, flower, flowerColour, leafSize = 330 }: Species): string {
  const blades = stamps('leaf', 4, () => leaves[leaf](random, leafSize, green))
  const heads = stamps('head', 2, () =>
    flowers[flower](random, flowerSize(flower) * 0.9, flowerColour),
  )
  const all = times(11, (index) => {
    const turn = -90 + (index - 5) * 16 * (index % 2 === 0 ? 1 : 0.85) + random.between(-5, 5)
    return blades.use(index, turned([0, 0], turn, random.between(0.85, 1.15)))
  })
  const leans = flower === 'bare' ? [] : [-0.16, 0.05, 0.2]
  const stalks = leans.map((lean, index) => {
    const [x, y]: Point = [lean * 620, -random.between(540, 660)]
    const stalk = path(`M0 0Q${n(x * 0.2)} ${n(y * 0.6)} ${n(x)} ${n(y)}`, stroke(green[3], 9))
    return stalk + heads.use(index, turned([x, y], lean * 40))
  })
  return blades.kept + heads.kept + stalks.join('') + all.join('')
}

/** A twig across the sheet with leaves and fruit. */
function branch(random: Random, species: Species): string {
  const { leaf, flower, flowerColour, leafSize = 200, thorns = false } = species
  const place = (t: number): Point => [
    -360 + t * 720 + 30 * Math.sin(t * 6),
    -860 + t * 330 + 60 * Math.sin(t * 3.4),
  ]
  const twig = times(10, (step) => place(step / 9))
  const light = twig.map(([x, y]): Point => [x - 2, y - 6])
  const spines = times(thorns ? 9 : 0, (index) => {
    const [x, y] = place(0.06 + index * 0.1)
    return `M${n(x)} ${n(y)}l${index % 2 === 0 ? '16 44' : '-10 -46'}`
  })
  const blades = stamps('leaf', 4, () => leaves[leaf](random, leafSize, green))
  const leafy = times(15, (index) => {
    const turn = index % 2 === 0 ? random.between(-95, -40) : random.between(40, 105)
    return blades.use(
      index,
      turned(place(0.03 + (index / 15) * 0.95), turn, random.between(0.8, 1.15)),
    )
  })
  const blooming = flower === 'bare' ? 0 : species.fruit ? 2 : 8
  const blooms = times(blooming, (index) =>
    group(
      turned(place(0.16 + index * (species.fruit ? 0.62 : 0.11)), random.between(-40, 10)),
      flowers[flower](random, flowerSize(flower) * 0.9, flowerColour),
    ),
  )
  return [
    blades.kept,
    path(spines.join('') || 'M0 0', stroke(loess[4], 8)),
    path(curve(twig), stroke(loess[5], 26)),
    path(curve(light), stroke(loess[3], 7, 0.8)),
    ...leafy.slice(0, 8),
    hanging(random, species, place),
    ...leafy.slice(8),
    ...blooms,
  ].join('')
}

/** The fruit on the twig; large ones are few. */
function hanging(random: Random, species: Species, place: (t: number) => Point): string {
  const { fruit, fruitColours = [], fruitSize = 150 } = species
  if (!fruit) return ''
  const kinds = stamps('fruit', 3, () => fruits[fruit](random, fruitSize, fruitColours))
  const count = fruitSize > 190 ? 3 : fruitSize > 120 ? 5 : 7
  const hung = times(count, (index) => {
    const [x, y] = place(0.1 + (index / (count - 1)) * 0.82)
    const drop = random.between(20, 90) + (index % 2) * 120
    const stalk = path(`M${n(x)} ${n(y)}q6 ${n(drop * 0.5)} 0 ${n(drop + 16)}`, stroke(loess[4], 7))
    return (
      stalk +
      kinds.use(index, turned([x, y + drop], random.between(-12, 12), random.between(0.9, 1.1)))
    )
  })
  return kinds.kept + hung.join('')
}

/** What is dug up. */
function rootOf(random: Random, root: string, ramp: readonly string[]): string {
  const base = mix(loess[2], ramp[0] ?? loess[2], 0.3)
  const strand = (x: number, long: number, wide: number, lean: number) => {
    const wrinkles = times(
      6,
      (index) =>
        `M${n(x - wide * 0.4 + lean * index * 0.12)} ${n(30 + index * long * 0.12)}h${n(wide * 0.7)}`,
    )
    return (
      path(
        `M${n(x - wide)} -10C${n(x - wide * 1.1)} ${n(long * 0.4)} ${n(x + lean - wide * 0.3)} ${n(long * 0.8)} ${n(x + lean)} ${n(long)}C${n(x + lean + wide * 0.2)} ${n(long * 0.8)} ${n(x + wide * 1.1)} ${n(long * 0.4)} ${n(x + wide)} -10Z`,
        `${fill(base)} stroke="${loess[4]}" stroke-width="3"`,
      ) + path(wrinkles.join(''), stroke(loess[4], 3, 0.55))
    )
  }
  const hairs = path(
    times(16, () => {
      const x = random.between(-70, 70)
      return `M${n(x * 0.4)} 20q${n(x)} ${n(random.between(60, 160))} ${n(x * 1.7)} ${n(random.between(160, 300))}`
    }).join(''),
    stroke(loess[3], 3, 0.8),
  )
  const drawn: Record<string, () => string> = {
    tap: () => hairs + strand(0, 470, 44, 26),
    bundle: () =>
      [-46, 40, -10, 76, -84].map((x, index) => strand(x, 340 + index * 26, 20, x * 1.1)).join(''),
    knobbed: () =>
      hairs +
      strand(0, 210, 74, -10) +
      times(9, (index) =>
        strand(-80 + index * 20, 330 + (index % 3) * 50, 11, (index - 4) * 30),
      ).join(''),
    bulb: () =>
      hairs +
      times(11, (index) =>
        path(
          `M${n((index - 5) * 15)} 150C${n((index - 5) * 42)} 130 ${n((index - 5) * 40)} 20 ${n((index - 5) * 7)} -14C${n((index - 5) * 22 + 26)} 30 ${n((index - 5) * 22 + 22)} 120 ${n((index - 5) * 15)} 150Z`,
          `${fill(mix(paper[0], paper[2], (index % 3) / 3))} stroke="${loess[3]}" stroke-width="3"`,
        ),
      ).join(''),
    tuber: () =>
      hairs +
      [
        [-150, 130, 96],
        [40, 190, 120],
        [190, 100, 84],
        [-50, 270, 76],
      ]
        .map(
          ([x = 0, y = 0, size = 80]) =>
            `<g transform="translate(${x} ${y}) rotate(${n(random.between(-24, 24))})"><ellipse rx="${size}" ry="${n(size * 0.7)}" fill="${mix(ramp[0] ?? loess[1], ramp[1] ?? loess[2], random.next())}" stroke="${loess[4]}" stroke-width="3"/>${times(7, () => circle([random.bell() * size * 0.55, random.bell() * size * 0.32], 6, fill(loess[4], 0.7))).join('')}<ellipse cx="${n(-size * 0.3)}" cy="${n(-size * 0.24)}" rx="${n(size * 0.36)}" ry="${n(size * 0.14)}" fill="#fff" fill-opacity=".3"/></g>`,
        )
        .join(''),
    spread: () => hairs + [-1, 0, 1].map((way) => strand(way * 18, 380, 22, way * 150)).join(''),
  }
  return (drawn[root] ?? drawn['tap'] ?? (() => ''))()
}

/** The flower, fruit or ear once more, large, as through a lens. */
function detail(random: Random, species: Species, centre: Point): string {
  const { flower, flowerColour, fruit, fruitColours = [], leaf } = species
  const inside =
    fruit && species.habit === 'branch'
      ? group(
          turned([0, fruit === 'pear' || fruit === 'pod' ? -150 : -128], 0),
          fruits[fruit](random, lensSize(fruit), fruitColours),
        )
      : flower === 'bare'
        ? lensLeaf(random, species, leaf)
        : group(
            turned(
              [
                0,
                ['rose', 'five', 'four', 'star', 'white_five', 'globe', 'daisy'].includes(flower)
                  ? 135
                  : 172,
              ],
              0,
            ),
            flowers[flower](
              random,
              ['umbel', 'raceme', 'plume', 'peas'].includes(flower) ? 350 : 270,
              flowerColour,
            ),
          )
  return (
    circle(
      centre,
      215,
      `fill="url(#lens)" stroke="${ink[1]}" stroke-opacity=".35" stroke-width="3"`,
    ) + group(turned(centre, 0), inside)
  )
}

const lensSize = (fruit: string) =>
  ['grapes', 'huajiao', 'berries', 'goji'].includes(fruit) ? 260 : fruit === 'pod' ? 210 : 262

const lensLeaf = (random: Random, { habit, seedRamp, ear }: Species, leaf: LeafName): string =>
  habit === 'grass'
    ? times(7, (index) => {
        const place = index === 0 ? ([0, 0] as const) : polar([0, 0], 125, index * 1.047 + 0.52)
        const kernel = seedOf(random, grainShape(ear ?? ''), { size: 58, ramp: seedRamp })
        return group(turned(place, random.between(-50, 50)), kernel)
      }).join('')
    : group(turned([-150, 40], -14), leaves[leaf](random, 310, green))

/** Rows of seeds, as they lie on a sorter's tray. */
function seeds(random: Random, species: Species, [x, y]: Point): string {
  const { seed, seedRamp, seedSize = 30 } = species
  const columns = Math.min(9, Math.floor(500 / (seedSize * 2.7)))
  const rows = Math.min(6, Math.max(2, Math.floor(330 / (seedSize * 2.5))))
  const shadow = `<ellipse cx="4" cy="${n(seedSize * 0.62)}" rx="${n(seedSize * 0.8)}" ry="${n(seedSize * 0.2)}" ${fill(ink[3], 0.12)}/>`
  const kinds = stamps('seed', 6, () => {
    const body = seedOf(random, seed, { size: seedSize, ramp: seedRamp })
    return shadow + group(turned([0, 0], random.between(-34, 34)), body)
  })
  const laid = times(columns * rows, (index) => {
    const place: Point = [
      x - 250 + ((index % columns) + 0.5) * (500 / columns),
      y - 170 + (Math.floor(index / columns) + 0.5) * (340 / rows),
    ]
    return kinds.use(
      random.whole(0, 5),
      turned(place, random.between(-8, 8), random.between(0.88, 1.08)),
    )
  })
  return kinds.kept + laid.join('')
}
