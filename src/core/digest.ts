import { sha256 } from '@noble/hashes/sha2.js'
import type { Bytes } from './ports.ts'
import { hexOf } from './secrets.ts'

/** A store that finds by itself that it has not the bytes that it was given: damage, where other failures say nothing. */
export class DamagedObjectError extends Error {
  override name = 'DamagedObjectError'
}

/**
 * How many bytes a stream has, and their SHA-256; read to its end, a piece at a time. Runs in browsers too, of which some
 * cannot loop over a stream.
 */
export async function digestOf(body: Bytes): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = sha256.create()
  const reader = body.getReader()
  for (let sizeBytes = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a piece follows the other
    const { done, value } = await reader.read()
    if (done) return { sizeBytes, sha256: hexOf(hash.digest()) }
    sizeBytes += value.byteLength
    hash.update(value)
  }
}
