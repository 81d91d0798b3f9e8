import { digestOf } from '../core/digest.ts'
import type { Hashed, Hashing } from '../datasets/sending/browser/door.browser.ts'

/** A worker of the page that sends files: the SHA-256 of one file after the other, null where one cannot be read. */
let turn = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<Hashing>) => {
  turn = turn.then(async () => {
    const { id, bytes } = data
    const sha256 = await digestOf(bytes.stream()).then(
      (digest) => digest.sha256,
      () => null,
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
    postMessage({ id, sha256 } satisfies Hashed)
  })
})
