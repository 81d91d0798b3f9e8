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

/** Everywhere. */
export const globe: Extent = { west: -180, south: -90, east: 180, north: 90 }

/** Degrees from west to east; west beyond east crosses the date line. */
export const widthOf = ({ west, east }: Extent): number =>
  west <= east ? east - west : east - west + 360

/** A box across the date line is two. */
export const piecesOf = (box: Extent): Extent[] =>
  box.west <= box.east
    ? [box]
    : [
        { ...box, east: 180 },
        { ...box, west: -180 },
      ]

/**
 * Corners in degrees, in order, the last joined to the first. An edge goes the shorter way round, so that one from 170
 * to -170 crosses the date line.
 */
export type Ring = readonly (readonly [longitude: number, latitude: number])[]

/** A question's ring has at most so many corners. */
export const mostCorners = 100

/** `west,south,east,north` in degrees; null where it is not written so, or is nowhere on the globe. */
export function boxIn(text: string): Extent | null {
  const sides = numbersIn(text)
  if (sides?.length !== 4) return null
  const [west = 0, south = 0, east = 0, north = 0] = sides
  const isThere = isOnGlobe(west, south) && isOnGlobe(east, north) && south <= north
  return isThere ? { west, south, east, north } : null
}

/** `longitude,latitude,longitude,latitude,…` of three corners or more; null as above. */
export function ringIn(text: string): Ring | null {
  const numbers = numbersIn(text)
  if (!numbers || numbers.length % 2 === 1) return null
  const ring = Array.from({ length: numbers.length / 2 }, (_, at): Ring[number] => [
    numbers[at * 2] ?? 0,
    numbers[at * 2 + 1] ?? 0,
  ])
  const isRing = ring.length >= 3 && ring.length <= mostCorners
  return isRing && ring.every(([x, y]) => isOnGlobe(x, y)) ? ring : null
}

/** Plain decimals only: neither `NaN` nor `1e308` is one. */
const numbersIn = (text: string): number[] | null =>
  /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?)*$/.test(text) ? text.split(',').map(Number) : null

const isOnGlobe = (longitude: number, latitude: number) =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

/** The box as a ring. Its edges are short, so that none is taken for the other way round. */
export function ringOf(box: Extent): Ring {
  const { west, south, east, north } = box
  const width = widthOf(box)
  const steps = Math.max(1, Math.ceil(width / 90))
  const along = Array.from({ length: steps + 1 }, (_, at) =>
    at === steps ? east : onGlobe(west + (width * at) / steps),
  )
  return [
    ...along.map((longitude) => [longitude, south] as const),
    ...along.toReversed().map((longitude) => [longitude, north] as const),
  ]
}

/** The smallest box that holds a ring. */
export function boundsOf(ring: Ring): Extent {
  const corners = unwound(ring)
  const { west, east, south, north } = around(corners.map(boxAt)) ?? globe
  if (east - west >= 360) return { west: -180, south, east: 180, north }
  return { west: onGlobe(west), south, east: onGlobe(east), north }
}

/** The ring as plane shapes: one more where it reaches beyond the date line and comes in again on the other side. */
export function shapesOf(ring: Ring): Ring[] {
  const corners = unwound(ring)
  const { west, east } = around(corners.map(boxAt)) ?? globe
  const turns = [0, ...(east > 180 ? [-360] : []), ...(west < -180 ? [360] : [])]
  return turns.map((turn) => corners.map(([x, y]) => [x + turn, y] as const))
}

const boxAt = ([x, y]: Ring[number]): Extent => ({ west: x, south: y, east: x, north: y })

/** Longitudes without a jump from one corner to the next: beyond 180 behind the date line. */
function unwound(ring: Ring): Ring {
  let turn = 0
  return ring.map(([x, y], at) => {
    const step = x - (ring[at - 1]?.[0] ?? x)
    if (step > 180) turn -= 360
    if (step < -180) turn += 360
    return [x + turn, y] as const
  })
}

/** A longitude beyond ±180 as what it is called on the globe. */
export const onGlobe = (longitude: number): number =>
  Math.abs(longitude) <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180

/** `west,south,east,north` with the least digits that still hold all of it: addresses are short. */
export const boxText = ({ west, south, east, north }: Extent): string =>
  [below(west), below(south), above(east), above(north)].join(',')

/** `longitude,latitude,…`, to a metre or so. */
export const ringText = (ring: Ring): string =>
  ring.flatMap((corner) => corner.map((degrees) => rounded(degrees, 5))).join(',')

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))
const finest = 1e-6
const below = (value: number) =>
  rounded(value, 6) > value ? rounded(value - finest, 6) : rounded(value, 6)
const above = (value: number) => -below(-value)
