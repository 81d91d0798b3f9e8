import { type Extent, globe, widthOf } from '../../../core/place.ts'

/** Units of a drawing. */
export const frame = { width: 800, height: 500 }

/** What a drawing shows: degrees, as wide as its frame is. East may lie beyond 180, north and south beyond the poles. */
export type View = Extent

const room = 1.2

/** The view around a box, with some room on every side, at least so many degrees high. */
export function viewAround(box: Extent, leastDegrees: number): View {
  const width = widthOf(box)
  const [x, y] = [box.west + width / 2, (box.south + box.north) / 2]
  // Degrees of longitude are as short as they are at the middle of the view.
  const squeeze = Math.max(0.2, Math.cos((y * Math.PI) / 180))
  const shape = frame.width / frame.height / squeeze
  const wanted = Math.max(box.north - box.south, width / shape, leastDegrees) * room
  const height = Math.min(wanted, 360 / shape)
  return {
    west: x - (height * shape) / 2,
    south: y - height / 2,
    east: x + (height * shape) / 2,
    north: y + height / 2,
  }
}

/** The part of a view that is on the globe, as a box for a search; undefined where it is all of it. */
export function boxOfView(view: View): Extent | undefined {
  if (view.east - view.west >= 359) return undefined
  return {
    west: turned(view.west),
    south: Math.max(globe.south, view.south),
    east: turned(view.east),
    north: Math.min(globe.north, view.north),
  }
}

const turned = (longitude: number) => {
  if (longitude > 180) return longitude - 360
  return longitude < -180 ? longitude + 360 : longitude
}

/** Twice as much to every side. */
export function widerThan({ west, south, east, north }: View): View {
  const [across, up] = [(east - west) / 2, (north - south) / 2]
  return { west: west - across, south: south - up, east: east + across, north: north + up }
}

export type Spot = { x: number; y: number }

/** Where a place lies in the frame. A longitude is taken on the turn of the globe that the view shows. */
export function spotOf(view: View, longitude: number, latitude: number): Spot {
  const turns = Math.ceil((view.west - longitude) / 360)
  return planeSpotOf(view, longitude + turns * 360, latitude)
}

/** The same for a corner of a shape, whose longitudes go on without a jump. */
export const planeSpotOf = (view: View, longitude: number, latitude: number): Spot => ({
  x: ((longitude - view.west) / (view.east - view.west)) * frame.width,
  y: ((view.north - latitude) / (view.north - view.south)) * frame.height,
})
