import type { Bytes } from '../core/ports.ts'
import { newSha256 } from './digests.ts'

type Expected = {
  sizeBytes: number
  /** Hexadecimal; undefined where only a part is read. */
  sha256: string | undefined
}

/**
 * Bytes on their way to a reader, asserted while they go: what is longer, shorter or other than expected ends in an
 * error. The last piece is held back until all of it was right, so that what is wrong is never complete.
 */
export function assertedBytes(bytes: Bytes, { sizeBytes, sha256 }: Expected): Bytes {
  const hash = sha256 === undefined ? undefined : newSha256()
  let length = 0
  let held: Uint8Array | undefined
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        // Held back in place of the last bytes, it would let these go before they are known to be right.
        if (piece.length === 0) return
        length += piece.length
        if (length > sizeBytes) throw new Error(`Longer than its ${sizeBytes} bytes`)
        hash?.update(piece)
        if (held) controller.enqueue(held)
        held = piece
      },
      flush(controller) {
        if (length < sizeBytes) throw new Error(`${length} of ${sizeBytes} bytes`)
        if (hash && hash.digest() !== sha256) throw new Error('Not the bytes that were verified')
        if (held) controller.enqueue(held)
      },
    }),
  )
}
