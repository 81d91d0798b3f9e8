import { crc32, deflateSync } from 'node:zlib'
import { channels, along, type Ramp } from './palette.ts'
import { height, n, width } from './svg.ts'

export type RasterOptions = {
  /** Pixels across; the picture is drawn this coarse and then softened. */
  across?: number
  down?: number
  /** Steps of the ramp: fewer are smaller, and show as contours. */
  steps?: number
  /** Whether its pixels melt into one another, as they should unless they are the point. */
  isSoft?: boolean
  box?: { x: number; y: number; width: number; height: number }
  rest?: string
}

/**
 * A field of shades as a small picture inside the drawing: `shade(u, v)` answers 0 … 1 along the ramp for every
 * place, u and v being 0 … 1 from left to right and top to bottom. For what lines cannot draw: relief, haze, texture.
 */
export function raster(
  ramp: Ramp,
  shade: (u: number, v: number) => number,
  options: RasterOptions = {},
): string {
  const { across = 220, down = 165, steps = 40, isSoft = true, rest = '' } = options
  const { box = { x: 0, y: 0, width, height } } = options
  const rows = rowsOf(shade, { across, down, steps })
  const png = pngOf(rows, { across, down, colours: coloursOf(ramp, steps) }).toString('base64')
  const softened = isSoft ? 'image-rendering="optimizeQuality"' : 'image-rendering="optimizeSpeed"'
  return `<image href="data:image/png;base64,${png}" x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" preserveAspectRatio="none" ${softened} ${rest}/>`
}

/** The step of every pixel, each row led by its filter byte (0). */
function rowsOf(
  shade: (u: number, v: number) => number,
  { across, down, steps }: { across: number; down: number; steps: number },
): Buffer {
  const rows = Buffer.alloc((across + 1) * down)
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const value = shade((column + 0.5) / across, (row + 0.5) / down)
      const clipped = Math.min(Math.max(value, 0), 0.9999)
      rows[row * (across + 1) + column + 1] = Math.floor(clipped * steps)
    }
  return rows
}

const coloursOf = (ramp: Ramp, steps: number) =>
  Buffer.from(
    Array.from({ length: steps }, (_, step) => channels(along(ramp, step / (steps - 1)))).flat(),
  )

/** A PNG of one byte a pixel, each row led by its filter byte (0). */
function pngOf(
  rows: Buffer,
  { across, down, colours }: { across: number; down: number; colours: Buffer },
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(across, 0)
  header.writeUInt32BE(down, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
