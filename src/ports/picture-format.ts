import type { PictureFacts, PictureRefusal } from '../core/ports.ts'

type Format = PictureFacts['format']

/** What a file is by its first bytes, whatever its name or its sender says. */
export function pictureFormatOf(bytes: Uint8Array): Format | { refused: PictureRefusal } {
  if (bytes.length === 0) return { refused: 'empty' }
  const magic = magics.find(([, matches]) => matches(bytes))
  if (magic) return magic[0]
  const brands = brandsOf(bytes)
  const brand = brands.find((each) => avifBrands.has(each) || heicBrands.has(each))
  if (brand !== undefined) return avifBrands.has(brand) ? 'avif' : { refused: 'heic' }
  return { refused: isMarkup(bytes) ? 'svg_or_html' : 'unknown_format' }
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

const startsWith =
  (...start: number[]) =>
  (bytes: Uint8Array) =>
    start.every((byte, at) => bytes[at] === byte)

const isWebp = (bytes: Uint8Array) =>
  ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'

const magics: [Format, (bytes: Uint8Array) => boolean][] = [
  ['jpeg', startsWith(0xff, 0xd8, 0xff)],
  ['png', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['gif', (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))],
  ['webp', isWebp],
  ['tiff', startsWith(0x49, 0x49, 0x2a, 0x00)],
  ['tiff', startsWith(0x4d, 0x4d, 0x00, 0x2a)],
  ['tiff', startsWith(0x49, 0x49, 0x2b, 0x00)],
  ['tiff', startsWith(0x4d, 0x4d, 0x00, 0x2b)],
]

const avifBrands = new Set(['avif', 'avis'])
const heicBrands = new Set('heic heix heim heis hevc hevx hevm hevs mif1 msf1 mif2'.split(' '))

/**
 * The brands of an ISO base media file, the major one first. AVIF and HEIC share the container, and some
 * writers name only the container (`mif1`) first: then a compatible brand that names the coding decides.
 */
function brandsOf(bytes: Uint8Array): string[] {
  if (ascii(bytes, 4, 8) !== 'ftyp') return []
  const boxEnd = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), 256)
  const compatible: string[] = []
  for (let at = 16; at + 4 <= boxEnd; at += 4) compatible.push(ascii(bytes, at, at + 4))
  const all = [ascii(bytes, 8, 12), ...compatible]
  return [...all.filter((brand) => !isContainer(brand)), ...all.filter(isContainer)]
}

const isContainer = (brand: string) => /^m[is]f[12]$/.test(brand)

/** SVG, HTML, XML, in UTF-8 or UTF-16: text whose first visible character is `<`. */
const isMarkup = (bytes: Uint8Array) =>
  /^[\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]*</.test(ascii(bytes, 0, 1024))

/**
 * Whether the file goes on to its own end, where a decoder would not notice: PNG's last chunk holds no pixels,
 * a GIF cut between two frames is only a shorter film, and a JPEG decoder may have its last pixel before it
 * looks for the marker behind it.
 */
export function reachesItsEnd(format: Format, bytes: Uint8Array): boolean {
  if (format === 'jpeg') return reachesEndOfImage(bytes)
  if (format === 'png') return lastIndexOf(bytes, pngEnd) >= 0
  return format !== 'gif' || reachesTrailer(bytes)
}

/**
 * Walks the segments and scans of a JPEG (ITU T.81, annex B) without decoding any: a thumbnail within a segment
 * has an end of its own. What cameras append behind the end is not looked at.
 */
function reachesEndOfImage(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(0xff, 2)
  while (at >= 0) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return true
    const next = at + (marker === 0xff ? 1 : 2)
    at = bytes.indexOf(0xff, hasNoLength(marker) ? next : next + lengthAt(bytes, next))
  }
  return false
}

/** A byte `ff` of the pixels themselves, one that fills, or a marker that stands alone. */
const hasNoLength = (marker: number) =>
  marker <= 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)

const lengthAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)

/** Length 0, `IEND`, and the checksum that those always have. */
const pngEnd = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

function lastIndexOf(bytes: Uint8Array, sequence: readonly number[]): number {
  for (let at = bytes.length - sequence.length; at >= 0; at -= 1) {
    if (sequence.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

const trailer = 0x3b
const extension = 0x21
const frame = 0x2c

/** Walks the blocks of a GIF (GIF89a, appendix A) without decoding any. */
function reachesTrailer(bytes: Uint8Array): boolean {
  let at = 13 + paletteBytes(bytes[10])
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === trailer) return true
    if (block === extension) at = afterSubBlocks(bytes, at + 2)
    else if (block === frame) at = afterSubBlocks(bytes, at + 11 + paletteBytes(bytes[at + 9]))
    else return false
  }
  return false
}

const paletteBytes = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function afterSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  return at
}
