import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { DamagedObjectError } from '../core/digest.ts'
import type { ByteRange, Bytes, ObjectBody, ObjectHead } from '../core/ports.ts'
import {
  publishFolder,
  sweepFolder,
  unlessFull,
  unlessMissing,
  writeDurably,
} from './durable.node.ts'
import { checkedKey, checkedRange, clippedRange } from './object-keys.ts'

/** What is kept beside the bytes of an object. `uploadId` where it was joined from parts. */
const About = z.object({
  key: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  etag: z.string(),
  modifiedAt: z.string(),
  uploadId: z.string().exactOptional(),
})
export type About = z.output<typeof About>

type NewAbout = Pick<About, 'contentType' | 'sizeBytes' | 'uploadId'>
type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export type Shelf = {
  /** Unfinished uploads, one folder each. */
  uploads: string
  /** A path nobody else has, on the same disk. What is left there is swept away two days later. */
  newAside: () => string
  findAbout: (key: string) => Promise<About | undefined>
  findSize: (key: string) => Promise<number | undefined>
  /** Stores a new object whole or not at all; undefined when the key is taken. */
  store: (key: string, about: NewAbout, chunks: Chunks) => Promise<About | undefined>
  find: (key: string, range?: ByteRange) => Promise<ObjectBody | undefined>
  readInto: (key: string, into: Uint8Array) => Promise<number | undefined>
  remove: (key: string) => Promise<void>
  /** Throws when nothing can be written any more. */
  check: () => Promise<void>
}

/**
 * Objects on a disk. Each is a folder of its own (`objects/3f2/3f2a…` with `bytes` and `about.json`), named by the
 * hash of its key, written aside, flushed, and moved into place: it is there completely or not at all.
 */
export function openShelf(folder: string): Shelf {
  const objects = join(folder, 'objects')
  const aside = join(folder, 'aside')
  const uploads = join(folder, 'uploads')
  for (const each of [objects, aside, uploads]) fs.mkdirSync(each, { recursive: true })
  sweepFolder(aside, 48)
  const newAside = () => join(aside, randomBytes(16).toString('hex'))
  const placeOf = (key: string) => {
    const name = createHash('sha256').update(checkedKey(key)).digest('hex')
    return join(objects, name.slice(0, 3), name)
  }
  return {
    uploads,
    newAside,
    findAbout: async (key) => findAbout(placeOf(key)),
    findSize: async (key) => (await unlessMissing(stat(bytesIn(placeOf(key)))))?.size,
    store: async (key, about, chunks) =>
      unlessFull(async () =>
        store({ from: newAside(), to: placeOf(key) }, { key, ...about }, chunks),
      ),
    find: async (key, range) => find(placeOf(key), range),
    readInto: async (key, into) => readInto(placeOf(key), into),
    remove: async (key) => remove(placeOf(key), newAside()),
    check: async () =>
      unlessFull(async () => {
        const probe = newAside()
        try {
          await writeFile(probe, probeBytes, { flush: true })
        } finally {
          await rm(probe, { force: true })
        }
      }),
  }
}

const bytesIn = (place: string) => join(place, 'bytes')

/** A full disk still takes an empty file. */
const probeBytes = new Uint8Array(64 * 1024)

async function store(
  { from, to }: { from: string; to: string },
  { sizeBytes, ...about }: NewAbout & { key: string },
  chunks: Chunks,
): Promise<About | undefined> {
  await mkdir(from)
  try {
    const written = await writeDurably(bytesIn(from), chunks, sizeBytes)
    const modifiedAt = new Date().toISOString()
    const whole: About = { ...about, ...written, etag: written.sha256, modifiedAt }
    await writeFile(join(from, 'about.json'), JSON.stringify(whole), { flush: true })
    return (await publishFolder(from, to)) ? whole : undefined
  } finally {
    await rm(from, { recursive: true, force: true })
  }
}

async function findAbout(place: string): Promise<About | undefined> {
  const text = await unlessMissing(readFile(join(place, 'about.json'), 'utf8'))
  return text === undefined ? undefined : About.parse(JSON.parse(text))
}

export const headOf = ({ sizeBytes, contentType, etag, modifiedAt }: About): ObjectHead => ({
  sizeBytes,
  contentType,
  etag,
  modifiedAt: new Date(modifiedAt),
})

async function find(place: string, asked?: ByteRange): Promise<ObjectBody | undefined> {
  const about = await findAbout(place)
  if (!about) return undefined
  const range = asked && clippedRange(checkedRange(asked), about.sizeBytes)
  const file = await unlessMissing(open(bytesIn(place)))
  if (!file) return undefined
  const { first, last } = range ?? { first: 0, last: about.sizeBytes - 1 }
  return { ...headOf(about), body: bytesOf(file, first, last), ...(range && { range }) }
}

/** By plain descriptors: an archive reads thousands of small files, and a `FileHandle` for each costs more. */
const [openFd, readFd, closeFd] = [promisify(fs.open), promisify(fs.read), promisify(fs.close)]

async function readInto(place: string, into: Uint8Array): Promise<number | undefined> {
  const fd = await unlessMissing(openFd(bytesIn(place), 'r'))
  if (fd === undefined) return undefined
  try {
    for (let at = 0; ;) {
      // oxlint-disable-next-line no-await-in-loop -- a file is read from its beginning
      const { bytesRead } = await readFd(fd, into, at, into.length - at, at)
      at += bytesRead
      if (bytesRead === 0 || at === into.length) return at
    }
  } finally {
    await closeFd(fd)
  }
}

const chunkBytes = 256 * 1024

/** Reads on only as fast as somebody takes; the file is closed at the end, on failure and when nobody wants more. */
function bytesOf(file: FileHandle, first: number, last: number): Bytes {
  const chunks = chunksIn(file, first, last)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return()
      await file.close()
    },
  })
}

async function* chunksIn(
  file: FileHandle,
  first: number,
  last: number,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    for (let at = first; at <= last;) {
      const wanted = Math.min(chunkBytes, last + 1 - at)
      const { bytesRead, buffer } = await file.read(new Uint8Array(wanted), 0, wanted, at)
      if (bytesRead === 0) throw new DamagedObjectError('A stored object is shorter than it was')
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Out of sight in one step, then gone; who is reading it reads on. */
async function remove(place: string, aside: string): Promise<void> {
  await unlessMissing(rename(place, aside))
  await rm(aside, { recursive: true, force: true })
}
