import type { SearchFacts } from '../catalog/records/model/record.ts'
import { numberIn, rowsIn, textIn, textsIn } from '../core/field-values.ts'
import type { FieldRow, FieldValues } from '../core/fields.ts'
import { partialDateOf } from '../core/partial-date.ts'
import { around, boxOf, type Extent, pointAt } from '../core/place.ts'

export function datasetFacts(values: FieldValues): SearchFacts {
  return {
    names: rowsIn(values, 'alternativeTitles').flatMap((row) => textsIn(row, ['title'])),
    numbers: rowsIn(values, 'alternateIdentifiers').flatMap((row) =>
      textsIn(row, ['alternateIdentifier']),
    ),
    taxon: null,
    subjects: [],
    year: numberIn(values, 'publicationYear') ?? yearIn(values, 'acquisitionEnd'),
    region: textIn(values, 'coverageRegion'),
    extent: extentOf(values),
  }
}

const yearIn = (values: FieldValues, key: string) =>
  partialDateOf(textIn(values, key) ?? '')?.year ?? null

/** The bounds given; without them, the box around all points and boxes named. */
function extentOf(values: FieldValues): Extent | null {
  const bounds = boxOf({
    west: numberIn(values, 'lonWest'),
    south: numberIn(values, 'latSouth'),
    east: numberIn(values, 'lonEast'),
    north: numberIn(values, 'latNorth'),
  })
  if (bounds) return bounds
  const places = rowsIn(values, 'geoLocations').flatMap((row) => [boxIn(row), pointIn(row)])
  return around(places.filter((place) => place !== null))
}

const boxIn = (row: FieldRow) =>
  boxOf({
    west: numberIn(row, 'west'),
    south: numberIn(row, 'south'),
    east: numberIn(row, 'east'),
    north: numberIn(row, 'north'),
  })

const pointIn = (row: FieldRow) =>
  pointAt(numberIn(row, 'pointLongitude'), numberIn(row, 'pointLatitude'))
