import type { Bytes } from '../core/ports.ts'

/** By a reader: a stream's own iterator costs a third more. What is not read to its end is cancelled. */
export async function* piecesIn(bytes: Bytes) {
  const reader = bytes.getReader()
  let isDone = false
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other
      const { done, value } = await reader.read()
      isDone = done
      if (done) return
      yield value
    }
  } finally {
    if (!isDone) await reader.cancel()
  }
}

/** Fills `into` from its beginning; answers how many bytes came, as many as it holds at most. */
export async function filledFrom(bytes: Bytes, into: Uint8Array): Promise<number> {
  let at = 0
  for await (const piece of piecesIn(bytes)) {
    const taken = piece.subarray(0, into.length - at)
    into.set(taken, at)
    at += taken.length
    if (at === into.length) break
  }
  return at
}
