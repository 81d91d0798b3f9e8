/** The bytes of one file, read where they are asked for. */
export type Source = {
  name: string
  sizeBytes: number
  /** So many bytes from here on; fewer where the file ends. */
  read: (first: number, length: number) => Uint8Array
  /** Bytes that came over so far. */
  taken: () => number
}

/** Why a file is not read any further; anything else that is thrown means that it is damaged. */
export class Refused extends Error {
  readonly reason: 'unknown_format' | 'empty' | 'encoding' | 'encrypted' | 'too_large' | 'damaged'
  constructor(reason: Refused['reason']) {
    super(reason)
    this.reason = reason
  }
}

const blockBytes = 131_072
const blocksKept = 256

/** No file needs more than this to be shown. */
const mostTaken = 96_000_000

/**
 * Reads by blocks, and keeps the last ones: readers of formats ask for a few bytes here and there. However a file leads
 * them around, only so many bytes come over.
 */
export function sourceOf(
  { name, sizeBytes }: { name: string; sizeBytes: number },
  fetch: (first: number, length: number) => Uint8Array,
): Source {
  const blocks = new Map<number, Uint8Array>()
  let taken = 0
  const take = (first: number, length: number) => {
    taken += length
    if (taken > mostTaken) throw new Refused('too_large')
    const bytes = fetch(first, length)
    if (bytes.length !== length) throw new Error('The store answered other bytes than asked for.')
    return bytes
  }
  const blockAt = (at: number): Uint8Array => {
    const known = blocks.get(at)
    const first = at * blockBytes
    const block = known ?? take(first, Math.min(blockBytes, sizeBytes - first))
    blocks.delete(at)
    blocks.set(at, block)
    const [oldest] = blocks.keys()
    if (blocks.size > blocksKept && oldest !== undefined) blocks.delete(oldest)
    return block
  }
  const read = (first: number, asked: number): Uint8Array => {
    if (!Number.isSafeInteger(first) || first < 0 || !(asked >= 0)) throw new Error('Not a range')
    const length = Math.max(0, Math.min(asked, sizeBytes - first))
    if (length > mostTaken) throw new Refused('too_large')
    if (length > blockBytes) return take(first, length)
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length;) {
      const at = Math.floor((first + done) / blockBytes)
      const from = first + done - at * blockBytes
      const part = blockAt(at).subarray(from, from + length - done)
      bytes.set(part, done)
      done += part.length
    }
    return bytes
  }
  return { name, sizeBytes, read, taken: () => taken }
}

/** All of a file that is no larger than `most`. */
export function wholeOf(source: Source, most: number): Uint8Array {
  if (source.sizeBytes > most) throw new Refused('too_large')
  return source.read(0, source.sizeBytes)
}
