import { Dataset, File, Group, ready } from 'h5wasm'
import type { Facts, VariableFacts } from '../../core/preview.ts'
import { seenText } from '../../core/typed-text.ts'
import { shortened } from './columns.ts'
import {
  attributeNamed,
  attributesOf,
  coordinatesIn,
  extentAround,
  isNorthward,
  mostAttributes,
  mostVariables,
  picturedVariable,
} from './grids.ts'
import { fillOf, pictureOfField } from './netcdf.node.ts'
import type { Reading } from './reading.ts'
import type { Source } from './source.ts'

const mostObjects = 2_000
const deepest = 16

/** HDF5, and NetCDF 4 that is written in it: the tree of variables, and a picture of the first field of numbers. */
export async function readHdf5(source: Source): Promise<Reading> {
  const unmount = await mount(source)
  const file = new File('/file', 'r')
  try {
    return readingOf(file)
  } finally {
    file.close()
    unmount()
  }
}

function readingOf(file: File): Reading {
  const found: { path: string; dataset: Dataset }[] = []
  collect(file, '', { found, seen: { count: 0 }, depth: 0 })
  const scales = dimensionsOf(found)
  const all = found.filter(({ dataset }) => !isBareDimension(dataset))
  const shown = all.slice(0, mostVariables)
  const variables = shown.map((one) => variableFacts(one, scales))
  const attributes = attributesIn(file)
  const isNetcdf = '_NCProperties' in file.attrs || scales.length > 0
  const datasetOf = (variable: VariableFacts) => shown[variables.indexOf(variable)]?.dataset
  const axes = axesOf(variables, datasetOf)
  const field = picturedVariable(variables, ({ type }) => /^[iuf]\d/.test(type))
  const facts: Facts<'grid'> = {
    kind: 'grid',
    format: isNetcdf ? 'netcdf4' : 'hdf5',
    dimensions: scales.map(({ name, length, isUnlimited }) => ({ name, length, isUnlimited })),
    variables,
    variablesLeftOut: all.length - shown.length,
    attributes,
    pictured: field?.name ?? null,
  }
  return {
    facts,
    variables: variables.flatMap(({ name, longName }) => [name, ...(longName ? [longName] : [])]),
    extent: axes && extentAround(axes.latitudes, axes.longitudes),
    picture: (field && pictureOf(field, datasetOf(field), axes?.latitudes)) ?? null,
  }
}

/** Puts the file where the library finds it: its bytes come over as they are read. */
async function mount({ sizeBytes, read }: Source): Promise<() => void> {
  const { FS } = await ready
  FS.writeFile('/file', new Uint8Array())
  const { node } = FS.lookupPath('/file', {})
  Object.defineProperty(node, 'usedBytes', { get: () => sizeBytes })
  Object.assign(node, {
    stream_ops: {
      ...Reflect.get(node, 'stream_ops'),
      read: (_: unknown, into: Uint8Array, at: number, length: number, position: number) => {
        const bytes = read(position, length)
        into.set(bytes, at)
        return bytes.length
      },
    },
  })
  return () => FS.unlink('/file')
}

type Found = { path: string; dataset: Dataset }
type Walk = { found: Found[]; seen: { count: number }; depth: number }

/** Links to other files are not followed, and however links lead around, so many steps are made. */
function collect(group: Group, path: string, walk: Walk): void {
  for (const name of group.keys()) {
    walk.seen.count += 1
    if (walk.seen.count > mostObjects || walk.depth > deepest) return
    const child = group.get(name)
    if (child instanceof Dataset) walk.found.push({ path: `${path}${name}`, dataset: child })
    else if (child instanceof Group)
      collect(child, `${path}${name}/`, { ...walk, depth: walk.depth + 1 })
  }
}

const classOf = (dataset: Dataset) =>
  'CLASS' in dataset.attrs ? String(dataset.get_attribute('CLASS', true)) : ''

/** A dimension of NetCDF 4 without values of its own. */
const isBareDimension = (dataset: Dataset) =>
  classOf(dataset) === 'DIMENSION_SCALE' &&
  String(dataset.get_attribute('NAME', true)).startsWith('This is a netCDF dimension but not')

type Scale = { path: string; name: string; length: number; isUnlimited: boolean }

