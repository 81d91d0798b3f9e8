/** A box in degrees WGS84; a point has west = east and south = north. */
export type Extent = { west: number; south: number; east: number; north: number }

/** A point, when both parts are there and on the globe. */
export function pointAt(longitude: number | null, latitude: number | null): Extent | null {
  if (longitude === null || latitude === null) return null
  return boxOf({ west: longitude, south: latitude, east: longitude, north: latitude })
}

type Sides = { [side in keyof Extent]: number | null }

/** A box, when all four sides are there and on the globe; one across the date line spans all longitudes. */
export function boxOf({ west, south, east, north }: Sides): Extent | null {
  if (west === null || south === null || east === null || north === null) return null
  if (Math.max(Math.abs(west), Math.abs(east)) > 180) return null
  if (Math.max(Math.abs(south), Math.abs(north)) > 90 || south > north) return null
  return west <= east ? { west, south, east, north } : { west: -180, south, east: 180, north }
}

/** The smallest box around these; null around none. */
export function around(boxes: readonly Extent[]): Extent | null {
  if (boxes.length === 0) return null
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: Math.max(...boxes.map(({ east }) => east)),
    north: Math.max(...boxes.map(({ north }) => north)),
  }
}
