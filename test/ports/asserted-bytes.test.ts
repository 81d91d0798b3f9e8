import { expect, test } from 'vitest'
import { assertedBytes } from '../../src/ports/asserted-bytes.ts'

const pieces = (...texts: string[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })

test.each([[['ab', 'c']], [['ab', 'c', '']], [['', 'abc', '', '']]])(
  'what is wrong is never complete, in whatever pieces it comes: %j',
  async (texts) => {
    const expected = { sizeBytes: 3, sha256: '0'.repeat(64) }
    const reader = assertedBytes(pieces(...texts), expected).getReader()
    let length = 0
    const read = async (): Promise<void> => {
      const { done, value } = await reader.read()
      if (done) return
      length += value.length
      await read()
    }
    await expect(read()).rejects.toThrow('Not the bytes that were verified')
    expect(length).toBeLessThan(3)
  },
)
