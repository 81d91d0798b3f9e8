import { at, type Random } from '../../random.ts'
import { green, ink, loess, mix, paper } from '../palette.ts'
import { type FlowerName, flowers } from './flowers.ts'
import { fruits } from './fruits.ts'
import { grass } from './grasses.ts'
import { leaves } from './leaves.ts'
import type { Species } from './species.ts'
import {
  curve,
  defs,
  gradient,
  group,
  height,
  n,
  path,
  type Point,
  radial,
  rect,
  stamps,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'
import { rootOf } from './roots.ts'
import { detail, seeds } from './details.ts'

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

/** A place on the twig, `t` from its foot (0) to its tip (1). */
const alongTwig = (t: number): Point => [
  -360 + t * 720 + 30 * Math.sin(t * 6),
  -860 + t * 330 + 60 * Math.sin(t * 3.4),
]

/** A twig across the sheet with leaves and fruit. */
function branch(random: Random, species: Species): string {
  const { leaf, flower, flowerColour, leafSize = 200, thorns = false } = species
  const twig = times(10, (step) => alongTwig(step / 9))
  const light = twig.map(([x, y]): Point => [x - 2, y - 6])
  const spines = times(thorns ? 9 : 0, (index) => {
    const [x, y] = alongTwig(0.06 + index * 0.1)
    return `M${n(x)} ${n(y)}l${index % 2 === 0 ? '16 44' : '-10 -46'}`
  })
  const blades = stamps('leaf', 4, () => leaves[leaf](random, leafSize, green))
  const leafy = times(15, (index) => {
    const turn = index % 2 === 0 ? random.between(-95, -40) : random.between(40, 105)
    return blades.use(
      index,
      turned(alongTwig(0.03 + (index / 15) * 0.95), turn, random.between(0.8, 1.15)),
    )
  })
  const blooming = flower === 'bare' ? 0 : species.fruit ? 2 : 8
  const blooms = times(blooming, (index) =>
    group(
      turned(alongTwig(0.16 + index * (species.fruit ? 0.62 : 0.11)), random.between(-40, 10)),
      flowers[flower](random, flowerSize(flower) * 0.9, flowerColour),
    ),
  )
  return [
    blades.kept,
    path(spines.join('') || 'M0 0', stroke(loess[4], 8)),
    path(curve(twig), stroke(loess[5], 26)),
    path(curve(light), stroke(loess[3], 7, 0.8)),
    ...leafy.slice(0, 8),
    hanging(random, species, alongTwig),
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
