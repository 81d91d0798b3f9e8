import { boxOf, type Extent } from '../../core/place.ts'
import type { VariableFacts } from '../../core/preview.ts'
import { seenText } from '../../core/typed-text.ts'
import { shortened } from './columns.ts'

/** What NetCDF and HDF5 have in common: variables over dimensions, by the names of the CF conventions. */

export const mostVariables = 300
export const mostAttributes = 60

/** Attributes that say how bytes are kept together, and nothing of the data. */
const inner = /^(?:CLASS|NAME|DIMENSION_LIST|REFERENCE_LIST|_Netcdf4\w*|_NC\w+|_nc3_strict)$/

export const attributesOf = (entries: readonly (readonly [name: string, value: unknown])[]) =>
  entries
    .filter(([name]) => !inner.test(name))
    .slice(0, mostAttributes)
    .map(([name, value]) => ({ name: seenText(shortened(name, 100)), value: valueText(value) }))

export function valueText(value: unknown): string {
  if (Array.isArray(value)) return valueText(value.slice(0, 20).map(String).join(', '))
  return seenText(shortened(String(value), 500))
}

type Attributes = VariableFacts['attributes']

export const attributeNamed = (attributes: Attributes, name: string) =>
  attributes.find((one) => one.name === name)?.value ?? null

const isLatitude = ({ name, units }: VariableFacts) =>
  /^degrees?_?n(?:orth)?$/i.test(units ?? '') || /(?:^|\/)lat(?:itude)?$/i.test(name)
const isLongitude = ({ name, units }: VariableFacts) =>
  /^degrees?_?e(?:ast)?$/i.test(units ?? '') || /(?:^|\/)lon(?:gitude)?$/i.test(name)

/** The variables that say where values lie; undefined without both. */
export function coordinatesIn(variables: readonly VariableFacts[]) {
  const latitude = variables.find(isLatitude)
  const longitude = variables.find(isLongitude)
  return latitude && longitude ? { latitude, longitude } : undefined
}

/** The box around coordinates; longitudes to 360 are counted from Greenwich to both sides. */
export function extentAround(
  latitudes: Iterable<number>,
  longitudes: Iterable<number>,
): Extent | null {
  const [south, north] = rangeOf(latitudes)
  const [west, east] = rangeOf(longitudes)
  if (east > 180 && west >= 180) return boxOf({ west: west - 360, east: east - 360, south, north })
  if (east > 180 && east <= 360) return boxOf({ west: -180, east: 180, south, north })
  return boxOf({ west, south, east, north })
}

function rangeOf(values: Iterable<number>): [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  return [least, greatest]
}

const mostPictured = 4_000_000

/** The variable that a picture is made of: numbers over two dimensions at least, not one of where they lie. */
export function picturedVariable(
  variables: readonly VariableFacts[],
  isNumeric: (variable: VariableFacts) => boolean,
): VariableFacts | undefined {
  return variables.find((variable) => {
    const [rows, columns] = variable.dimensions.slice(-2).map(({ length }) => length)
    if (!rows || !columns || rows < 2 || columns < 2 || rows * columns > mostPictured) return false
    if (variable.dimensions.slice(0, -2).some(({ length }) => length < 1)) return false
    return (
      isNumeric(variable) && !isLatitude(variable) && !isLongitude(variable) && !isBounds(variable)
    )
  })
}

const isBounds = ({ name, dimensions }: VariableFacts) =>
  /_(?:bnds|bounds)$/i.test(name) || dimensions.at(-1)?.length === 2

/** Whether rows go from south to north, as most models write them: a picture has north above. */
export const isNorthward = ([first, ...rest]: readonly number[]) =>
  first !== undefined && rest.length > 0 && (rest.at(-1) ?? first) > first
