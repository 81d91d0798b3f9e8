import type { FieldRow } from '../../../core/fields.ts'
import type { Item } from '../model.ts'
import { entriesOf, partOf, partsOf, textIn } from './item.ts'
import { filled } from './parties.ts'

/** DataCite’s geoLocations; coordinates of kernel 3 are texts of two or four numbers. */
export const geoLocationsIn = (root: Item): FieldRow[] =>
  entriesOf(root, 'geoLocations', 'geoLocation').map((item) => {
    const polygon = partsOf(item, 'geoLocationPolygon')
    return filled({
      place: textIn(item, 'geoLocationPlace'),
      ...pointIn(partOf(item, 'geoLocationPoint')),
      ...boxIn(partOf(item, 'geoLocationBox')),
      polygon: textOrNull(polygon.flatMap(cornersIn).join(', ')),
      inPolygonPoint: polygon.flatMap(innerPointIn)[0] ?? null,
    })
  })

const textOrNull = (text: string) => (text === '' ? null : text)

export const degreesOf = (text: string | null | undefined): number | null => {
  const number = Number(text?.trim() || Number.NaN)
  return Number.isFinite(number) ? number : null
}

function pointIn(item: Item | undefined): FieldRow {
  if (!item) return {}
  const [latitude, longitude] = numbersIn(item)
  return {
    pointLongitude: longitude ?? degreesOf(textIn(item, 'pointLongitude')),
    pointLatitude: latitude ?? degreesOf(textIn(item, 'pointLatitude')),
  }
}

function boxIn(item: Item | undefined): FieldRow {
  if (!item) return {}
  // Kernel 3: south-west and north-east, latitude first.
  const [south, west, north, east] = numbersIn(item)
  return {
    west: west ?? degreesOf(textIn(item, 'westBoundLongitude')),
    east: east ?? degreesOf(textIn(item, 'eastBoundLongitude')),
    south: south ?? degreesOf(textIn(item, 'southBoundLatitude')),
    north: north ?? degreesOf(textIn(item, 'northBoundLatitude')),
  }
}

function numbersIn(item: Item): number[] {
  if (item.text === '') return []
  item.isRead = true
  return item.text.split(/[\s,]+/).flatMap((text) => degreesOf(text) ?? [])
}

/** `longitude latitude` of each corner. In JSON a polygon may be a list of points without a name of their own. */
const cornersIn = (polygon: Item): string[] =>
  [
    ...partsOf(polygon, 'polygonPoint'),
    ...(partOf(polygon, 'pointLongitude') ? [polygon] : []),
  ].flatMap(pairIn)

const innerPointIn = (polygon: Item): string[] => partsOf(polygon, 'inPolygonPoint').flatMap(pairIn)

function pairIn(item: Item): string[] {
  const [longitude, latitude] = [textIn(item, 'pointLongitude'), textIn(item, 'pointLatitude')]
  return longitude !== null && latitude !== null ? [`${longitude} ${latitude}`] : []
}
