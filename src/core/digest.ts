import { sha256 } from '@noble/hashes/sha2.js'
import type { Bytes } from './ports.ts'
import { hexOf } from './secrets.ts'

/** A store that finds by itself that it has not the bytes that it was given: damage, where other failures say nothing. */
export class DamagedObjectError extends Error {
  override name = 'DamagedObjectError'
}

/** A SHA-256 of bytes that come in pieces; `digest` is hexadecimal, and ends it. */
export type Hashing = { update(bytes: Uint8Array): void; digest(): string }

/** For where the platform has none that takes pieces, as browsers; `ports/digests.ts` is several times as fast. */
export function portableSha256(): Hashing {
  const hash = sha256.create()
  return { update: (bytes) => void hash.update(bytes), digest: () => hexOf(hash.digest()) }
}

/**
 * How many bytes a stream has, and their SHA-256; read to its end, a piece at a time. Runs in browsers too, of which some
 * cannot loop over a stream.
 */
export async function digestOf(
  body: Bytes,
  newHash: () => Hashing = portableSha256,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = newHash()
  const reader = body.getReader()
  for (let sizeBytes = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a piece follows the other
    const { done, value } = await reader.read()
    if (done) return { sizeBytes, sha256: hash.digest() }
    sizeBytes += value.byteLength
    hash.update(value)
  }
}
