import { createDeflate, deflateSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { chunk } from './pictures.ts'

/** Pictures of more than 8 bits a sample, written byte by byte: what other programs and instruments make. */

/** A PNG in one colour; `depth` 16 repeats each byte, so that the colour is the same. Interlaced ones are one pixel. */
export function plainPng(
  pixel: readonly number[],
  { depth, profile }: { depth: 8 | 16; profile?: Uint8Array },
): Uint8Array {
  const type = [0, 0, 4, 2, 6][pixel.length] ?? 2
  const samples = depth === 16 ? pixel.flatMap((each) => [each, each]) : pixel
  const row = [0, ...Array.from({ length: side }, () => samples).flat()]
  const rows = Buffer.from(Array.from({ length: side }, () => row).flat())
  return pngOf(
    pngHeader([side, side, depth, type]),
    ...(profile
      ? [chunk('iCCP', Buffer.concat([Buffer.from('own\0\0'), deflateSync(profile)]))]
      : []),
    chunk('IDAT', deflateSync(rows)),
  )
}

const side = 40

const pngOf = (...chunks: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ])

function pngHeader([width, height, depth, type]: [number, number, number, number], interlace = 0) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, type, 0, 0, interlace], 8)
  return chunk('IHDR', header)
}

/** A sound, interlaced PNG of 16 bits: all its pixels are black, and a thousandth of what they become is sent. */
export async function interlacedBomb(width: number, height: number): Promise<Uint8Array> {
  const passes = [
    [0, 8, 0, 8],
    [4, 8, 0, 8],
    [0, 4, 4, 8],
    [2, 4, 0, 4],
    [0, 2, 2, 4],
    [1, 2, 0, 2],
    [0, 1, 1, 2],
  ] as const
  const length = passes.reduce((sum, [left, across, top, down]) => {
    const columns = Math.ceil((width - left) / across)
    return sum + Math.ceil((height - top) / down) * (1 + columns * 6)
  }, 0)
  const nothing = Buffer.alloc(1_000_000)
  const lengths = [
    ...Array.from({ length: Math.floor(length / 1_000_000) }, () => 1_000_000),
    length % 1_000_000,
  ]
  const rows = Readable.from(lengths.map((each) => nothing.subarray(0, each)))
  const pixels = await buffer(rows.pipe(createDeflate({ level: 9 })))
  return pngOf(pngHeader([width, height, 16, 2], 1), chunk('IDAT', pixels))
}

type Samples =
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array
type TiffFacts = {
  width?: number
  height?: number
  channels?: number
  /** 1 unsigned, 2 signed, 3 floating-point. */
  sampleFormat?: 1 | 2 | 3
  bits?: number
  profile?: Uint8Array
}

/** An uncompressed TIFF of one strip, little-endian (TIFF 6.0). A fourth channel, or a second, is alpha. */
export function tiffOf(samples: Samples, facts: TiffFacts = {}): Uint8Array {
  const { width = side, height = side, channels = 1, sampleFormat = 1, profile } = facts
  const bits = facts.bits ?? samples.BYTES_PER_ELEMENT * 8
  const each = (value: number) => Array.from({ length: channels }, () => value)
  const pixels = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  return tiffFile(
    [
      [256, long, [width]],
      [257, long, [height]],
      [258, short, each(bits)],
      [259, short, [1]],
      [262, short, [channels > 2 ? 2 : 1]],
      [stripOffsets, long, [0]],
      [277, short, [channels]],
      [278, long, [height]],
      [279, long, [pixels.length]],
      ...(channels % 2 === 0 ? [[338, short, [2]] satisfies Tag] : []),
      [339, short, each(sampleFormat)],
      ...(profile ? [[34675, undefinedBytes, [...profile]] satisfies Tag] : []),
    ],
    pixels,
  )
}

type Tag = [tag: number, type: number, values: number[]]
const [short, long, undefinedBytes, stripOffsets] = [3, 4, 7, 273]

