import { GeoTIFF, type GeoTIFFImage } from 'geotiff'
import type { Facts } from '../../core/preview.ts'
import { extentOf } from './projection.ts'
import { pictured, pngOf, within } from './png.node.ts'
import type { QuickLook, Reading } from './reading.ts'
import { Refused, type Source } from './source.ts'

/** Samples that are decoded for a picture at most. */
const mostSamples = 24_000_000
const mostBlockBytes = 64_000_000
const mostOverviews = 12

/** A TIFF: its size, bands and place from the header, and a picture from the smallest overview that fills one. */
export async function readTiff(source: Source): Promise<Reading> {
  const tiff = await GeoTIFF.fromSource(rangesOf(source))
  const image = await tiff.getImage(0)
  // Where offsets lead nowhere, a picture without pixels is read.
  if (!(image.getWidth() > 0 && image.getHeight() > 0)) throw new Refused('damaged')
  const epsg = epsgOf(image)
  const bounds = boundsOf(image)
  const facts: Facts<'raster'> = {
    kind: 'raster',
    format: 'geotiff',
    width: image.getWidth(),
    height: image.getHeight(),
    bands: image.getSamplesPerPixel(),
    sample: sampleOf(image),
    crs: crsOf(image, epsg),
    bounds,
    noData: noDataOf(image),
  }
  const picture = await quickLook(tiff, image).catch(() => null)
  return { facts, variables: [], extent: bounds && extentOf(epsg, bounds), picture }
}

function rangesOf({ sizeBytes, read }: Source) {
  const source = {
    fileSize: sizeBytes,
    fetchSlice: async ({ offset, length }: { offset: number; length: number }) => ({
      offset,
      length,
      data: Uint8Array.from(read(offset, length)).buffer,
    }),
    fetch: async (slices: readonly { offset: number; length: number }[]) =>
      slices.map(({ offset, length }) => Uint8Array.from(read(offset, length)).buffer),
    close: async () => {},
  }
  return source
}

const formats = ['uint', 'uint', 'int', 'float'] as const

const sampleOf = (image: GeoTIFFImage) =>
  `${formats[image.getSampleFormat(0)] ?? 'uint'}${image.getBitsPerSample(0)}`

/** The code of EPSG of its reference system; null where it names none. */
function epsgOf(image: GeoTIFFImage): number | null {
  const keys = image.getGeoKeys()
  const code = Number(keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey)
  return code > 0 && code < 32_767 ? code : null
}

function crsOf(image: GeoTIFFImage, epsg: number | null): string | null {
  const keys = image.getGeoKeys()
  const said: unknown = keys?.GTCitationGeoKey ?? keys?.GeogCitationGeoKey
  const name = typeof said === 'string' ? said.split('|')[0]?.slice(0, 100) : undefined
  return [epsg && `EPSG:${epsg}`, name].filter(Boolean).join(' · ') || null
}

function boundsOf(image: GeoTIFFImage): number[] | null {
  try {
    const bounds = image.getBoundingBox()
    return bounds.every((side) => Number.isFinite(side)) ? bounds : null
  } catch {
    return null
  }
}

function noDataOf(image: GeoTIFFImage): string | null {
  const value = image.getGDALNoData()
  return value === null ? null : String(value)
}

/** From the smallest overview that is as large as the picture; null where even that is too much to decode. */
async function quickLook(tiff: GeoTIFF, first: GeoTIFFImage): Promise<QuickLook | null> {
  const image = (await overviewOf(tiff, first)) ?? first
  const [width, height] = [image.getWidth(), image.getHeight()]
  const bands = Math.min(image.getSamplesPerPixel(), 3)
  const blockBytes = image.getBlockWidth() * image.getBlockHeight(0) * image.getBytesPerPixel()
  if (width * height * image.getSamplesPerPixel() > mostSamples) return null
  if (blockBytes > mostBlockBytes) return null
  const size = within(width, height)
  const samples = bands === 3 ? [0, 1, 2] : [0]
  const rasters = await image.readRasters({
    samples,
    width: size.width,
    height: size.height,
    interleave: false,
  })
  const [one, two, three] = rasters
  const noData = first.getGDALNoData()
  if (one instanceof Uint8Array && two && three) return colours([one, two, three], size)
  return pictured({
    ...size,
    at: (x, y) => {
      const value = one?.[y * size.width + x]
      return value === noData ? undefined : value
    },
  })
}

async function overviewOf(tiff: GeoTIFF, first: GeoTIFFImage) {
  const shape = first.getWidth() / first.getHeight()
  const images: GeoTIFFImage[] = []
  // They are not counted before: their chain may lead in a circle.
  while (images.length < mostOverviews) {
    // oxlint-disable-next-line no-await-in-loop -- each says where the next one is
    const image = await tiff.getImage(images.length + 1).catch(() => undefined)
    if (!image) break
    images.push(image)
  }
  return images
    .filter((image) => Math.abs(image.getWidth() / image.getHeight() / shape - 1) < 0.1)
    .filter((image) => image.getSamplesPerPixel() === first.getSamplesPerPixel())
    .filter((image) => Math.max(image.getWidth(), image.getHeight()) >= 400)
    .toSorted((a, b) => a.getWidth() - b.getWidth())[0]
}

type Band = ArrayLike<number>

function colours([red, green, blue]: [Band, Band, Band], size: { width: number; height: number }) {
  const pixels = new Uint8Array(size.width * size.height * 4)
  for (let at = 0; at < size.width * size.height; at += 1)
    pixels.set([red[at] ?? 0, green[at] ?? 0, blue[at] ?? 0, 255], at * 4)
  return pngOf(pixels, size.width, size.height)
}
