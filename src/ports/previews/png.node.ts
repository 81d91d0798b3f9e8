import { crc32, deflateSync } from 'node:zlib'
import type { QuickLook } from './reading.ts'

/** The longest side of a quick-look. */
export const quickLookSide = 640

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Pixels of red, green, blue and opacity as a PNG. */
export function pngOf(pixels: Uint8Array, width: number, height: number): QuickLook {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1)
  const png = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ])
  return { png, width, height }
}

/** Dark blue over green to yellow, as viridis has it: as readable in grey, and by who does not see red. */
const ramp = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const

export type Samples = {
  width: number
  height: number
  /** Undefined where there is no value. */
  at: (x: number, y: number) => number | undefined
}

/** A field of numbers in colours, from its 2nd to its 98th hundredth; without a value, clear. Null where all is so. */
export function pictured({ width, height, at }: Samples): QuickLook | null {
  const values = Float64Array.from(
    { length: width * height },
    (_, place) => at(place % width, Math.floor(place / width)) ?? Number.NaN,
  )
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted()
  if (sorted.length === 0) return null
  const least = sorted[Math.floor(sorted.length * 0.02)] ?? 0
  const span = (sorted[Math.ceil(sorted.length * 0.98) - 1] ?? 0) - least || 1
  const pixels = new Uint8Array(values.length * 4)
  for (const [place, value] of values.entries()) {
    if (!Number.isFinite(value)) continue
    const share = Math.min(1, Math.max(0, (value - least) / span))
    pixels.set([...colourAt(share), 255], place * 4)
  }
  return pngOf(pixels, width, height)
}

function colourAt(share: number): number[] {
  const place = share * (ramp.length - 1)
  const from = Math.min(ramp.length - 2, Math.floor(place))
  const [one, other] = [ramp[from] ?? ramp[0], ramp[from + 1] ?? ramp[0]]
  return one.map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * (place - from)))
}

/** Width and height within a quick-look, and the factor between. */
export function within(width: number, height: number) {
  const factor = Math.max(1, width / quickLookSide, height / quickLookSide)
  return {
    width: Math.max(1, Math.floor(width / factor)),
    height: Math.max(1, Math.floor(height / factor)),
    factor,
  }
}
