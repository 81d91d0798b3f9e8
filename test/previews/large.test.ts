import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import * as made from './files.ts'

/*
 * Files of gigabytes, whose real parts lie at their ends and nothing between: what comes over to show them is counted,
 * in bytes, at the port.
 */

const gib = 2 ** 30

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hexi-large-'))
})
afterAll(async () => rm(folder, { recursive: true }))

type Piece = readonly [at: number, bytes: Uint8Array]
type Large = { sizeBytes: number; pieces: readonly Piece[] }

/** The footer stands at the end, and says where columns are from the beginning. */
function parquet(sizeBytes: number): Large {
  const bytes = made.parquet()
  const footer = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true) + 8
  const begin = bytes.slice(0, -footer)
  return {
    sizeBytes,
    pieces: [
      [0, begin],
      [sizeBytes - footer, bytes.slice(-footer)],
    ],
  }
}

function netcdf(sizeBytes: number): Large {
  const gap = sizeBytes - made.netcdf(2).length
  const bytes = made.netcdf(2, { gap })
  const header = bytes.slice(0, -made.netcdfDataBytes)
  return {
    sizeBytes,
    pieces: [
      [0, header],
      [sizeBytes - made.netcdfDataBytes, bytes.slice(-made.netcdfDataBytes)],
    ],
  }
}

/** Behind the end that HDF5 knows of may stand anything. */
const hdf5 = async (sizeBytes: number): Promise<Large> => ({
  sizeBytes,
  pieces: [[0, await made.hdf5()]],
})

/** The directory of tags moves to the end; what it points at stays where it is. */
function geotiff(sizeBytes: number): Large {
  const bytes = made.geotiff()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const isLittle = bytes[0] === 0x49
  const from = view.getUint32(4, isLittle)
  const length = 2 + view.getUint16(from, isLittle) * 12 + 4
  const directory = bytes.slice(from, from + length)
  view.setUint32(4, sizeBytes - length, isLittle)
  return {
    sizeBytes,
    pieces: [
      [0, bytes],
      [sizeBytes - length, directory],
    ],
  }
}

/** The central directory moves to the end. */
async function zip(sizeBytes: number): Promise<Large> {
  const bytes = await made.zip([
    { name: 'data/day.csv', bytes: made.table },
    { name: 'readme.txt', bytes: made.utf8('hello') },
  ])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const from = view.getUint32(bytes.length - 6, true)
  const length = bytes.length - from
  view.setUint32(bytes.length - 6, sizeBytes - length, true)
  return {
    sizeBytes,
    pieces: [
      [0, bytes.slice(0, from)],
      [sizeBytes - length, bytes.slice(from)],
    ],
  }
}

/** One file of gigabytes, and a small one behind it. */
function tar(sizeBytes: number): Large {
  const [header, rest] = [
    made.tar([{ name: 'first.bin', bytes: new Uint8Array() }]).slice(0, 512),
    made.tar([{ name: 'last.txt', bytes: made.utf8('hello') }]),
  ]
  const large = sizeBytes - 512 - rest.length
  Buffer.from(header.buffer).write(`${large.toString(8).padStart(11, '0')}\0`, 124)
  return {
    sizeBytes,
    pieces: [
      [0, header],
      [sizeBytes - rest.length, rest],
    ],
  }
}

const nothing =
  (begin: Uint8Array) =>
  (sizeBytes: number): Large => ({
    sizeBytes,
    pieces: [[0, begin]],
  })

type Case = {
  name: string
  large: (sizeBytes: number) => Large | Promise<Large>
  sizeBytes?: number
  mostBytes: number
  answer: object
}

const tooLarge = { refused: 'too_large' }
const cases: Case[] = [
  {
    name: 'a.parquet',
    large: parquet,
    mostBytes: 1_000_000,
    answer: { facts: { sheets: [{ rows: 5_000, rowsRead: 1_000 }] } },
  },
  {
    name: 'a.nc',
    large: netcdf,
    mostBytes: 9_000_000,
    answer: { facts: { pictured: 'rain' }, extent: { west: 98 }, picture: { width: 6 } },
  },
  {
    name: 'a.h5',
    large: hdf5,
    mostBytes: 1_000_000,
    answer: { facts: { pictured: 'temperature' }, picture: { width: 30 } },
  },
  {
    name: 'a.tif',
    large: geotiff,
    // Its offsets have 32 bits.
    sizeBytes: 3.5 * gib,
    mostBytes: 1_000_000,
    answer: { facts: { width: 60, crs: 'EPSG:4326' }, picture: { width: 60 } },
  },
  {
    name: 'a.zip',
    large: zip,
    sizeBytes: 3.5 * gib,
    mostBytes: 1_000_000,
    answer: { facts: { count: 2, entries: [{ name: 'data/day.csv' }, { name: 'readme.txt' }] } },
  },
  {
    name: 'a.tar',
    large: tar,
    mostBytes: 1_000_000,
    answer: { facts: { count: 2, entries: [{ name: 'first.bin' }, { name: 'last.txt' }] } },
  },
  {
    name: 'a.csv',
    large: nothing(made.utf8(`a,b\n${`${'word '.repeat(50)},2\n`.repeat(40_000)}`)),
    mostBytes: 9_000_000,
    answer: { facts: { isWhole: false } },
  },
  {
    name: 'a.txt',
    large: nothing(made.utf8('word '.repeat(50_000))),
    mostBytes: 1_000_000,
    answer: { facts: { isWhole: false } },
  },
  // Read as a whole or not at all: XLSX unpacks anywhere, and PDF may begin with any page.
  { name: 'a.xlsx', large: zip, sizeBytes: 3.5 * gib, mostBytes: 1_000_000, answer: tooLarge },
  { name: 'a.pdf', large: nothing(made.pdf()), mostBytes: 1_000_000, answer: tooLarge },
  {
    name: 'a.bin',
    large: nothing(made.utf8('???')),
    mostBytes: 1_000_000,
    answer: { refused: 'unknown_format' },
  },
]

test.each(cases)(
  'of gigabytes of $name, $mostBytes bytes come over at most',
  async ({ name, large, sizeBytes = 5 * gib, mostBytes, answer }) => {
    await using stored = await sparse(name, await large(sizeBytes))
    expect((await stored.file.stat()).size).toBe(sizeBytes)
    let asked = 0
    // Memory is bounded as well: none of these could be held.
    const read = await childPreviews({ mostMemoryBytes: 600_000_000 }).read(
      { name, sizeBytes },
      async ({ first, last }) => {
        const length = last + 1 - first
        asked += length
        const { buffer } = await stored.file.read(new Uint8Array(length), 0, length, first)
        return buffer
      },
    )
    expect(read).toMatchObject(answer)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(mostBytes)
  },
  120_000,
)

async function sparse(name: string, { sizeBytes, pieces }: Large) {
  const file: FileHandle = await open(join(folder, name), 'w+')
  await file.truncate(sizeBytes)
  // oxlint-disable-next-line no-await-in-loop -- two
  for (const [at, bytes] of pieces) await file.write(bytes, 0, bytes.length, at)
  return { file, [Symbol.asyncDispose]: async () => file.close() }
}
