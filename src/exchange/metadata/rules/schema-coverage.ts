import type { FieldRow } from '../../../core/fields.ts'
import type { Item } from '../model.ts'
import { ownText, textIn } from './item.ts'
import { filled } from './parties.ts'
import { degreesOf } from './places.ts'

/** Coverage in space and time as schema.org writes it. */

/** `2011-05/2024-10`; an end of `..` is open. */
export function temporalOf(text: string | null) {
  if (text === null) return {}
  const [start = '', end = ''] = text.split('/').map((part) => part.trim())
  return { acquisitionStart: known(start), acquisitionEnd: known(end || start) }
}

const known = (part: string) => (part === '' || part === '..' ? null : part.slice(0, 10))

const numbers = (text: string | null) =>
  (text ?? '').split(/[\s,]+/).flatMap((one) => degreesOf(one) ?? [])

/** A place by its name, its point or its box: `south west north east`, parted by blanks or commas. */
export function spatialOf(item: Item, geo: Item | undefined): FieldRow {
  const [south = null, west = null, north = null, east = null] = numbers(textIn(geo, 'box'))
  const corners = numbers(textIn(geo, 'polygon'))
  const pairs = Array.from({ length: corners.length >> 1 }, (_, at) => [
    corners[at * 2 + 1],
    corners[at * 2],
  ])
  return filled({
    place: ownText(item, 'name', 'address'),
    pointLatitude: degreesOf(textIn(geo, 'latitude')),
    pointLongitude: degreesOf(textIn(geo, 'longitude')),
    south,
    west,
    north,
    east,
    polygon: pairs.map((pair) => pair.join(' ')).join(', ') || null,
  })
}
