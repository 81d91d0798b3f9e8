import { availableParallelism } from 'node:os'
import { pMapIterable } from 'p-map'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import {
  type Derivative,
  type ImageFormat,
  imageFormats,
  type Images,
  type ImageSize,
  imageSizes,
  type Impression,
  type Levels,
  type PictureFacts,
  type PictureRefusal,
} from '../core/ports.ts'
import { hexOf } from '../core/secrets.ts'
import { pictureFormatOf, reachesItsEnd } from './picture-format.ts'
import {
  hasDeepColours,
  isDim,
  isMeasured,
  levelsOf,
  mayBeDim,
  objectionToDecoding,
  shadesOf,
} from './picture-samples.ts'

const maxPixels = 100_000_000

/** sharp, set up for a server: pictures are all different, so its cache of operations would only hold memory. */
export function sharpImages(): Images {
  sharp.cache(false)
  return { inspect, verify, derive, impression }
}

async function inspect(bytes: Uint8Array): Promise<PictureFacts | { refused: PictureRefusal }> {
  const format = pictureFormatOf(bytes)
  if (typeof format === 'object') return format
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (header.compression === 'hevc') return { refused: 'heic' }
    if (header.format !== (format === 'avif' ? 'heif' : format)) return { refused: 'damaged' }
    if (header.width * header.height > maxPixels) return { refused: 'too_many_pixels' }
    const refused = objectionToDecoding(header)
    return refused ? { refused } : { format, ...header.autoOrient }
  } catch (error) {
    return { refused: isUnreadableSample(error) ? 'not_displayable' : 'damaged' }
  }
}

/** libvips reads no TIFF of 64 bits a sample: doubles and complex numbers. */
const isUnreadableSample = (error: unknown) => String(error).includes('samples out of range')

/**
 * One byte a pixel is asked for, so that every row is decoded and 100 megapixels take 100 MB.
 * The frames of a film are decoded too as long as all of them together keep to the limit.
 */
async function verify(bytes: Uint8Array): Promise<'sound' | 'damaged'> {
  const format = pictureFormatOf(bytes)
  if (typeof format === 'object' || !reachesItsEnd(format, bytes)) return 'damaged'
  try {
    const header = await headerOf(bytes)
    await open(bytes, { animated: isShortFilm(header) })
      .extractChannel(0)
      .raw()
      .toBuffer()
    return 'sound'
  } catch {
    return 'damaged'
  }
}

const isShortFilm = ({ format, width, height, pages = 1 }: Metadata) =>
  (format === 'gif' || format === 'webp') && width * height * pages <= maxPixels

/** What is known before decoding; throws where decoding is refused. */
async function headerOf(bytes: Uint8Array): Promise<Metadata> {
  const header = await open(bytes).metadata()
  const refused = objectionToDecoding(header)
  if (refused) throw new Error(`The picture is not decoded: ${refused}.`)
  return header
}

/** `warning` catches damage in the middle of a file, which lesser settings paint over in grey. */
const open = (
  bytes: Uint8Array,
  options: { animated?: boolean; ignoreIcc?: boolean } = {},
): Sharp => sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning', ...options })

