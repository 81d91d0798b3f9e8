import land from '../../../../dist/land.json' with { type: 'json' }
import type { Ring } from '../../../core/place.ts'
import { frame, planeSpotOf, type Spot, type View } from './view.ts'

/**
 * All land, as the build took it from Natural Earth (1:110 million, public domain): polygons of rings, of which all but
 * the first are holes. Where countries meet is not in it.
 */
export const landPolygons: readonly (readonly Ring[])[] = land.map((polygon) =>
  polygon.map((flat) =>
    Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0]),
  ),
)

const turns = [-360, 0, 360]

/** The land in a view, as a path of its drawing. */
export const landPath = (view: View): string =>
  landPolygons
    .flat()
    .flatMap((ring) =>
      turns.map((turn) => pathOf(ring.map(([x, y]) => planeSpotOf(view, x + turn, y)))),
    )
    .join('')

/** A ring in the frame, closed; empty where nothing of it is. */
export function pathOf(ring: readonly Spot[]): string {
  const spots = tidied(clipped(ring))
  return spots.length < 3 ? '' : `M${spots.map(({ x, y }) => `${x} ${y}`).join('L')}z`
}

/** How far a spot is inside one side of the frame; a little beyond it, so that outlines along it are not seen. */
type Side = (spot: Spot) => number

const beyond = 4
const sides: readonly Side[] = [
  ({ x }) => x + beyond,
  ({ x }) => frame.width + beyond - x,
  ({ y }) => y + beyond,
  ({ y }) => frame.height + beyond - y,
]

/** What of a ring is in the frame (Sutherland and Hodgman, side by side). */
const clipped = (ring: readonly Spot[]) =>
  sides.some((inside) => ring.every((spot) => inside(spot) < 0))
    ? []
    : sides.reduce<readonly Spot[]>(clippedAt, ring)

const clippedAt = (ring: readonly Spot[], inside: Side): Spot[] =>
  ring.flatMap((spot, at) => {
    const before = ring.at(at - 1) ?? spot
    const [here, there] = [inside(spot), inside(before)]
    const crossing = here < 0 !== there < 0 ? [between(before, spot, there / (there - here))] : []
    return here < 0 ? crossing : [...crossing, spot]
  })

const between = (from: Spot, to: Spot, part: number): Spot => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
})

/** Whole units, each once: what is nearer than that nobody sees. */
function tidied(ring: readonly Spot[]): Spot[] {
  const whole = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  return whole.filter(({ x, y }, at) => {
    const before = whole.at(at - 1)
    return before?.x !== x || before.y !== y
  })
}
