import { NetCDFReader } from 'netcdfjs'
import type { VariableFacts } from '../../core/preview.ts'
import { seenText } from '../../core/typed-text.ts'
import { shortened } from './columns.ts'
import {
  attributeNamed,
  attributesOf,
  coordinatesIn,
  extentAround,
  isNorthward,
  mostVariables,
  picturedVariable,
} from './grids.ts'
import { shortHeader } from './netcdf-offsets.ts'
import { pictured, within } from './png.node.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source } from './source.ts'

/** A header is read with the first bytes; the greatest that are known of are a tenth of this. */
const headerBytes = 8_000_000

type Header = NetCDFReader['header']
type Stored = Header['variables'][number]

/** NetCDF 3: what the header says, and a picture of the first field of numbers. */
export function readNetcdf(source: Source): Reading {
  const version = source.read(3, 1)[0]
  if (version !== 1 && version !== 2) throw new Refused('unknown_format')
  const header = headerOf(source, version)
  refuseBeyondEnd(header, source)
  const { recordDimension } = header
  const stored = header.variables.slice(0, mostVariables)
  const variables = stored.map((variable) => variableFacts(variable, header))
  const shown = picturedVariable(variables, ({ type }) => type in decoders)
  const grid = gridOf({ source, header, stored, variables })
  return {
    facts: {
      kind: 'grid',
      format: 'netcdf',
      dimensions: header.dimensions.slice(0, mostVariables).map(({ name, size }, at) => ({
        name: seenText(shortened(name, 100)),
        length: at === recordDimension.id ? recordDimension.length : size,
        isUnlimited: at === recordDimension.id,
      })),
      variables,
      variablesLeftOut: header.variables.length - stored.length,
      attributes: attributesOf(header.globalAttributes.map(({ name, value }) => [name, value])),
      pictured: shown?.name ?? null,
    },
    variables: variables.flatMap(({ name, longName }) => [name, ...(longName ? [longName] : [])]),
    extent: grid.extent,
    picture: shown ? grid.pictureOf(shown) : null,
  }
}

/** The library's, with offsets beyond 4 GiB, which it does not take. */
function headerOf(source: Source, version: 1 | 2): Header {
  const first = source.read(0, headerBytes)
  if (version === 1) return new NetCDFReader(first).header
  const { bytes, highParts } = shortHeader(first)
  const { header } = new NetCDFReader(bytes)
  const variables = header.variables.map((variable, at) => ({
    ...variable,
    offset: variable.offset + (highParts[at] ?? 0) * 2 ** 32,
  }))
  return { ...header, variables }
}

/** A file that was cut is told by its variables, which would begin behind its end. */
function refuseBeyondEnd({ variables, recordDimension }: Header, { sizeBytes }: Source): void {
  const isCut = variables.some(
    ({ offset, size, record }) =>
      offset + (record ? 0 : size - 3) > sizeBytes ||
      (record && recordDimension.length > 0 && offset > sizeBytes),
  )
  if (isCut) throw new Refused('damaged')
}

function variableFacts(variable: Stored, { dimensions, recordDimension }: Header): VariableFacts {
  const entries: readonly { name: string; value: unknown }[] = variable.attributes
  const attributes = attributesOf(entries.map(({ name, value }) => [name, value]))
  return {
    name: seenText(shortened(variable.name, 100)),
    type: variable.type,
    dimensions: variable.dimensions.map((at) => ({
      name: dimensions[at]?.name ?? null,
      length: at === recordDimension.id ? recordDimension.length : (dimensions[at]?.size ?? 0),
    })),
    units: attributeNamed(attributes, 'units'),
    longName: attributeNamed(attributes, 'long_name'),
    attributes,
  }
}

type Decoder = { bytes: number; read: (view: DataView, at: number) => number }

/** Everything in NetCDF 3 is big-endian. */
const decoders: Readonly<Record<string, Decoder>> = {
  byte: { bytes: 1, read: (view, at) => view.getInt8(at) },
  short: { bytes: 2, read: (view, at) => view.getInt16(at) },
  int: { bytes: 4, read: (view, at) => view.getInt32(at) },
  float: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  double: { bytes: 8, read: (view, at) => view.getFloat64(at) },
}

type Opened = {
  source: Source
  header: Header
  stored: readonly Stored[]
  variables: readonly VariableFacts[]
}

function gridOf({ source, stored, variables }: Opened) {
  /** The first so many values of a variable. */
  const valuesOf = (variable: VariableFacts, count: number): number[] => {
    const offset = stored[variables.indexOf(variable)]?.offset ?? 0
    const { bytes, read } = decoders[variable.type] ?? { bytes: 1, read: () => Number.NaN }
    const data = source.read(offset, count * bytes)
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    return Array.from({ length: Math.floor(data.length / bytes) }, (_, at) =>
      read(view, at * bytes),
    )
  }
  const axis = (variable: VariableFacts) =>
    variable.dimensions.length === 1 && (variable.dimensions[0]?.length ?? 0) < 100_000
      ? valuesOf(variable, variable.dimensions[0]?.length ?? 0)
      : []
  const coordinates = coordinatesIn(variables)
  const latitudes = coordinates ? axis(coordinates.latitude) : []
  const longitudes = coordinates ? axis(coordinates.longitude) : []
  return {
    extent: latitudes.length > 0 ? extentAround(latitudes, longitudes) : null,
    pictureOf: (variable: VariableFacts) => {
      const [rows = 0, columns = 0] = variable.dimensions.slice(-2).map(({ length }) => length)
      const values = valuesOf(variable, rows * columns)
      const isLatitudinal = rows === latitudes.length
      return pictureOfField({
        values,
        rows,
        columns,
        fill: fillOf(variable),
        isUpsideDown: isLatitudinal && isNorthward(latitudes),
      })
    },
  }
}

/** The value that stands where there is none. */
export const fillOf = ({ attributes }: VariableFacts) =>
  ['_FillValue', 'missing_value'].flatMap((name) => {
    const value = attributeNamed(attributes, name)
    return value === null ? [] : [Number(value)]
  })

type Field = {
  values: ArrayLike<number | bigint>
  rows: number
  columns: number
  fill: readonly number[]
  isUpsideDown: boolean
}

export function pictureOfField({ values, rows, columns, fill, isUpsideDown }: Field) {
  const { width, height, factor } = within(columns, rows)
  return pictured({
    width,
    height,
    at: (x, y) => {
      const row = Math.min(rows - 1, Math.floor(y * factor))
      const from = isUpsideDown ? rows - 1 - row : row
      const value = Number(values[from * columns + Math.min(columns - 1, Math.floor(x * factor))])
      const isMissing = fill.some(
        (one) => value === one || Math.abs(value - one) < Math.abs(one) * 1e-6,
      )
      return isMissing || Math.abs(value) > 1e35 ? undefined : value
    },
  })
}
