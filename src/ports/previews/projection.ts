import { boxOf, type Extent } from '../../core/place.ts'

/** Reference systems in degrees that differ from WGS84 by less than a map shows: WGS84 itself, CGCS2000, NAD83, ETRS89. */
const geographic = new Set([4326, 4490, 4269, 4258, 4979])

/** Where a box in a reference system lies, in degrees WGS84; null where the system is not known here. */
export function extentOf(epsg: number | null, bounds: readonly number[]): Extent | null {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = bounds
  if (epsg === null) return null
  if (geographic.has(epsg)) return boxOf({ west, south, east, north })
  const inverse = epsg === 3857 ? fromWebMercator : transverseOf(epsg)
  if (!inverse) return null
  const corners = [
    inverse(west, south),
    inverse(east, south),
    inverse(west, north),
    inverse(east, north),
  ]
  const [x, y] = [corners.map(([longitude]) => longitude), corners.map(([, latitude]) => latitude)]
  return boxOf({
    west: Math.min(...x),
    east: Math.max(...x),
    south: Math.min(...y),
    north: Math.max(...y),
  })
}

type Inverse = (x: number, y: number) => [longitude: number, latitude: number]

const radius = 6_378_137
const degrees = (radians: number) => (radians * 180) / Math.PI

const fromWebMercator: Inverse = (x, y) => [
  degrees(x / radius),
  degrees(2 * Math.atan(Math.exp(y / radius)) - Math.PI / 2),
]

/** UTM on WGS84, and the zones of 6° and 3° on CGCS2000 (with the zone before the metres, or without). */
function transverseOf(epsg: number): Inverse | undefined {
  const zones = families.find(({ first, last }) => epsg >= first && epsg <= last)
  if (!zones) return undefined
  const { first, meridian, step, scale = 1, north = 0, number } = zones
  const zone = epsg - first
  const east = 500_000 + (number === undefined ? 0 : (number + zone) * 1_000_000)
  return fromTransverse({ meridian: meridian + zone * step, scale, east, north })
}

type Zones = {
  first: number
  last: number
  /** Of the first zone, in degrees. */
  meridian: number
  step: number
  scale?: number
  north?: number
  /** Of the first zone, where eastings begin with it. */
  number?: number
}

const families: readonly Zones[] = [
  { first: 32_601, last: 32_660, meridian: -177, step: 6, scale: 0.9996 },
  { first: 32_701, last: 32_760, meridian: -177, step: 6, scale: 0.9996, north: 10_000_000 },
  { first: 4491, last: 4501, meridian: 75, step: 6, number: 13 },
  { first: 4502, last: 4512, meridian: 75, step: 6 },
  { first: 4513, last: 4533, meridian: 75, step: 3, number: 25 },
  { first: 4534, last: 4554, meridian: 75, step: 3 },
]

type Transverse = { meridian: number; scale: number; east: number; north: number }

/** Snyder, Map Projections: A Working Manual (1987), 8-17 to 8-25; exact to a metre within a zone. */
function fromTransverse({ meridian, scale, east, north }: Transverse): Inverse {
  const e2 = 0.006_694_379_990_14
  const second = e2 / (1 - e2)
  const e1 = (1 - Math.sqrt(1 - e2)) / (1 + Math.sqrt(1 - e2))
  const unit = radius * (1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256)
  return (x, y) => {
    const mu = (y - north) / scale / unit
    const foot =
      mu +
      ((3 * e1) / 2 - (27 * e1 ** 3) / 32) * Math.sin(2 * mu) +
      ((21 * e1 ** 2) / 16 - (55 * e1 ** 4) / 32) * Math.sin(4 * mu) +
      ((151 * e1 ** 3) / 96) * Math.sin(6 * mu)
    const [sine, cosine, tangent] = [Math.sin(foot), Math.cos(foot), Math.tan(foot)]
    const [c, t] = [second * cosine ** 2, tangent ** 2]
    const n = radius / Math.sqrt(1 - e2 * sine ** 2)
    const r = (radius * (1 - e2)) / (1 - e2 * sine ** 2) ** 1.5
    const d = (x - east) / (n * scale)
    const latitude =
      foot -
      ((n * tangent) / r) *
        (d ** 2 / 2 - ((5 + 3 * t + 10 * c - 4 * c ** 2 - 9 * second) * d ** 4) / 24)
    const longitude =
      (d -
        ((1 + 2 * t + c) * d ** 3) / 6 +
        ((5 - 2 * c + 28 * t - 3 * c ** 2 + 8 * second + 24 * t ** 2) * d ** 5) / 120) /
      cosine
    return [meridian + degrees(longitude), degrees(latitude)]
  }
}
