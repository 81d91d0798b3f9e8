import type { Bytes } from '../core/ports.ts'
import { crc32 } from './digests.ts'
import { filledFrom, piecesIn } from './pieces.ts'

/** A file of an archive; its name is UTF-8, its bytes are read when their turn comes. */
export type StoredEntry = {
  name: string
  sizeBytes: number
  read: () => Promise<Bytes>
  /** The same for a small one, as the store has it: see `readInto` of objects. */
  readInto?: (into: Uint8Array) => Promise<number>
}

type Placed = StoredEntry & { nameBytes: Uint8Array; offset: number; isSmall: boolean; crc: number }

/** Files up to this are read ahead, and their checksum stands before them; larger ones are streamed. */
const smallBytes = 1024 * 1024
const aheadFiles = 32
const aheadBytes = 16 * 1024 * 1024

/**
 * A ZIP archive whose length is known before a byte of it is read: nothing is compressed, and ZIP64 stands where a size,
 * an offset or a count needs it. Small files are read ahead, several at once, because a store answers each after a
 * while; memory stays the same however large the archive. A file that has other than its size ends the stream in an error.
 */
export function storedZip(entries: readonly StoredEntry[], modifiedAt: Date) {
  const placed = placedIn(entries)
  const directoryAt = endOf(placed.at(-1))
  const directoryBytes = placed.reduce((sum, entry) => sum + directoryEntryBytes(entry), 0)
  const ending = { count: placed.length, directoryAt, directoryBytes }
  return {
    sizeBytes: directoryAt + directoryBytes + endBytes(ending),
    stream: () => streamed(piecesOf(placed, dosTime(modifiedAt), ending)),
  }
}

function placedIn(entries: readonly StoredEntry[]): Placed[] {
  const encoder = new TextEncoder()
  let offset = 0
  return entries.map((entry) => {
    const nameBytes = encoder.encode(entry.name)
    const isSmall = entry.sizeBytes <= smallBytes
    const placed = { ...entry, nameBytes, offset, isSmall, crc: 0 }
    offset = endOf(placed)
    return placed
  })
}

const most32 = 0xffff_ffff
const isLarge = ({ sizeBytes }: Placed) => sizeBytes >= most32
const isFar = ({ offset }: Placed) => offset >= most32

/** Where an entry ends: header, name, bytes, and of one that is streamed its checksum and sizes behind it. */
function endOf(entry: Placed | undefined): number {
  if (!entry) return 0
  const extra = isLarge(entry) ? 20 : 0
  const behind = entry.isSmall ? 0 : isLarge(entry) ? 24 : 16
  return entry.offset + 30 + entry.nameBytes.length + extra + entry.sizeBytes + behind
}

const directoryExtraBytes = (entry: Placed) => {
  const values = (isLarge(entry) ? 2 : 0) + (isFar(entry) ? 1 : 0)
  return values === 0 ? 0 : 4 + 8 * values
}
const directoryEntryBytes = (entry: Placed) =>
  46 + entry.nameBytes.length + directoryExtraBytes(entry)

type Ending = { count: number; directoryAt: number; directoryBytes: number }
const needsZip64 = ({ count, directoryAt, directoryBytes }: Ending) =>
  count >= 0xffff || directoryAt >= most32 || directoryBytes >= most32
const endBytes = (ending: Ending) => 22 + (needsZip64(ending) ? 76 : 0)

async function* piecesOf(
  entries: readonly Placed[],
  time: number,
  ending: Ending,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const { entry, bytes } of readAhead(entries)) {
    if (bytes) {
      const from = bytes.length - entry.sizeBytes
      entry.crc = crc32(bytes.subarray(from))
      bytes.set(localHeader(entry, time))
      yield bytes
    } else {
      yield localHeader(entry, time)
      yield* checkedPieces(entry)
      yield descriptor(entry)
    }
  }
  yield* directoryPieces(entries, time)
  yield endRecord(ending)
}

/** Entries in order; of small ones the bytes behind room for their header, the next of which are being read already. */
async function* readAhead(entries: readonly Placed[]) {
  const reading: Array<{ entry: Placed; bytes: Promise<Uint8Array> | undefined }> = []
  let [next, waitingBytes] = [0, 0]
  const fill = () => {
    for (; next < entries.length && reading.length < aheadFiles; next += 1) {
      const entry = entries[next]
      if (!entry || (waitingBytes > 0 && waitingBytes + entry.sizeBytes > aheadBytes)) return
      const bytes = entry.isSmall ? wholeOf(entry) : undefined
      // It fails where it is waited for.
      bytes?.catch(() => {})
      waitingBytes += entry.isSmall ? entry.sizeBytes : 0
      reading.push({ entry, bytes })
    }
  }
  for (fill(); reading.length > 0; fill()) {
    const first = reading.shift()
    if (!first) return
    const bytes = await first.bytes
    waitingBytes -= bytes ? first.entry.sizeBytes : 0
    yield { entry: first.entry, bytes }
  }
}

