import { sha256 } from '@noble/hashes/sha2.js'
import type { Bytes } from './ports.ts'
import { hexOf } from './secrets.ts'

/** A store that finds by itself that it has not the bytes that it was given: damage, where other failures say nothing. */
export class DamagedObjectError extends Error {
  override name = 'DamagedObjectError'
}

/** How many bytes a stream has, and their SHA-256; read to its end, a piece at a time. */
export async function digestOf(body: Bytes): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = sha256.create()
  let sizeBytes = 0
  for await (const piece of body) {
    sizeBytes += piece.byteLength
    hash.update(piece)
  }
  return { sizeBytes, sha256: hexOf(hash.digest()) }
}
