import type { Random } from '../../random.ts'
import { green, ink } from '../palette.ts'
import { flowers } from './flowers.ts'
import { fruits } from './fruits.ts'
import { grainShape } from './grasses.ts'
import { type LeafName, leaves } from './leaves.ts'
import { seedOf } from './seeds.ts'
import type { Species } from './species.ts'
import { circle, fill, group, n, type Point, polar, stamps, times, turned } from '../svg.ts'

/** The flower, fruit or ear once more, large, as through a lens. */
export function detail(random: Random, species: Species, centre: Point): string {
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
export function seeds(random: Random, species: Species, [x, y]: Point): string {
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