/** The bytes of an entry behind room for its header, so that they are copied once. */
async function wholeOf(entry: Placed): Promise<Uint8Array> {
  const headerBytes = 30 + entry.nameBytes.length
  // All of it is written before it is read. One byte more, by which an object that grew is found.
  const room = Buffer.allocUnsafeSlow(headerBytes + entry.sizeBytes + 1)
  const into = room.subarray(headerBytes)
  const length = entry.readInto
    ? await entry.readInto(into)
    : await filledFrom(await entry.read(), into)
  if (length !== entry.sizeBytes) throw wrongSize(entry)
  return room.subarray(0, -1)
}

async function* checkedPieces(entry: Placed) {
  let length = 0
  for await (const chunk of piecesIn(await entry.read())) {
    length += chunk.length
    if (length > entry.sizeBytes) throw wrongSize(entry)
    entry.crc = crc32(chunk, entry.crc)
    yield chunk
  }
  if (length < entry.sizeBytes) throw wrongSize(entry)
}

const wrongSize = ({ sizeBytes }: Placed) =>
  new Error(`A stored object does not have its ${sizeBytes} bytes any more`)

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Names are UTF-8 (bit 11); checksum and sizes of what is streamed come behind it (bit 3). */
const flagsOf = ({ isSmall }: Placed) => (isSmall ? 0x0800 : 0x0808)
const versionFor = (entry: Placed) => (isLarge(entry) || isFar(entry) ? 45 : 20)

function localHeader(entry: Placed, time: number): Uint8Array {
  const { nameBytes, isSmall, sizeBytes, crc } = entry
  const large = isLarge(entry)
  const size = large ? most32 : isSmall ? sizeBytes : 0
  const fixed = packed(
    [4, 0x04034b50],
    [2, versionFor(entry)],
    [2, flagsOf(entry)],
    [2, 0],
    [4, time],
    [4, crc],
    [4, size],
    [4, size],
    [2, nameBytes.length],
    [2, large ? 20 : 0],
  )
  return large
    ? joined(fixed, nameBytes, packed([2, 1], [2, 16], [8, 0], [8, 0]))
    : joined(fixed, nameBytes)
}

function descriptor(entry: Placed): Uint8Array {
  const width = isLarge(entry) ? 8 : 4
  return packed([4, 0x08074b50], [4, entry.crc], [width, entry.sizeBytes], [width, entry.sizeBytes])
}

const entriesAPiece = 200

/** Several entries at once: each alone would be a piece of a few bytes. */
function* directoryPieces(entries: readonly Placed[], time: number) {
  for (let at = 0; at < entries.length; at += entriesAPiece)
    yield joined(
      ...entries.slice(at, at + entriesAPiece).map((entry) => directoryEntry(entry, time)),
    )
}

function directoryEntry(entry: Placed, time: number): Uint8Array {
  const { nameBytes, sizeBytes, offset, crc } = entry
  const size = isLarge(entry) ? most32 : sizeBytes
  const extraBytes = directoryExtraBytes(entry)
  const fixed = packed(
    [4, 0x02014b50],
    // Made on Unix, so that the mode below is read.
    [2, 0x0300 | versionFor(entry)],
    [2, versionFor(entry)],
    [2, flagsOf(entry)],
    [2, 0],
    [4, time],
    [4, crc],
    [4, size],
    [4, size],
    [2, nameBytes.length],
    [2, extraBytes],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, regularFile],
    [4, isFar(entry) ? most32 : offset],
  )
  const whole = joined(fixed, nameBytes)
  if (extraBytes === 0) return whole
  const sizes = isLarge(entry)
    ? ([
        [8, sizeBytes],
        [8, sizeBytes],
      ] as const)
    : []
  const places = isFar(entry) ? ([[8, offset]] as const) : []
  return joined(whole, packed([2, 1], [2, extraBytes - 4], ...sizes, ...places))
}

/** A file that everybody may read and its owner write (0o100644), in the upper half. */
const regularFile = 0o100644 * 0x10000

function endRecord(ending: Ending): Uint8Array {
  const { count, directoryAt, directoryBytes } = ending
  const isZip64 = needsZip64(ending)
  const entries = isZip64 ? 0xffff : count
  const end = packed(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, isZip64 ? most32 : directoryBytes],
    [4, isZip64 ? most32 : directoryAt],
    [2, 0],
  )
  if (!isZip64) return end
  const record = packed(
    [4, 0x06064b50],
    [8, 44],
    [2, 0x0300 | 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, directoryBytes],
    [8, directoryAt],
  )
  const locator = packed([4, 0x07064b50], [4, 0], [8, directoryAt + directoryBytes], [4, 1])
  return joined(record, locator, end)
}

/** Numbers one after the other, each of so many bytes, the lowest byte first. */
function packed(...values: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true)
    else if (bytes === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

/** As MS-DOS wrote a moment, in UTC here: two seconds are its smallest step, and 1980 its first year. */
function dosTime(at: Date): number {
  const year = Math.max(at.getUTCFullYear() - 1980, 0)
  const day = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

/** Read only as fast as somebody takes; who stops taking ends it. */
function streamed(pieces: AsyncGenerator<Uint8Array, void, void>): Bytes {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return()
    },
  })
}
