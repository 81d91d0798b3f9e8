import { createHash } from 'node:crypto'

/** A SHA-256 on its way, by the processor's own instructions. `digest` is hexadecimal, and ends it. */
export function newSha256(): { update(bytes: Uint8Array): void; digest(): string } {
  const hash = createHash('sha256')
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest('hex'),
  }
}
