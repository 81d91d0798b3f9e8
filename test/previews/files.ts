import { gzipSync } from 'node:zlib'
import { downloadZip } from 'client-zip'
import { writeArrayBuffer } from 'geotiff'
import { File, ready } from 'h5wasm'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { sourceOf } from '../../src/ports/previews/source.ts'
import { readPreview } from '../../src/ports/previews/read.node.ts'

/** Files of each format, written as programs write them. */

export const utf8 = (text: string) => new TextEncoder().encode(text)

export const table = utf8(
  [
    'code,站点,value,day,ok,lat,lon',
    '001,民勤,1.5,2024-01-01,true,38.6,103.1',
    '002,民勤,,2024-01-02,false,38.7,103.2',
    '003,敦煌,-2.25,2024-01-03,true,40.1,94.7',
    '',
  ].join('\n'),
)

export const parquet = (rows = 5_000) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {
          name: 'code',
          data: Array.from({ length: rows }, (_, at) => String(at).padStart(6, '0')),
          type: 'STRING',
        },
        { name: 'value', data: Array.from({ length: rows }, (_, at) => at / 2), type: 'DOUBLE' },
        { name: 'long', data: Array.from({ length: rows }, () => 123_456_789_012_345_678n) },
      ],
      rowGroupSize: 1_000,
    }),
  )

/** `temperature(lat, lon)` as NetCDF 4 has it, or without its scales as plain HDF5. */
export async function hdf5({ isNetcdf = true } = {}): Promise<Uint8Array> {
  const { FS } = await ready
  const file = new File('/made.h5', 'w')
  file.create_attribute('title', '祁连山气温')
  const [rows, columns] = [20, 30]
  const axis = (name: string, values: number[], units: string) => {
    const made = file.create_dataset({ name, data: Float64Array.from(values) })
    made.create_attribute('units', units)
    if (isNetcdf) made.make_scale(name)
  }
  axis(
    'lat',
    Array.from({ length: rows }, (_, at) => 36 + at * 0.1),
    'degrees_north',
  )
  axis(
    'lon',
    Array.from({ length: columns }, (_, at) => 98 + at * 0.1),
    'degrees_east',
  )
  const field = file.create_dataset({
    name: 'temperature',
    data: Float32Array.from({ length: rows * columns }, (_, at) => at % 40),
    shape: [rows, columns],
  })
  field.create_attribute('units', 'K')
  field.create_attribute('long_name', 'air temperature')
  if (isNetcdf) {
    field.attach_scale(0, 'lat')
    field.attach_scale(1, 'lon')
  }
  file.create_group('inner').create_dataset({ name: 'deep', data: Int32Array.of(1, 2, 3) })
  file.close()
  const bytes = FS.readFile('/made.h5')
  FS.unlink('/made.h5')
  return bytes
}

const int = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
const doubles = (values: number[]) => {
  const bytes = Buffer.alloc(values.length * 8)
  for (const [at, value] of values.entries()) bytes.writeDoubleBE(value, at * 8)
  return bytes
}

const named = (text: string) =>
  Buffer.concat([int(Buffer.byteLength(text)), padded(Buffer.from(text))])
const attribute = (key: string, text: string) =>
  Buffer.concat([named(key), int(2), int(Buffer.byteLength(text)), padded(Buffer.from(text))])
const attributes = (list: Buffer[]) => Buffer.concat([int(12), int(list.length), ...list])

/** NetCDF 3 by its specification: three variables over `lat` and `lon`. */
export function netcdf(version: 1 | 2 = 1): Uint8Array {
  const [rows, columns] = [4, 6]
  const data = [
    { key: 'lat', over: [0], units: 'degrees_north', bytes: doubles([36, 37, 38, 39]) },
    { key: 'lon', over: [1], units: 'degrees_east', bytes: doubles([98, 99, 100, 101, 102, 103]) },
    {
      key: 'rain',
      over: [0, 1],
      units: 'mm',
      bytes: doubles(Array.from({ length: rows * columns }, (_, at) => at)),
    },
  ]
  const headerWith = (offsets: number[]) =>
    Buffer.concat([
      Buffer.from(`CDF${String.fromCodePoint(version)}`, 'latin1'),
      int(0),
      int(10),
      int(2),
      named('lat'),
      int(rows),
      named('lon'),
      int(columns),
      attributes([attribute('title', 'Rain')]),
      int(11),
      int(data.length),
      ...data.flatMap(({ key, over, units, bytes }, at) => [
        named(key),
        int(over.length),
        ...over.map(int),
        attributes([attribute('units', units)]),
        int(6),
        int(bytes.length),
        ...(version === 2 ? [int(0)] : []),
        int(offsets[at] ?? 0),
      ]),
    ])
  const { length } = headerWith([0, 0, 0])
  const offsets = data.map((_, at) =>
    data.slice(0, at).reduce((sum, { bytes }) => sum + bytes.length, length),
  )
  return new Uint8Array(Buffer.concat([headerWith(offsets), ...data.map(({ bytes }) => bytes)]))
}

/** A field of heights around Lanzhou, in degrees or in UTM zone 48. */
export const geotiff = ({ isUtm = false } = {}) =>
  new Uint8Array(
    writeArrayBuffer(
      Float32Array.from({ length: 60 * 40 }, (_, at) => at % 200),
      {
        width: 60,
        height: 40,
        SampleFormat: [3],
        BitsPerSample: [32],
        ...(isUtm
          ? {
              ModelPixelScale: [30, 30, 0],
              ModelTiepoint: [0, 0, 0, 500_000, 4_000_000, 0],
              GTModelTypeGeoKey: 1,
              ProjectedCSTypeGeoKey: 32_648,
            }
          : {
              ModelPixelScale: [0.1, 0.1, 0],
              ModelTiepoint: [0, 0, 0, 100, 40, 0],
              GTModelTypeGeoKey: 2,
              GeographicTypeGeoKey: 4326,
            }),
      },
    ),
  )

type Packed = { name: string; bytes: Uint8Array }

export function tar(files: readonly Packed[]): Uint8Array {
  const blocks = files.flatMap(({ name, bytes }) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write('0000644\0', 100)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        ', 148)
    header.write('0ustar\0', 156)
    const sum = header.reduce((all, byte) => all + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

export const tarGz = (files: readonly Packed[]) => new Uint8Array(gzipSync(tar(files)))

export const pdf = utf8(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 7 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
)

/** What a file shows, read in this process, and how many bytes came over. */
export async function read(name: string, bytes: Uint8Array) {
  const source = sourceOf({ name, sizeBytes: bytes.length }, (first, length) =>
    bytes.slice(first, first + length),
  )
  return { ...(await readPreview(source)), taken: source.taken() }
}

export async function zip(files: readonly Packed[]): Promise<Uint8Array> {
  const packed = downloadZip(files.map(({ name, bytes }) => ({ name, input: Buffer.from(bytes) })))
  return new Uint8Array(await packed.arrayBuffer())
}
