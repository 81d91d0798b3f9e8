/**
 * Texts as a stream of UTF-8, made as they are read. The first is made at once, so that what fails in the beginning can
 * still be answered with a refusal.
 */
export async function streamOf(
  texts: AsyncIterable<string>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const iterator = texts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  let next: IteratorResult<string> | undefined = await iterator.next()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await iterator.next())
      next = undefined
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
