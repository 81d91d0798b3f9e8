import { type Hashing, portableSha256 } from '../core/digest.ts'
import { notePassing } from './memory.ts'

/**
 * The platform's own code where it has some, several times as fast; both Node and Workers hand it out by name, so that
 * nothing is imported that a Worker may lack.
 */
const platform: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> | undefined = globalThis.process

export function newSha256(): Hashing {
  const native = platform?.getBuiltinModule?.('node:crypto').createHash('sha256')
  if (!native) return portableSha256()
  return {
    update(bytes) {
      native.update(bytes)
      notePassing(bytes.byteLength)
    },
    digest: () => native.digest('hex'),
  }
}

/** CRC-32 as ZIP has it; `before` is that of the bytes so far. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const native = platform?.getBuiltinModule?.('node:zlib').crc32
  return native ? native(bytes, before) : tableCrc(bytes, before)
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The same where the platform has none. */
export function tableCrc(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
