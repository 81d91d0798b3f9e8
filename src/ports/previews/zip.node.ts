import { Readable } from 'node:stream'
import { constants, gunzipSync } from 'node:zlib'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { archiveOf, mostEntries, nameOf, readTar } from './archives.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source, sourceOf } from './source.ts'

/** What a ZIP archive lists, by its central directory alone. */
export async function readZip(source: Source): Promise<Reading> {
  const zip = await fromRandomAccessReaderPromise(new Ranges(source), source.sizeBytes, {
    lazyEntries: true,
    autoClose: false,
    // A name with `..` is shown as any other: nothing is unpacked here.
    decodeStrings: false,
  })
  const entries = []
  for await (const { fileNameRaw, generalPurposeBitFlag, uncompressedSize } of zip.eachEntry()) {
    if (entries.length >= mostEntries) break
    const name = nameIn(fileNameRaw, generalPurposeBitFlag)
    entries.push({
      name: nameOf(name),
      sizeBytes: name.endsWith('/') ? null : uncompressedSize,
    })
  }
  return archiveOf('zip', entries, { count: zip.entryCount })
}

/** UTF-8 where the archive says so or it reads as such; else GB18030, as archives made on Chinese Windows are. */
function nameIn(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder((flags & 0x800) === 0 ? 'gb18030' : 'utf-8').decode(bytes)
  }
}

/** The library takes what is derived of its own class. */
class Ranges extends RandomAccessReader {
  readonly #source: Source
  constructor(source: Source) {
    super()
    this.#source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([Buffer.from(this.#source.read(start, end - start))])
  }
}

const packedBytes = 8_000_000
const unpackedBytes = 64_000_000

/** What was packed by gzip, as far as its first bytes go, as a file of its own. */
export function unpackedSource(source: Source): Source {
  const packed = source.read(0, packedBytes)
  const bytes = unpackedBeginning(packed)
  const name = source.name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')
  return sourceOf({ name, sizeBytes: bytes.length }, (first, length) =>
    bytes.subarray(first, first + length),
  )
}

function unpackedBeginning(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: unpackedBytes,
    })
  } catch (error) {
    const isBomb =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(isBomb ? 'too_large' : 'damaged')
  }
}

/** The listing of a packed TAR archive: all of it where its first bytes were enough. */
export function readPackedTar(source: Source): Reading {
  const reading = readTar(unpackedSource(source))
  if (reading.facts.kind !== 'archive') return reading
  const isWhole = source.sizeBytes <= packedBytes
  return {
    ...reading,
    facts: {
      ...reading.facts,
      format: 'tar.gz',
      ...(!isWhole && { count: null, totalBytes: null }),
    },
  }
}
