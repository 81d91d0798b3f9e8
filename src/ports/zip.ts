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
  for await (const { name, content } of entries) yield { name, input: content, lastModified }
}
