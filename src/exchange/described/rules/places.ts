import type { Kind, SearchFacts } from '../../../catalog/records/model/record.ts'
import { numberIn, rowsIn, textIn } from '../../../core/field-values.ts'
import type { FieldRow, FieldValues } from '../../../core/fields.ts'
import { isoPartialDate, partialDateOf } from '../../../core/partial-date.ts'
import { boxOf } from '../../../core/place.ts'
import type { Text } from '../../../core/text.ts'
import type { Described, DescribedPlace, Point } from '../model.ts'

type Facts = {
  kind: Kind
  values: FieldValues
  extent: SearchFacts['extent']
  region: Text | undefined
}

const nowhere: DescribedPlace = {
  name: null,
  point: null,
  box: null,
  polygon: null,
  inPolygon: null,
}

/** The bounds with the name of the place, then each place of its own. */
export function placesOf(facts: Facts): DescribedPlace[] {
  const rows = rowsIn(facts.values, 'geoLocations').flatMap((row) => placeIn(row) ?? [])
  const main = mainPlace(facts)
  const isSaid =
    main.box !== null || main.name !== null || (main.point !== null && rows.length === 0)
  return isSaid
    ? [rows.length > 0 ? { ...main, point: null } : main, ...rows].filter(isAnywhere)
    : rows
}

const nameOf = ({ kind, values, region }: Facts): string | null =>
  textIn(values, kind === 'dataset' ? 'acquisitionPlace' : 'collsite') ?? region?.zh ?? null

function mainPlace(facts: Facts): DescribedPlace {
  const { kind, values, extent } = facts
  const isPoint = extent && extent.west === extent.east && extent.south === extent.north
  // Without bounds of its own, the box is that around the places that follow.
  const isBox = !isPoint && (kind !== 'dataset' || hasBounds(values))
  return {
    ...nowhere,
    name: nameOf(facts),
    point: isPoint ? { longitude: extent.west, latitude: extent.south } : null,
    box: isBox ? extent : null,
  }
}

const hasBounds = (values: FieldValues) => numberIn(values, 'lonWest') !== null

const isAnywhere = ({ name, point, box, polygon }: DescribedPlace) =>
  name !== null || point !== null || box !== null || polygon !== null

function placeIn(row: FieldRow): DescribedPlace | null {
  const sides = {
    west: numberIn(row, 'west'),
    south: numberIn(row, 'south'),
    east: numberIn(row, 'east'),
    north: numberIn(row, 'north'),
  }
  const polygon = pointsIn(textIn(row, 'polygon') ?? '')
  const place = {
    name: textIn(row, 'place'),
    point: pointOf(numberIn(row, 'pointLongitude'), numberIn(row, 'pointLatitude')),
    box: boxOf(sides),
    polygon: polygon.length >= 4 ? polygon : null,
    inPolygon: pointsIn(textIn(row, 'inPolygonPoint') ?? '')[0] ?? null,
  }
  return isAnywhere(place) ? place : null
}

function pointOf(longitude: number | null, latitude: number | null): Point | null {
  if (longitude === null || latitude === null) return null
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? { longitude, latitude } : null
}

/** Corners written as pairs of longitude and latitude, whatever stands between them; closed where they are not. */
function pointsIn(text: string): Point[] {
  const numbers = (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
  const points = Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) =>
    pointOf(numbers[at * 2] ?? null, numbers[at * 2 + 1] ?? null),
  ).filter((point) => point !== null)
  const [first, last] = [points[0], points.at(-1)]
  const isOpen =
    first && last && (first.longitude !== last.longitude || first.latitude !== last.latitude)
  return isOpen && points.length >= 3 ? [...points, first] : points
}

/** What it covers in time. */
export function periodOf({ kind, values }: Pick<Facts, 'kind' | 'values'>): Described['period'] {
  const [start, end] = periodKeys[kind]
  const from = isoIn(values, start)
  const until = end === null ? from : isoIn(values, end)
  return from || until ? { from, until } : null
}

const periodKeys: Readonly<Record<Kind, readonly [string, string | null]>> = {
  dataset: ['acquisitionStart', 'acquisitionEnd'],
  instrument: ['beginDate', 'decommissionDate'],
  accession: ['colldate', null],
  collection: ['foundedYear', ''],
}

/** A raw partial date of a field as ISO 8601 writes it; null when it cannot be read. */
export function isoIn(values: FieldValues, key: string): string | null {
  const date = partialDateOf(textIn(values, key) ?? String(numberIn(values, key) ?? ''))
  return date && isoPartialDate(date)
}

export function altitudeOf({ kind, values }: Pick<Facts, 'kind' | 'values'>) {
  const [low, high] =
    kind === 'dataset'
      ? [numberIn(values, 'altitudeLow'), numberIn(values, 'altitudeHigh')]
      : [numberIn(values, 'elevation'), numberIn(values, 'elevation')]
  return low === null && high === null ? null : { low, high }
}
