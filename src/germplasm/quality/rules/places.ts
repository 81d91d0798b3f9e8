import type { FieldValues } from '../../../core/fields.ts'
import { numberIn, textIn } from '../../../core/field-values.ts'
import type { Text } from '../../../core/text.ts'
import { degreesOf } from '../../rules/coordinates.ts'
import type { Finding, Suggestion } from '../model.ts'
import { findingWords as words, type FindingCode } from '../words.ts'
import { type Box, boxesOf } from './countries.ts'
import { provinceIn } from './provinces.ts'

export type Point = { latitude: number; longitude: number }
type Axis = keyof Point

const decimalOf = { latitude: 'declatitude', longitude: 'declongitude' } as const
const axes = ['latitude', 'longitude'] as const

/** Where the passport says that it was collected: decimal degrees, or else degrees, minutes and seconds. */
export function pointIn(values: FieldValues): Point | null {
  const [latitude, longitude] = axes.map((axis) => degreesIn(values, axis))
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? { latitude, longitude }
    : null
}

function degreesIn(values: FieldValues, axis: Axis): number | null {
  const dms = textIn(values, axis)
  return numberIn(values, decimalOf[axis]) ?? (dms === null ? null : degreesOf(dms, axis))
}

/** Degrees by which a box is taken wider: boxes are rounded, and so are coordinates. */
const margin = 0.3

/** Whether a point is in one of these boxes, or beside it. */
export const isInside = (boxes: readonly Box[], { latitude, longitude }: Point) =>
  boxes.some(
    ([west, south, east, north]) =>
      longitude >= west - margin &&
      longitude <= east + margin &&
      latitude >= south - margin &&
      latitude <= north + margin,
  )

export const placeFindings = (values: FieldValues): Finding[] => [
  ...claimFindings(values),
  ...axes.flatMap((axis) => notationFindings(values, axis)),
]

/** Where the record says in words that it comes from, in boxes. */
type Claim = { boxes: readonly Box[]; where: Text; outside: FindingCode }

function claimIn(values: FieldValues): Claim | null {
  const country = textIn(values, 'origcty')
  const place = textIn(values, 'collsite') ?? textIn(values, 'originPlace')
  const province =
    place !== null && (country === null || country === 'CHN') ? provinceIn(place) : undefined
  if (province) return { boxes: [province.box], where: province.name, outside: 'outside_region' }
  const boxes = country === null ? [] : boxesOf(country)
  if (country === null || boxes.length === 0) return null
  return { boxes, where: { zh: ` ${country} `, en: country }, outside: 'outside_country' }
}

/** Ways in which coordinates come to lie elsewhere, the likeliest first. */
const slips: readonly { code: FindingCode; undo: (point: Point) => Point }[] = [
  { code: 'coordinates_swapped', undo: swapped },
  { code: 'longitude_sign', undo: (point) => ({ ...point, longitude: -point.longitude }) },
  { code: 'latitude_sign', undo: (point) => ({ ...point, latitude: -point.latitude }) },
  {
    code: 'both_signs',
    undo: (point) => ({ latitude: -point.latitude, longitude: -point.longitude }),
  },
]

function swapped({ latitude, longitude }: Point): Point {
  return { latitude: longitude, longitude: latitude }
}

function claimFindings(values: FieldValues): Finding[] {
  const point = pointIn(values)
  const claim = claimIn(values)
  if (!point || !claim || isInside(claim.boxes, point)) return []
  const { where, outside, boxes } = claim
  const field = numberIn(values, decimalOf.latitude) === null ? 'latitude' : decimalOf.latitude
  const slip = slips.find(({ undo }) => isInside(boxes, undo(point)))
  if (!slip) return [{ code: outside, field, detail: words.outside(point, where) }]
  const { code, undo } = slip
  const right = undo(point)
  const detail =
    code === 'coordinates_swapped' ? words.swapped(right, where) : words.signs(right, where)
  return [{ code, field, detail, mend: mendOf(values, code, right) }]
}

/** The coordinates put right in each notation that the passport has; unknown digits stay unknown. */
function mendOf(values: FieldValues, code: FindingCode, right: Point): Suggestion {
  const decimal = axes.some((axis) => numberIn(values, decimalOf[axis]) !== null)
  const latitude = textIn(values, 'latitude')
  const longitude = textIn(values, 'longitude')
  return {
    ...(decimal && { declatitude: right.latitude, declongitude: right.longitude }),
    ...(latitude !== null && longitude !== null && rewritten(code, latitude, longitude)),
  }
}

const opposite: Readonly<Record<string, string>> = { N: 'S', S: 'N', E: 'W', W: 'E' }
const acrossAxes: Readonly<Record<string, string>> = { N: 'E', S: 'W', E: 'N', W: 'S' }
const withLetter = (dms: string, letters: Readonly<Record<string, string>>) =>
  dms.toUpperCase().replace(/[NSEW]$/, (letter) => letters[letter] ?? letter)

function rewritten(code: FindingCode, latitude: string, longitude: string): Suggestion {
  if (code === 'coordinates_swapped')
    return {
      latitude: withLetter(longitude, acrossAxes).replace(/^0/, ''),
      longitude: `0${withLetter(latitude, acrossAxes)}`,
    }
  return {
    latitude: code === 'longitude_sign' ? latitude : withLetter(latitude, opposite),
    longitude: code === 'latitude_sign' ? longitude : withLetter(longitude, opposite),
  }
}

const forms = { latitude: 'DDMMSSN', longitude: 'DDDMMSSE' } as const

/** Degrees, minutes and seconds that cannot be read, or say something else than the decimal degrees. */
function notationFindings(values: FieldValues, axis: Axis): Finding[] {
  const dms = textIn(values, axis)
  if (dms === null) return []
  const decimal = numberIn(values, decimalOf[axis])
  const degrees = degreesOf(dms, axis)
  if (degrees === null) {
    const mend = decimal !== null && { mend: { [axis]: dmsOf(decimal, axis) } }
    const detail = words.unreadableDms(dms, forms[axis])
    return [{ code: 'dms_unreadable', field: axis, detail, ...mend }]
  }
  if (decimal === null || Math.abs(decimal - degrees) <= precisionOf(dms, decimal)) return []
  return [{ code: 'coordinates_disagree', field: axis, detail: words.disagree(dms, decimal) }]
}

/** How far two notations of one place may be apart: as far as the coarser one says nothing. */
function precisionOf(dms: string, decimal: number): number {
  const missing = dms.match(/-/g)?.length ?? 0
  const written = missing === 0 ? 2 / 3600 : missing <= 2 ? 1 / 60 : 1
  const decimals = String(decimal).split('.')[1]?.length ?? 0
  return Math.max(written, 10 ** -decimals)
}

/** Decimal degrees as MCPD writes degrees, minutes and seconds, to the second. */
export function dmsOf(degrees: number, axis: Axis): string {
  const seconds = Math.round(Math.abs(degrees) * 3600)
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const widths = [axis === 'latitude' ? 2 : 3, 2, 2]
  const digits = parts.map((part, at) => String(part).padStart(widths[at] ?? 2, '0')).join('')
  const [positive, negative] = axis === 'latitude' ? ['N', 'S'] : ['E', 'W']
  return `${digits}${degrees < 0 ? negative : positive}`
}
