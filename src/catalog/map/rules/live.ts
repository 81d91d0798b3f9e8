import { boxText, type Extent, onGlobe, type Ring, ringText } from '../../../core/place.ts'

/** A corner of a frame or of the globe. */
export type Point = readonly [x: number, y: number]

/** The box of two corners: what lies between them as they were drawn, across the date line too. */
export function boxBetween([x1, y1]: Point, [x2, y2]: Point): Extent {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)]
  const [south, north] = [Math.max(-90, Math.min(y1, y2)), Math.min(90, Math.max(y1, y2))]
  const isAll = east - west >= 360
  return {
    west: isAll ? -180 : onGlobe(west),
    south,
    east: isAll ? 180 : onGlobe(east),
    north,
  }
}

/** The results narrowed to what was drawn: two corners are a box, more a polygon. */
export function addressWithin(address: string, corners: readonly Point[]): string {
  const [first, second] = corners
  const drawn =
    corners.length === 2 && first && second
      ? `bbox=${boxText(boxBetween(first, second))}`
      : `polygon=${ringText(ringIn(corners))}`
  return `${address}${address.includes('?') ? '&' : '?'}${drawn}`
}

const ringIn = (corners: readonly Point[]): Ring =>
  corners.map(([x, y]) => [onGlobe(x), Math.max(-90, Math.min(90, y))])

type Position = [longitude: number, latitude: number]
type Feature =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiLineString'; coordinates: Position[][] }

const featureOf = (geometry: Feature) => ({ type: 'Feature' as const, properties: {}, geometry })

const closed = (ring: Ring): Position[] =>
  [...ring, ...ring.slice(0, 1)].map(([x, y]): Position => [x, y])

/** Polygons of rings as GeoJSON. */
export const shapesAsGeoJson = (polygons: readonly (readonly Ring[])[]) => ({
  type: 'FeatureCollection' as const,
  features: polygons.map((rings) => featureOf({ type: 'Polygon', coordinates: rings.map(closed) })),
})

const tens = (from: number, to: number) =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, at) => from + at * 10)

/** Every tenth meridian and parallel as GeoJSON. */
export const graticuleAsGeoJson = () =>
  featureOf({
    type: 'MultiLineString',
    coordinates: [
      ...tens(-180, 180).map((x): Position[] => tens(-80, 80).map((y) => [x, y])),
      ...tens(-80, 80).map((y): Position[] => tens(-180, 180).map((x) => [x, y])),
    ],
  })
