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
  type PictureFacts,
  type PictureRefusal,
} from '../core/ports.ts'
import { hexOf } from '../core/secrets.ts'
import { pictureFormatOf, reachesItsEnd } from './picture-format.ts'

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
    return { format, ...header.autoOrient }
  } catch {
    return { refused: 'damaged' }
  }
}

/**
 * One byte a pixel is asked for, so that every row is decoded and 100 megapixels take 100 MB.
 * The frames of a film are decoded too as long as all of them together keep to the limit.
 */
async function verify(bytes: Uint8Array): Promise<'sound' | 'damaged'> {
  const format = pictureFormatOf(bytes)
  if (typeof format === 'object' || !reachesItsEnd(format, bytes)) return 'damaged'
  try {
    const header = await sharp(bytes, { limitInputPixels: maxPixels }).metadata()
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

/** `warning` catches damage in the middle of a file, which lesser settings paint over in grey. */
const open = (bytes: Uint8Array, options: { animated?: boolean } = {}): Sharp =>
  sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning', ...options })

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
  let source = upright(bytes)
  for (const size of largestFirst.filter((each) => wanted.includes(each))) {
    const last = rasters.at(-1)
    if (last && longestSide(last.raster) <= imageSizes[size]) {
      last.sizes.push(size)
      continue
    }
    const raster = await rasterOf(within(source, imageSizes[size]))
    rasters.push({ raster, sizes: [size] })
    source = sharp(raster.data, { raw: raster.raw })
  }
  return rasters
}

const largestFirst = ['large', 'medium', 'small', 'thumb'] as const satisfies ImageSize[]

/** A drawing has no ground of its own, and a clear one would be encoded beside its colours. */
function upright(bytes: Uint8Array): Sharp {
  const isDrawing = typeof pictureFormatOf(bytes) === 'object'
  return isDrawing ? open(bytes).flatten({ background: '#ffffff' }) : open(bytes).autoOrient()
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
  const { data, raw } = await rasterOf(within(upright(bytes), 100).ensureAlpha())
  const { dominant } = await sharp(
    await sharp(data, { raw }).flatten({ background: '#ffffff' }).png().toBuffer(),
  ).stats()
  return {
    thumbhash: btoa(String.fromCharCode(...rgbaToThumbHash(raw.width, raw.height, data))),
    colour: `#${hexOf(Uint8Array.of(dominant.r, dominant.g, dominant.b))}`,
  }
}
