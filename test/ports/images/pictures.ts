import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { Derivative, Images, ImageSize } from '../../../src/core/ports.ts'

/** A landscape of `width` × `height`: a gradient and circles, with grain so that it compresses like a photograph. */
export async function landscape(width: number, height: number): Promise<Sharp> {
  const circles = Array.from({ length: 40 }, (_, turn) => {
    const [x, y] = [(turn * 97) % 100, (turn * 61) % 100]
    return `<circle cx="${x}%" cy="${y}%" r="${2 + (turn % 9)}%" fill="hsl(${turn * 37},50%,50%)" opacity=".6"/>`
  })
  const sky = `<linearGradient id="g" x2="1" y2="1"><stop offset="0" stop-color="#246"/><stop offset="1" stop-color="#db7"/></linearGradient>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${sky}<rect width="100%" height="100%" fill="url(#g)"/>${circles.join('')}</svg>`
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .png()
    .toBuffer()
  const composed = sharp(Buffer.from(svg)).composite([{ input: grain, blend: 'soft-light' }])
  return sharp(await composed.flatten().png().toBuffer())
}

/** A PNG that says it has `width` × `height` pixels and holds next to none of them. */
export function pngBomb(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.alloc(1024 * 1024))
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** The beginning of an ISO base media file: what AVIF and HEIC have in common. */
export function brands(major: string, ...compatible: string[]): Uint8Array {
  const box = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from(major),
    Buffer.alloc(4),
    Buffer.from(compatible.join('')),
  ])
  box.writeUInt32BE(box.length, 0)
  box.write('ftyp', 4)
  return Buffer.concat([box, Buffer.alloc(64)])
}

/** The file with 300 bytes of nothing at `share` of its length. */
export function damagedAt(bytes: Uint8Array, share: number): Uint8Array {
  const start = Math.floor(bytes.length * share)
  return Uint8Array.from(bytes).fill(0, start, start + 300)
}

export const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share))

/** The colour of one pixel as red, green, blue. */
export async function pixelAt(picture: Uint8Array, left: number, top: number): Promise<number[]> {
  const one = sharp(picture).removeAlpha().toColourspace('srgb')
  return [...(await one.extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

/** The same picture in every format that is taken. */
export const formatsOf = async (picture: Sharp) => ({
  jpeg: await picture.clone().jpeg().toBuffer(),
  png: await picture.clone().png().toBuffer(),
  webp: await picture.clone().webp().toBuffer(),
  avif: await picture.clone().avif({ effort: 2 }).toBuffer(),
  tiff: await picture.clone().tiff({ compression: 'lzw' }).toBuffer(),
  gif: await picture.clone().gif({ effort: 1 }).toBuffer(),
})

export async function derived(
  images: Images,
  bytes: Uint8Array,
  sizes?: readonly ImageSize[],
): Promise<Derivative[]> {
  const all: Derivative[] = []
  for await (const derivative of images.derive(bytes, sizes)) all.push(derivative)
  return all
}

export const pick = (all: Derivative[], size: string, format: string): Uint8Array =>
  all.find((each) => each.size === size && each.format === format)?.bytes ?? new Uint8Array()

export const plain = async (width: number, height: number, background: string): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
