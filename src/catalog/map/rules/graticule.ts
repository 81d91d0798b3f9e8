import { type Extent, globe } from '../../../core/place.ts'

/** Degrees from line to line, finest first. */
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60]

/** Lines across a view, about. */
const wanted = 6

export type Meridians = { step: number; longitudes: number[]; latitudes: number[] }

/** The lines of longitude and latitude that a view shows, at round degrees. */
export function graticuleIn({ west, south, east, north }: Extent): Meridians {
  const step = steps.find((one) => (east - west) / one <= wanted + 1) ?? 60
  return {
    step,
    longitudes: multiples(step, west, east),
    latitudes: multiples(step, Math.max(globe.south, south), Math.min(globe.north, north)),
  }
}

const multiples = (step: number, from: number, to: number): number[] => {
  const first = Math.ceil(from / step)
  const length = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length }, (_, at) => Number(((first + at) * step).toFixed(2)))
}

/** `103.5°E`, `36°N`, `0°`; a longitude beyond 180 by its name on the globe. */
export function degreesText(degrees: number, axis: 'longitude' | 'latitude'): string {
  const named =
    axis === 'longitude' && Math.abs(degrees) > 180 ? degrees - Math.sign(degrees) * 360 : degrees
  const size = Math.abs(Number(named.toFixed(6)))
  const [positive, negative] = axis === 'longitude' ? ['E', 'W'] : ['N', 'S']
  const half =
    size === 0 || (axis === 'longitude' && size === 180) ? '' : named > 0 ? positive : negative
  return `${size}°${half}`
}

/** `103.09°E 38.61°N`; of an area from south-west to north-east. */
export function whereText({ west, south, east, north }: Extent): string {
  const first = `${degreesText(west, 'longitude')} ${degreesText(south, 'latitude')}`
  const last = `${degreesText(east, 'longitude')} ${degreesText(north, 'latitude')}`
  return first === last ? first : `${first} – ${last}`
}
