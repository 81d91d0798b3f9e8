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

/** What the variables of `netcdf` take at its end. */
export const netcdfDataBytes = (4 + 6 + 24) * 8

/** NetCDF 3 by its specification: three variables over `lat` and `lon`, so far behind the header as its offsets say. */
export function netcdf(version: 1 | 2 = 1, { gap = 0, title = 'Rain' } = {}): Uint8Array {
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
      attributes([attribute('title', title)]),
      int(11),
      int(data.length),
      ...data.flatMap(({ key, over, units, bytes }, at) => [
        named(key),
        int(over.length),
        ...over.map(int),
        attributes([attribute('units', units)]),
        int(6),
        int(bytes.length),
        ...(version === 2 ? [int(Math.floor((offsets[at] ?? 0) / 2 ** 32))] : []),
        int((offsets[at] ?? 0) % 2 ** 32),
      ]),
    ])
  const { length } = headerWith([0, 0, 0])
  const offsets = data.map((_, at) =>
    data.slice(0, at).reduce((sum, { bytes }) => sum + bytes.length, length + gap),
  )
  return new Uint8Array(Buffer.concat([headerWith(offsets), ...data.map(({ bytes }) => bytes)]))
}

/** A field of heights around Lanzhou, in degrees or in UTM zone 48. */
export const geotiff = ({ isUtm = false, west = 100 } = {}) =>
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
              ModelTiepoint: [0, 0, 0, west, 40, 0],
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

type PdfWanted = {
  pages?: number
  size?: readonly [number, number]
  trailer?: string
  content?: string
  more?: string[]
}

/** A PDF whose pages say which they are; `more` are objects that follow theirs. */
export function pdf({
  pages = 7,
  size = [595, 842],
  trailer = '',
  content = '',
  more = [],
}: PdfWanted = {}) {
  const places = Array.from({ length: pages }, (_, at) => 4 + at * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${places.map((at) => `${at} 0 R`).join(' ')}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...places.flatMap((at, page) => {
      const text = `${content} BT 1 0 0 rg /F1 24 Tf 72 700 Td (Glacier ${page + 1}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${at + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X ${4 + pages * 2} 0 R >> >> >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ]
    }),
    ...more,
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const references = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
  return utf8(body + references + end)
}

/** It asks for a password: the empty one is not what its marks were made with. */
export const lockedPdf = () => {
  const mark = `<${'5a'.repeat(32)}>`
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${mark} /U ${mark} >>`
  return pdf({ trailer: `/Encrypt ${lock} /ID [<00> <00>]` })
}

/** Forms that draw the form before them twenty times: 20^12 words on one page. */
export function endlessPdf() {
  const first = 4 + 2
  const forms = Array.from({ length: 12 }, (_, at) => {
    const drawn = at === 11 ? 'BT /F1 9 Tf (x) Tj ET' : '/X Do '.repeat(20)
    const next = at === 11 ? '' : `/XObject << /X ${first + at + 1} 0 R >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${next} >> /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`
  })
  return pdf({ pages: 1, content: '/X Do', more: forms })
}

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
