/** Parts of about this size keep memory flat and calls few. */
const partBytes = 1_000_000

/**
 * A stream of bytes in parts that end with a line break, or with the stream: so that neither a character nor, but for
 * quoted ones, a line is cut.
 */
export async function* partsByLine(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    held.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    const whole = joined(held, size)
    const end = whole.lastIndexOf(0x0a) + 1
    if (end > 0) yield whole.subarray(0, end)
    held = [whole.slice(end)]
    size = whole.length - end
  }
  if (size > 0) yield joined(held, size)
}

/** Everything that comes, at hand. */
export async function allOf<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The first that comes. */
export async function firstOf<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T | undefined> {
  for await (const item of items) return item
  return undefined
}

export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
