import type { Levels, PictureRefusal } from '../core/ports.ts'

/** What a decoder says of a picture before it decodes any of it. */
export type PictureHeader = {
  format: string
  width: number
  height: number
  channels: number
  depth: string
  space: string
  isProgressive?: boolean
  chromaSubsampling?: string | undefined
  hasProfile?: boolean
}

const megabyte = 1_000_000

/**
 * Most bytes that a decoder may hold at once: for a graphic or measurements, and for a photograph, whose codings
 * reach 75 megapixels as progressive JPEG of full colour, 64 as WebP and 25 as AVIF.
 */
const maxHeldBytes = { graphic: 100 * megabyte, photograph: 450 * megabyte }

const bytesOf: Record<string, number> = { uchar: 1, char: 1, ushort: 2, short: 2 }

/** Coefficients of progressive JPEG, two bytes each: a whole colour a pixel, or four pixels sharing theirs. */
const coefficientBytes = ({ channels, chromaSubsampling }: PictureHeader) =>
  chromaSubsampling === '4:2:0' ? 3 : channels * 2

/**
 * Bytes a pixel that decoding holds for the whole picture, where it cannot give one row after the other. Those of
 * WebP, AVIF and GIF are measured: libvips 8.18, pictures of 25 and 100 megapixels in one colour.
 */
function heldPerPixel(header: PictureHeader): number {
  if (isMeasured(header)) return header.channels * 4
  if (header.format === 'png' && header.isProgressive)
    return header.channels * (bytesOf[header.depth] ?? 1)
  if (header.format === 'jpeg' && header.isProgressive) return coefficientBytes(header)
  return { webp: 7, heif: 18, gif: 5 }[header.format] ?? 0
}

/** Why a picture is not decoded, by its header: it would take too much memory, or has samples that nothing reads. */
export function objectionToDecoding(header: PictureHeader): PictureRefusal | undefined {
  if (isHalfFloat(header)) return 'not_displayable'
  const isPhotograph = ['jpeg', 'webp', 'heif'].includes(header.format)
  const most = isPhotograph ? maxHeldBytes.photograph : maxHeldBytes.graphic
  const held = header.width * header.height * heldPerPixel(header)
  return held > most ? 'too_much_memory' : undefined
}

const deepSpaces = ['grey16', 'rgb16']
const plainSpaces = [...deepSpaces, 'b-w', 'srgb', 'scrgb']

/** libvips clips samples of half precision to nothing. */
const isHalfFloat = ({ space, depth }: PictureHeader) =>
  deepSpaces.includes(space) && depth === 'float'

/** Samples that are measurements rather than shades: signed, of 32 bits, or with a decimal point. */
export const isMeasured = ({ space, depth }: PictureHeader) =>
  plainSpaces.includes(space) && depth !== 'uchar' && depth !== 'ushort'

/** 16 bits a sample with a profile that says what they mean. */
export const hasDeepColours = ({ space, depth, hasProfile }: PictureHeader) =>
  hasProfile === true && depth === 'ushort' && deepSpaces.includes(space)

/**
 * 16 bits a sample that may hold the 12 of a camera. A profile says that they are shades; what is too large to be
 * looked through is taken for a photograph.
 */
export const mayBeDim = ({ width, height, channels, ...header }: PictureHeader) =>
  header.depth === 'ushort' &&
  deepSpaces.includes(header.space) &&
  header.hasProfile !== true &&
  width * height * channels * 4 <= maxHeldBytes.graphic

/** Above this, a picture of 16 bits is seen as it is; the brightest of a camera of 12 bits is a grey of 15 in 255. */
const dimmest = 4095

/** The least and the greatest sample, to the seven digits of 32 bits; throws where no sample is a number. */
export function levelsOf(samples: Float32Array): Levels {
  let black = Infinity
  let white = -Infinity
  for (const sample of samples) {
    if (!Number.isFinite(sample)) continue
    if (sample < black) black = sample
    if (sample > white) white = sample
  }
  if (black > white) throw new Error('No sample of the picture is a number.')
  return { black: Number(black.toPrecision(7)), white: Number(white.toPrecision(7)) }
}

/** Whether a picture of 16 bits would be seen as black, and is not. */
export const isDim = ({ black, white }: Levels) => black < white && white <= dimmest

/** Samples as shades: the least black, the greatest white, evenly between; one value everywhere is grey. */
export function shadesOf(samples: Float32Array, { black, white }: Levels): Uint8Array {
  const shades = new Uint8Array(samples.length)
  const span = white - black
  for (let at = 0; at < samples.length; at += 1) {
    const share = span > 0 ? ((samples[at] ?? 0) - black) / span : 0.5
    // What is not a number becomes 0; what is endless is kept between black and white.
    shades[at] = Math.round(Math.min(1, Math.max(0, share)) * 255)
  }
  return shades
}