function tiffFile(tags: Tag[], pixels: Buffer): Buffer {
  const directory = Buffer.alloc(8 + 2 + tags.length * 12 + 4)
  directory.write('II*\0', 'latin1')
  directory.writeUInt32LE(8, 4)
  directory.writeUInt16LE(tags.length, 8)
  const beyond: Buffer[] = []
  let end = directory.length
  const place = new Map<number, number>()
  for (const [at, [tag, type, values]] of tags.entries()) {
    const entry = 10 + at * 12
    const bytes = valuesOf(type, values)
    directory.writeUInt16LE(tag, entry)
    directory.writeUInt16LE(type, entry + 2)
    directory.writeUInt32LE(values.length, entry + 4)
    place.set(tag, entry + 8)
    if (bytes.length <= 4) directory.set(bytes, entry + 8)
    else {
      directory.writeUInt32LE(end, entry + 8)
      beyond.push(bytes)
      end += bytes.length
    }
  }
  directory.writeUInt32LE(end, place.get(stripOffsets) ?? 0)
  return Buffer.concat([directory, ...beyond, pixels])
}

function valuesOf(type: number, values: readonly number[]): Buffer {
  const size = { [short]: 2, [long]: 4 }[type] ?? 1
  const bytes = Buffer.alloc(values.length * size + (size === 1 ? values.length % 2 : 0))
  for (const [at, value] of values.entries()) bytes.writeUIntLE(value, at * size, size)
  return bytes
}

/** A pixel everywhere, in 8 or 16 bits a channel. */
export const plainTiff = (
  pixel: readonly number[],
  { depth, profile }: { depth: 8 | 16; profile?: Uint8Array },
) => {
  const all = Array.from({ length: side * side }, () => pixel).flat()
  const samples = depth === 16 ? Uint16Array.from(all, (each) => each * 257) : Int8Array.from(all)
  return tiffOf(samples, { channels: pixel.length, ...(profile && { profile }) })
}

/** `count` values evenly from one to the other: the first pixel is the least, the last one the greatest. */
export const ramp = (from: number, to: number, count = side * side): number[] =>
  Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1))

/** The profile that sharp knows by this name. */
export async function namedProfile(name: 'srgb' | 'p3'): Promise<Uint8Array> {
  const background = '#808080'
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background } })
  const { icc } = await sharp(await dot.withIccProfile(name).png().toBuffer()).metadata()
  if (!icc) throw new Error(`There is no profile ${name}.`)
  return icc
}

const d50 = [0.9642, 1, 0.8249]

/** Adobe RGB (1998), adapted to D50: its primaries and a gamma of 2.2. */
export const adobeRgb = () =>
  iccProfile('RGB ', [
    ['wtpt', xyz(d50)],
    ['rXYZ', xyz([0.60974, 0.31111, 0.01947])],
    ['gXYZ', xyz([0.20528, 0.62567, 0.06087])],
    ['bXYZ', xyz([0.14919, 0.06322, 0.74457])],
    ...['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, gamma(2.199)] satisfies IccTag),
  ])

/** Grey with a gamma of 1.8, as old Macintosh programs wrote it: far from sRGB's curve. */
export const greyGamma = () =>
  iccProfile('GRAY', [
    ['wtpt', xyz(d50)],
    ['kTRC', gamma(1.8)],
  ])

type IccTag = [signature: string, data: Buffer]

/** A profile of a display, version 2.1 (ICC.1:2001-04). */
function iccProfile(space: 'RGB ' | 'GRAY', tags: IccTag[]): Uint8Array {
  const table = Buffer.alloc(128 + 4 + tags.length * 12)
  table.writeUInt32BE(0x0210_0000, 8)
  table.write(`mntr${space}XYZ `, 12, 'latin1')
  table.write('acsp', 36, 'latin1')
  xyz(d50).copy(table, 68, 8)
  table.writeUInt32BE(tags.length, 128)
  let end = table.length
  for (const [at, [signature, data]] of tags.entries()) {
    const entry = 132 + at * 12
    table.write(signature, entry, 'latin1')
    table.writeUInt32BE(end, entry + 4)
    table.writeUInt32BE(data.length, entry + 8)
    end += data.length
  }
  table.writeUInt32BE(end, 0)
  return Buffer.concat([table, ...tags.map(([, data]) => data)])
}

/** Numbers of 16 bits before and after the point. */
function xyz(values: readonly number[]): Buffer {
  const data = Buffer.alloc(20)
  data.write('XYZ ', 'latin1')
  for (const [at, value] of values.entries())
    data.writeInt32BE(Math.round(value * 65_536), 8 + at * 4)
  return data
}

function gamma(exponent: number): Buffer {
  const data = Buffer.alloc(16)
  data.write('curv', 'latin1')
  data.writeUInt32BE(1, 8)
  data.writeUInt16BE(Math.round(exponent * 256), 12)
  return data
}