const dimensionsOf = (found: readonly Found[]): Scale[] =>
  found
    .filter(({ dataset }) => classOf(dataset) === 'DIMENSION_SCALE')
    .slice(0, mostVariables)
    .map(({ path, dataset }) => ({
      path: `/${path}`,
      name: seenText(shortened(path, 100)),
      length: dataset.shape?.[0] ?? 0,
      isUnlimited: (dataset.metadata.maxshape?.[0] ?? 0) !== (dataset.shape?.[0] ?? 0),
    }))

function attributesIn(holder: Group | Dataset) {
  const named = Object.keys(holder.attrs).slice(0, mostAttributes)
  return attributesOf(named.map((name) => [name, attributeValue(holder, name)]))
}

/** One that cannot be read says so, and takes no other with it. */
function attributeValue(holder: Group | Dataset, name: string): unknown {
  try {
    return holder.get_attribute(name, true)
  } catch {
    return '?'
  }
}

function variableFacts({ path, dataset }: Found, scales: readonly Scale[]): VariableFacts {
  const attributes = attributesIn(dataset)
  return {
    name: seenText(shortened(path, 100)),
    type: typeOf(dataset),
    dimensions: (dataset.shape ?? []).map((length, at) => ({
      name: dimensionName({ path, dataset }, at, scales),
      length,
    })),
    units: attributeNamed(attributes, 'units'),
    longName: attributeNamed(attributes, 'long_name'),
    attributes,
  }
}

/** `<f4` of the library as `f4`; what is made of several as it is called. */
function typeOf({ dtype }: Dataset): string {
  if (typeof dtype !== 'string') return Array.isArray(dtype) ? 'array' : 'compound'
  const [, sign = '', bytes = ''] = /^[<>|=]?([bBhHiIqQfdeS])(\d*)$/.exec(dtype) ?? []
  if (sign === 'S') return 'string'
  return letters[sign] ?? (`${sign}${bytes}` || dtype)
}

const letters: Readonly<Record<string, string>> = {
  b: 'i1',
  B: 'u1',
  h: 'i2',
  H: 'u2',
  i: 'i4',
  I: 'u4',
  q: 'i8',
  Q: 'u8',
  e: 'f2',
  f: 'f4',
  d: 'f8',
}

function dimensionName({ path, dataset }: Found, at: number, scales: readonly Scale[]) {
  const own = scales.find((scale) => scale.path === `/${path}`)
  if (own) return own.name
  try {
    const [attached] = dataset.get_attached_scales(at)
    return scales.find((scale) => scale.path === attached)?.name ?? null
  } catch {
    return null
  }
}

type DatasetOf = (variable: VariableFacts) => Dataset | undefined

function axesOf(variables: readonly VariableFacts[], datasetOf: DatasetOf) {
  const coordinates = coordinatesIn(variables)
  if (!coordinates) return null
  const valuesOf = (variable: VariableFacts): number[] => {
    const isShort =
      variable.dimensions.length === 1 && (variable.dimensions[0]?.length ?? 0) < 100_000
    const values = isShort ? datasetOf(variable)?.value : null
    return ArrayBuffer.isView(values) ? Array.from<number | bigint, number>(values, Number) : []
  }
  const [latitudes, longitudes] = [valuesOf(coordinates.latitude), valuesOf(coordinates.longitude)]
  return latitudes.length > 0 && longitudes.length > 0 ? { latitudes, longitudes } : null
}

/** A chunk is unpacked as a whole: none larger than this, and not too many of them. */
const mostChunk = 16_000_000

const chunkBytes = ({ metadata: { chunks, size } }: Dataset) =>
  (chunks ?? []).reduce((product, length) => product * length, size || 8)

function pictureOf(
  variable: VariableFacts,
  dataset: Dataset | undefined,
  latitudes: readonly number[] = [],
) {
  const lengths = variable.dimensions.map(({ length }) => length)
  const [rows = 0, columns = 0] = lengths.slice(-2)
  if (!dataset || chunkBytes(dataset) > mostChunk) return null
  const before = lengths.slice(0, -2).map((): [number, number] => [0, 1])
  const values = dataset.slice([...before, [0, rows], [0, columns]])
  if (!ArrayBuffer.isView(values)) return null
  return pictureOfField({
    values,
    rows,
    columns,
    fill: fillOf(variable),
    isUpsideDown: rows === latitudes.length && isNorthward(latitudes),
  })
}
