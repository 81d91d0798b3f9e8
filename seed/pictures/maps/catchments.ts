import type { Random } from '../../random.ts'
import { type Point, times } from '../svg.ts'

/** A piece of a river, drawn from `from` to `to` round `bend`; `gathered` counts the springs above it. */
export type Reach = { from: Point; bend: Point; to: Point; gathered: number; basin: number }

/**
 * The waters of the whole picture, each place draining to one of the mouths. They grow from the mouths upwards over a
 * jittered lattice, taking the easiest next place each time: so rivers join and never cross.
 */
export function catchmentsOf(random: Random, mouths: readonly Point[]): readonly Reach[] {
  const places = placesOf(random)
  const { order, parents, basins } = grown(random, places, mouths)
  const gathered = places.map(() => 1)
  for (const place of order.toReversed()) {
    const parent = parents.get(place)
    if (parent !== undefined) gathered[parent] = (gathered[parent] ?? 0) + (gathered[place] ?? 0)
  }
  const at = (place: number): Point => places[place] ?? [0, 0]
  const springs = new Set(order)
  for (const parent of parents.values()) springs.delete(parent)
  return order.flatMap((place) => {
    const parent = parents.get(place)
    if (parent === undefined) return []
    const [bend, next] = [at(place), at(parent)]
    const further = parents.get(parent)
    const basin = basins.get(place) ?? 0
    const count = gathered[place] ?? 1
    const spring: Reach[] = springs.has(place)
      ? [{ from: bend, bend, to: middle(bend, next), gathered: 1, basin }]
      : []
    const to = further === undefined ? next : middle(next, at(further))
    return [...spring, { from: middle(bend, next), bend: next, to, gathered: count, basin }]
  })
}

const columns = 45
const rows = 39
const pitch = 38

/** A lattice of triangles, shaken a little: too little for its sides to cross. */
const placesOf = (random: Random): readonly Point[] =>
  times(columns * rows, (index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const shaken = () => random.between(-0.27, 0.27) * pitch
    return [
      (column - 0.75 + (row % 2) * 0.5) * pitch + shaken(),
      (row - 1) * pitch * 0.87 + shaken(),
    ]
  })

/** The neighbours of a place on the lattice; odd rows lie half a pitch to the right. */
function besides(place: number): number[] {
  const [column, row] = [place % columns, Math.floor(place / columns)]
  const left = column - 1 + (row % 2)
  return [
    [column - 1, row],
    [column + 1, row],
    [left, row - 1],
    [left + 1, row - 1],
    [left, row + 1],
    [left + 1, row + 1],
  ].flatMap(([x = 0, y = 0]) =>
    x < 0 || y < 0 || x >= columns || y >= rows ? [] : [y * columns + x],
  )
}

type Step = { place: number; from: number | undefined; effort: number; basin: number }

/** Dijkstra from all mouths at once, over sides that are hard or easy by chance. */
function grown(random: Random, places: readonly Point[], mouths: readonly Point[]) {
  const order: number[] = []
  const parents = new Map<number, number>()
  const basins = new Map<number, number>()
  let edge: Step[] = mouths.map((mouth, basin) => ({
    place: nearest(places, mouth),
    from: undefined,
    effort: 0,
    basin,
  }))
  while (edge.length > 0) {
    const step = edge.reduce((best, each) => (each.effort < best.effort ? each : best))
    order.push(step.place)
    basins.set(step.place, step.basin)
    if (step.from !== undefined) parents.set(step.place, step.from)
    edge = edge.filter(({ place }) => place !== step.place)
    for (const place of besides(step.place))
      if (!basins.has(place))
        edge.push({
          place,
          from: step.place,
          effort: step.effort + 0.25 + 3 * random.next() ** 3,
          basin: step.basin,
        })
  }
  return { order, parents, basins }
}

const nearest = (places: readonly Point[], [x, y]: Point): number => {
  const far = places.map(([u, v]) => Math.hypot(u - x, v - y))
  return far.indexOf(Math.min(...far))
}

const middle = ([x, y]: Point, [u, v]: Point): Point => [(x + u) / 2, (y + v) / 2]
