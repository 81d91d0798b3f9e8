import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { filesIn } from '../../src/ports/archive.ts'
import { crc32, tableCrc } from '../../src/ports/digests.ts'
import { storedZip, type StoredEntry } from '../../src/ports/stored-zip.ts'

const at = new Date('2026-03-02T09:30:10Z')

const entryOf = (name: string, bytes: Uint8Array): StoredEntry => ({
  name,
  sizeBytes: bytes.length,
  read: async () => new Blob([Uint8Array.from(bytes)]).stream(),
})

const mebibyte = 1024 ** 2
const zeros = new Uint8Array(mebibyte)

const textOf = (text: string) => new TextEncoder().encode(text)

async function bytesOf(entries: StoredEntry[]) {
  const { sizeBytes, stream } = storedZip(entries, at)
  const bytes = new Uint8Array(await new Response(stream()).arrayBuffer())
  return { sizeBytes, bytes }
}

test('an archive has the length that was said before, and its files with their names', async () => {
  const large = new Uint8Array(3 * 1024 * 1024).map((_, index) => index % 251)
  const { sizeBytes, bytes } = await bytesOf([
    entryOf('空.txt', new Uint8Array()),
    entryOf('stations/2024/día 日.csv', textOf('day,value\n')),
    entryOf('large.bin', large),
  ])
  expect(bytes.length).toBe(sizeBytes)
  const files = filesIn(bytes) ?? []
  expect(files.map(({ name, sizeBytes: size }) => [name, size])).toEqual([
    ['空.txt', 0],
    ['stations/2024/día 日.csv', 10],
    ['large.bin', large.length],
  ])
  expect(await files[2]?.read()).toEqual(large)
})

test('an archive without files is one too', async () => {
  const { sizeBytes, bytes } = await bytesOf([])
  expect([sizeBytes, bytes.length, filesIn(bytes)]).toEqual([22, 22, []])
})

test.skipIf(!hasUnzip())(
  'unzip finds nothing wrong: 70,000 files need ZIP64',
  async () => {
    const entries = Array.from({ length: 70_000 }, (_, index) =>
      entryOf(`folder ${index % 10}/${index}.txt`, textOf(`file ${index}`)),
    )
    const path = join(mkdtempSync(join(tmpdir(), 'hexi-zip-')), 'many.zip')
    const { sizeBytes, stream } = storedZip(entries, at)
    await pipeline(Readable.from(stream()), createWriteStream(path))
    expect(execFileSync('stat', ['-c', '%s', path], { encoding: 'utf8' }).trim()).toBe(
      `${sizeBytes}`,
    )
    expect(execFileSync('unzip', ['-tqq', path], { encoding: 'utf8' })).toBe('')
  },
  120_000,
)

test('a length beyond 4 GiB is foretold with ZIP64 at the file, behind it and in the directory', () => {
  const huge = { name: 'huge', sizeBytes: 5 * 1024 ** 3, read: unread }
  const far = { name: 'far', sizeBytes: 10, read: unread }
  const [local, central, end] = [30 + 46 + 2 * 4, 20 + 24 + 20, 30 + 46 + 2 * 3 + 12]
  expect(storedZip([huge, far], at).sizeBytes).toBe(
    huge.sizeBytes + far.sizeBytes + local + central + end + 22 + 76,
  )
})

// Where files have no holes, it would be as many bytes on the disk.
test.skipIf(process.platform === 'win32')(
  'a file of more than 4 GiB, and files behind it, are read back by ZIP64',
  async () => {
    const hugeBytes = 4 * 1024 ** 3 + 4
    const far = new Uint8Array(2 * mebibyte).map((_, index) => index % 253)
    const { sizeBytes, stream } = storedZip(
      [
        {
          name: '巨 huge.bin',
          sizeBytes: hugeBytes,
          read: async () => zerosThen('end\n', hugeBytes),
        },
        entryOf('far.csv', textOf('day,value\n')),
        entryOf('far.bin', far),
      ],
      at,
    )
    const folder = await mkdtemp(join(tmpdir(), 'hexi-zip-'))
    const path = join(folder, 'huge.zip')
    expect(await writtenWithHoles(path, stream())).toBe(sizeBytes)
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
    const found = []
    for await (const entry of zip.eachEntry()) found.push(entry)
    const header = 30 + '巨 huge.bin'.length + 2 + 20
    expect(found).toMatchObject([
      // The checksum was worked out elsewhere.
      { uncompressedSize: hugeBytes, crc32: 0x69d751bb, relativeOffsetOfLocalHeader: 0 },
      { fileName: 'far.csv', relativeOffsetOfLocalHeader: header + hugeBytes + 24 },
      { fileName: 'far.bin', versionNeededToExtract: 45, crc32: crc32(far) },
    ])
    const [huge, ...behind] = found
    if (!huge) throw new Error('It has three files')
    const tail = await zip.openReadStreamPromise(huge, { start: hugeBytes - 4, end: hugeBytes })
    expect(new TextDecoder().decode(await bytesIn(tail))).toBe('end\n')
    const read = behind.map(async (entry) => bytesIn(await zip.openReadStreamPromise(entry)))
    expect(await Promise.all(read)).toEqual([textOf('day,value\n'), far])
    zip.close()
    await rm(folder, { recursive: true })
  },
  240_000,
)

test.each([
  ['a small file is shorter', 'short', 10],
  ['a small file is longer', 'much longer than it was', 10],
  ['a large file is shorter', 'short', 2 * 1024 * 1024],
])('where %s than it was, the archive ends in an error', async (_, text, sizeBytes) => {
  const entry = { ...entryOf('a', textOf(text)), sizeBytes }
  await expect(bytesOf([entryOf('b', textOf('b')), entry])).rejects.toThrow('bytes any more')
})

test('the checksum is the same with and without the platform’s help', () => {
  const bytes = textOf('河西走廊 123456789')
  expect(tableCrc(textOf('123456789'))).toBe(0xcbf43926)
  expect(crc32(bytes)).toBe(tableCrc(bytes))
  expect(crc32(bytes.subarray(5), crc32(bytes.subarray(0, 5)))).toBe(tableCrc(bytes))
})

const unread = async (): Promise<never> => {
  throw new Error('never read')
}

const bytesIn = async (stream: Readable) => {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** Zeros, a mebibyte after the other, and a few letters as the last of so many bytes. */
function zerosThen(end: string, sizeBytes: number) {
  let left = sizeBytes - end.length
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) {
        controller.enqueue(textOf(end))
        return controller.close()
      }
      const piece = zeros.subarray(0, Math.min(left, zeros.length))
      left -= piece.length
      controller.enqueue(piece)
    },
  })
}

/** Writes what is not those zeros where it belongs; answers the length. */
async function writtenWithHoles(path: string, stream: AsyncIterable<Uint8Array>) {
  const file = await open(path, 'w')
  let length = 0
  for await (const piece of stream) {
    if (piece.buffer !== zeros.buffer) await file.write(piece, 0, piece.length, length)
    length += piece.length
  }
  await file.close()
  return length
}

function hasUnzip() {
  try {
    execFileSync('unzip', ['-v'])
    return true
  } catch {
    return false
  }
}