/** Pixels in memory: sRGB, 8 bits, upright. */
type Raster = {
  data: Uint8Array
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/**
 * Decodes once; each size is made from the next larger one, and as many are encoded at once as there are cores. The
 * largest AVIF takes as long as all others together: begun before them, it ends with them.
 */
async function* derive(
  bytes: Uint8Array,
  wanted: readonly ImageSize[] = largestFirst,
): AsyncGenerator<Derivative> {
  const rasters = await rastersOf(bytes, wanted)
  const largest = rasters[0]?.raster
  const slowest = largest && encode(largest, 'avif')
  // Whether it fails matters once its turn has come.
  slowest?.catch(() => {})
  const encodings = rasters.toReversed().flatMap(({ raster, sizes }) =>
    imageFormats.map((format) => async () => {
      const isBegun = raster === largest && format === 'avif'
      const encoded = (isBegun && (await slowest)) || (await encode(raster, format))
      const { width, height } = raster.raw
      return sizes.map((size) => ({ size, format, width, height, bytes: encoded }))
    }),
  )
  const atOnce = { concurrency: availableParallelism(), backpressure: Infinity }
  for await (const derivatives of pMapIterable(encodings, (encoding) => encoding(), atOnce)) {
    yield* derivatives
  }
}

/** The raster of each size, the largest first; sizes that a small picture does not fill share one. */
async function rastersOf(
  bytes: Uint8Array,
  wanted: readonly ImageSize[],
): Promise<{ raster: Raster; sizes: ImageSize[] }[]> {
  const rasters: { raster: Raster; sizes: ImageSize[] }[] = []
  for (const size of largestFirst.filter((each) => wanted.includes(each))) {
    const last = rasters.at(-1)
    if (last && longestSide(last.raster) <= imageSizes[size]) {
      last.sizes.push(size)
      continue
    }
    const source = last
      ? within(sharp(last.raster.data, { raw: last.raster.raw }), imageSizes[size])
      : (await prepare(bytes, imageSizes[size])).picture
    rasters.push({ raster: await rasterOf(source), sizes: [size] })
  }
  return rasters
}

const largestFirst = ['large', 'medium', 'small', 'thumb'] as const satisfies ImageSize[]

/** A picture as it is to be seen, upright and within a size, and the samples that are its black and white. */
type Prepared = { picture: Sharp; levels?: Levels }

async function prepare(bytes: Uint8Array, longest: number): Promise<Prepared> {
  const isDrawing = typeof pictureFormatOf(bytes) === 'object'
  // A drawing has no ground of its own, and a clear one would be encoded beside its colours.
  if (isDrawing) return { picture: within(open(bytes).flatten({ background: '#ffffff' }), longest) }
  const header = await headerOf(bytes)
  const stretched = await stretchedOf(bytes, header)
  if (stretched) return { ...stretched, picture: within(stretched.picture, longest) }
  const picture = within(open(bytes).autoOrient(), longest)
  return { picture: hasDeepColours(header) ? await inEightBits(picture, header) : picture }
}

/** Measurements, and pictures too dim to be seen, from their least sample to their greatest. */
async function stretchedOf(
  bytes: Uint8Array,
  header: Metadata,
): Promise<Required<Prepared> | undefined> {
  if (!isMeasured(header) && !mayBeDim(header)) return undefined
  const { samples, raw, offset } = await samplesOf(bytes, header)
  const { black, white } = levelsOf(samples)
  if (!isMeasured(header) && !isDim({ black, white })) return undefined
  const picture = sharp(shadesOf(samples, { black, white }), { raw })
  return { picture, levels: { black: black - offset, white: white - offset } }
}

/**
 * Every sample, without alpha. sharp clips grey of 16 bits to what is not negative: with a sign, it is read with an
 * offset.
 */
async function samplesOf(bytes: Uint8Array, { space, depth }: Metadata) {
  const offset = depth === 'short' && space === 'grey16' ? 32_768 : 0
  const stored = open(bytes, { ignoreIcc: true }).autoOrient().removeAlpha()
  const { data, info } = await (offset ? stored.linear(1, offset) : stored)
    .toColourspace(space)
    .raw({ depth: 'float' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const samples = new Float32Array(data.buffer, data.byteOffset, data.length / 4)
  return { samples, raw: { width, height, channels }, offset }
}

/**
 * 16 bits with a profile would be answered in the colours of Display P3, and grey ones with the profile ignored: so
 * they become 8 bits in their own colours, and those are then read as any picture with a profile.
 */
async function inEightBits(picture: Sharp, { space }: Metadata): Promise<Sharp> {
  const own = picture.keepIccProfile().toColourspace(space === 'grey16' ? 'b-w' : 'srgb')
  return sharp(await own.png({ compressionLevel: 0 }).toBuffer())
}

const longestSide = ({ raw }: Raster) => Math.max(raw.width, raw.height)

const within = (picture: Sharp, longest: number) =>
  picture.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })

async function rasterOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { data, raw: { width, height, channels } }
}

/** AVIF at effort 2 takes a third of the time of the default, for a few per cent more bytes. */
async function encode({ data, raw }: Raster, format: ImageFormat): Promise<Uint8Array> {
  const picture = sharp(data, { raw })
  if (format === 'avif') return picture.avif({ effort: 2 }).toBuffer()
  if (format === 'webp') return picture.webp().toBuffer()
  return picture.flatten({ background: '#ffffff' }).jpeg({ mozjpeg: false }).toBuffer()
}

async function impression(bytes: Uint8Array): Promise<Impression> {
  const { picture, levels } = await prepare(bytes, 100)
  const { data, raw } = await rasterOf(picture.ensureAlpha())
  const { dominant } = await sharp(
    await sharp(data, { raw }).flatten({ background: '#ffffff' }).png().toBuffer(),
  ).stats()
  return {
    thumbhash: btoa(String.fromCharCode(...rgbaToThumbHash(raw.width, raw.height, data))),
    colour: `#${hexOf(Uint8Array.of(dominant.r, dominant.g, dominant.b))}`,
    ...(levels && { levels }),
  }
}
