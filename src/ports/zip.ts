import { makeZip } from 'client-zip'

export type ZipEntry = { name: string; content: string | AsyncIterable<string> }

/** A ZIP archive as it is read, entries in order; ZIP64 where it grows beyond 4 GB. Nothing is compressed. */
export function zipOf(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  lastModified: Date,
): ReadableStream<Uint8Array> {
  return makeZip(inputsOf(entries, lastModified))
}

async function* inputsOf(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  lastModified: Date,
) {
  for await (const { name, content } of entries)
    yield {
      name,
      input: typeof content === 'string' ? content : withoutEmpty(content),
      lastModified,
    }
}

/** An empty text would end its entry: the library takes it for the end. */
async function* withoutEmpty(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) if (text !== '') yield text
}
